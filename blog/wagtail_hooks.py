"""Where writing a post begins in Wagtail's admin."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from blog import bringing
from blog.panels import StartWritingPanel


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [
        path("bring/", bringing.BringView.as_view(), name="bring"),
        path(
            "bring/<int:brought_id>/",
            bringing.ConfirmView.as_view(),
            name="bring_confirm",
        ),
    ]


@hooks.register("construct_homepage_panels")
def start_writing(request, panels):
    panels.insert(0, StartWritingPanel(request.user))


def bring_button(page, user, view_name=None, next_url=None):
    """In the menu of the list of posts."""
    if page.content_type.model == "blogindexpage" and bringing.may_bring(user):
        yield Button(
            _("Bring a file"), reverse("bring"), icon_name="upload", priority=4
        )


hooks.register("register_page_header_buttons", bring_button)
hooks.register("register_page_listing_more_buttons", bring_button)
