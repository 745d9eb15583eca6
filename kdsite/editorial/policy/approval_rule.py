"""The rule: a revision goes live when two different people stand behind exactly it.

moderation.md has it in full. Whoever saved last stands behind it; so does every approver.
"""

from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models.reviews import ReviewTask, Role
from kdsite.editorial.page_kinds import Kind


def deciding_task(page):
    """The task whose groups decide on ``page``, or ``None``; looked up once for each object."""
    if "_deciding_task" in vars(page):
        return page._deciding_task
    task = ReviewTask.for_page(page)
    if page.pk:
        page._deciding_task = task
    return task


def author_ids(page):
    """The accounts that the newest version of ``page`` names as its authors (user ids)."""
    revision = page.latest_revision
    version = (revision.pk, revision.created_at) if revision else None
    # The rule asks often, and a version takes long to read.
    known = getattr(page, "_author_ids", None)
    if known is None or known[0] != version:
        named = getattr(page.get_latest_revision_as_object(), "named_author_ids", None)
        known = page._author_ids = (version, named() if named else set())
    return known[1]


def last_writer(revision):
    """Whoever saved the revision last, or ``None`` where unknown or the account is closed."""
    user = revision.user
    return user if user is not None and user.is_active else None


def current_approvals(revision):
    """Approvals of exactly this text, not of what the revision held before."""
    return revision.approvals.filter(saved_at=revision.created_at)


def is_backed(revision):
    """Do two different people stand behind exactly this revision?

    With a known last writer one approval by somebody else is enough, because every approval
    was given in a role that brings the deciding group in; otherwise two are needed.
    """
    approvals = current_approvals(revision)
    writer = last_writer(revision)
    if writer is not None:
        return approvals.exclude(user=writer).exists()
    return approvals.exclude(role=Role.AUTHOR).count() >= 2


def deciders(page, task):
    """Members who may decide on ``page``: a member who is a named author counts as an author."""
    return task.members().exclude(pk__in=author_ids(page))


def _deciders_left(page, revision, task):
    """Members who could still act: as deciders, or by correcting.

    Where a guest saved last, members whom the text names count as well: otherwise a guest could
    put a whole group out of office by naming it.
    """
    approvals = current_approvals(revision).exclude(user=None)
    standing = set(approvals.values_list("user_id", flat=True))
    if revision.user_id:
        standing.add(revision.user_id)
    writer = last_writer(revision)
    named_by_member = writer is not None and task.has_member(writer)
    able = deciders(page, task) if named_by_member else task.members()
    return able.exclude(pk__in=standing)


def is_stand_in(user, page, revision, task):
    """May ``user`` stand in? A superuser or a member of another group, where no member can act."""
    if user.pk in author_ids(page) or _deciders_left(page, revision, task).exists():
        return False
    return user.is_superuser or in_any_group(user)


def in_any_group(user):
    """Is ``user`` in a group that decides on something?"""
    return user.groups.filter(reviewtask__isnull=False).exists()


def can_author_confirm(page, revision):
    """Is ``revision`` a member's version of an original, which a named author may confirm?"""
    task, writer = deciding_task(page), last_writer(revision)
    return bool(
        task
        and task.kind == Kind.ORIGINAL
        and writer is not None
        and deciders(page, task).filter(pk=writer.pk).exists()
    )


def approval_role(user, page, revision):
    """The role in which ``user`` may approve ``revision`` of ``page``.

    :raises Refusal: with the reason, where they may not.
    """
    if not user.is_active:
        raise Refusal(_("This account is closed."))
    task = deciding_task(page)
    if task is None or not task.groups.exists():
        raise Refusal(_("No group decides on this page, so nobody can publish it."))
    writer = last_writer(revision)
    if user == writer or revision.user_id == user.pk:
        raise Refusal(_("You saved this version yourself: somebody else must approve."))
    if current_approvals(revision).filter(user=user).exists():
        raise Refusal(_("You have approved this already: somebody else must, too."))
    able = deciders(page, task)
    if able.filter(pk=user.pk).exists():
        return Role.MEMBER
    if user.pk in author_ids(page):
        if can_author_confirm(page, revision):
            return Role.AUTHOR
        raise Refusal(
            _("You are an author of this page: somebody else must approve it.")
        )
    if is_stand_in(user, page, revision, task):
        return Role.STAND_IN
    raise Refusal(_("The members of the deciding group approve this page."))


def can_approve(user, page, revision):
    """:func:`approval_role` as a question."""
    try:
        return bool(approval_role(user, page, revision))
    except Refusal:
        return False


def can_decide(user, page, revision):
    """May ``user`` ask for changes? Members do, or who stands in; not who sent the page."""
    task = deciding_task(page)
    if task is None or not user.is_active:
        return False
    return can_act_as_member(user, page, task) or is_stand_in(
        user, page, revision, task
    )


def can_act_as_member(user, page, task):
    """A member who did not send the page; or who sent it, but is no author of it."""
    if not task.has_member(user):
        return False
    state = page.current_workflow_state
    sent = page.owner_id == user.pk or (state and state.requested_by_id == user.pk)
    return not (sent and user.pk in author_ids(page))


def can_correct(page, user):
    """May ``user`` change the text while it is in review? Members and superusers only."""
    if user.is_superuser:
        return user.is_active
    task = deciding_task(page)
    return bool(task and can_act_as_member(user, page, task))


def was_submitted(page):
    """Has ``page`` ever been sent for review?"""
    return WorkflowState.objects.for_instance(page).exists()
