"""Who stands behind a version: what the words on a page are worth, the newest first."""

from django.db.models import Q

from kdsite.editorial.models.releases import ReleasedPage
from kdsite.editorial.models.words import Answer, Role


def yes_to(words, revision, manifest=None):
    """The “yes” of each person who stands behind exactly this version, as ``(word, is_heard)``.

    The newest word of a person on a page, whatever its version, is their only one; a member's
    “no” ends everybody's before it. Only a new “yes” counts after that.

    :param words: all that was said of the page, the newest first.
    :param manifest: see :func:`.approval_rule.is_backed`.
    :returns: ``is_heard`` is false of an author without an account until a member other than
        whoever sent them the link has read exactly what they answered to.
    """
    people, readers = set(), set()
    for word in words:
        is_of_this = word.manifest == manifest if manifest else word.is_of(revision)
        if word.answer == Answer.READ:
            if is_of_this:
                readers.add(word.user_id)
            continue
        if word.answer == Answer.NO and word.is_members:
            return
        if people.isdisjoint(word.person) and word.answer == Answer.YES and is_of_this:
            sender = word.link.created_by_id if word.link else None
            yield word, bool(word.user_id or readers - {sender})
        people |= word.person


def that_count(words, revision, manifest=None):
    """Those of :func:`yes_to` that were given a role by the rule, and are heard."""
    said = yes_to(words, revision, manifest)
    return [word for word, is_heard in said if word.role and is_heard]


def last_writer(words, revision):
    """Whoever saved the revision last; ``None`` where that is unknown, the account is closed, or
    they have said “no” to it since."""
    writer = revision.user
    if writer is None or not writer.is_active:
        return None
    for word in words:
        if word.answer != Answer.READ and ("user", writer.pk) in word.person:
            said_no = word.answer == Answer.NO
            return (
                None if said_no and word.created_at >= revision.created_at else writer
            )
    return writer


def are_enough(writer, words):
    """Do two different people stand behind a version that ``writer`` saved last?

    With a known last writer one word by somebody else is enough, because every word counts in a
    role that brings the deciding group in; otherwise two are needed.

    :param words: those of :func:`that_count`.
    """
    if writer is not None:
        return any(are_two(writer, word.user) for word in words)
    return sum(word.role != Role.AUTHOR for word in words) >= 2


def are_two(writer, other):
    """Are these two people? ``other`` is ``None`` where it is somebody without an account.

    An editor and the guest whom they invited are not, before the guest's first publication:
    somebody else must have met the guest's words (moderation.md, C6).
    """
    if other is None:
        return True
    if writer.pk == other.pk:
        return False
    guests = {host_of(writer): writer, host_of(other): other}
    guest = guests.get(other.pk) or guests.get(writer.pk)
    return guest is None or not is_new_guest(guest)


def host_of(account):
    """The id of the account that invited this one, where the account model remembers it."""
    return getattr(account, "invited_by_id", None)


def is_new_guest(account):
    """Is it somebody who decides on nothing, and of whom nothing has been public yet?"""
    return not (
        account.groups.filter(reviewtask__active=True).exists()
        or ReleasedPage.objects.filter(
            Q(revision__user=account) | Q(page__owner=account)
        ).exists()
    )
