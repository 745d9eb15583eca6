"""What is registered with Wagtail."""

from wagtail import hooks

from home.set_up import screens

hooks.register("register_admin_urls", screens.urls)


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    panels.append(screens.SetUpPanel(request.user))
