"""Goes through the site as a reader can, and says what is wrong with the pages met."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup
from django.conf import settings

START = ("/fi/", "/sv/", "/fi/ei-ole/", "/sv/finns-inte/")
MISSING = {"/fi/ei-ole/", "/sv/finns-inte/"}
# Files, and what is not for readers.
NOT_FOLLOWED = ("/media/", "/static/", "/documents/", "/admin/")
# What a browser fetches by itself, by the rel of a link.
FETCHED = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect", "dns-prefetch"}  # fmt: skip
VALIDATOR = settings.BASE_DIR / "var/tools/node_modules/.bin/html-validate"


def crawl(read, start=START):
    """Every page that links lead to from ``start``: a dict from address to page.

    :param read: gives the :class:`~tests.support.reader_page.ReaderPage` of an address.
    """
    met, ahead = {}, list(start)
    while ahead:
        address = ahead.pop()
        if address in met:
            continue
        met[address] = page = read(address)
        assert page.status == (404 if address in MISSING else 200), address
        if page.is_html:
            ahead += _links(address, page.html)
    return {address: page for address, page in met.items() if page.is_html}


def _links(address, soup):
    for link in soup.select("a[href], link[rel~=alternate][href]"):
        target = urldefrag(urljoin(address, _on_this_site(link["href"]))).url
        if target.startswith("/") and not target.startswith(NOT_FOLLOWED):
            yield target


def _on_this_site(url):
    """The address without the site's own host."""
    return re.sub(r"^https?://(localhost|testserver)(:\d+)?(?=/)", "", url)


def from_elsewhere(soup):
    """Addresses of other sites that a browser would fetch by itself."""
    found = []
    for tag in soup.find_all(True):
        urls = [tag.get(name) for name in ("src", "poster", "data", "background")]
        urls += [part.split()[0] for part in tag.get("srcset", "").split(",") if part]
        urls += re.findall(r"url\(['\"]?([^'\")]+)", tag.get("style", ""))
        if tag.name == "style":
            urls += re.findall(r"(?:url\(|@import )['\"]?([^'\")]+)", tag.text)
        if tag.name == "link" and FETCHED & set(tag.get("rel", ())):
            urls.append(tag.get("href"))
        if tag.get("srcdoc"):
            found += from_elsewhere(BeautifulSoup(tag["srcdoc"], "html.parser"))
        found += [url for url in urls if url and urlsplit(_on_this_site(url)).netloc]
    return found


def invalid(pages, folder):
    """What html-validate finds in ``pages`` (address to page), as lines to read."""
    assert VALIDATOR.exists(), "sh scripts/install_test_tools.sh installs html-validate"
    addresses = {}
    for number, (address, page) in enumerate(pages.items()):
        path = folder / f"{number}.html"
        path.write_bytes(page.response.content)
        addresses[str(path)] = address
    config = folder / "config.json"
    config.write_text('{"root": true, "extends": ["html-validate:standard"]}')
    beside_python = str(Path(sys.executable).parent)
    node = shutil.which("node", path=beside_python) or shutil.which("node")
    result = subprocess.run(
        [node, VALIDATOR, "--config", config, "--formatter", "json", *addresses],
        capture_output=True,
        text=True,
    )
    return [
        f"{addresses[file['filePath']]}: {message['message']} ({message['selector']})"
        for file in json.loads(result.stdout)
        for message in file["messages"]
    ]
