"""Which steps of the editorial work are told, and to whom: a receiver writes down that a step was
taken, a follow-up tells it."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale, Page, TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from kdsite.editorial import signals
from kdsite.editorial.addresses import home_url, review_url
from kdsite.editorial.models import Companion, Waiting
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import later, tell, telling
from kdsite.editorial.notifications.recipients import account
from kdsite.editorial.page_kinds import Kind, is_translation
from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.releases.left_out import goes_without, left_out_of
from kdsite.editorial.releases.waiting import slot_of
from kdsite.editorial.texts.how_much import since_last_time

# Wagtail's own mails about the review, which ours take the place of.
STOCK = [
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification"),
]


def sent_for_review(sender, state, user, **kwargs):
    later(tell_of_sending, int(state.object_id), state.current_task_state_id, user)


@telling(gettext_lazy("Those who decide do not know yet that “%(title)s” was sent."))
def tell_of_sending(page, task_state, user):
    """To those who can decide on the newest version; that it is sent again, and how much has changed since.
    A guest who has sent it gets a receipt."""
    page, task_state = _in_review(page, task_state)
    if page is None:
        return
    decision = Decision(page, task_state.revision)
    is_newest = page.latest_revision_id == task_state.revision_id
    along = task_state.workflow_state.companions.values_list("page_id", flat=True)
    left = left_out_of(decision.revision, along)
    writer = task_state.revision.user
    sender = writer if writer and writer.pk == user else account(user)
    # A profile that comes along is no text that has arrived.
    is_text = page._meta.label in settings.EDITORIAL_SLOT_PAGES
    is_guests = is_text and not is_translation(page) and user not in decision.member_ids
    receipt = {"received": ({sender} - {None}, home_url())} if is_guests else {}
    tell(
        "submitted",
        recipients.can_decide(page, decision if is_newest else None),
        also=receipt,
        key=task_state.pk,
        page=page,
        by=sender,
        link=review_url(page),
        is_translation=decision.task.kind == Kind.TRANSLATION,
        slot=slot_of(page),
        left_out=lambda: [each.is_up_to for each in left],
        **since_last_time(page, task_state),
    )
    for each in left:
        tell(
            "send_yours",
            {each.sender} - {None},
            key=f"{page.pk}:{each.page.pk}",
            page=each.page,
            by=sender,
            text=page.get_admin_display_title(),
        )


def approved_by_one(sender, page, task_state, user, **kwargs):
    later(tell_of_one_approval, page, task_state, user, Decision(page).writer)


@telling(
    gettext_lazy(
        "The others who decide do not know yet that “%(title)s” needs a second approval."
    )
)
def tell_of_one_approval(page, task_state, user, writer):
    """To those whose approval is still needed: one person stands behind it so far."""
    page, task_state = _in_review(page, task_state)
    if page is None:
        return
    tell(
        "second",
        recipients.can_approve(page),
        key=f"{task_state.pk}:{user}",
        page=page,
        by=account(user),
        link=review_url(page),
        writer="" if writer in (None, user) else get_user_display_name(account(writer)),
    )


def corrected(sender, page, user, **kwargs):
    state = Page.objects.get(pk=page.pk).current_workflow_state
    later(tell_of_correction, page, state.current_task_state_id, user)


@telling(
    gettext_lazy(
        "Those who can agree do not know yet that “%(title)s” was corrected in review."
    )
)
def tell_of_correction(page, task_state, user):
    """To those who can approve the corrected text; once, however often it is saved."""
    page, task_state = _in_review(page, task_state)
    if page is None:
        return
    tell(
        "agree",
        recipients.can_approve(page),
        key=f"{task_state.pk}:{user}",
        page=page,
        by=account(user),
        link=review_url(page),
    )


def _in_review(page, task_state):
    """Both by their ids; ``None`` where it was decided on meanwhile, and nobody is asked any more."""
    rows = TaskState.objects.select_related("workflow_state", "revision__user")
    task_state = rows.get(pk=task_state)
    if task_state.status != TaskState.STATUS_IN_PROGRESS:
        return None, None
    kind = ContentType.objects.get_for_id(task_state.workflow_state.content_type_id)
    page = kind.get_object_for_this_type(pk=page)
    if page.latest_revision_id == task_state.revision_id:
        page.latest_revision = task_state.revision
    return page, task_state


def changes_asked(sender, instance, user, **kwargs):
    task_state = instance.current_task_state_id
    later(tell_of_changes_asked, int(instance.object_id), task_state, user)


@telling(
    gettext_lazy("The writers of “%(title)s” do not know yet that changes are asked.")
)
def tell_of_changes_asked(page, task_state, user):
    """To whoever sent it; of an original also to its owner and authors."""
    page = Page.objects.get(pk=page).specific
    task_state = TaskState.objects.get(pk=task_state)
    tell(
        "changes",
        _sender_and_writers(page, task_state),
        key=task_state.pk,
        page=page,
        by=account(user),
        comment=task_state.comment,
        goes_without=lambda: goes_without(page),
        is_translation=is_translation(page),
    )


def approved(sender, instance, user, **kwargs):
    page = instance.content_object
    if _accompanies(page):
        return
    waits = Waiting.objects.filter(page_id=page.pk).exists()
    later(tell_of_approval, page, instance.current_task_state_id, user, waits)


@telling(
    gettext_lazy(
        "The writers and translators of “%(title)s” do not know yet that it is approved."
    )
)
def tell_of_approval(page, task_state, user, waits):
    """To those who can now translate it, where it is an original; and to whoever sent it and to its
    writers, and when it goes out. What is public already is told by :mod:`.release_events`.

    :param waits: whether it waits for its time.
    """
    page, by = Page.objects.get(pk=page).specific, account(user)
    if not is_translation(page):
        _translation_can_begin(page, by)
    if waits:
        tell(
            "approved",
            _sender_and_writers(page, TaskState.objects.get(pk=task_state)),
            key=task_state,
            page=page,
            by=by,
            is_translation=is_translation(page),
            slot=slot_of(page),
        )


def _translation_can_begin(page, by):
    """To the team of each language that an approved original has no page in."""
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


def _sender_and_writers(page, task_state):
    sender = task_state.workflow_state.requested_by
    if is_translation(page):
        return {sender, task_state.revision.user} - {None}
    return {sender, *recipients.writers(page)} - {None}


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
    ):
        signal.connect(
            receiver,
            dispatch_uid=f"kdsite.telling.{receiver.__name__}",
            weak=False,
        )
