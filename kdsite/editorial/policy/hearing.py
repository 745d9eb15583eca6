"""Which author answers, and who may say that they have read it."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from kdsite.editorial.models.words import Role
from kdsite.editorial.page_kinds import Kind
from kdsite.editorial.policy import standing
from kdsite.editorial.policy.approval_rule import (
    can_decide,
    role_of_no,
)
from kdsite.editorial.policy.deciding_groups import in_any_group


def may_answer(user, decision):
    """May ``user`` answer as a named author, from their account, what others answer by a private link?
    Of an original; not where they decide on it, and have “ask for changes” for it."""
    return bool(
        user.is_active
        and decision.task
        and decision.task.kind == Kind.ORIGINAL
        and user.pk in decision.author_ids
        and not can_decide(user, decision)
    )


def can_read(user, decision):
    """May ``user`` say that they have read what an author answered by a private link? Of a “no” see
    :func:`can_hear_no`; that somebody without an account agrees, whoever decides may read, not on their
    own version, nor on the answers to a link that they sent."""
    if can_hear_no(user, decision):
        return True
    said = standing.yes_to(decision.words, decision.revision)
    links = [word.link for word, is_heard in said if not is_heard]
    may_hear = any(
        standing.may_hear(link, decision.revision, user)
        for link in links
        if not link.revoked_at
    )
    return may_hear and can_decide(user, decision)


def can_hear_no(user, decision):
    """May ``user`` end what an author's “no” holds, by having read it? A member who did not save the
    version (:func:`.standing.may_lift`); where there is none, somebody who stands in, and did not
    either."""
    if not decision.held:
        return False
    if _is_other_member(user, decision):
        return True
    return _could_stand_in(user, decision) and not any(
        _is_other_member(each, decision) for each in _members(decision)
    )


def who_can_hear_no(decision):
    """The accounts of which :func:`can_hear_no` is true, the members or who stands in for them."""
    if not decision.held:
        return []
    members = [each for each in _members(decision) if _is_other_member(each, decision)]
    if members:
        return members
    users = get_user_model().objects.filter(is_active=True)
    users = users.filter(Q(is_superuser=True) | Q(groups__reviewtask__isnull=False))
    return [
        each
        for each in users.order_by("pk").distinct()
        if _could_stand_in(each, decision)
    ]


def _members(decision):
    return sorted(decision.members, key=lambda each: each.pk)


def _is_other_member(user, decision):
    return role_of_no(user, decision) == Role.MEMBER and standing.may_lift(
        decision.revision, user
    )


def _could_stand_in(user, decision):
    """Would ``user`` stand in, if no member could read it?"""
    stands_in = user.is_active and (user.is_superuser or in_any_group(user))
    has_part = user.pk in decision.author_ids | decision.member_ids
    return stands_in and not has_part and standing.may_lift(decision.revision, user)


def who_lifts(decision):
    """Which author has asked for changes, and who can do something about it, by their names: a
    sentence that is true for whoever reads it. Empty where no “no” holds the version."""
    if not decision.held:
        return ""
    names = ", ".join(decision.held_by)
    people = ", ".join(map(get_user_display_name, who_can_hear_no(decision)))
    waits = (
        _(
            "The text waits until %(names)s agrees, or one of these has read the answer on the "
            "review: %(people)s."
        )
        if people
        else _(
            "The text waits until %(names)s agrees. Nobody else can let it go on now; an editor "
            "can make it a draft again."
        )
    )
    asked = standing.asked_for_changes(decision.held)
    return f"{asked} {waits % {'names': names, 'people': people}}"


def why_not_over_no(user, decision):
    """Why ``user`` does not approve the version, though they may otherwise: an author's “no” that
    their approval would not end, as a sentence; empty where there is none."""
    if not decision.held or standing.may_lift(decision.revision, user):
        return ""
    return who_lifts(decision)
