"""When two accounts are two people: an account that one person alone vouches for may be theirs."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from kdsite.editorial.models.releases import ReleasedPage
from kdsite.editorial.models.words import Role
from kdsite.editorial.page_kinds import slot_pages

A_WEEK = timedelta(days=7)


def are_two(one, other):
    """Are these two people? ``None`` is somebody without an account.

    Accounts are one person where one of them answers for the other (:func:`line_of`); and where one
    person answers for both, as long as anybody else could be asked (:func:`_others_decide`): a
    site that is being set up can publish.
    """
    if one is None or other is None:
        return True
    lines = line_of(one), line_of(other)
    if lines[0].isdisjoint(lines[1]):
        return True
    if one.pk in lines[1] or other.pk in lines[0]:
        return False
    return not _others_decide(lines[0] | lines[1])


def why_one(user, writer):
    """Why the word of ``user`` is not a second person's beside that of ``writer``, as a sentence to
    ``user``; empty where it is, or where nobody knows who wrote."""
    if are_two(user, writer):
        return ""
    name = {"writer": get_user_display_name(writer)}
    hosts = line_of(user) & line_of(writer)
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


def line_of(account):
    """The ids of ``account`` and of whoever answers for it: as long as it is new (:func:`is_new`)
    everybody who has invited it, or given it another address or role; and who answers for them, and so on.
    """
    line, next_ones = set(), [account]
    while next_ones:
        each = next_ones.pop()
        if each is not None and each.pk not in line:
            line.add(each.pk)
            hosts = hosts_of(each)
            next_ones += hosts if hosts and is_new(each) else []
    return line


def hosts_of(account):
    """Who has invited ``account``, or given it another address or role; the last one first."""
    # Where the account model remembers it.
    ids = {*getattr(account, "hosts", ()), getattr(account, "invited_by_id", None)}
    found = get_user_model().objects.filter(pk__in=ids - {None}) if ids - {None} else ()
    return sorted(found, key=lambda host: host.pk != account.invited_by_id)


def is_new(account):
    """Has nobody met the owner of an invited account yet? Everybody is new for a week, in which the
    editors have the mail about it; a guest until a text of their own has been public as well.
    """
    if account.invited_at and account.invited_at > timezone.now() - A_WEEK:
        return True
    if account.groups.filter(reviewtask__active=True).exists():
        return False
    texts = ContentType.objects.get_for_models(*slot_pages()).values()
    return not ReleasedPage.objects.filter(
        revision__user=account, page__content_type__in=texts
    ).exists()


def _others_decide(line):
    """Does anybody decide on texts here, or has decided, for whom nobody of ``line`` answers?

    Somebody who has been here for more than a week counts whoever answers for them since: else whoever
    gives everybody another role, or puts them out of their group, would be alone on a new site.
    """
    decide = Q(groups__reviewtask__isnull=False)
    have_decided = Q(words__role__in=(Role.MEMBER, Role.STAND_IN))
    others = get_user_model().objects.filter(decide | have_decided)
    return any(
        each.date_joined < timezone.now() - A_WEEK or line_of(each).isdisjoint(line)
        for each in others.exclude(pk__in=line).distinct()
    )
