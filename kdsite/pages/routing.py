"""From an address to its page: two queries, however deep the page lies."""

from functools import wraps
from itertools import accumulate

from django.db.models import F, Q
from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import Page

from kdsite.pages.base import is_open
from kdsite.pages.rows import page_from, type_of
from kdsite.pages.sites import site_of
from kdsite.pages.statements import WrittenOnce


class FindsPagesBelow:
    """Mixed into the front page, before ``Page``.

    Wagtail walks down the tree, with two queries a step and two more for the restrictions on the
    way. Here one query finds the deepest page on the way that anybody may open, which routes what
    is left of the address.
    """

    def route(self, request, path_components):
        """Whichever language's front page it is asked of, the page is one of the active
        language."""
        rows = _open_pages(home=self.translation_key, slugs=path_components or [""])
        home = next((row for row in rows if self._is_in_active_language(row)), None)
        if home is None:
            return self._route_as_wagtail(request, path_components)
        steps = {*accumulate([home["url_path"], *path_components], "{}{}/".format)}
        on_the_way = [row for row in rows if row["url_path"] in steps]
        row = max(on_the_way, key=lambda row: row["depth"])
        left = path_components[row["depth"] - home["depth"] :]
        # What its type adds is read only if the page will be shown.
        page = page_from(row) if left else _whole(type_of(row), row["id"])
        page.is_found_open = True
        if row == home:
            return super(FindsPagesBelow, page).route(request, left)
        return page.route(request, left)

    def _is_in_active_language(self, row):
        is_home = row["translation_key"] == self.translation_key
        return is_home and row["language"] == get_language()

    def _route_as_wagtail(self, request, path_components):
        """For a front page that is a draft, or behind a password."""
        home = _whole(type(self), self.localized.pk)
        # Without a public front page in a language Wagtail shows the other one's tree below it.
        if home.locale.language_code != get_language():
            raise Http404
        return super(FindsPagesBelow, home).route(request, path_components)


def found_first(view):
    """Wagtail's ``view`` of pages, which then takes the page that :func:`route_of` has found."""

    @wraps(view)
    def serve(request, path):
        route_of(request, path)
        return view(request, path)

    return serve


def route_of(request, path):
    """As Wagtail's ``Page.route_for_request``, which asks for the front page and its translation
    first."""
    if not hasattr(request, "_wagtail_route_for_request"):
        request._wagtail_route_for_request = _route_of(request, path)
    return request._wagtail_route_for_request


def _route_of(request, path):
    site = site_of(request)
    if site is None:
        return None
    try:
        steps = [step for step in path.split("/") if step]
        return site.root_page.specific_deferred.route(request, steps)
    except Http404:
        return None


@WrittenOnce
def _open_pages(home, slugs):
    """The front pages, and the pages that are called one of ``slugs``."""
    wanted = Q(translation_key=home) | Q(slug__in=slugs)
    return (
        Page.objects.live()
        .filter(wanted, is_open())
        .values(
            *(field.attname for field in Page._meta.concrete_fields),
            language=F("locale__language_code"),
        )
    )


def _whole(model, pk):
    return model.objects.for_its_page().get(pk=pk)
