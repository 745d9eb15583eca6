"""The people whom a page names as its authors, with or without an account."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NamedAuthor:
    """One named author: the id of the profile's page, the name, and the account if any."""

    page_id: int
    name: str
    user_id: int | None = None


def named_authors(page):
    """The :class:`NamedAuthor` people of this version of ``page``; of a page without any: none."""
    named = getattr(page, "named_authors", None)
    return list(named()) if named else []


def named_author(page, page_id):
    """The author of this version of ``page`` whose profile has this id, or ``None``."""
    return next(
        (author for author in named_authors(page) if author.page_id == page_id), None
    )
