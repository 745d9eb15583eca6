"""Long lists, in pages."""

from django.core.paginator import Paginator

A_PAGE = 10


def page_of(request, items, count=None):
    """The part of ``items`` that ``request`` asks for, a :class:`django.core.paginator.Page`.

    A bad page number is the first or the last page, never an error.

    :param count: how many there are, where that is known; else the database is asked.
    """
    pages = Paginator(items, A_PAGE)
    if count is not None:
        pages.count = count
    return pages.get_page(request.GET.get("page"))
