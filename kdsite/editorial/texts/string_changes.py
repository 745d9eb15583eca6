"""What differs between two versions of an original's strings, with their present translation."""

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from kdsite.editorial.texts.marked_words import marked_words


class How(models.TextChoices):
    """What happened to a string."""

    CHANGED = "changed", _("Changed")
    ADDED = "added", _("Added")
    REMOVED = "removed", _("Removed")
    MOVED = "moved", _("Moved")


@dataclass
class Change:
    """One string: its words before and now (empty: not there), and how readers of the translation
    read it today (empty where it is new or not known); ``label`` is left to who shows it."""

    how: How
    path: str
    before: str = ""
    now: str = ""
    present: str = ""
    label: str = ""

    @property
    def marked(self):
        """Its words before and now in parts, each with whether it is changed (:func:`.marked_words`);
        of what has not changed its words nothing is marked."""
        texts = strip_tags(self.before), strip_tags(self.now)
        if self.how == How.CHANGED:
            return marked_words(*texts)
        return [[(text, False)] if text else [] for text in texts]


def changed_strings(before, now, present=()):
    """The strings that differ, in the order of the newer text; what was removed comes last.

    :param before: the strings that the translation was made from, as
        :func:`fingerprints.strings_of` gives them.
    :param now: those of the newer text.
    :param present: those of the translation, which keeps the paths of what it was made from.
    """
    old, new, translated = _by_path(before), _by_path(now), _by_path(present)
    found = []
    for path, texts in new.items():
        found += _compare(path, old.get(path, []), texts, translated.get(path, []))
    for path, texts in old.items():
        if path not in new:
            found += _compare(path, texts, [], translated.get(path, []))
    found = _joined(found)
    stays = [path for path in old if path in new]
    return found + _moved(stays, old, new, translated, {c.path for c in found})


def _by_path(strings):
    """A paragraph block holds several strings under one path."""
    found = defaultdict(list)
    for path, text in strings:
        found[path].append(text)
    return found


def _compare(path, old, new, translated):
    def present(number):
        return translated[number] if number < len(translated) else ""

    for tag, a, a_end, b, b_end in SequenceMatcher(None, old, new, False).get_opcodes():
        if tag == "equal":
            continue
        pairs = min(a_end - a, b_end - b)
        for n in range(pairs):
            yield Change(How.CHANGED, path, old[a + n], new[b + n], present(a + n))
        for n in range(b + pairs, b_end):
            yield Change(How.ADDED, path, now=new[n])
        for n in range(a + pairs, a_end):
            yield Change(How.REMOVED, path, before=old[n], present=present(n))


def _joined(changes):
    """The same words taken away in one place and put in another have moved."""
    taken = {c.before: c for c in changes if c.how == How.REMOVED}
    gone = set()
    found = []
    for change in changes:
        origin = taken.get(change.now) if change.how == How.ADDED else None
        if origin and id(origin) not in gone:
            gone.add(id(origin))
            change = Change(
                How.MOVED, change.path, origin.before, change.now, origin.present
            )
        found.append(change)
    return [change for change in found if id(change) not in gone]


def _moved(stays, old, new, translated, told):
    """Paths whose order among those that stayed is another, unless their words are told of."""
    order = [path for path in new if path in old]
    matcher = SequenceMatcher(None, stays, order, False)
    kept = {
        stays[n]
        for match in matcher.get_matching_blocks()
        for n in range(match.a, match.a + match.size)
    }
    return [
        Change(How.MOVED, path, text, text, said)
        for path in order
        if path not in kept and path not in told
        for text, said in zip(
            new[path], [*translated.get(path, []), *[""] * len(new[path])], strict=False
        )
    ]
