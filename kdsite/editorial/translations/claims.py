"""Who translates what, said to the others of the team."""

from django.utils.translation import gettext as _

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import TranslationClaim
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
    rows = TranslationClaim.objects.filter(translation__in=translations)
    return {row.translation_id: row.user for row in rows.select_related("user")}
