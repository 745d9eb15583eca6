from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks

from kdsite.admin.content_checker import put_in_place

hooks.register("construct_wagtail_userbar", put_in_place)


@hooks.register("insert_global_admin_js")
def admin_scripts():
    names = ("admin_start", "first_words", "locked_page")
    scripts = ((static(f"js/{name}.js"),) for name in names)
    return format_html_join("\n", '<script src="{}"></script>', scripts)
