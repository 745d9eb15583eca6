"""The steps by which the demo publishes: the same that people take, no others."""

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from kdsite.editorial import review, translation
from kdsite.editorial.kinds import translation_of


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


def publish(page, writer, approver):
    """Submit as ``writer``, approve as ``approver``; the page as it is then."""
    review.submit(page, writer)
    review.approve(fresh(page).current_workflow_task_state, approver)
    return fresh(page)


def translate(page, language, translator, change, only=None):
    """Start the translation and fill it in.

    :param change: called with the original; puts the translated words in their places.
    :param only: translate only so many strings.
    :returns: ``(translated page, wagtail-localize's record)``
    """
    locale = Locale.objects.get(language_code=language)
    target = translation.translate(page, locale, translator)
    record = translation_of(target)
    shadow = record.source.as_instance()
    before = _strings(shadow)
    change(shadow)
    after = _strings(shadow)
    if len(before) != len(after):
        raise ValueError(
            f"{page.title}: {len(before)} strings, {len(after)} translated"
        )
    words = {
        (segment.path, segment.order): translated.string.data
        for segment, translated in zip(before, after, strict=True)
    }
    segments = StringSegment.objects.filter(source=record.source)
    for segment in segments.select_related("context").order_by("order")[:only]:
        StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            locale=locale,
            context_id=segment.context_id,
            defaults={
                "data": words[segment.context.path, segment.order],
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "last_translated_by": translator,
            },
        )
    return target, record


def _strings(page):
    return [
        segment
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue)
    ]


def publish_translation(page, language, translator, reviewer, change):
    """The whole way of a translation, through two people."""
    target, record = translate(page, language, translator, change)
    translation.send_for_review(record, translator)
    review.approve(fresh(target).current_workflow_task_state, reviewer)
    return fresh(target)
