"""Where a page stands, in the words of the bar under its editor."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import WorkflowState

from kdsite.editorial.dates import at_clock
from kdsite.editorial.models import ReviewTask
from kdsite.editorial.page_kinds import Kind
from kdsite.editorial.releases.waiting import waiting_of


def state_in_words(page):
    """A sentence or two: who has ``page``, and since when."""
    if page is None or page.pk is None:
        return _("Not saved yet.")
    if waiting_of(page):
        return _("Approved. It waits for its time.")
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        return _in_review(state.current_task_state)
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return _("Changes were asked for on %(day)s.") % {
            "day": _day(state.current_task_state.finished_at)
        }
    return _saved(page.latest_revision_created_at)


def _in_review(task_state):
    since = _("In review since %(day)s.") % {"day": _day(task_state.started_at)}
    task = task_state.task.specific
    by_translators = isinstance(task, ReviewTask) and task.kind == Kind.TRANSLATION
    who = (
        _("The language team is reading it.")
        if by_translators
        else _("The editorial team is reading it.")
    )
    return f"{since} {who}"


def _saved(at):
    if at is None:
        return ""
    local = timezone.localtime(at)
    if local.date() == timezone.localdate():
        return _("Saved %(at)s.") % {"at": at_clock(local)}
    return _("Saved on %(day)s.") % {"day": _day(at)}


def _day(moment):
    return date_format(timezone.localtime(moment), "SHORT_DATE_FORMAT")


class StateItem(ActionMenuItem):
    """No button: words among the buttons, for everybody who sees the editor."""

    template_name = "editorial/editor_state.html"

    def is_shown(self, context):
        return True

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        page = context.get("page")
        context["words"] = state_in_words(page)
        is_draft = not (page and (page.workflow_in_progress or waiting_of(page)))
        # The script fills in the time.
        context["saved"] = (
            _("Saved %(at)s.") % {"at": _("at %(time)s") % {"time": "{time}"}}
            if is_draft
            else ""
        )
        return context
