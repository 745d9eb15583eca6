"""Who answers for an account: whoever has invited it, or given it another address or role."""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from kdsite.editorial.models.releases import ReleasedPage
from kdsite.editorial.models.words import Role
from kdsite.editorial.page_kinds import slot_pages

A_WEEK = timedelta(days=7)
_read = ContextVar("hosts_read", default=None)


def hosts_of(account):
    """Who has invited ``account``, or given it another address or role; the last one first."""
    return lines().hosts(account)


def _host_ids(account):
    # Where the account model remembers it.
    ids = {*getattr(account, "hosts", ()), getattr(account, "invited_by_id", None)}
    return ids - {None}


def new_ones(accounts):
    """The ids of those of ``accounts`` whose owner nobody has met yet. Everybody who was invited is new
    for a week, in which the editors have the mail about it; a guest until a text of their own has
    been public as well."""
    since = timezone.now() - A_WEEK
    new = {each.pk for each in accounts if each.invited_at and each.invited_at > since}
    asked = {each.pk for each in accounts} - new
    if not asked:
        return new
    texts = ContentType.objects.get_for_models(*slot_pages()).values()
    public = ReleasedPage.objects.filter(
        revision__user=OuterRef("pk"), page__content_type__in=texts
    )
    known = get_user_model().objects.filter(
        Q(groups__reviewtask__active=True) | Q(Exists(public)), pk__in=asked
    )
    return new | (asked - set(known.values_list("pk", flat=True)))


class Lines:
    """Who answers for whom, as far as it was read: as long as an account is new everybody who has
    invited it, or given it another address or role; and who answers for them, and so on."""

    def __init__(self):
        self._accounts, self._next = {}, {}
        self._deciders = None

    def read(self, accounts):
        """Read the lines of ``accounts``, in as many queries for many as for one."""
        accounts = {each.pk: each for each in accounts if each.pk not in self._next}
        while accounts:
            self._accounts |= accounts
            ids = {pk: _host_ids(each) for pk, each in accounts.items()}
            self._fetch(set().union(*ids.values()))
            invited = [each for each in accounts.values() if ids[each.pk]]
            new = new_ones(invited) if invited else set()
            for pk in accounts:
                there = ids[pk] & self._accounts.keys()
                self._next[pk] = there if pk in new else set()
            accounts = {
                host: self._accounts[host]
                for pk in accounts
                for host in self._next[pk]
                if host not in self._next
            }

    def _fetch(self, ids):
        if missing := ids - self._accounts.keys():
            self._accounts |= get_user_model().objects.in_bulk(missing)

    def hosts(self, account):
        """:func:`hosts_of`."""
        ids = _host_ids(account)
        self._fetch(ids)
        found = (self._accounts[pk] for pk in ids if pk in self._accounts)
        return sorted(found, key=lambda host: host.pk != account.invited_by_id)

    def of(self, account):
        """The ids of ``account`` and of whoever answers for it."""
        self.read([account])
        line, next_ones = set(), {account.pk}
        while next_ones := next_ones - line:
            line |= next_ones
            next_ones = set().union(*(self._next[pk] for pk in next_ones))
        return line

    def deciders(self):
        """Everybody who decides on texts here, or has decided; their lines are read."""
        if self._deciders is None:
            decide = Q(groups__reviewtask__isnull=False)
            have_decided = Q(words__role__in=(Role.MEMBER, Role.STAND_IN))
            people = get_user_model().objects.filter(decide | have_decided)
            self._deciders = list(people.distinct())
            self.read(self._deciders)
        return self._deciders


def lines():
    """The :class:`Lines` of the request (:func:`read_once`), or new ones: whoever changes something
    asks anew."""
    known = _read.get()
    return Lines() if known is None else known


@contextmanager
def read_once():
    """In it who answers for whom is read once: for a request that changes nothing."""
    token = _read.set(Lines())
    try:
        yield
    finally:
        _read.reset(token)
