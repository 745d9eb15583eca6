"""Is a page an original or a translation? That, not its place in the tree, says who decides."""

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation


class Kind(models.TextChoices):
    ORIGINAL = "original", _("originals")
    TRANSLATION = "translation", _("translations")


# What kind_of says of all that are no translations.
ORIGINAL = Kind.ORIGINAL, ""


def translation_of(page):
    """The wagtail-localize record that makes ``page`` a translation, or ``None``.

    A stopped translation is still a translation: stopping must not change who decides.
    """
    # See kind_of.
    if page.pk is None or getattr(page, "_kind", None) == ORIGINAL:
        return None
    record = getattr(page, "_translation", None)
    if record is None:
        records = Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id
        )
        related = ("source__locale", "source__specific_content_type", "target_locale")
        record = page._translation = records.select_related(*related).first()
    return record


def same_kind(version, page):
    """``version`` is a version of ``page``: what is known of the one is known of the other."""
    for name in ("_kind", "_translation"):
        if hasattr(page, name):
            setattr(version, name, getattr(page, name))


def original_of(page):
    """The page that ``page`` is a translation of; an original is its own."""
    if not is_translation(page):
        return page
    source = translation_of(page).source
    return page.get_translation_or_none(source.locale) or page


def kind_of(page):
    """``(kind, language)``: language is what a translation is translated into, else empty."""
    # Every question about a page begins here; what is in hand does not change its kind.
    known = getattr(page, "_kind", None)
    if known is None:
        known = ORIGINAL
        record = translation_of(page)
        if record:
            known = Kind.TRANSLATION, record.target_locale.language_code
        if page.pk:
            page._kind = known
    return known


def read_kinds(pages):
    """:func:`kind_of` of each of ``pages``, in one query."""
    records = Translation.objects.filter(
        source__object_id__in=[page.translation_key for page in pages]
    )
    rows = records.values_list(
        "source__object_id", "target_locale_id", "target_locale__language_code"
    )
    codes = {(key, locale): code for key, locale, code in rows}
    for page in pages:
        code = codes.get((page.translation_key, page.locale_id))
        page._kind = (Kind.TRANSLATION, code) if code else ORIGINAL


def is_translation(page):
    return kind_of(page)[0] == Kind.TRANSLATION


def goes_into_slots(page):
    """Is ``page`` an original of a kind that slots hold, not public yet?"""
    is_text = page.specific_class in slot_pages()
    return is_text and not page.live and translation_of(page) is None


def slot_pages():
    """The page models that a slot may hold: texts, not what goes out with them."""
    return [apps.get_model(name) for name in settings.EDITORIAL_SLOT_PAGES]
