"""Where writing a post begins in Wagtail's admin."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from blog.invitations.admin_views import invitation_viewset
from blog.invitations.start_draft import start_in_slot
from blog.invitations.to_do import invitations_not_opened
from blog.log_actions import register_log_actions
from blog.uploading import views
from blog.uploading.empty_drafts import offer_upload
from blog.writer import before_send, language_advice
from blog.writer.homepage_panels import DeadlinePanel, DraftsPanel, ProfilePanel
from blog.writer.standings import drafts_of
from kdsite.editorial.policy.permissions import is_guest, runs_the_site


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [
        path("bring/", views.UploadView.as_view(), name="upload"),
        path(
            "bring/<int:upload_id>/",
            views.ConfirmUploadView.as_view(),
            name="confirm_upload",
        ),
        path(
            "bring/<int:upload_id>/picture/<int:number>/",
            views.UploadedPictureView.as_view(),
            name="uploaded_picture",
        ),
        path(
            "before-send/<int:page_id>/",
            before_send.BeforeSendView.as_view(),
            name="before_send",
        ),
        path(
            "advice/<int:page_id>/dismiss/",
            language_advice.dismiss,
            name="advice_dismiss",
        ),
        path(
            "advice/<int:page_id>/again/",
            language_advice.give_again,
            name="advice_give_again",
        ),
        path("slots/<int:slot_id>/start/", start_in_slot, name="start_in_slot"),
    ]


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    user = request.user
    guest = is_guest(user)
    # Read once, by whichever of the panels is drawn first.
    drafts = drafts_of(user)
    panels += [
        DraftsPanel(user, drafts, may_invite=runs_the_site(user)),
        DeadlinePanel(user, drafts, always=guest),
        ProfilePanel(user, always=guest),
    ]


hooks.register("register_to_do", invitations_not_opened)


@hooks.register("register_admin_viewset")
def register_invitations():
    return invitation_viewset


@hooks.register("before_serve_page")
def lead_on(page, request, serve_args, serve_kwargs):
    """From where a post was shown to where it is. For now: it goes back when a translation
    is taken down."""
    if "moved_to" in serve_kwargs:
        return redirect(serve_kwargs["moved_to"])


def upload_button(page, user, view_name=None, next_url=None):
    """In the menu of the list of posts."""
    if page.content_type.model == "blogindexpage" and views.may_upload(user):
        yield Button(
            _("Bring a file"), reverse("upload"), icon_name="upload", priority=4
        )


hooks.register("register_page_header_buttons", upload_button)
hooks.register("register_page_listing_more_buttons", upload_button)
hooks.register("before_edit_page", offer_upload)
hooks.register("register_log_actions", register_log_actions)
