"""From an address to its page: two queries, however deep the page lies."""

from itertools import accumulate

from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import Page

from kdsite.pages.base import is_open


class FindsPagesBelow:
    """Mixed into the front page, before ``Page``.

    Wagtail walks down the tree, with two queries a step and two more for the restrictions on the
    way. Here one query finds the deepest public page on the way, which routes what is left of the
    address.
    """

    def route(self, request, path_components):
        steps = accumulate(
            [self.url_path, *path_components], lambda *s: f"{''.join(s)}/"
        )
        found = (
            Page.objects.descendant_of(self, inclusive=True)
            .live()
            .filter(url_path__in=[*steps])
            .annotate(is_found_open=is_open())
            .select_related("locale")
            .order_by("-depth")
            .first()
        )
        if found is None:
            return super().route(request, path_components)
        # Without a public front page in a language Wagtail shows the other one's tree below it.
        if found.locale.language_code != get_language():
            raise Http404
        left = path_components[found.depth - self.depth :]
        if found.pk == self.pk:
            page, go_on = self, super().route
        else:
            page = _whole(found, is_asked_for=not left)
            go_on = page.route
        page.is_found_open, page.locale = found.is_found_open, found.locale
        return go_on(request, left)


def _whole(found, is_asked_for):
    """The page of its own type; what its type adds is read only if the page will be shown."""
    if not is_asked_for:
        return found.specific_deferred
    return found.specific_class.objects.for_its_page().get(pk=found.pk)
