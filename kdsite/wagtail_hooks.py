from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from kdsite.admin.content_checker import put_in_place

hooks.register("construct_wagtail_userbar", put_in_place)


@hooks.register("insert_global_admin_js")
def admin_start():
    return format_html('<script src="{}"></script>', static("js/admin_start.js"))
