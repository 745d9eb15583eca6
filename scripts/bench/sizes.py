"""What is transferred: HTML, CSS, scripts; compressed, and kept by browsers?"""

import gzip
import re
from functools import cache
from statistics import median
from urllib.parse import urljoin

from bs4 import BeautifulSoup

from scripts.bench.table import Row, worst

KB = 1000
COMPRESSED = {"Accept-Encoding": "gzip"}
# Scripts that run; the others are data.
RUNS = {"", "module", "text/javascript"}
IN_CSS = re.compile(r"url\(['\"]?([^'\")]+)")


def measure(site):
    kept_files = Files(site)
    yield html(site)
    yield css_and_scripts(site, kept_files)
    yield compressed(site)
    yield kept_files.row()


def transferred(site, address):
    """The size of the answer in bytes; some chance bytes are in it, hence the median."""
    sizes = [len(site.get(address, **COMPRESSED).body) for _ in range(site.runs)]
    return median(sizes)


def html(site):
    beside = {}
    for post in site.contents["posts"]:
        own = len(gzip.compress(post["text"].encode(), 6))
        size = transferred(site, post["address"])
        beside[post["address"]] = (size - own) / KB
    most, where = worst(beside)
    return Row(
        "HTML of a post beside its own text, gzip",
        most,
        f"{where}; median of {len(beside)} posts {median(beside.values()):.1f}",
        at_most=15,
        unit=" KB",
    )


def compressed(site):
    """Is what readers get compressed? Pages, feeds, sitemap."""
    asked = [*site.kinds.values(), *site.contents["feeds"], "/sitemap.xml"]
    plain = [
        address
        for address in asked
        if site.get(address, **COMPRESSED).headers["Content-Encoding"] != "gzip"
    ]
    return Row(
        "pages, feeds, sitemap sent without gzip",
        len(plain),
        f"of {len(asked)}",
        at_most=0,
        wrong=plain,
    )


def css_and_scripts(site, files):
    sums = {}
    for (kind, language), address in site.kinds.items():
        soup = BeautifulSoup(site.get(address).body, "html.parser")
        # Marks of every file that the page names, for the row of those that are kept.
        links = soup.select("link[href]:not([rel~=alternate], [rel~=canonical])")
        for link in links:
            files.add(urljoin(address, link["href"]))
        names = [link["href"] for link in soup.select("link[rel~=stylesheet]")]
        scripts = scripts_in(soup)
        names += [tag["src"] for tag in scripts if tag.get("src")]
        inline = [tag.text for tag in [*soup.find_all("style"), *scripts]]
        sums[f"{kind} {language}"] = sum(
            files.size(urljoin(address, name)) for name in names
        ) + sum(len(gzip.compress(text.encode(), 6)) for text in inline if text)
    most, where = worst(sums)
    return Row("CSS and JS together, gzip", most / KB, where, at_most=20, unit=" KB")


def scripts_in(soup):
    """The tags of scripts that run."""
    return [tag for tag in soup.find_all("script") if tag.get("type", "") in RUNS]


class Files:
    """The static files that pages name, and those that their style sheets do."""

    def __init__(self, site):
        self.site = site
        self.answers = {}
        self.size = cache(self._size)

    def add(self, address):
        if address.startswith("/static/") and address not in self.answers:
            answer = self.site.get(address, **COMPRESSED)
            self.answers[address] = answer
            if address.endswith(".css"):
                for name in IN_CSS.findall(gzip.decompress(answer.body).decode()):
                    self.add(urljoin(address, name))

    def _size(self, address):
        self.add(address)
        return len(self.answers[address].body)

    def row(self):
        wrong = [
            f"{address}: {answer.status}, {answer.headers['Cache-Control']}"
            for address, answer in self.answers.items()
            if answer.status != 200
            or "immutable" not in (answer.headers["Cache-Control"] or "")
        ]
        wrong += [
            f"{address}: not compressed"
            for address, answer in self.answers.items()
            if address.endswith((".css", ".js", ".svg"))
            and answer.headers["Content-Encoding"] != "gzip"
        ]
        return Row(
            "static files that browsers may not keep for ever, or CSS without gzip",
            len(wrong),
            f"of {len(self.answers)}",
            at_most=0,
            wrong=wrong,
        )
