"""A walk through every public page of a loaded site, in both languages: what a page says of itself,
and what feeds, sitemap, Open Graph and JSON-LD say of it, must agree with what is live."""

from collections import defaultdict

from bs4 import BeautifulSoup
from wagtail.models import Page

from kdsite.pages.base import is_open
from tests.support.reader_page import path_of

OTHER = {"fi": "sv", "sv": "fi"}
LISTS = {"fi": "/fi/blogi/", "sv": "/sv/blogg/"}


def disagreements(read):
    """``{address: what is wrong there}`` of the whole site; empty where all is well.

    :param read: gives the :class:`~tests.support.reader_page.ReaderPage` of an address.
    """
    return Walk(read).disagreements()


class Walk:
    def __init__(self, read):
        self.read = read
        pages = Page.objects.live().filter(is_open(), depth__gt=1)
        self.pages = list(pages.select_related("locale", "content_type"))
        self.versions = defaultdict(dict)
        self.titles = defaultdict(set)
        for page in self.pages:
            code = page.locale.language_code
            self.versions[page.translation_key][code] = page.url
            self.titles[code].add(page.title)

    def disagreements(self):
        """Everything that is wrong, by address."""
        found = {}
        for page in self.pages:
            versions = self.versions[page.translation_key]
            found[page.url] = list(self.of_version(page.url, versions))
            if page.content_type.model == "blogpage" and len(versions) == 1:
                found |= self.of_stand_in(page)
        # Pages of lists, archives: whatever else the pages lead to.
        others = {link for address in found for link in self.read(address).links}
        for address in sorted(others - set(found)):
            found[address] = list(self.of_other(address))
        found["/sitemap.xml"] = list(self.of_sitemap())
        for address in sorted({feed for a in found for feed in self.feeds_of(a)}):
            found[address] = list(self.of_feed(address))
        return {address: wrong for address, wrong in found.items() if wrong}

    def of_version(self, address, versions):
        """A page in its own language."""
        page = self.read(address)
        if page.status != 200:
            yield page.status
            return
        code = address[1:3]
        expected = dict(versions)
        if "fi" in versions:
            expected["x-default"] = versions["fi"]
        if page.canonical != address:
            yield "canonical", page.canonical
        if page.alternates != expected:
            yield "hreflang", page.alternates
        if not page.is_indexed:
            yield "noindex"
        other = page.switcher.get(OTHER[code])
        if OTHER[code] in versions and other != versions[OTHER[code]]:
            yield "switcher", other
        yield from self.of_any(page, code)
        yield from of_machine_words(page, code, versions)

    def of_stand_in(self, post):
        """A post of one language, where readers of the other one are shown it."""
        code = post.locale.language_code
        reader = OTHER[code]
        address = f"{LISTS[reader]}{post.slug}/"
        if self.read(post.url).switcher != {reader: address}:
            return {post.url: ["switcher", self.read(post.url).switcher]}
        page = self.read(address)
        wrong = list(self.of_any(page, reader))
        if page.canonical != post.url or page.alternates or page.is_indexed:
            wrong.append("not led to the original")
        if page.switcher != {code: post.url}:
            wrong.append(("switcher", page.switcher))
        if page.html.h1.get("lang") != code or not page.html.select("main .notice"):
            wrong.append("unmarked")
        wrong += of_machine_words(page, code, {code: post.url})
        return {address: wrong}

    def of_other(self, address):
        """A page of a list, or an archive."""
        page = self.read(address)
        if page.status != 200:
            yield page.status
        elif address[1:3] in OTHER and page.is_html:
            if page.is_indexed and self.read(page.canonical).status != 200:
                yield "canonical", page.canonical
            yield from self.of_any(page, address[1:3])

    def of_any(self, page, code):
        """Whatever kind of page it is."""
        if page.language != code:
            yield "lang", page.language
        other = page.switcher.get(OTHER[code])
        if set(page.switcher) != {OTHER[code]} or self.read(other).status != 200:
            yield "switcher", page.switcher
        elif self.read(other).language != OTHER[code]:
            yield "switcher", other
        for link in page.links:
            if self.read(link).status != 200:
                yield "dead link", link
        for link in page.html.select(f'a[href^="/{OTHER[code]}/"]'):
            if link.get("hreflang") != OTHER[code] and said_in(link) != OTHER[code]:
                yield "unmarked link", link["href"]
        foreign = self.titles[OTHER[code]] - self.titles[code]
        for text in page.html.body.find_all(string=True):
            words = text.replace("\u00ad", "").strip()
            if words in foreign and said_in(text.parent) != OTHER[code]:
                yield "unmarked words", words

    def feeds_of(self, address):
        page = self.read(address)
        if page.status != 200 or not page.is_html:
            return []
        links = page.html.select('link[type="application/atom+xml"]')
        return [path_of(link["href"]) for link in links]

    def of_feed(self, address):
        """Entries in the feed's language, each at its own address."""
        feed = self.read(address)
        if feed.status != 200:
            yield feed.status
            return
        xml = BeautifulSoup(feed.response.content, "xml")
        code = address[1:3]
        if xml.feed["xml:lang"] != code:
            yield "xml:lang", xml.feed["xml:lang"]
        for entry in xml.find_all("entry"):
            link = path_of(entry.find("link", recursive=False)["href"])
            if self.read(link).status != 200 or self.read(link).canonical != link:
                yield "entry", link
            if link[1:3] != entry.get("xml:lang", code):
                yield "entry in another language", link

    def of_sitemap(self):
        """Every public page once, with the versions that its head names."""
        sitemap = self.read("/sitemap.xml")
        if sitemap.status == 404:
            return
        xml = BeautifulSoup(sitemap.response.content, "xml")
        listed = {}
        for url in xml.find_all("url"):
            address = path_of(url.loc.string)
            links = url.find_all("link")
            named = {link["hreflang"]: path_of(link["href"]) for link in links}
            if address in listed:
                yield "twice", address
            listed[address] = named
        for address in {page.url for page in self.pages} ^ set(listed):
            yield "listed or public, not both", address
        for address, named in listed.items():
            if self.read(address).alternates != named:
                yield "alternates", address, named


def said_in(element):
    """The language of the nearest ``lang`` around the words of ``element``."""
    return next((e["lang"] for e in [element, *element.parents] if e.get("lang")), None)


def of_machine_words(page, code, versions):
    """Open Graph and JSON-LD of a page written in ``code``, as far as it has them."""
    for address in page.meta("og:url"):
        if path_of(address) != page.canonical:
            yield "og:url", address
    if page.meta("og:locale") not in ([], [f"{code}_FI"]):
        yield "og:locale", page.meta("og:locale")
    others = {f"{other}_FI" for other in versions if other != code}
    if page.meta("og:locale") and set(page.meta("og:locale:alternate")) != others:
        yield "og:locale:alternate", page.meta("og:locale:alternate")
    for thing in page.things:
        if thing["@type"] in ("BlogPosting", "ProfilePage"):
            if path_of(thing.get("url", page.canonical)) != page.canonical:
                yield "JSON-LD url", thing["url"]
            if thing.get("inLanguage", code) != code:
                yield "JSON-LD language", thing["inLanguage"]
        if thing["@type"] == "BreadcrumbList":
            last = thing["itemListElement"][-1].get("item", page.canonical)
            if path_of(last) != page.canonical:
                yield "JSON-LD breadcrumb", last
