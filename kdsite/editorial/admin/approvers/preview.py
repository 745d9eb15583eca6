"""The version that is on the review screen, as readers will see it."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import View
from wagtail.models import Page

from kdsite.editorial.policy.permissions import translates
from kdsite.editorial.releases.waiting import waiting_of
from kdsite.editorial.review import choices


@method_decorator(xframe_options_sameorigin, name="dispatch")
class PreviewView(View):
    """Exactly the version that is on the review screen, for whoever has a decision to make.

    Wagtail's own draft view asks for the right to edit, which an author or a stand-in may lack.
    """

    def get(self, request, page_id, revision_id):
        page = get_object_or_404(Page, pk=page_id).specific
        revision = get_object_or_404(page.revisions, pk=revision_id)
        in_review = page.current_workflow_task_state
        decides = in_review and choices.actions(page, request.user)
        if not (
            decides
            or page.permissions_for_user(request.user).can_edit()
            or self._is_to_translate(page, revision)
        ):
            raise PermissionDenied
        draft = revision.as_object()
        return draft.make_preview_request(request, draft.default_preview_mode)

    def _is_to_translate(self, page, revision):
        """The language team reads an approved original before it is public."""
        row = waiting_of(page)
        return row and row.revision == revision and translates(self.request.user)
