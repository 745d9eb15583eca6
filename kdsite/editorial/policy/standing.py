"""Who stands behind a version: what the words on a page are worth, the newest first."""

from itertools import combinations

from django.utils.translation import gettext as _

from kdsite.editorial.models.words import Answer, Role, Way
from kdsite.editorial.policy.two_people import are_two


def yes_to(words, revision, manifest=None):
    """The “yes” of each person who stands behind exactly this version, as ``(word, is_heard)``.

    The newest word of a person on a page, whatever its version, is their only one; a member's
    “no” ends everybody's before it. Only a new “yes” counts after that.

    :param words: all that was said of the page, the newest first.
    :param manifest: see :func:`.approval_rule.is_backed`.
    :returns: ``is_heard`` is false of an author without an account until a member who neither sent
        them the link nor saved the version (:func:`may_hear`) has read exactly what they answered
        to.
    """
    people, readers = set(), []
    for word in words:
        is_of_this = word.manifest == manifest if manifest else word.is_of(revision)
        if word.answer == Answer.READ:
            if is_of_this:
                readers.append(word.user)
            continue
        if word.answer == Answer.NO and word.is_members:
            return
        if people.isdisjoint(word.person) and word.answer == Answer.YES and is_of_this:
            yield (
                word,
                bool(word.user_id)
                or any(may_hear(word.link, revision, reader) for reader in readers),
            )
        people |= word.person


def may_hear(link, revision, reader):
    """Is ``reader`` somebody else than the sender of ``link`` and whoever saved ``revision``?"""
    return all(are_two(reader, each) for each in (link.created_by, revision.user))


def that_count(words, revision, manifest=None):
    """Those of :func:`yes_to` that were given a role by the rule, and are heard."""
    said = yes_to(words, revision, manifest)
    return [word for word, is_heard in said if word.role and is_heard]


def may_lift(revision, reader):
    """Is ``reader`` somebody else than whoever saved ``revision``? They may let it go on over an
    author's “no”. The sender of the link may, too: unlike a “yes”, of which they chose the mailbox,
    a “no” makes nobody a second person; two stand behind the version without it.
    """
    return are_two(reader, revision.user)


def holding(words, revision):
    """The “no” of each author who has asked for changes, and has not agreed since
    by the same hand, and whom nobody has heard since who may (:func:`may_lift`): by approving this
    version, or by saying that they have read it. Closing the link leaves it as it is.

    It ends nobody's “yes”, and holds what would happen by it.

    :param words: see :func:`yes_to`.
    """
    readers, newer, found = [], set(), []
    for word in words:
        is_yes = word.answer == Answer.YES
        hears = word.answer == Answer.READ or (is_yes and word.is_members)
        if hears and word.is_of(revision):
            readers.append(word.user)
        is_newest = is_authors_no(word) and newer.isdisjoint(hand_of(word))
        if is_newest and not any(may_lift(revision, each) for each in readers):
            found.append(word)
        if is_yes or is_authors_no(word):
            newer |= hand_of(word)
    return found


def is_authors_no(word):
    """Has an author asked for changes, by a private link or from their account?"""
    return word.is_authors and word.answer == Answer.NO


def hand_of(word):
    """All that tells by whose hand a word was given: the account, the mailbox, the link. The profile
    does not tell: an editor chooses to which mailbox a second link to it goes."""
    hand = {each for each in word.person if each[0] != "author"}
    return hand | ({("link", word.link_id)} if word.link_id else set())


def refusing_authors(words):
    """The names of authors whose newest answer is that the page must change."""
    found, newer = [], set()
    for word in words:
        if word.is_authors and newer.isdisjoint(hand_of(word)):
            if word.answer == Answer.NO:
                found.append(word.name)
            newer |= hand_of(word)
    return list(dict.fromkeys(found))


def asked_for_changes(held):
    """A sentence on who of :func:`holding` has asked for changes."""
    names = ", ".join(dict.fromkeys(word.name for word in held))
    return _("%(names)s has asked for changes.") % {"names": names}


def last_writer(words, revision, manifest=None):
    """Whoever saved the revision last, and stands behind it: they have sent it, or saved it as a
    correction, and neither they nor a member has said “no” since; else whoever has sent it; else
    whoever saved it, where they have approved it as a member.

    ``None`` where there is nobody, or nobody knows whose words they are: the account is closed. A save
    alone is no word: a script saves while somebody writes, and a draft is not meant for readers yet. An
    author who sends along what a member has saved is its sender, too, until that member says “yes”.
    Beside whoever has sent it the approval of whoever saved it is that of the second person.

    :param manifest: see :func:`.approval_rule.is_backed`.
    """
    if revision.user is None or not revision.user.is_active:
        return None
    people, sender, approver = set(), None, None
    for word in words:
        if word.answer == Answer.READ:
            continue
        if word.answer == Answer.NO and word.is_members:
            break
        is_of_this = word.manifest == manifest if manifest else word.is_of(revision)
        stands = (
            people.isdisjoint(word.person)
            and word.answer == Answer.YES
            and is_of_this
            and not word.link
            and word.user.is_active
        )
        if stands and word.user_id == revision.user_id:
            if not word.role:
                return word.user
            if word.role == Role.MEMBER:
                approver = word.user
        if stands and word.way == Way.SENDING:
            sender = sender or word.user
        people |= word.person
    return sender or approver


def are_enough(writer, words):
    """Do two different people stand behind a version that ``writer`` saved last?

    With a known last writer one word by somebody else is enough, because every word counts in a
    role that brings the deciding group in; otherwise two are needed.

    :param words: those of :func:`that_count`.
    """
    if writer is not None:
        return any(are_two(writer, word.user) for word in words)
    others = [word.user for word in words if word.role != Role.AUTHOR]
    return any(are_two(*pair) for pair in combinations(others, 2))
