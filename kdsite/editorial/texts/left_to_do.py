"""What is left to do of a translation: strings and words to translate, links of the original to put."""

import re
from collections import defaultdict
from dataclasses import dataclass
from html import unescape

from wagtail_localize.models import StringSegment, Translation

from kdsite.editorial.models import WaivedLink
from kdsite.editorial.texts.marks import missing_links
from kdsite.editorial.texts.translation_strings import says_nothing

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w[\w’'-]*")


@dataclass
class Left:
    """What is left to do of a translation: ``strings`` that are not translated yet, how many ``words`` are
    in them, and ``links``: how many strings lack a link of the original that nobody has waived."""

    strings: int = 0
    words: int = 0
    links: int = 0

    @property
    def is_nothing(self):
        return not (self.strings or self.links)


def left_of(translation):
    """The :class:`Left` of ``translation``."""
    records = Translation.objects.filter(pk=translation.pk)
    return _left(records, translation.target_locale_id)[translation.source.object_id]


def missing(translation):
    """How many strings of the original have no translation yet, or one that says nothing."""
    return left_of(translation).strings


def left_of_pages(records, pages):
    """:func:`left_of` for each of ``pages``, which are translations into one language, by its
    translation key; in as many queries for one as for all.

    :param records: the translations into that language, as a query set.
    """
    keys = {page.translation_key for page in pages}
    if not keys:
        return {}
    found = _left(records.filter(source__object_id__in=keys), pages[0].locale_id)
    return {key: found[key] for key in keys}


def _left(records, locale_id):
    found = defaultdict(Left)
    strings = StringSegment.objects.filter(source__in=records.values("source"))
    strings = strings.annotate_translation(locale_id).values_list(
        "source__object_id", "context_id", "string_id", "string__data", "translation"
    )
    unlinked = []
    for key, context, string, text, words in strings:
        if words is None or says_nothing(words, text):
            found[key].strings += 1
            found[key].words += words_in(text)
        elif "<a " in text:
            links = missing_links(text, words)
            unlinked += [(key, context, string, link) for link in links]
    if unlinked:
        waived = set(
            WaivedLink.objects.filter(
                locale_id=locale_id, context__in={row[1] for row in unlinked}
            ).values_list("context_id", "string_id", "link")
        )
        for key, _context, _string in {
            row[:3] for row in unlinked if row[1:] not in waived
        }:
            found[key].links += 1
    return found


def words_in(html):
    """How many words a reader sees in ``html``."""
    return len(_WORD.findall(unescape(_TAG.sub(" ", html))))
