"""Our HTML as another program can show it: no script, no frame, every address in full."""

import re
from urllib.parse import urljoin

from bs4 import BeautifulSoup

DROPPED = ("script", "style", "iframe", "source")
UNWRAPPED = ("picture", "div", "span")
KEPT = {
    "a": ("href", "hreflang", "lang"),
    "img": ("src", "alt", "width", "height"),
    "ol": ("start",),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan", "scope"),
}
# What XML has no way to write.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def without_controls(text):
    """``text`` without the characters that no XML document may hold."""
    return CONTROL.sub("", str(text))


def for_elsewhere(html, base):
    """``html`` with plain elements only, and with ``base`` before relative addresses."""
    soup = BeautifulSoup(without_controls(html), "html.parser")
    for element in soup.find_all(DROPPED):
        element.decompose()
    for element in soup.find_all(UNWRAPPED):
        element.unwrap()
    for element in soup.find_all(True):
        kept = KEPT.get(element.name, ("lang",))
        element.attrs = {
            name: urljoin(base, value) if name in ("href", "src") else value
            for name, value in element.attrs.items()
            if name in kept
        }
    soup.smooth()
    return re.sub(r"\s*\n\s*", "\n", str(soup)).strip()
