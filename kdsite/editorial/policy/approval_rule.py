"""The rule: a revision goes live when two different people stand behind exactly it.

moderation.md has it in full. Whoever saved last stands behind it once they have sent it; so does every approver.
"""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models.reviews import ReviewTask
from kdsite.editorial.models.words import Role, Word
from kdsite.editorial.page_kinds import Kind
from kdsite.editorial.policy import standing
from kdsite.editorial.policy.deciding_groups import in_any_group
from kdsite.editorial.policy.two_people import are_two


class Decision:
    """What a decision on one version of a page depends on, each read once.

    Made for one request or one call of a service and not kept longer: people decide meanwhile.

    :param page: the specific page.
    :param revision: the version to decide on; left out, it is the newest.
    """

    def __init__(self, page, revision=None):
        self.page = page
        self.revision = revision or page.get_latest_revision()

    @cached_property
    def task(self):
        """The task whose groups decide on the page, or ``None``."""
        return ReviewTask.for_page(self.page)

    @cached_property
    def members(self):
        """The accounts of those groups."""
        return list(self.task.members()) if self.task else []

    @property
    def member_ids(self):
        return {each.pk for each in self.members}

    @cached_property
    def author_ids(self):
        """The accounts that the version names as its authors."""
        return author_ids(self.page, self.revision)

    @cached_property
    def words(self):
        """All that was said of the page, the newest first."""
        return Word.objects.of_page(self.page.pk)

    @cached_property
    def approvals(self):
        """The words that count for this version."""
        return standing.that_count(self.words, self.revision)

    @cached_property
    def held(self):
        """The words of authors whose “no” holds the version: see :func:`.standing.holding`."""
        return standing.holding(self.words, self.revision)

    @property
    def held_by(self):
        """The names of those authors."""
        return list(dict.fromkeys(word.name for word in self.held))

    @cached_property
    def writer(self):
        """Whoever saved the version last, or ``None``: see :func:`.standing.last_writer`."""
        return standing.last_writer(self.words, self.revision)

    @property
    def decider_ids(self):
        """Members who may decide: a member who is a named author counts as an author."""
        return self.member_ids - self.author_ids

    @cached_property
    def deciders_left(self):
        """Members who could still act: as deciders, or by correcting.

        Where a guest saved last, members whom the text names count as well: otherwise a guest
        could put a whole group out of office by naming it. Whoever saved what somebody else has
        sent is one of them.
        """
        writer = self.writer
        named_by_member = writer is not None and writer.pk in self.member_ids
        able = self.decider_ids if named_by_member else self.member_ids
        if self.held:
            # Whoever has approved may still let it go on.
            return self._others_than(self.revision.user, able)
        left = able - {approval.user_id for approval in self.approvals}
        return self._others_than(writer, left)

    def _others_than(self, writer, ids):
        people = (each for each in self.members if each.pk in ids)
        return {each.pk for each in people if are_two(writer, each)}


def author_ids(page, revision=None):
    """The accounts that ``revision``, or else the newest version of ``page``, names as its
    authors (user ids)."""
    revision = revision or page.get_latest_revision()
    named = getattr(page, "named_author_ids", None)
    if named is None:
        return set()
    return named(revision.content) if revision else named()


def is_backed(revision, manifest=None, words=None):
    """Do two different people stand behind exactly this revision?

    :param manifest: of ``revision`` with its files as they are now (:func:`.manifest_of`); left
        out, they are taken for what they were.
    :param words: all that was said of the page, where the caller has it.
    """
    if words is None:
        words = Word.objects.of_page(revision.object_id)
    counting = standing.that_count(words, revision, manifest)
    writer = standing.last_writer(words, revision, manifest)
    return standing.are_enough(writer, counting)


def is_stand_in(user, decision):
    """May ``user`` stand in? A superuser or a member of another group, where no member can act."""
    if user.pk in decision.author_ids or decision.deciders_left:
        return False
    return user.is_superuser or in_any_group(user)


def can_author_confirm(decision):
    """Is it a member's version of an original, which a named author may confirm?"""
    return bool(
        decision.task
        and decision.task.kind == Kind.ORIGINAL
        and decision.writer is not None
        and decision.writer.pk in decision.decider_ids
    )


def approval_role(user, decision):
    """The role in which ``user`` may approve the version. Whoever saved it, and does not stand behind it
    yet, may do so as anybody else may: beside whoever has sent it they are the second person.

    :raises Refusal: with the reason, where they may not.
    """
    if not user.is_active:
        raise Refusal(_("This account is closed."))
    if not (decision.member_ids or (decision.task and decision.task.groups.exists())):
        raise Refusal(_("No group decides on this page, so nobody can publish it."))
    has_saved = user.pk == decision.revision.user_id
    if user == decision.writer and not has_saved:
        raise Refusal(_("You sent this version yourself: somebody else must approve."))
    if user == decision.writer:
        raise Refusal(_("You saved this version yourself: somebody else must approve."))
    if any(approval.user_id == user.pk for approval in decision.approvals):
        raise Refusal(_("You have approved this already: somebody else must, too."))
    if user.pk in decision.decider_ids:
        return Role.MEMBER
    if user.pk in decision.author_ids:
        if can_author_confirm(decision):
            return Role.AUTHOR
        raise Refusal(
            _("You are an author of this page: somebody else must approve it.")
        )
    if has_saved:
        raise Refusal(_("You saved this version yourself: somebody else must approve."))
    if is_stand_in(user, decision):
        return Role.STAND_IN
    raise Refusal(_("The members of the deciding group approve this page."))


def role_if_any(user, decision):
    """:func:`approval_role`, or ``None`` where ``user`` may not approve."""
    try:
        return approval_role(user, decision)
    except Refusal:
        return None


def why_not(user, decision):
    """Why ``user`` may not approve the version, as a sentence; empty where they may."""
    try:
        approval_role(user, decision)
    except Refusal as reason:
        return str(reason)
    return ""


def can_decide(user, decision):
    """May ``user`` ask for changes? Members may, and who stands in; not an author who sent it."""
    return bool(role_of_no(user, decision))


def role_of_no(user, decision):
    """The role in which a “no” of ``user`` ends everybody's “yes”; empty where it ends theirs alone."""
    if decision.task is None or not user.is_active:
        return ""
    if user.pk in decision.member_ids and not _is_own(user, decision):
        return Role.MEMBER
    return Role.STAND_IN if is_stand_in(user, decision) else ""


def can_correct(page, user, decision=None):
    """May ``user`` change the text while it is in review? Members and superusers only; not an
    author who sent it.

    :param decision: on ``page``, where the caller has it.
    """
    if user.is_superuser:
        return user.is_active
    if decision is None:
        return is_member(user, page) and not _is_own(user, Decision(page))
    return user.pk in decision.member_ids and not _is_own(user, decision)


def is_member(user, page):
    """Is ``user`` in a group that decides on pages like ``page``?"""
    return (
        user.is_active
        and ReviewTask.deciding_on(page).filter(groups__user=user).exists()
    )


def _is_own(user, decision):
    """Did ``user`` send the page, or own it, and is also an author of it?"""
    page, state = decision.page, decision.page.current_workflow_state
    sent = page.owner_id == user.pk or (state and state.requested_by_id == user.pk)
    return bool(sent and user.pk in decision.author_ids)


def was_submitted(page):
    """Has ``page`` ever been sent for review?"""
    return WorkflowState.objects.for_instance(page).exists()
