"""On what the groups of an account decide."""

from django.contrib.auth.models import Group
from django.db.models import F, Prefetch, prefetch_related_objects

from kdsite.editorial.page_kinds import Kind


def in_any_group(user):
    """Is ``user`` in a group that decides on something?"""
    return bool(kinds_decided_by(user))


def kinds_decided_by(user):
    """The kinds of page that the groups of ``user`` decide on."""
    return {group.decides_on for group in _deciding_groups(user)}


def languages_decided_by(user, only_in_use=False):
    """The languages into which translations are decided on by the groups of ``user``, as codes.

    :param only_in_use: leave out those whose review is out of use.
    """
    return {
        group.translates_into
        for group in _deciding_groups(user)
        if group.decides_on == Kind.TRANSLATION and (group.is_in_use or not only_in_use)
    }


def _deciding_groups(user):
    """The groups of ``user`` that decide, once for each review; read once for each ``user`` object."""
    if user.pk is None:
        return []
    if not hasattr(user, "deciding_groups"):
        read_deciding_groups([user])
    return user.deciding_groups


def read_deciding_groups(users):
    """Read on what the groups of each of ``users`` decide, in one query."""
    groups = Group.objects.filter(reviewtask__isnull=False).annotate(
        decides_on=F("reviewtask__kind"),
        translates_into=F("reviewtask__language"),
        is_in_use=F("reviewtask__active"),
    )
    prefetch_related_objects(users, Prefetch("groups", groups, "deciding_groups"))
