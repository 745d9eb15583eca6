"""The strings of a translation: what is missing, and what changed since a moment."""

from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
)


def missing(translation):
    """How many strings of the original have no translation yet."""
    total, done = translation.get_progress()
    return total - done


def changed_since(translation, moment, but_by=None):
    """Has a string or override of ``translation`` been written after ``moment``?

    :param but_by: leave out what this person wrote.
    """
    strings, overrides = _written(translation)
    strings = strings.filter(updated_at__gt=moment)
    overrides = overrides.filter(updated_at__gt=moment)
    if but_by is not None:
        strings = strings.exclude(last_translated_by=but_by)
        overrides = overrides.exclude(last_translated_by=but_by)
    return strings.exists() or overrides.exists()


def last_writer(translation):
    """Whoever wrote the newest string or override of ``translation``, or ``None``."""
    newest = [
        written.order_by("updated_at").last() for written in _written(translation)
    ]
    newest = [each for each in newest if each]
    if not newest:
        return None
    return max(newest, key=lambda each: each.updated_at).last_translated_by


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
