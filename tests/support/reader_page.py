"""A page as a reader's browser and a search engine take it apart."""

import json
from functools import cached_property

from bs4 import BeautifulSoup
from django.test import Client


class ReaderPage:
    """What an anonymous reader gets at ``address``."""

    def __init__(self, address):
        self.address = address
        self.response = Client().get(address)
        self.status = self.response.status_code

    @property
    def is_html(self):
        return self.response.headers["content-type"].startswith("text/html")

    @cached_property
    def html(self):
        return BeautifulSoup(self.response.content.decode(), "html.parser")

    @cached_property
    def language(self):
        return self.html.html["lang"]

    @cached_property
    def title(self):
        return self.html.h1.get_text(strip=True).replace("\u00ad", "")

    @cached_property
    def canonical(self):
        """The path of the one canonical address; an error where there are two or none."""
        (link,) = self.html.select('link[rel="canonical"]')
        return path_of(link["href"])

    @cached_property
    def alternates(self):
        """``{"fi": path, "sv": path, "x-default": path}`` as far as the head names them."""
        links = self.html.select('link[rel="alternate"][hreflang]')
        found = {link["hreflang"]: path_of(link["href"]) for link in links}
        assert len(found) == len(links), f"{self.address} names a language twice"
        return found

    @cached_property
    def is_indexed(self):
        return not any(
            "noindex" in tag["content"]
            for tag in self.html.select('meta[name="robots"]')
        )

    @cached_property
    def switcher(self):
        """The languages other than this page's, each with where the switcher leads."""
        return {
            link["hreflang"]: path_of(link["href"])
            for link in self.html.select("nav.languages a")
            if link["lang"] == link["hreflang"]
        }

    @cached_property
    def links(self):
        """The addresses of the site to which the page leads, without what follows ``#``."""
        found = {link["href"].split("#")[0] for link in self.html.select("a[href]")}
        return {path_of(link) for link in found if is_internal(link)}

    @property
    def cards(self):
        """``{address: card}`` of the posts that the page lists, in order."""
        return {
            card.select_one(":is(h2, h3) a")["href"]: card
            for card in self.html.select("article:is(.card, .newest)")
        }

    def meta(self, name):
        """The content of every ``<meta property=name>``."""
        return [tag["content"] for tag in self.html.select(f'meta[property="{name}"]')]

    @cached_property
    def things(self):
        """Every object of the page's JSON-LD."""
        found = []
        for script in self.html.select('script[type="application/ld+json"]'):
            data = json.loads(script.string)
            data = data if isinstance(data, list) else data.get("@graph", [data])
            found += data
        return found


def is_internal(link):
    return link.startswith(("/", "http://localhost", "http://testserver"))


def path_of(link):
    """``/fi/`` of ``http://localhost/fi/``."""
    return "/" + link.split("://", 1)[-1].split("/", 1)[1]
