"""What somebody writes for one string of a translation is stored: with the marks alone that it may have,
and with who wrote it. What says the same in any language is filled in.
"""

import re

from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from wagtail_localize.models import StringSegment, StringTranslation, TemplateSegment

from kdsite.editorial.exceptions import Conflict
from kdsite.editorial.locks import is_locked_for
from kdsite.editorial.texts.marks import tidied, words_of
from kdsite.editorial.texts.translation_strings import says_nothing

# Numbers, with the signs around them; addresses.
_NUMBERS = re.compile(r"[^\W\d_]", re.UNICODE)
_ADDRESS = re.compile(r"(https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+)")
MANUAL = {
    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
    "tool_name": "",
    "has_error": False,
    "field_error": "",
}


def is_formatted(segment):
    """Does the string stand in a formatted text, in which it may be bold or link?"""
    return TemplateSegment.objects.filter(
        source_id=segment.source_id, context_id=segment.context_id
    ).exists()


def write(translation, segment, html, user, page):
    """Let ``html`` be what ``user`` writes for the string of ``segment``; words of nothing take its
    translation away.

    :param page: the translation's page, as it is under its lock.
    :returns: the ``StringTranslation``, or ``None``.
    :raises Conflict: it is locked for ``user`` by now.
    :raises ValidationError: the words do not fit where they go.
    """
    if is_locked_for(page, user):
        raise Conflict(str(page.get_lock().get_message(user)))
    original = segment.string.data
    data = tidied(html, original, is_formatted(segment))
    _check(translation, segment, words_of(data))
    place = {
        "translation_of_id": segment.string_id,
        "locale_id": translation.target_locale_id,
        "context_id": segment.context_id,
    }
    if not data or says_nothing(data, original):
        for row in StringTranslation.objects.filter(**place):
            # One by one: an earlier wording is kept of each.
            row.delete()
        return None
    same = StringTranslation.objects.filter(**place, data=data, has_error=False)
    if row := same.first():
        # Who says again what is there has not written it.
        return row
    row, _created = StringTranslation.objects.update_or_create(
        **place, defaults={"data": data, "last_translated_by": user} | MANUAL
    )
    return row


def _check(translation, segment, words):
    """A title goes to its page at once, and the database fails on what is too long."""
    ProhibitNullCharactersValidator()(words)
    model = translation.source.specific_content_type.model_class()
    limits = {field.name: field.max_length for field in model._meta.fields}
    limit = limits.get(segment.context.path)
    if limit:
        MaxLengthValidator(limit)(words)


def says_the_same(text):
    """Is ``text`` (a string's HTML) only numbers, or an address: the same in every language?"""
    words = words_of(text).strip()
    return bool(words) and (
        not _NUMBERS.search(words) or bool(_ADDRESS.fullmatch(words))
    )


def fill_in(translation, user):
    """Write for every string that :func:`says_the_same` what the original says, where nothing is
    written. ``user`` is who has begun the translation, or brought it up to date."""
    strings = StringSegment.objects.filter(source=translation.source)
    strings = strings.annotate_translation(
        translation.target_locale, include_errors=True
    ).filter(translation=None)
    rows = [
        StringTranslation(
            translation_of_id=segment.string_id,
            locale_id=translation.target_locale_id,
            context_id=segment.context_id,
            data=segment.string.data,
            last_translated_by=user,
            **MANUAL,
        )
        for segment in strings.select_related("string")
        if says_the_same(segment.string.data)
    ]
    # The same number may stand in one text twice.
    StringTranslation.objects.bulk_create(rows, ignore_conflicts=True)
