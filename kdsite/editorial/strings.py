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


def changed_since(translation, moment):
    """Has a string or override of ``translation`` been written after ``moment``?"""
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
    return strings.exists() or overrides.exists()
