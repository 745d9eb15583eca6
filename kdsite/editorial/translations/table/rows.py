"""The rows of the table in which a page is translated: the strings of its original, and the pictures and
addresses that it takes over, in the order of the page."""

import json
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
)

from kdsite.editorial.texts.marks import Mark, lacks, links_of, shown, words_of
from kdsite.editorial.texts.taken_over import InWords
from kdsite.editorial.translations.overtaken import token_of
from kdsite.editorial.translations.table.glossary import Glossary
from kdsite.editorial.translations.table.places import Place, Places
from kdsite.editorial.translations.table.waived_links import waived_of

PICTURE, DOCUMENT, PAGE, ADDRESS = "picture", "document", "page", "address"
MODELS = {PICTURE: get_image_model, DOCUMENT: get_document_model, PAGE: lambda: Page}


@dataclass
class TextRow:
    """One string. ``written``: its ``StringTranslation``, or ``None``; ``lacks``: what of the marks of the
    original is not in it; ``waived``: the :class:`.WaivedLink` of what may be missing; ``addresses``: where
    the links of the original lead, by their numbers; ``terms``: :class:`.Found` of the glossary; ``advice``: what
    the page says of the language of its words; ``goes_on``: it goes on with the text of the row before."""

    segment: StringSegment
    place: Place
    written: StringTranslation | None
    addresses: dict
    lacks: list = field(default_factory=list)
    waived: list = field(default_factory=list)
    terms: list = field(default_factory=list)
    advice: list = field(default_factory=list)
    change: Any = None
    goes_on: bool = False
    sort = "text"

    @property
    def original(self):
        return shown(self.segment.string.data, self.addresses)

    @property
    def words(self):
        """The translation as a cell shows it: without a tag, or as plain text."""
        data = self.written.data if self.written else ""
        if self.place.is_formatted:
            return shown(data, self.addresses)
        return words_of(data)

    @property
    def token(self):
        return token_of(self.written)

    @property
    def links(self):
        """The links of the original that a translation can have: number, words and address."""
        return [
            (link, text, self.addresses.get(link, ""))
            for link, text in links_of(self.segment.string.data).items()
        ]


@dataclass
class ValueRow:
    """One picture, page, file or address: what stands there ``now``, by its id or as it is; ``thing``: the
    picture, page or file; ``words``: of the link that leads there."""

    segment: OverridableSegment
    place: Place
    written: SegmentOverride | None
    what: str
    now: Any
    thing: Any = None
    words: str = ""
    change: Any = None
    goes_on: bool = False
    sort = "value"

    @property
    def token(self):
        return token_of(self.written)


def rows_of(translation):
    """Every row of ``translation``, in the order of the page; in as many queries for ten as for one."""
    places = Places(translation.source)
    texts = text_rows_of(translation, places)
    found = [*texts, *_value_rows(translation, texts, places)]
    found.sort(key=lambda each: (each.segment.order, each.segment.pk))
    _say_what_goes_on(found)
    return found


def text_rows_of(translation, places=None):
    """Every :class:`TextRow` of ``translation``, in the order of the page.

    :param places: the :class:`.Places` of its source, where the caller has read them.
    """
    source, locale = translation.source, translation.target_locale
    places = places or Places(source)
    waived, glossary = waived_of(translation), _glossary(translation)
    written = _written(StringTranslation, source, locale)
    found = []
    for segment in _texts(source):
        row = written.get((segment.context_id, segment.string_id))
        place = places.next_of(segment)
        found.append(_text_row(segment, place, row, waived, glossary))
    _name_links(found, locale)
    _say_what_goes_on(found)
    return found


def _say_what_goes_on(rows):
    for before, row in pairwise(rows):
        goes_on = before.segment.context_id == row.segment.context_id
        row.goes_on = goes_on and row.sort == before.sort == "text"


def _value_rows(translation, texts, places):
    source, locale = translation.source, translation.target_locale
    values = OverridableSegment.objects.filter(source=source).select_related("context")
    overrides = _written(SegmentOverride, source, locale)
    words = _words_of_links([row.segment for row in texts])
    found = []
    for segment in values:
        row = overrides.get((segment.context_id, None))
        place = places.of(segment.context.path)
        now = row.data if row else segment.data
        what = _what(segment.context.path, place)
        said = words.get((segment.context.path.partition(".'")[0], segment.data), "")
        found.append(ValueRow(segment, place, row, what, now, words=said))
    _find_things(found)
    return found


def row_of(translation, segment):
    """The :class:`TextRow` of one string, as it is now; where it stands is not told."""
    place = {
        "translation_of_id": segment.string_id,
        "locale_id": translation.target_locale_id,
        "context_id": segment.context_id,
    }
    row = StringTranslation.objects.filter(**place).first()
    glossary = _glossary(translation)
    found = _text_row(segment, Place(""), row, waived_of(translation), glossary)
    _name_links([found], translation.target_locale)
    return found


def _glossary(translation):
    languages = translation.source.locale, translation.target_locale
    return Glossary(*(locale.language_code for locale in languages))


def _text_row(segment, place, written, waived, glossary):
    row = TextRow(segment, place, written, _addresses(segment))
    words = written.data if written else ""
    row.terms = glossary.find(segment.string.data, words)
    if written is None:
        return row
    for lack in lacks(segment.string.data, written.data):
        key = (segment.context_id, segment.string_id, lack.link)
        if lack.mark == Mark.LINK and key in waived:
            row.waived.append((lack, waived[key]))
        else:
            row.lacks.append(lack)
    return row


def _texts(source):
    strings = StringSegment.objects.filter(source=source).order_by("order", "pk")
    return list(strings.select_related("string", "context"))


def _written(model, source, locale):
    """What is written into ``locale`` for any place that ``source`` had."""
    rows = model.objects.filter(locale=locale, context__object_id=source.object_id)
    return {
        (row.context_id, getattr(row, "translation_of_id", None)): row
        for row in rows.select_related("last_translated_by")
    }


def _attrs(segment):
    return json.loads(segment.attrs or "null") or {}


def _addresses(segment):
    """Where each link leads: an address, or the sort and the number of a page or a file."""
    found = {}
    for link, attributes in _attrs(segment).items():
        sort = attributes.get("linktype", "")
        number = f"{sort}:{attributes.get('id', '')}" if sort else ""
        found[link] = attributes.get("href") or number
    return found


def _name_links(rows, locale):
    """A page or a file that a link leads to is called by its title."""
    texts = {text for row in rows for text in row.addresses.values() if text}
    names = InWords(texts)
    for row in rows:
        row.addresses = {
            link: names.of(text, locale, {}) for link, text in row.addresses.items()
        }


def _words_of_links(texts):
    """The words of each link of a formatted text, by the text's path and the link's address."""
    found = {}
    for segment in texts:
        words = links_of(segment.string.data)
        for link, address in _addresses(segment).items():
            found.setdefault((segment.context.path, address), words.get(link, ""))
    return found


def _what(path, place):
    kind = place.kind
    related = getattr(kind, "related_model", None) or getattr(
        kind, "target_model", None
    )
    if ".'" in path or not isinstance(related, type):
        return ADDRESS
    for what, model in MODELS.items():
        if issubclass(related, model()):
            return what
    return ADDRESS


def _find_things(rows):
    for what, model in MODELS.items():
        wanted = [row for row in rows if getattr(row, "what", "") == what]
        ids = {str(row.now) for row in wanted if str(row.now).isdecimal()}
        things = model().objects.filter(Q(pk__in=ids)).in_bulk() if ids else {}
        for row in wanted:
            row.thing = things.get(int(row.now)) if str(row.now).isdecimal() else None
