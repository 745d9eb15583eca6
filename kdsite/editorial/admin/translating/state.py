"""Where a translation stands, and what a person may do with it."""

from django.utils import timezone
from wagtail.models import Page

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.locks import ApprovedLock, is_locked_for
from kdsite.editorial.publishing.manifest import files_of
from kdsite.editorial.releases.back_to_draft import may_take_back_to_draft
from kdsite.editorial.review import choices, submission
from kdsite.editorial.texts import translation_strings
from kdsite.editorial.texts.left_to_do import left_of
from kdsite.editorial.translations import earlier_wordings, overridden
from kdsite.editorial.translations.comparison import Comparison
from kdsite.editorial.translations.table.claims import due_day, with_plans
from kdsite.editorial.translations.translating import may_translate


def state_of(record, page, user):
    """Progress, review state and last comment of the translation ``page``, and what ``user`` may do."""
    original = record.source.get_source_instance()
    state = page.current_workflow_state
    task_state = state.current_task_state if state else None
    locked, waits = is_locked_for(page, user), isinstance(page.get_lock(), ApprovedLock)
    plan = with_plans(Page.objects.filter(pk=page.pk)).get()
    is_ours = may_translate(user, original, page.locale)
    return {
        "translation": record,
        "has_earlier": bool(earlier_wordings.of(record)),
        "original": original,
        "opened": timezone.now().isoformat(),
        "files_seen": _files_of(record),
        "left": left_of(record),
        "due": due_day(plan),
        "translator": plan.translator,
        "is_translator": plan.translator_id == user.pk,
        "in_review": page.workflow_in_progress,
        "unfinished": page.workflow_in_progress
        and translation_strings.changed_since(
            record, page.get_latest_revision().created_at
        ),
        "waits": waits,
        "is_sent": waits or page.workflow_in_progress,
        "may_take_back_to_draft": waits and may_take_back_to_draft(page, user),
        "needs_changes": bool(state and state.status == state.STATUS_NEEDS_CHANGES),
        "comment": task_state.comment if task_state else "",
        "may_write": not locked,
        "may_take_back": page.workflow_in_progress
        and submission.can_take_back(page, user),
        "may_decide": page.workflow_in_progress and bool(choices.actions(page, user)),
        "comparison": Comparison(page),
        "knows_basis": hasattr(page.latest_revision, "translated_from"),
        "is_ours": is_ours,
        "may_update": not locked and is_ours,
    }


def _files_of(record):
    """:func:`.files_of` the translation as it can be made now; empty where it cannot."""
    try:
        return files_of(overridden.made_now(record))
    except Refusal:
        return ""
