"""How a page that was found is shown: its title, and the words in their context, marked."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F
from django.utils.html import format_html, format_html_join
from wagtail.models import Page

from blog.models import BlogPageAuthor
from home.models import SearchedText
from kdsite.languages import lemmas

CONTEXT = 220
BEFORE = 70


@dataclass
class Result:
    """A page with its marked ``title`` and ``snippet``; ``via`` is the theme or question, if any."""

    page: Page
    title: str
    snippet: str
    date: object
    authors: list
    via: str = ""
    # Words of the query that it does not have.
    missing: tuple = ()

    @property
    def kind(self):
        """What sort of page it is, in the reader's language."""
        page_type = self.page.specific_class
        return page_type.called or page_type._meta.verbose_name


def results(hits):
    """A :class:`Result` for each of ``hits`` (of one or several lists), ``{page id: result}``.

    In as many queries for one as for twenty, whatever sort of pages they are.
    """
    keys = {hit.pk for hit in hits} | {hit.via.pk for hit in hits if hit.via}
    pages = Page.objects.select_related("locale", "content_type")
    pages = pages.annotate(date=F("blogpage__date")).in_bulk(keys)
    texts = dict(
        SearchedText.objects.filter(page__in=keys).values_list("page", "texts")
    )
    authors = defaultdict(list)
    for byline in BlogPageAuthor.objects.filter(page__in=keys).order_by("sort_order"):
        authors[byline.page_id].append(byline)
    return {
        hit.pk: _result(hit, pages, texts.get(hit.pk, ()), authors[hit.pk])
        for hit in hits
        if hit.pk in pages
    }


def _result(hit, pages, texts, authors):
    page = pages[hit.pk]
    # What led here is told where the page itself has none of the words.
    via = hit.via and not hit.forms and pages.get(hit.via.pk)
    best = max(texts, key=lambda text: _distinct(text, hit.forms), default="")
    return Result(
        page,
        marked(page.title, hit.forms),
        marked(_around(best, hit.forms), hit.forms),
        page.date,
        authors,
        marked(via.title, hit.via.forms) if via else "",
        hit.missing,
    )


def _distinct(text, forms):
    """How many different words of ``forms`` stand in ``text``; :func:`max` keeps the first best."""
    return len({lemmas.written(match) for match in lemmas.words(text)} & forms)


def _around(text, forms):
    """The part of ``text`` around its first word of ``forms``, cut between words."""
    first = next(
        (m.start() for m in lemmas.words(text) if lemmas.written(m) in forms),
        0,
    )
    start = text.rfind(" ", 0, first - BEFORE) + 1 if first > BEFORE else 0
    end = start + CONTEXT
    if end < len(text):
        end = max(text.rfind(" ", first, end), text.find(" ", first))
        end = len(text) if end < 0 else end
    return "".join(
        (
            "… " if start else "",
            text[start:end].strip(),
            " …" if end < len(text) else "",
        )
    )


def marked(text, forms):
    """``text`` as safe HTML, with ``<mark>`` around each word of ``forms``."""
    text, pieces, done = lemmas.clean(text), [], 0
    for match in lemmas.words(text):
        if lemmas.written(match) in forms:
            pieces.append((text[done : match.start()], match[0]))
            done = match.end()
    return format_html(
        "{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[done:]
    )
