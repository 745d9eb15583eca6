"""Who translates what, said to the others of the team; and by when."""

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import Mode, Slot, TranslationClaim
from kdsite.editorial.translations.translating import may_translate


def claim(translation, user):
    """``user`` translates this from now on, whoever did before.

    :raises Refusal: they are not of the team.
    """
    original = translation.source.get_source_instance()
    if not may_translate(user, original, translation.target_locale):
        raise Refusal(_("The language team translates this page."))
    TranslationClaim.objects.update_or_create(
        translation=translation, defaults={"user": user}
    )


def leave(translation, user):
    """``user`` does not translate it after all."""
    TranslationClaim.objects.filter(translation=translation, user=user).delete()


def claimed_by(keys, language):
    """Who translates what into ``language`` (its code), by the translation key of the original; in one
    query."""
    rows = TranslationClaim.objects.filter(
        translation__source__object_id__in=list(keys),
        translation__target_locale__language_code=language,
    ).select_related("user", "translation__source")
    return {row.translation.source.object_id: row.user for row in rows}


def with_due_days(pages):
    """The queryset ``pages`` of translations, of which :func:`due_day` asks nothing more."""
    slots = Slot.objects.in_use().upcoming().filter(mode=Mode.TOGETHER)
    slots = slots.filter(page__translation_key=OuterRef("translation_key"))
    return pages.annotate(
        out_at=Subquery(slots.values("at")[:1]),
        own_due=Subquery(slots.values("own_translation_due")[:1]),
    )


def due_day(page):
    """The day by which ``page`` (:func:`with_due_days`) is to be approved: where it goes out with its
    original, at a time to come; else ``None``."""
    slot = Slot(at=page.out_at, own_translation_due=page.own_due)
    return slot.translation_due if slot.at else None
