"""The page of search, a GET form: it works without a script and sets no cookie; and what its script
asks for."""

from dataclasses import asdict

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, ngettext, override
from django.views.decorators.http import require_safe

from home.search.asking import tidy
from home.search.filters import Filters
from home.search.finding import find
from home.search.ranking import Found
from home.search.showing import results
from home.search.suggesting import suggestions

RESULTS_A_PAGE = 10
IN_PART = 10
OF_OTHER_LANGUAGE = 5


@require_safe
# Its script asks for suggestions.
@csp_update({"connect-src": [SELF]})
def search(request, language):
    """Results in the language of the address, or in the one chosen; below them what matches only in
    part, and those in the other language.

    Whatever is asked is answered: a query that means nothing finds nothing.
    """
    if language != get_language():
        raise Http404
    query = tidy(request.GET.get("q", ""))
    filters = Filters(request.GET, language)
    shown_in = filters.chosen.get("language", language)
    codes = [shown_in] if "language" in filters.chosen else _codes(language)
    as_typed = "as_typed" in request.GET
    found = find(query, codes, filters.posts(), as_typed) if query else {}
    own = found.get(shown_in, Found())
    known = {hit.key for hit in own.hits}
    others = [
        hit
        for code in codes[1:]
        if code in found and found[code].means_it
        for hit in found[code].hits
        if hit.key not in known
    ]
    page = Paginator(own.hits, RESULTS_A_PAGE).get_page(request.GET.get("page"))
    partly = [] if page.has_next() else own.partly[:IN_PART]
    below = others[:OF_OTHER_LANGUAGE] if page.number == 1 else []
    shown = results([*page, *partly, *below])
    other = _codes(language)[1]
    addresses = {code: _address(code, query) for code in (language, other)}
    context = {
        "query": query,
        "filters": filters,
        "shown_in": shown_in,
        "hits": page,
        "found": own,
        "count": len(own.hits),
        "results": [shown[hit.pk] for hit in page if hit.pk in shown],
        "partly": [shown[hit.pk] for hit in partly if hit.pk in shown],
        "others": [shown[hit.pk] for hit in below if hit.pk in shown],
        "more_others": len(others) - len(below),
        "other_language": other,
        "other_address": addresses[other],
        "addresses": addresses,
    }
    return render(request, "home/search.html", context)


@require_safe
def suggest(request, language):
    """For the script of the form: suggestions for what was typed so far, and their number in words."""
    if language != get_language():
        raise Http404
    found = suggestions(tidy(request.GET.get("q", "")), language)
    said = ngettext("%(count)s suggestion", "%(count)s suggestions", len(found))
    answer = {
        "suggestions": [asdict(each) for each in found],
        "said": said % {"count": len(found)},
    }
    return JsonResponse(answer)


def _codes(first):
    """The site's languages, ``first`` first."""
    return sorted(dict(settings.LANGUAGES), key=lambda code: code != first)


def _address(code, query):
    """The search for ``query`` in another language's pages."""
    with override(code):
        address = reverse("search", kwargs={"language": code})
    return f"{address}?{urlencode({'q': query})}" if query else address
