"""Who can act: the people that a mail goes to."""

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, OuterRef, Q
from django.db.models.functions import Cast
from wagtail.models import Page, Revision

from kdsite.editorial.models import ReviewTask
from kdsite.editorial.page_kinds import Kind
from kdsite.editorial.policy import approval_rule
from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.policy.approvers import who_can_approve, who_have_part


def account(pk):
    """The account with this id, or ``None``."""
    return get_user_model().objects.filter(pk=pk).first() if pk else None


def editors():
    """The members of the groups that decide on originals."""
    return _members(kind=Kind.ORIGINAL)


def all_editors():
    """:func:`editors`, as a query set, for conditions."""
    people = get_user_model().objects.filter(is_active=True)
    return people.filter(
        groups__reviewtask__kind=Kind.ORIGINAL, groups__reviewtask__active=True
    )


def language_team(language):
    """The members of the group that decides on translations into ``language`` (its code)."""
    return _members(kind=Kind.TRANSLATION, language=language)


def _members(**task):
    found = ReviewTask.objects.filter(active=True, **task).first()
    return list(found.members()) if found else []


def can_approve(page):
    """Everybody whose approval of the newest version of ``page`` would count now.

    A superuser is among them only as a member of a group or as an author.
    """
    return who_can_approve(Decision(page.specific))


def can_decide(page, decision=None):
    """Who can approve ``page``; where nobody can, who can at least ask for changes.

    :param decision: on its newest version, where the caller has it.
    """
    decision = decision or Decision(page.specific)
    return who_can_approve(decision) or [
        user
        for user in who_have_part(decision)
        if approval_rule.can_decide(user, decision)
    ]


def writers(page):
    """The owner of an original and its authors who have accounts."""
    page = page.specific
    ids = approval_rule.author_ids(page) | {page.owner_id}
    return list(get_user_model().objects.filter(pk__in=ids - {None}, is_active=True))


def writers_of(slot):
    """Who is to write what ``slot`` holds."""
    people = set(writers(Page.objects.get(pk=slot.page_id))) if slot.page_id else set()
    return people | ({slot.writer} if slot.writer_id else set())


def who_work_on(page):
    """The members of the group that decides on ``page`` who have saved or decided on a version of
    it; where none has, all of them."""
    task = ReviewTask.for_page(page.specific)
    members = list(task.members()) if task else []
    work = page.revisions.filter(_is_by(members))
    ids = {
        pk
        for row in work.values_list("user_id", "task_states__finished_by")
        for pk in row
    }
    return [each for each in members if each.pk in ids] or members


def work_by(users):
    """What ``users`` have saved of the page of an outer query, or decided on it, as a condition."""
    revision = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=Cast(OuterRef("pk"), CharField()),
    )
    return revision.filter(_is_by(users))


def _is_by(users):
    return Q(user__in=users) | Q(task_states__finished_by__in=users)
