"""Who translates what, said to the others of the team; and by when."""

from django.contrib.auth import get_user_model
from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
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


def with_plans(pages):
    """The queryset ``pages`` of translations, each with ``translator_id`` and ``translator``, the name of
    whoever has claimed it, and with what :func:`due_day` asks for."""
    claims = TranslationClaim.objects.filter(
        translation__source__object_id=OuterRef("translation_key"),
        translation__target_locale=OuterRef("locale"),
    )
    name = Trim(Concat("user__first_name", Value(" "), "user__last_name"))
    # As :func:`get_user_display_name` has it.
    account = f"user__{get_user_model().USERNAME_FIELD}"
    name = Coalesce(NullIf(name, Value("")), account, output_field=CharField())
    slots = Slot.objects.in_use().upcoming().filter(mode=Mode.TOGETHER)
    slots = slots.filter(page__translation_key=OuterRef("translation_key"))
    return pages.annotate(
        translator_id=Subquery(claims.values("user")[:1]),
        translator=Subquery(claims.annotate(name=name).values("name")[:1]),
        out_at=Subquery(slots.values("at")[:1]),
        own_due=Subquery(slots.values("own_translation_due")[:1]),
    )


def due_day(page):
    """The day by which ``page`` (:func:`with_plans`) is to be approved: where it goes out with its
    original, at a time to come; else ``None``."""
    slot = Slot(at=page.out_at, own_translation_due=page.own_due)
    return slot.translation_due if slot.at else None
