"""Who may say that they have read what an author answered by a private link."""

from kdsite.editorial.models.words import Role
from kdsite.editorial.policy import standing
from kdsite.editorial.policy.approval_rule import (
    can_decide,
    in_any_group,
    role_of_no,
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
    """May ``user`` end what an author's “no” holds, by having read it? A member who neither sent the
    link nor saved the version; where there is none, somebody who stands in and did neither."""
    return any(_can_hear(user, word.link, decision) for word in decision.held)


def _can_hear(user, link, decision):
    if not _is_other_member(user, link, decision):
        stands_in = user.is_active and (user.is_superuser or in_any_group(user))
        if not stands_in or user.pk in decision.author_ids | decision.member_ids:
            return False
        members = decision.task.members() if decision.task else []
        if any(_is_other_member(each, link, decision) for each in members):
            return False
    return standing.may_hear(link, decision.revision, user)


def _is_other_member(user, link, decision):
    return role_of_no(user, decision) == Role.MEMBER and standing.may_hear(
        link, decision.revision, user
    )


def why_not_over_no(user, decision):
    """Why ``user`` does not approve the version, though they may otherwise: an author's “no” that
    their approval would not end, as a sentence; empty where there is none."""
    if all(
        standing.may_hear(word.link, decision.revision, user) for word in decision.held
    ):
        return ""
    return standing.who_hears(decision.held)
