"""How strings like this one were translated before: only what is approved, and public."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from kdsite.editorial.models import TranslatedRevision
from kdsite.editorial.texts.marks import words_of

WORD = re.compile(r"\w+")
# Of a string, by how many of its longest words others are looked for, and how long these are at least.
WORDS, LETTERS = 3, 5
# How many that have one of them are looked at, and how many are shown.
READ, SHOWN = 300, 2
# How like one is to be: of a whole, the share of words that stand there in this order, too.
LIKE = 0.6


@dataclass
class LikeWording:
    """``original`` and ``words``: HTML of strings; ``likeness``: 1 is the same."""

    original: str
    words: str
    title: str
    likeness: float


def like(segment, locale):
    """Earlier approved translations into ``locale`` of strings like that of ``segment``, the likest first,
    as a list of :class:`LikeWording`."""
    words = WORD.findall(words_of(segment.string.data).lower())
    rows = _approved(locale).exclude(context__object_id=segment.context.object_id)
    rows = rows.filter(_like(segment, words)).order_by("-updated_at")[:READ]
    found = {}
    for row in rows.select_related("translation_of", "context"):
        theirs = WORD.findall(words_of(row.translation_of.data).lower())
        likeness = SequenceMatcher(None, words, theirs, False).ratio()
        if likeness >= LIKE:
            found.setdefault(row.data, (likeness, row))
    likest = sorted(found.values(), key=lambda each: -each[0])
    return _public(likest, locale)


def _like(segment, words):
    condition = Q(translation_of=segment.string_id)
    longest = sorted({word for word in words if len(word) >= LETTERS}, key=len)
    for word in longest[-WORDS:]:
        condition |= Q(translation_of__data__icontains=word)
    return condition


def _approved(locale):
    """What was written before the version that readers see was saved."""
    public = Page.objects.filter(
        translation_key=OuterRef("context__object_id"),
        locale=locale,
        live=True,
        live_revision__created_at__gte=OuterRef("updated_at"),
    )
    return StringTranslation.objects.filter(Exists(public), locale=locale)


def _public(likest, locale):
    """Of those that were found the first that stand in what readers see."""
    keys = {row.context.object_id for _likeness, row in likest}
    live = Page.objects.filter(translation_key__in=keys, locale=locale, live=True)
    pages = {page.translation_key: page for page in live}
    made = TranslatedRevision.objects.filter(
        revision__in=[page.live_revision_id for page in pages.values()]
    )
    strings = {
        int(each.revision.object_id): {tuple(pair) for pair in each.strings}
        for each in made.select_related("revision")
    }
    found = []
    for likeness, row in likest:
        page = pages.get(row.context.object_id)
        place = row.context.path, row.translation_of.data
        if page and place in strings.get(page.pk, ()):
            found.append(
                LikeWording(row.translation_of.data, row.data, page.title, likeness)
            )
    return found[:SHOWN]
