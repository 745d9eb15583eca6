"""Approved translations that no slot takes out: each goes out as soon as its original is public and
nothing holds it."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from wagtail.models import Page

from kdsite.editorial.exceptions import NotApproved
from kdsite.editorial.page_kinds import is_translation, original_of
from kdsite.editorial.publishing import guard
from kdsite.editorial.releases.waiting import (
    asked_since,
    waiting_of,
    waiting_without_slot,
)
from kdsite.editorial.texts.outdated import is_outdated


def translations_due():
    """The translations that wait without a slot while their original is public; the oldest first. One
    query where there are none. An original without a slot is none of them: it waits for a time."""
    public = Page.objects.filter(
        translation_key=OuterRef("translation_key"), live=True
    ).exclude(pk=OuterRef("pk"))
    pages = waiting_without_slot().filter(Exists(public), live=False)
    return [page for page in pages if is_translation(page)]


def holding(page):
    """What keeps the translation ``page``, which is approved and which no slot takes out, from going out,
    as sentences; empty: it goes out now."""
    original, row = original_of(page), waiting_of(page)
    if not original.live:
        # It goes out with it (:func:`.goes_along`).
        if original.first_published_at:
            return [_("The original is taken down.")]
        return [_("The original is not approved yet.")]
    if is_outdated(page):
        return [_("The translation was made from an older text.")]
    found = asked_since({page.pk: row.revision}).get(page.pk, [])
    try:
        guard.check_backed(row.revision)
    except NotApproved as refusal:
        found = [*found, str(refusal)]
    return found
