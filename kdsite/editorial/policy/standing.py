"""Who stands behind a version: what the words on a page are worth, the newest first."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from kdsite.editorial.models.releases import ReleasedPage
from kdsite.editorial.models.words import Answer, Role
from kdsite.editorial.page_kinds import slot_pages

A_WEEK = timedelta(days=7)


def yes_to(words, revision, manifest=None):
    """The “yes” of each person who stands behind exactly this version, as ``(word, is_heard)``.

    The newest word of a person on a page, whatever its version, is their only one; a member's
    “no” ends everybody's before it. Only a new “yes” counts after that.

    :param words: all that was said of the page, the newest first.
    :param manifest: see :func:`.approval_rule.is_backed`.
    :returns: ``is_heard`` is false of an author without an account until a member who neither sent
        them the link nor saved the version has read exactly what they answered to.
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
            yield word, bool(word.user_id or readers - {sender, revision.user_id})
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

    Whoever invited somebody and the account that they made are not, as long as nobody else has met
    its owner (moderation.md, C6 and C10): see :func:`is_new`.
    """
    if other is None:
        return True
    if writer.pk == other.pk:
        return False
    invited = {host_of(writer): writer, host_of(other): other}
    account = invited.get(other.pk) or invited.get(writer.pk)
    return account is None or not is_new(account)


def host_of(account):
    """The id of the account that invited this one, where the account model remembers it."""
    return getattr(account, "invited_by_id", None)


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
