"""Into review and out of it again, without a decision."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import WorkflowState

from kdsite.editorial.exceptions import Conflict, Refusal, Unchanged
from kdsite.editorial.locks import ApprovedLock
from kdsite.editorial.models import Companion
from kdsite.editorial.models.words import Answer, Role, Way, Word
from kdsite.editorial.page_kinds import Kind, is_translation, translation_of
from kdsite.editorial.policy import standing
from kdsite.editorial.policy.approval_rule import (
    Decision,
    author_ids,
    is_member,
    role_of_no,
)
from kdsite.editorial.policy.hearing import may_answer
from kdsite.editorial.publishing import guard
from kdsite.editorial.publishing.link_schemes import check_links
from kdsite.editorial.publishing.manifest import manifest_of
from kdsite.editorial.review import (
    author_confirmation,
    choices,
    decisions,
    task_calls,
    words,
)
from kdsite.editorial.review.completeness import check_complete
from kdsite.editorial.signals import corrected, sent_for_review, taken_back
from kdsite.editorial.texts.left_to_do import left_of


@transaction.atomic
def submit(page, user, seen="", draft=None):
    """Send the newest revision of ``page`` for review, for the first time or again, together
    with its companions that are not public yet and that ``user`` may open. Where an author has answered a private link to
    exactly this version, the review may end at once: see :func:`sent_sentence`.

    :param seen: :func:`.manifest_of` what ``user`` was shown; only of a companion that is
        in it can sending be an author's word.
    :param draft: the newest version, where the caller has read it under the page's lock.
    :raises Conflict: it is in review already, or approved and waiting for its time.
    :raises Incomplete: it is a translation, and strings are missing.
    :raises Refusal: nothing is there to review, a link leads nowhere, no group decides, or what the page itself
        checks (:meth:`ModeratedPage.check_before_review`) keeps it back.
    """
    page = guard.lock_page(page.pk).specific
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        raise Conflict(_("This page is in review already."))
    lock = page.get_lock()
    if isinstance(lock, ApprovedLock):
        raise Conflict(lock.get_message(user))
    workflow = page.get_workflow()
    if workflow is None:
        raise Refusal(_("No group decides on this page, so nobody can publish it."))
    revision = page.get_latest_revision()
    if revision is None:
        raise Refusal(_("There is nothing to review yet."))
    if is_translation(page):
        check_complete(translation_of(page))
    if page.live and page.live_revision_id == revision.pk:
        raise Refusal(_("This version is public already, and nothing is new in it."))
    check_links(revision)
    if draft and draft.latest_revision_id != revision.pk:
        draft = None
    with task_calls.in_hand(page, draft):
        if state and state.workflow_id == workflow.pk:
            state.resume(user)
        else:
            if state:
                state.cancel(user=user)
            state = workflow.start(page, user)
    if user:
        words.record(page, Answer.YES, seen or None, user=user, way=Way.SENDING)
    for companion in page.companions(revision.content):
        _take_along(companion, state, user, seen)
    if author_confirmation.count_answers(page):
        state.refresh_from_db()
    if state.status == WorkflowState.STATUS_IN_PROGRESS:
        sent_for_review.send(sender=type(page), state=state, user=user)
    return state


def correct(page, user):
    """``user`` has saved a text in review as a correction, and stands behind it; somebody else
    must, too. Any other save is no word. Called in the caller's transaction.

    :raises Conflict: it is not in review.
    :raises Unchanged: nothing that readers get is other than in the version before, or than in what
        ``user`` stands behind already; the caller takes back what it has saved.
    """
    if not page.workflow_in_progress:
        raise Conflict(_("This page is no longer in review."))
    revision = page.get_latest_revision()
    said = [word for word in Word.objects.of_page(page.pk) if word.is_of(revision)]
    stands = any(
        word.user_id == user.pk for word, _heard in standing.yes_to(said, revision)
    )
    # Of a version with the same words as the one before its writer is the same as well.
    if stands or revision.user_id != user.pk:
        raise Unchanged(
            _(
                "Nothing was changed, so there is no correction, and nobody is told of one."
            )
        )
    if said:
        # Others may have agreed to it before: they agree to the correction.
        page.set_apart(revision, user)
    words.record(page, Answer.YES, user=user)
    corrected.send(sender=type(page), page=page, user=user)


def sent_sentence(state):
    """What :func:`submit` did, for whoever sent the page."""
    if state.status == WorkflowState.STATUS_APPROVED:
        return _("An author has agreed to this version already: it is approved.")
    return _("Sent for review.")


def may_take_along(companion, user):
    """May ``user`` send ``companion`` with a page? A draft that they may not read is its owner's, until
    that sends it."""
    return bool(user) and companion.permissions_for_user(user).can_edit()


def _take_along(companion, state, user, seen):
    """Send ``companion`` for review with the page of ``state``, where it can go.

    Whoever sends it stands behind what they were shown; where a member saved it and its author
    sends it, that is the author's confirmation as well (moderation.md).
    """
    companion = guard.lock_page(companion.pk).specific
    revision, workflow = companion.get_latest_revision(), companion.get_workflow()
    unfinished = (
        is_translation(companion) and not left_of(translation_of(companion)).is_nothing
    )
    taken = companion.live or companion.first_published_at or companion.get_lock()
    if revision is None or workflow is None or unfinished or taken:
        return
    # What is translated by the team that sends the page is theirs.
    of_the_team = is_translation(companion) and workflow.pk == state.workflow_id
    if not (of_the_team or may_take_along(companion, user)):
        return
    own = companion.current_workflow_state
    if own:
        own.cancel(user=user)
    with task_calls.in_hand(companion):
        workflow.start(companion, user)
    along = Companion(leader=state, page_id=companion.pk)
    Companion.objects.bulk_create([along], ignore_conflicts=True)
    if user and user.pk == revision.user_id:
        words.record(companion, Answer.YES, user=user, way=Way.SENDING)
        return
    if not user or not seen or manifest_of(revision) not in seen.split():
        return
    confirms = _confirms(user, Decision(companion, revision))
    role = Role.AUTHOR if confirms else ""
    words.record(companion, Answer.YES, seen, role=role, user=user, way=Way.SENDING)


def _confirms(user, decision):
    """Is ``user`` a named author of an original that a member has saved? The member may not have
    said “yes” to it yet."""
    is_original = decision.task and decision.task.kind == Kind.ORIGINAL
    saved_by_member = decision.revision.user_id in decision.decider_ids
    return is_original and saved_by_member and user.pk in decision.author_ids


def can_take_back(page, user):
    """While a review runs: whoever sent it, owns it, decides on it, also after a correction of theirs,
    or is a named author of it."""
    state = page.current_workflow_state
    return bool(
        page.workflow_in_progress
        and page.permissions_for_user(user).can_edit()
        and (
            state.user_can_cancel(user)
            or user.pk in author_ids(page)
            or is_member(user, page)
        )
    )


def _as_authors_answer(user, decision):
    """A named author who takes their text back says “no” as an author does: it holds what others might
    send and approve without them (:func:`.standing.holding`), until they send or agree again."""
    if not may_answer(user, decision):
        return {}
    return {"way": Way.ANSWER, "comment": _("I took the text back from review.")}


@transaction.atomic
def take_back(page, user):
    """End the review of ``page`` without a decision; it is a draft again. Of whoever has sent it
    that ends their own “yes”, of a member everybody's, as when they ask for changes.

    :returns: a sentence on what happened, for ``user``.
    :raises Conflict: it is not in review.
    :raises Refusal: see :func:`can_take_back`.
    """
    page = guard.lock_page(page.pk).specific
    state = page.current_workflow_state
    if not page.workflow_in_progress:
        raise Conflict(_("This page is no longer in review."))
    if not can_take_back(page, user):
        raise Refusal(_("Whoever sent the page takes it back."))
    together = choices.companions(state)
    is_sender = user.pk == state.requested_by_id
    decision = Decision(page)
    role = "" if is_sender else role_of_no(user, decision)
    own = _as_authors_answer(user, decision)
    state.cancel(user=user)
    for each in (page, *together):
        # Whoever sends it again says “yes” again.
        words.record(each, Answer.NO, role=role, user=user, **own)
    log(
        instance=page,
        action="editorial.take_back",
        user=user,
        revision=page.latest_revision,
    )
    decisions.cancel_reviews(together, user)
    taken_back.send(sender=type(page), page=page, user=user, state=state)
    if role:
        return _(
            "The page is a draft again. What anybody has agreed to no longer counts: somebody sends "
            "it again, and somebody else approves it."
        )
    return _("The page is a draft again.")
