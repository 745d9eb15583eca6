"""Long lists, in pages."""

from django.core.paginator import Paginator

POSTS_A_PAGE = 10


def page_of(request, posts, count=None):
    """The part of ``posts`` that ``request`` asks for, a :class:`django.core.paginator.Page`.

    A bad page number is the first or the last page, never an error.

    :param count: how many posts there are, where that is known; else the database is asked.
    """
    pages = Paginator(posts, POSTS_A_PAGE)
    if count is not None:
        pages.count = count
    return pages.get_page(request.GET.get("page"))
