"""Who translates what, said to the others of the team; and by when."""

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


def claimed_by(translations):
    """Who translates each of ``translations``, by its id; in one query."""
    ids = [each.pk for each in translations]
    rows = TranslationClaim.objects.filter(translation__in=ids)
    return {row.translation_id: row.user for row in rows.select_related("user")}


def due_days(keys):
    """The day by which each translation is to be approved, by the translation key of its original: of those
    alone that go out together at a time to come; in one query."""
    slots = Slot.objects.in_use().upcoming().filter(mode=Mode.TOGETHER)
    slots = slots.filter(page__translation_key__in=list(keys)).select_related("page")
    return {slot.page.translation_key: slot.translation_due for slot in slots}
