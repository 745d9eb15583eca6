"""Saving in the page editor: one at a time, and never over something unseen.

Stock Wagtail lets the second of two stale saves win silently, and accepts both of two
autosaves from the same base (reliability.md R4, R5).
"""

from django.db import transaction
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from kdsite.editorial.admin.page_screen import read_once
from kdsite.editorial.admin.pages import newer_versions
from kdsite.editorial.admin.pages.findings_panel import with_findings
from kdsite.editorial.admin.pages.one_at_a_time import one_at_a_time
from kdsite.editorial.exceptions import Refusal, Unchanged
from kdsite.editorial.notifications.comments import tell_of_comments
from kdsite.editorial.publishing.manifest import check_files, files_of
from kdsite.editorial.review import submission


@method_decorator(one_at_a_time, name="dispatch")
class SafeEditView(EditView):
    """Wagtail's page editor with the page's row locked while it saves."""

    def get_object(self):
        return read_once(super().get_object(), self.request)

    def get_side_panels(self):
        return with_findings(super().get_side_panels(), self.page, self.request)

    @cached_property
    def is_cancelling_workflow(self):
        """Whoever may not is refused: taking back is never a save alone."""
        return bool(self.request.POST.get("action-cancel-workflow"))

    @cached_property
    def action_name_and_method(self):
        """Whatever else the request asks for, too."""
        if self.is_cancelling_workflow:
            return "cancel_workflow", self.cancel_workflow_action
        return super().action_name_and_method

    def cancel_workflow_action(self):
        """With all that was sent together, which Wagtail would leave; then save."""
        sentence = submission.take_back(self.page, self.request.user)
        response = self.save_action()
        messages.success(self.request, sentence)
        return response

    def form_invalid(self, form):
        """Taken back also where nothing can be saved: the page is locked, or has an error."""
        if self.is_cancelling_workflow:
            sentence = submission.take_back(self.page, self.request.user)
            messages.success(self.request, sentence)
            if self.locked_for_user:
                return redirect(self.get_edit_url())
            # What was typed is shown again, with its errors.
            self.is_cancelling_workflow = False
        return super().form_invalid(form)

    def post(self, request, *args, **kwargs):
        if not self.expects_json_response and self.is_out_of_date:
            theirs = newer_versions.by_others(self.page, request)
            if theirs:
                return self._show_again(newer_versions.sentence(theirs), conflict=True)
        try:
            with transaction.atomic():
                return super().post(request, *args, **kwargs)
        except Unchanged as nothing:
            messages.info(request, str(nothing))
            return redirect(self.get_edit_url())
        except Refusal as refusal:
            if self.expects_json_response:
                return self.json_error_response("refused", str(refusal))
            return self._show_again(str(refusal))

    def _show_again(self, sentence, conflict=False):
        """The form with everything that was typed, and why it was not saved."""
        buttons = []
        if conflict:
            # Else the script would save over the other version before anybody has looked.
            self.autosave_enabled = False
            buttons.append(newer_versions.button(self.page))
        messages.error(self.request, sentence, buttons=buttons)
        self.page = self.get_object()
        typed = self.request.POST.copy()
        if not conflict:
            # From here on they have been told to look.
            typed["files_seen"] = files_of(self.page)
        self.form = self.form_class(
            typed,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )
        self.form.is_valid()
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def send_commenting_notifications(self, changes):
        """Not Wagtail's mails, which go out inside the request."""
        tell_of_comments(self.page, self.request.user, changes)

    def save_action(self):
        """Save; a revision that was reviewed or is public stays as it was, whoever autosaves."""
        overwritten = self.request.POST.get("overwrite_revision_id")
        revision = overwritten and self.page.revisions.filter(pk=overwritten).first()
        is_own = revision and revision.user_id == self.request.user.pk
        if revision and (is_on_record(revision) or not is_own):
            self.request.POST = self.request.POST.copy()
            del self.request.POST["overwrite_revision_id"]
        response = super().save_action()
        if self.action_name == "save" and not self.expects_json_response:
            self._correct_if_pressed()
        return response

    def _correct_if_pressed(self):
        """Only the button of the review makes a correction of what was saved: a form may be older
        than the review, and its “save draft” meant a draft."""
        if self.request.POST.get("action-correct"):
            check_files_seen(self.request, self.page)
            self._correct()
        elif (
            self.page.workflow_in_progress
            and self.page.get_latest_revision().user_id == self.request.user.pk
        ):
            sentence = _(
                "The page is in review now, and nobody stands behind this version yet: press "
                "“Save as a correction” when it is ready."
            )
            messages.warning(self.request, sentence)

    def _correct(self):
        """:raises Unchanged: nothing was changed; comments alone are saved all the same."""
        try:
            submission.correct(self.page, self.request.user)
        except Unchanged as nothing:
            comments = self.form.formsets.get("comments")
            if not (comments and comments.has_changed()):
                raise
            kept = _("Your comments are saved.")
            messages.info(self.request, f"{kept} {nothing}")
        else:
            sentence = _("Your correction is saved. Somebody else must approve it now.")
            messages.success(self.request, sentence)

    def add_save_confirmation_message(self):
        """Sending says for itself how it went, and so does a correction."""
        says_itself = self.action_name in ("submit", "restart_workflow")
        if not (says_itself or self.request.POST.get("action-correct")):
            super().add_save_confirmation_message()

    def submit_action(self):
        """Save, then send for review under the lock (Wagtail would start a second review)."""
        response = self.save_action()
        return send(self.request, self.page) or response

    def restart_workflow_action(self):
        return self.submit_action()


def send(request, page):
    """Send the saved ``page`` for review, or to what must be looked at before.

    :returns: a redirect there, or ``None`` where it was sent.
    :raises Refusal: see :func:`kdsite.editorial.review.submission.submit`.
    """
    draft = check_files_seen(request, page)
    if url := draft.before_submit_url(request.user):
        return redirect(url)
    state = submission.submit(page, request.user, draft=draft)
    messages.success(request, submission.sent_sentence(state))
    return None


def check_files_seen(request, page):
    """:returns: the newest version of ``page``, as the form has saved it.
    :raises Conflict: the form showed another picture or file than it has.
    """
    draft = page.get_latest_revision_as_object()
    check_files(draft, request.POST.get("files_seen", ""))
    return draft


def is_on_record(revision):
    """Was ``revision`` reviewed, approved or published? Then nothing writes over it."""
    return (
        revision.task_states.exists()
        or revision.words.exists()
        or Page.objects.filter(live_revision=revision).exists()
    )
