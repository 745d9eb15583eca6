from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.admin.telepath import register

from kdsite.admin.content_checker import put_in_place
from kdsite.blocks.editor import StoryAdapter
from kdsite.blocks.links import PublicPageLinkHandler
from kdsite.blocks.story import StoryBlock

hooks.register("construct_wagtail_userbar", put_in_place)
register(StoryAdapter(), StoryBlock)


# After Wagtail's own, whose place it takes.
@hooks.register("register_rich_text_features", order=1)
def link_to_public_pages(features):
    features.register_link_type(PublicPageLinkHandler)


@hooks.register("insert_global_admin_js")
def admin_scripts():
    names = (
        "admin_start",
        "editor_state",
        "field_names",
        "findings",
        "first_words",
        "locked_page",
    )
    scripts = ((static(f"js/{name}.js"),) for name in names)
    return format_html_join("\n", '<script src="{}"></script>', scripts)
