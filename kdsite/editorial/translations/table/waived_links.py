"""A link of the original that a translation does without: waved off by somebody, or not."""

from django.db import transaction
from django.utils.translation import gettext as _

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.locks import is_locked_for
from kdsite.editorial.models import WaivedLink
from kdsite.editorial.publishing import guard
from kdsite.editorial.texts.marks import links_of


@transaction.atomic
def waive(translation, segment, link, user):
    """The translation of the string of ``segment`` may do without ``link`` (its number in the string).

    :raises Conflict: the translation is in review and ``user`` may not correct it.
    :raises Refusal: the original has no such link.
    """
    page = guard.lock_page(translation.get_target_instance().pk).specific
    if is_locked_for(page, user):
        raise Conflict(_("The translation is in review and cannot be changed now."))
    if link not in links_of(segment.string.data):
        raise Refusal(_("The original has no such link any more."))
    WaivedLink.objects.get_or_create(
        **_place(translation, segment), link=link, defaults={"waived_by": user}
    )


@transaction.atomic
def ask_again(translation, segment, link, user):
    """The translation may not do without ``link`` after all.

    :raises Conflict: see :func:`waive`.
    """
    page = guard.lock_page(translation.get_target_instance().pk).specific
    if is_locked_for(page, user):
        raise Conflict(_("The translation is in review and cannot be changed now."))
    WaivedLink.objects.filter(**_place(translation, segment), link=link).delete()


def _place(translation, segment):
    return {
        "locale_id": translation.target_locale_id,
        "context_id": segment.context_id,
        "string_id": segment.string_id,
    }


def waived_of(translation):
    """Every :class:`WaivedLink` of ``translation``, by the context, the string and the link."""
    rows = WaivedLink.objects.filter(
        locale_id=translation.target_locale_id,
        context__object_id=translation.source.object_id,
    ).select_related("waived_by")
    return {(row.context_id, row.string_id, row.link): row for row in rows}
