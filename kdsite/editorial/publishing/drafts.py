"""Writing the row of a draft, of which readers see nothing."""

from contextlib import contextmanager
from contextvars import ContextVar

_is_unread = ContextVar("kdsite.is_unread", default=False)


@contextmanager
def writing(page):
    """What is written while this lasts is ``page`` alone. While it is not public, and nothing below
    it has an address that begins with its own, no reader can see that."""
    before = _is_unread.set(not page.live and page.is_leaf())
    try:
        yield
    finally:
        _is_unread.reset(before)


def is_unread():
    """Is what is being written nothing that any reader can see?"""
    return _is_unread.get()
