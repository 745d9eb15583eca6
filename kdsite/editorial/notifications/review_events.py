"""Which steps of the editorial work are told, and to whom, as they happen."""

from django.urls import reverse
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale, Page, TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from kdsite.editorial import signals
from kdsite.editorial.addresses import review_url
from kdsite.editorial.models import Companion
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import kept_apart, tell, unless_silenced
from kdsite.editorial.page_kinds import Kind, is_translation, original_of
from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.releases.waiting import slot_of, waiting_of
from kdsite.editorial.texts.how_much import how_much

# Wagtail's own mails about the review, which ours take the place of.
STOCK = [
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
]


def sent_for_review(sender, state, user, **kwargs):
    """To those who can decide; that it is sent again, and how much has changed since."""
    with kept_apart("submitted"):
        page = state.content_object.specific
        decision = Decision(page)
        tell(
            "submitted",
            recipients.can_decide(page, decision),
            key=state.current_task_state_id,
            page=page,
            by=user,
            link=review_url(page),
            is_translation=decision.task.kind == Kind.TRANSLATION,
            slot=slot_of(page),
            **_since_last_time(page, state),
        )


def _since_last_time(page, state):
    """``again``: it was sent before, and given back or taken back; ``much``: what is other now."""
    earlier = TaskState.objects.filter(
        workflow_state__base_content_type_id=state.base_content_type_id,
        workflow_state__object_id=state.object_id,
    ).exclude(pk=state.current_task_state_id)
    last = earlier.select_related("revision").order_by("-pk").first()
    if last is None or last.status not in _UNDECIDED or last.revision is None:
        return {"again": False}
    before, now = last.revision.as_object(), page.get_latest_revision_as_object()
    return {"again": True, "much": how_much(before, now)}


_UNDECIDED = (TaskState.STATUS_REJECTED, TaskState.STATUS_CANCELLED)


def approved_by_one(sender, page, task_state, user, **kwargs):
    """To those whose approval is still needed: nobody knows who wrote it, or the writer and who has
    approved are not two people yet."""
    with kept_apart("second"):
        writer = Decision(page).writer
        tell(
            "second",
            recipients.can_approve(page),
            key=f"{task_state.pk}:{user.pk}",
            page=page,
            by=user,
            link=review_url(page),
            writer=get_user_display_name(writer) if writer else "",
        )


def corrected(sender, page, user, **kwargs):
    """To those who can approve the corrected text; once, however often the corrector saves."""
    with kept_apart("agree"):
        page = Page.objects.get(pk=page.pk).specific
        tell(
            "agree",
            recipients.can_approve(page),
            key=f"{page.current_workflow_task_state.pk}:{user.pk}",
            page=page,
            by=user,
            link=review_url(page),
        )


def changes_asked(sender, instance, user, **kwargs):
    """To whoever sent it; of an original also to its owner and authors."""
    with kept_apart("changes"):
        page = instance.content_object
        task_state = instance.current_task_state
        tell(
            "changes",
            _sender_and_writers(instance),
            key=task_state.pk,
            page=page,
            by=user,
            comment=task_state.comment,
            is_translation=is_translation(page),
        )


def approved(sender, instance, user, **kwargs):
    """To whoever sent it and to its writers, and when it goes out; and where it is an original
    to those who can now translate it. What is public already is told by :mod:`.release_events`."""
    with kept_apart("approved"):
        page = instance.content_object
        if not is_translation(page):
            translation_can_begin(page, by=user)
        if _accompanies(page) or not waiting_of(page):
            return
        tell(
            "approved",
            _sender_and_writers(instance),
            key=instance.current_task_state_id,
            page=page,
            by=user,
            is_translation=is_translation(page),
            slot=slot_of(page),
        )


def translation_can_begin(page, by=None):
    """To the team of each language that an approved original has no page in."""
    if _accompanies(page):
        return
    for locale in Locale.objects.exclude(pk=page.locale_id):
        if page.get_translation_or_none(locale) is None:
            tell(
                "translate",
                recipients.language_team(locale.language_code),
                key=f"{page.pk}:{locale.language_code}",
                page=page,
                by=by,
                link=reverse("wagtailadmin_home"),
                slot=slot_of(page),
            )


def taken_down(sender, pages, user, why, **kwargs):
    """To the writers of the original and to the language teams, each about their version."""
    with kept_apart("taken_down"):
        original = original_of(pages[0])
        facts = {
            "by": user,
            "why": why,
            "is_all": not original.get_translations(inclusive=True).live().exists(),
            "is_translation": original.pk not in {page.pk for page in pages},
        }
        key = "-".join(
            f"{page.pk}:{page.last_published_at:%Y%m%d%H%M%S}" for page in pages
        )
        tell(
            "taken_down", recipients.writers(original), key=key, page=original, **facts
        )
        for translated in original.get_translations().select_related("locale"):
            team = recipients.language_team(translated.locale.language_code)
            tell("taken_down", team, key=key, page=translated, **facts)


def _sender_and_writers(state):
    page = state.content_object
    if is_translation(page):
        saved_by = state.current_task_state.revision.user
        people = {state.requested_by, saved_by}
    else:
        people = {state.requested_by, *recipients.writers(page)}
    return people - {None}


def _accompanies(page):
    """Is ``page`` decided on with another one, whose mail says it?"""
    return Companion.objects.in_review().filter(page_id=page.pk).exists()


def connect():
    """Tell of the steps in the place of Wagtail's mails; called once, when the apps are ready."""
    for signal, sender, name in STOCK:
        signal.disconnect(sender=sender, dispatch_uid=name)
    for signal, receiver in (
        (signals.sent_for_review, sent_for_review),
        (signals.approved_by_one, approved_by_one),
        (signals.corrected, corrected),
        (workflow_rejected, changes_asked),
        (workflow_approved, approved),
        (signals.taken_down, taken_down),
    ):
        signal.connect(
            unless_silenced(receiver),
            dispatch_uid=f"kdsite.telling.{receiver.__name__}",
            weak=False,
        )
