"""Where the links of a page lead, and which of them lead elsewhere than before."""

from collections import Counter
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.embeds.blocks import EmbedBlock
from wagtail.models import Page

from kdsite.editorial.publishing.pieces import marked_up, pieces_of


class How(models.TextChoices):
    """What happened to a link."""

    NEW = "new", gettext_lazy("New")
    ELSEWHERE = "elsewhere", gettext_lazy("Leads elsewhere")
    GONE = "gone", gettext_lazy("No link any more")


@dataclass(frozen=True)
class Link:
    """``target`` is ``("page", id)``, ``("document", id)`` or ``("url", address)``; ``path`` names
    the place in the page, ``label`` is what people call that."""

    path: str
    label: str
    words: str
    target: tuple


@dataclass
class Change:
    """A link that is new, leads elsewhere or is gone; with both addresses, empty: none."""

    how: How
    label: str
    words: str
    now: str = ""
    before: str = ""


def links_of(version):
    """Every :class:`Link` of ``version``: in rich text, blocks, fields and rows; to pages, files,
    other sites and mailboxes."""
    for piece in pieces_of(version):
        yield from links_in(piece)


def not_public(version):
    """A sentence for each page that ``version`` names, such as its question or a theme, and that
    readers do not get with it, in any language; its companions go their own way."""
    ids = [link.target[1] for link in links_of(version) if _names_a_page(link)]
    keys = Page.objects.filter(pk__in=ids).values("translation_key")
    versions = Page.objects.filter(translation_key__in=keys) if ids else []
    named = [page for page in versions if page.pk in ids]
    found = {page.translation_key for page in versions if page.live}
    return [
        _("“%(title)s” is not public yet: it stays out until it is.")
        % {"title": page.get_admin_display_title()}
        for page in named
        if page.translation_key not in found
        and not getattr(page.specific_class, "goes_along", False)
    ]


def _names_a_page(link):
    return link.target[0] == "page" and not link.words


def links_in(piece):
    """Every :class:`Link` of one :class:`.pieces.Piece`."""
    kind, value = piece.kind, piece.value
    if not value:
        return
    if soup := marked_up(piece):
        yield from _in_text(piece, soup)
        return
    related = getattr(kind, "related_model", None)
    if isinstance(kind, (blocks.EmailBlock, models.EmailField)):
        target = ("url", f"mailto:{value}")
    elif isinstance(kind, (blocks.URLBlock, models.URLField)):
        target = ("url", str(value))
    elif isinstance(kind, EmbedBlock):
        target = ("url", value.url)
    elif isinstance(kind, blocks.PageChooserBlock):
        target = ("page", value.pk)
    elif isinstance(kind, DocumentChooserBlock):
        target = ("document", value.pk)
    elif related and issubclass(related, Page) and not isinstance(kind, ParentalKey):
        target = ("page", value)
    elif related is get_document_model():
        target = ("document", value)
    else:
        return
    yield Link(piece.path, piece.label, piece.words, target)


def _in_text(piece, soup):
    for tag in soup.find_all(["a", "embed"]):
        words = " ".join(tag.get_text().split())
        kind, number = tag.get("linktype"), tag.get("id", "")
        if kind in ("page", "document") and number.isdecimal() and len(number) < 19:
            target = (kind, int(number))
        elif tag.get("href"):
            target = ("url", tag["href"])
        elif tag.get("url"):
            target = ("url", tag["url"])
        else:
            continue
        yield Link(piece.path, piece.label, words, target)


def changed_links(now, before, locale, with_it=()):
    """A :class:`Change` for each link that readers had not, or that leads elsewhere, also under the
    same words; then for each that is gone. What only moved has not changed.

    :param now: the links of this version.
    :param before: those of an older one; empty where there is none.
    :param locale: the language in which the page is read.
    :param with_it: the pages that become public with it.
    """
    now, before = list(now), list(before)
    addresses = _Addresses([*now, *before], locale, with_it)
    what = addresses.what
    stayed = Counter(map(what, now)) & Counter(map(what, before))
    new, old = _without(now, stayed, what), _without(before, stayed, what)
    found = []
    for link in new:
        was = _origin(link, old)
        change = Change(How.NEW, link.label, addresses.words(link), addresses.of(link))
        if was:
            old.remove(was)
            change.how, change.before = How.ELSEWHERE, addresses.of(was)
        if change.now != change.before:
            found.append(change)
    for link in old:
        words = addresses.words(link)
        found.append(Change(How.GONE, link.label, words, before=addresses.of(link)))
    return found


def _without(links, stayed, what):
    """``links`` without one for each of those that ``stayed``."""
    left, found = Counter(stayed), []
    for link in links:
        if left[what(link)]:
            left[what(link)] -= 1
        else:
            found.append(link)
    return found


def _origin(link, old):
    """Which of ``old`` has become ``link``: the same words, best at the same place; else the only
    one there."""
    same = [was for was in old if was.words == link.words and link.words]
    here = [was for was in old if was.path == link.path]
    both = [was for was in same if was in here]
    if both or same:
        return (both or same)[0]
    return here[0] if len(here) == 1 else None


class _Addresses:
    """The addresses of some links, in two queries."""

    def __init__(self, links, locale, with_it):
        self.locale = locale
        self.with_it = {page.pk for page in with_it}
        ids = {kind: set() for kind in ("page", "document", "url")}
        for link in links:
            kind, target = link.target
            ids[kind].add(target)
        asked = Page.objects.filter(pk__in=ids["page"])
        keys = asked.values("translation_key")
        pages = Page.objects.filter(translation_key__in=keys).select_related("locale")
        self.pages = {page.pk: page for page in pages} if ids["page"] else {}
        self.versions = {(p.translation_key, p.locale_id): p for p in pages}
        self.files = get_document_model().objects.in_bulk(ids["document"])

    def page(self, pk):
        """As readers of the locale are led to it: its version in their language, where that is public
        by then."""
        page = self.pages.get(pk)
        if page is None:
            return None
        here = self.versions.get((page.translation_key, self.locale.pk))
        return here if here and self.is_public(here) else page

    def is_public(self, page):
        return page.live or page.pk in self.with_it

    def what(self, link):
        """Its words, and where it leads: language versions of a page may be one and the same."""
        kind, target = link.target
        page = self.page(target) if kind == "page" else None
        return link.words, kind, page.pk if page else target

    def of(self, link):
        kind, target = link.target
        if kind == "url":
            return target
        thing = self.page(target) if kind == "page" else self.files.get(target)
        if thing and kind == "page" and not self.is_public(thing):
            return _("“%(title)s” is not public: no link until it is") % {
                "title": thing.get_admin_display_title()
            }
        return (thing and thing.url) or _("not there any more")

    def words(self, link):
        """The words that lead there; of a page that is named without words, its title."""
        kind, target = link.target
        page = self.page(target) if kind == "page" and not link.words else None
        return link.words or (page.title if page else "")
