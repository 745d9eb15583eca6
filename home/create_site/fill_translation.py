"""Fills in a translation from a text that stands beside its original, piece by piece."""

from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def fill_strings(record, change, translator=None, only=None):
    """Translate the strings of ``record`` (wagtail-localize's ``Translation``).

    :param change: called with a copy of the original; puts the translated words in their places.
    :param only: translate only so many strings.
    :raises ValueError: the changed copy has not the same pieces as the original.
    """
    shadow = record.source.as_instance()
    before = _strings(shadow)
    change(shadow)
    after = _strings(shadow)
    if len(before) != len(after):
        raise ValueError(f"{shadow}: {len(before)} strings, {len(after)} translated")
    words = {
        (segment.path, segment.order): translated.string.data
        for segment, translated in zip(before, after, strict=True)
    }
    segments = StringSegment.objects.filter(source=record.source)
    for segment in segments.select_related("context").order_by("order")[:only]:
        StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            locale=record.target_locale,
            context_id=segment.context_id,
            defaults={
                "data": words[segment.context.path, segment.order],
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "last_translated_by": translator,
            },
        )


def _strings(page):
    return [
        segment
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue)
    ]
