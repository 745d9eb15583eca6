"""The buttons under the page editor, named for what they do here."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import (
    ActionMenuItem,
    CancelWorkflowMenuItem,
    PageLockedMenuItem,
    SaveDraftMenuItem,
    SubmitForModerationMenuItem,
    UnpublishMenuItem,
)

from kdsite.editorial.admin.pages.page_state import StateItem
from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.private_links import from_account
from kdsite.editorial.releases.waiting import waiting_of
from kdsite.editorial.review import choices, submission

# Nobody publishes, restarts or decides from inside the editor: a decision is made on the
# review screen, on a text that stands still. What an upgrade adds is not shown either.
HERE = (SaveDraftMenuItem, PageLockedMenuItem, UnpublishMenuItem)


class SendForReviewItem(SubmitForModerationMenuItem):
    """“Send for review”; for a page that is public already, “Ask for a second look”."""

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        page = context.get("page")
        live = page is not None and page.pk and page.live
        context["label"] = _("Ask for a second look") if live else _("Send for review")
        return context


class CorrectItem(SaveDraftMenuItem):
    """In the place of “save draft” while the page is in review: who presses it stands behind it."""

    template_name = "editorial/correct_button.html"


class TakeBackItem(CancelWorkflowMenuItem):
    """Asks once; Wagtail's does it at a press."""

    template_name = "editorial/take_back_button.html"

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        return context | {"form_id": "page-edit-form", "name": self.name}

    def is_shown(self, context):
        page, user = context.get("page"), context["request"].user
        return context["view"] == "edit" and submission.can_take_back(page, user)


class ReviewItem(ActionMenuItem):
    """Opens the review screen, for those who have a decision to make, or answer as an author."""

    label = _("Review")
    name = "action-review"
    icon_name = "view"

    def is_shown(self, context):
        page, user = context.get("page"), context["request"].user
        if not page or context["view"] != "edit":
            return False
        in_review = page.workflow_in_progress
        if not (in_review or waiting_of(page)):
            return False
        decision = Decision(page)
        decides = in_review and choices.actions(page, user, decision)
        return bool(decides or from_account.offered(page, user, decision))

    def get_url(self, context):
        return reverse("editorial:review", args=[context["page"].pk])


def arrange(items, request, context):
    """Leave what is done here, and put ours in (hook ``construct_page_action_menu``): first what brings
    the page on, last where it stands."""
    items[:] = [item for item in items if isinstance(item, HERE)]
    page = context.get("page")
    if page and page.workflow_in_progress:
        items[:] = [
            CorrectItem(item.order) if isinstance(item, SaveDraftMenuItem) else item
            for item in items
        ]
    for item in (
        ReviewItem(-2),
        SendForReviewItem(-1),
        TakeBackItem(40),
        StateItem(90),
    ):
        if item.is_shown(context):
            items.append(item)
    items.sort(key=lambda item: item.order)
