"""Words about pages, for templates and for machines."""

from django.utils.text import Truncator

from kdsite.blocks.story import texts_of
from kdsite.languages.hyphenation import unhyphenated

CHARACTERS_A_MINUTE = 1050
LONGEST_DESCRIPTION = 300


def reading_minutes(body):
    """How long ``body`` takes to read, in whole minutes; 0 where there is nothing to read."""
    characters = sum(len(text) for text in texts_of(body))
    return max(1, round(characters / CHARACTERS_A_MINUTE)) if characters else 0


def description(page):
    """One or two sentences about ``page``, plain text of at most 300 characters; may be empty.

    :param page: a :class:`kdsite.pages.base.BasePage`, or nothing.
    """
    if not page:
        return ""
    own = getattr(page, page.described_by) if page.described_by else ""
    for text in (page.search_description, own):
        if text.strip():
            return Truncator(unhyphenated(text.strip())).chars(LONGEST_DESCRIPTION)
    return str(page.what_it_lists)


def feed_title(page, home):
    """What the feed of ``page`` is called.

    :param home: the public front page of its language, or ``None``.
    """
    if not home or page.pk == home.pk:
        return unhyphenated(page.title)
    return f"{unhyphenated(page.title)} – {unhyphenated(home.title)}"
