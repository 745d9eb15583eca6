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
    segments = StringSegment.objects.filter(source=translation.source)
    strings = StringTranslation.objects.filter(
        locale=translation.target_locale,
        context__in=segments.values("context"),
        translation_of__in=segments.values("string"),
        updated_at__gt=moment,
    )
    overrides = SegmentOverride.objects.filter(
        locale=translation.target_locale,
        context__object_id=translation.source.object_id,
        updated_at__gt=moment,
    )
    if but_by is not None:
        strings = strings.exclude(last_translated_by=but_by)
        overrides = overrides.exclude(last_translated_by=but_by)
    return strings.exists() or overrides.exists()
