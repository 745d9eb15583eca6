"""Addresses from Finnish and Swedish titles (typography.md)."""

import re
import unicodedata

MAX_LENGTH = 80
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "ß": "ss", "đ": "d", "ð": "d", "þ": "th"})


def make_slug(text):
    """``text`` as lower-case ASCII words joined by hyphens, cut at a word at 80 characters.

    å and ä become a, ö becomes o; soft hyphens vanish, no-break spaces part words.
    Empty where nothing of the text is left.
    """
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").lower()
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = re.sub(r"['’&]", "", text)
    slug = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    if len(slug) > MAX_LENGTH:
        head = slug[: MAX_LENGTH + 1]
        slug = head.rsplit("-", 1)[0] if "-" in head else slug[:MAX_LENGTH]
    return slug


def available_slug(page, text):
    """A slug for ``page`` made from ``text``, with ``-2`` where a sibling has it already."""
    return free_slug(page.slug_from(text), page.get_parent(), page)


def slug_of(page):
    """A slug for ``page`` from what it is named by in every language (``named_by``), else its title."""
    return available_slug(page, getattr(page, "named_by", page.title))


def free_slug(slug, parent, page=None):
    """``slug``, or with ``-2`` and so on what no child of ``parent`` but ``page`` has."""
    if parent is None:
        return slug
    siblings = parent.get_children()
    if page and page.pk:
        siblings = siblings.not_page(page)
    number, free = 1, slug
    while siblings.filter(slug=free).exists():
        number += 1
        free = f"{slug}-{number}"
    return free
