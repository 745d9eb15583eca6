"""The strings of a translation: what they say, and what changed since a moment."""

import unicodedata
from html import unescape

from django.utils.html import strip_tags
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
)

from kdsite.editorial.models import EarlierWording


def says_nothing(words, original):
    """Would a reader see no ``words``, where they see something of ``original``? Both are the HTML of
    a string."""
    return _is_unseen(words) and not _is_unseen(original)


def _is_unseen(html):
    # Spaces of every sort, and what has no shape: soft hyphens, characters without a width.
    text = unescape(strip_tags(html))
    return all(unicodedata.category(each)[0] in "ZC" for each in text)


def said(translation):
    """What the strings of ``translation`` say now, sent or not, as ``[path, text]`` in the order of the
    original: only those that are translated."""
    strings = StringSegment.objects.filter(source=translation.source)
    strings = strings.annotate_translation(
        translation.target_locale, include_errors=True
    )
    rows = strings.order_by("order").values_list(
        "context__path", "string__data", "translation"
    )
    return [
        [path, words]
        for path, text, words in rows
        if words is not None and not says_nothing(words, text)
    ]


def writers(translation):
    """The ids of whoever wrote one of the strings of ``translation`` as it is now."""
    strings, _overrides = _written(translation)
    return set(strings.values_list("last_translated_by", flat=True))


def changed_since(translation, moment, but_by=None):
    """Has a string or override of ``translation`` been written after ``moment``, or an override taken
    away?

    :param but_by: leave out what this person did.
    """
    strings, overrides = _written(translation)
    strings = strings.filter(updated_at__gt=moment)
    overrides = overrides.filter(updated_at__gt=moment)
    taken_away = _taken_away(translation).filter(replaced_at__gt=moment)
    if but_by is not None:
        strings = strings.exclude(last_translated_by=but_by)
        overrides = overrides.exclude(last_translated_by=but_by)
        taken_away = taken_away.exclude(replaced_by=but_by)
    # One question to the database.
    found = strings.values("pk").union(overrides.values("pk"), taken_away.values("pk"))
    return found.exists()


def last_writer(translation):
    """Whoever wrote the newest string or override of ``translation``, or took an override away after
    that; or ``None``."""
    newest = [
        written.order_by("updated_at").last() for written in _written(translation)
    ]
    found = [(each.updated_at, each.last_translated_by) for each in newest if each]
    taken_away = _taken_away(translation).order_by("replaced_at").last()
    if taken_away:
        found.append((taken_away.replaced_at, taken_away.replaced_by))
    return max(found, key=lambda each: each[0])[1] if found else None


def _written(translation):
    """Its strings and its overrides, as query sets."""
    segments = StringSegment.objects.filter(source=translation.source)
    strings = StringTranslation.objects.filter(
        locale=translation.target_locale,
        context__in=segments.values("context"),
        translation_of__in=segments.values("string"),
    )
    overrides = SegmentOverride.objects.filter(
        locale=translation.target_locale,
        context__object_id=translation.source.object_id,
    )
    return strings, overrides


def _taken_away(translation):
    """What is left of overrides in whose place there is none now, as a query set: a string that is
    taken away is missing, but without an override the translation shows what the original does."""
    _strings, overrides = _written(translation)
    kept = EarlierWording.objects.filter(
        string=None,
        locale=translation.target_locale,
        context__object_id=translation.source.object_id,
    )
    # Without the order of the list: a union has none.
    return kept.exclude(context__in=overrides.values("context")).order_by()
