"""Facts are not words: one editor changes them at once, for both languages (moderation.md)."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log
from wagtail.models import Page

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.publishing import guard


def needed_facts(page):
    """The facts that ``page`` cannot be without: readers see it, or a version of it."""
    versions = Page.objects.live().filter(translation_key=page.translation_key)
    names = page.facts_of_a_public_page
    return names if names and versions.exists() else ()


@transaction.atomic
def set_facts(page, by, facts):
    """Write facts to the page and its language versions, past the revisions, and log it.

    :param by: the account that changes them.
    :param facts: cleaned values of some of ``page.fact_fields``, by name.
    :returns: the names of those that wait for somebody else.
    :raises Refusal: where a public page would lose one that it needs.
    """
    # As it is stored: a form has written into its own.
    page = guard.lock_page(page.pk).specific
    if any(facts.get(name, True) is None for name in needed_facts(page)):
        raise Refusal(_("Give a date: readers see the page."))
    at_once = page.facts_at_once(facts, by)
    write_facts(page, by, at_once)
    return facts.keys() - at_once.keys()


def write_facts(page, by, facts):
    """Write what everybody who has a say agrees to, in the transaction of the caller, who holds
    the page."""
    if not facts:
        return
    type(page).objects.filter(translation_key=page.translation_key).update(**facts)
    log(
        instance=page,
        action="editorial.facts",
        user=by,
        data={"facts": {name: shown(value) for name, value in facts.items()}},
    )


def shown(value):
    """A fact as people read it: ✓ or –, a date as they write it, a name, or the text."""
    if isinstance(value, bool):
        return "✓" if value else "–"
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, AbstractBaseUser):
        return get_user_display_name(value)
    return "" if value is None else str(value)
