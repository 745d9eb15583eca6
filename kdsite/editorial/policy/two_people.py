"""When two accounts are two people: an account that one person alone vouches for may be theirs."""

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from kdsite.editorial.policy.hosts import A_WEEK, lines


def are_two(one, other):
    """Are these two people? ``None`` is somebody without an account.

    Accounts are one person where one of them answers for the other (:class:`.hosts.Lines`); and where one
    person answers for both, as long as anybody else could be asked (:func:`_others_decide`): a
    site that is being set up can publish.
    """
    if one is None or other is None:
        return True
    known = lines()
    known.read([one, other])
    line, others = known.of(one), known.of(other)
    if line.isdisjoint(others):
        return True
    if one.pk in others or other.pk in line:
        return False
    return not _others_decide(line | others, known)


def why_one(user, writer):
    """Why the word of ``user`` is not a second person's beside that of ``writer``, as a sentence to
    ``user``; empty where it is, or where nobody knows who wrote."""
    if are_two(user, writer):
        return ""
    name = {"writer": get_user_display_name(writer)}
    known = lines()
    hosts = known.of(user) & known.of(writer)
    if hosts & {user.pk, writer.pk}:
        return (
            _(
                "You and %(writer)s count as one person for now: one of you invited the other, "
                "or gave them another address or role."
            )
            % name
        )
    hosts = get_user_model().objects.filter(pk__in=hosts)
    return _(
        "You and %(writer)s count as one person for now: both of you were invited, or given "
        "another address or role, by %(host)s."
    ) % (name | {"host": ", ".join(map(get_user_display_name, hosts))})


def _others_decide(line, known):
    """Does anybody decide on texts here, or has decided, for whom nobody of ``line`` answers?

    Somebody who has been here for more than a week counts whoever answers for them since: else whoever
    gives everybody another role, or puts them out of their group, would be alone on a new site.
    """
    since = timezone.now() - A_WEEK
    return any(
        each.date_joined < since or known.of(each).isdisjoint(line)
        for each in known.deciders()
        if each.pk not in line
    )
