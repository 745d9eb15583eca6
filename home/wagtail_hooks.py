"""What is registered with Wagtail."""

from wagtail import hooks

from home.guide import menu, views
from home.set_up import screens

hooks.register("register_admin_urls", screens.urls)
hooks.register("register_admin_urls", views.urls)
hooks.register("register_help_menu_item", menu.guide_item)
hooks.register("construct_help_menu", menu.without_foreign)


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    panels.append(screens.SetUpPanel(request.user))
