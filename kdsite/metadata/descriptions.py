"""Words about pages, for templates and for machines."""

import re
from html import unescape

from django.utils.html import escape

from kdsite.blocks.story import texts_of
from kdsite.languages.hyphenation import unhyphenated

CHARACTERS_A_MINUTE = 1050
# What a search engine or a link shows of them.
LONGEST_TITLE, LONGEST_DESCRIPTION = 65, 160
# The marks behind a title: (Only in Finnish).
MARKS = re.compile(r"(?: \([^()]*\))*$")


def reading_minutes(body):
    """How long ``body`` takes to read, in whole minutes; 0 where there is nothing to read."""
    characters = sum(len(text) for text in texts_of(body))
    return max(1, round(characters / CHARACTERS_A_MINUTE)) if characters else 0


def cut(text, longest):
    """``text``, or its first whole words with an ellipsis: at most ``longest`` characters."""
    if len(text) <= longest:
        return text
    start = text[:longest].rpartition(" ")[0] or text[: longest - 1]
    return start.rstrip(" ,;:–-.") + "…"


def tab_title(html, site=""):
    """What a tab and a search engine call a page: ``html``, its own name with the marks behind it,
    and the name of the site where there is room for both. At most 65 characters, escaped."""
    own, site = (unhyphenated(unescape(text or "")).strip() for text in (html, site))
    whole = f"{own} – {site}" if site else own
    if len(whole) > LONGEST_TITLE:
        marks = MARKS.search(own)[0]
        whole = cut(own.removesuffix(marks), LONGEST_TITLE - len(marks)) + marks
    return escape(whole)


def description(page, longest=LONGEST_DESCRIPTION):
    """One or two sentences about ``page``, plain text of at most ``longest`` characters; may be
    empty.

    :param page: a :class:`kdsite.pages.base.BasePage`, or nothing.
    """
    if not page:
        return ""
    own = getattr(page, page.described_by) if page.described_by else ""
    for text in (page.search_description, own):
        if text.strip():
            return cut(" ".join(unhyphenated(text).split()), longest)
    return str(page.what_it_lists)


def feed_title(page, home):
    """What the feed of ``page`` is called.

    :param home: the public front page of its language, or ``None``.
    """
    if not home or page.pk == home.pk:
        return unhyphenated(page.title)
    return f"{unhyphenated(page.title)} – {unhyphenated(home.title)}"
