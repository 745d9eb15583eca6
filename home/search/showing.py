"""How a page that was found is shown: its title, and the words in their context, marked."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.html import format_html, format_html_join
from wagtail.models import Page

from blog.models import BlogPage
from kdsite import lemmas
from kdsite.searched import Place

CONTEXT = 220
BEFORE = 70
SHOWN = (Place.LEAD, Place.TEXT, Place.NAMES)


@dataclass
class Result:
    """A page with its marked ``title`` and ``snippet``; ``via`` is the theme or question, if any."""

    page: Page
    title: str
    snippet: str
    via: str = ""

    @property
    def authors(self):
        """The bylines of a post."""
        return self.page.bylines.all() if isinstance(self.page, BlogPage) else ()

    @property
    def kind(self):
        """What sort of page it is, in the reader's language."""
        return self.page._meta.verbose_name


def results(hits):
    """A :class:`Result` for each of ``hits`` (of one or several lists), ``{page id: result}``."""
    pages = {
        page.pk: page
        for page in Page.objects.filter(
            pk__in={hit.pk for hit in hits} | {hit.via.pk for hit in hits if hit.via}
        )
        .select_related("locale")
        .specific()
    }
    posts = [page for page in pages.values() if isinstance(page, BlogPage)]
    prefetch_related_objects(posts, "bylines")
    return {hit.pk: _result(hit, pages) for hit in hits if hit.pk in pages}


def _result(hit, pages):
    page = pages[hit.pk]
    # What led here is told where the page itself has none of the words.
    via = hit.via and not hit.forms and pages.get(hit.via.pk)
    searched = page.searched()
    title = marked(page.title, hit.forms)
    texts = [
        text
        for place in SHOWN
        for text in map(lemmas.clean, searched.get(place, ()))
        if text.strip()
    ]
    best = max(texts, key=lambda text: _distinct(text, hit.forms), default="")
    snippet = marked(_around(best, hit.forms), hit.forms)
    return Result(page, title, snippet, marked(via.title, hit.via.forms) if via else "")


def _distinct(text, forms):
    """How many different words of ``forms`` stand in ``text``; :func:`max` keeps the first best."""
    return len({match[0].lower() for match in lemmas.words(text)} & forms)


def _around(text, forms):
    """The part of ``text`` around its first word of ``forms``, cut between words."""
    first = next(
        (m.start() for m in lemmas.words(text) if m[0].lower() in forms),
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
        if match[0].lower() in forms:
            pieces.append((text[done : match.start()], match[0]))
            done = match.end()
    return format_html(
        "{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[done:]
    )
