"""Who can act: the people that a mail goes to."""

from django.contrib.auth import get_user_model
from wagtail.models import Page

from kdsite.editorial.models import ReviewTask
from kdsite.editorial.page_kinds import Kind
from kdsite.editorial.policy import approval_rule


def editors():
    """The members of the groups that decide on originals."""
    return _members(kind=Kind.ORIGINAL)


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
    page = page.specific
    revision = page.latest_revision
    return [
        user
        for user in _involved(page)
        if approval_rule.can_approve(user, page, revision)
    ]


def can_decide(page):
    """Who can approve ``page``; where nobody can, who can at least ask for changes."""
    able = can_approve(page)
    if able:
        return able
    page = page.specific
    revision = page.latest_revision
    return [
        user
        for user in _involved(page)
        if approval_rule.can_decide(user, page, revision)
    ]


def _involved(page):
    users = get_user_model().objects.filter(is_active=True)
    groups = users.filter(groups__reviewtask__active=True)
    authors = users.filter(pk__in=approval_rule.author_ids(page))
    return (groups | authors).distinct()


def writers(page):
    """The owner of an original and its authors who have accounts."""
    page = page.specific
    ids = approval_rule.author_ids(page) | {page.owner_id}
    return list(get_user_model().objects.filter(pk__in=ids - {None}, is_active=True))


def writers_of(slot):
    """Who is to write what ``slot`` holds."""
    people = set(writers(Page.objects.get(pk=slot.page_id))) if slot.page_id else set()
    return people | ({slot.writer} if slot.writer_id else set())
