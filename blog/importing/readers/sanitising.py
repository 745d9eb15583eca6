"""HTML from anywhere to HTML that is safe, with a word on every link it loses."""

from __future__ import annotations

import re

import nh3
from bs4 import BeautifulSoup
from django.utils.translation import gettext as _

from blog.importing.images import SCHEME, Pictures
from blog.importing.readers.refusal import ImportRefused
from blog.importing.report import Report, shown

# The parser's time grows with the square of these.
MOST = {"<": 50_000, "<!": 1_000, "&": 100_000}
MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 60
LINKS = {"http", "https", "mailto", "tel"}
BLOCKS = {"p", "ul", "ol", "li", "blockquote", "table", "pre", "figure", "figcaption"}
BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "cite", "hr"}
BLOCKS |= {"div", "section", "article", "main", "header", "footer", "nav", "aside"}
BLOCKS |= {"address", "center", "form", "fieldset", "details", "summary"}
CELLS = {"thead", "tbody", "tfoot", "tr", "th", "td", "caption"}
INLINE = {"a", "b", "strong", "i", "em", "br", "img", "s", "del", "strike"}
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
WITHOUT_END = {"br", "img", "hr"}
INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\ufeff]+")
SCHEME_OF = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def sanitise(html: str, report: Report, pictures: Pictures | None = None) -> str:
    """Only the tags the recogniser knows; `pictures` takes the `<img>` of html and md."""
    if any(html.count(mark) > most for mark, most in MOST.items()):
        raise _too_complicated()
    # Links inside links are what makes the parser slow; other tags may stay open.
    _check_depth(name for name in TAG.findall(html) if name[1].lower() == "a")
    # The line break tells the parser that this is text and not the name of a file.
    soup = BeautifulSoup(html + "\n", "html.parser")
    for tag in soup(["script", "style", "title", "template"]):
        tag.decompose()
    _report_media(soup, report)
    for link in soup("a", href=True):
        _check_link(link, report)
    if soup.find(["s", "del", "strike"]):
        report.ask(
            _("Some text is struck through in the file: should it be in the post?")
        )
    if pictures is not None:
        _collect_pictures(soup, pictures)
    markup = soup.decode(formatter="minimal")
    if len(markup) > MAX_CHARACTERS:
        raise ImportRefused(
            _("The text is far longer than a post: bring only the text of the post.")
        )
    clean = nh3.clean(
        markup,
        tags=BLOCKS | CELLS | INLINE,
        attributes={"a": {"href"}, "img": {"src", "alt"}, "td": {"colspan"}}
        | {"th": {"colspan"}},
        allowed_classes={"h2": {"subtitle"}, "p": {"caption"}},
        url_schemes=LINKS | {SCHEME},
        link_rel=None,
    )
    _check_depth(TAG.findall(clean))
    return clean.strip("\n")


def _check_link(link, report: Report) -> None:
    """Keeps an address a reader can follow; the text of the link stays either way."""
    address = link["href"].strip()
    scheme = SCHEME_OF.match(INVISIBLE.sub("", address))
    if scheme and scheme.group(1).lower() in LINKS:
        return
    del link["href"]
    text = shown(link.get_text())
    if scheme:
        why = _(
            "The link behind “%(text)s” was removed: an address that begins with %(scheme)s is not allowed."
        ) % {"text": text, "scheme": f"{scheme.group(1).lower()}:"}
        report.leave_out(shown(address), why)
    elif address and not address.startswith("#"):
        why = _(
            "The link behind “%(text)s” was removed: the address is not a whole one. Add it by hand."
        ) % {"text": text}
        report.leave_out(shown(address), why)


def _report_media(soup, report: Report) -> None:
    """Videos and frames of other sites are added by hand, as a block of their own."""
    for tag in soup(["iframe", "video", "audio", "object", "embed"]):
        source = tag.find("source")
        address = tag.get("src") or tag.get("data") or (source and source.get("src"))
        report.leave_out(
            shown(address or tag.name),
            _("Content from another site is added by hand, as a block of its own."),
        )


def _collect_pictures(soup, pictures: Pictures) -> None:
    for image in soup("img"):
        alt = " ".join(image.get("alt", "").split())
        source = pictures.add_address(image.get("src", ""), alt)
        if source is None:
            image.decompose()
        else:
            image.attrs = {"src": source, "alt": alt}


def _check_depth(tags) -> None:
    depth = 0
    for end, name in tags:
        if name not in WITHOUT_END:
            depth += -1 if end else 1
        if depth > MAX_DEPTH:
            raise _too_complicated()


def _too_complicated() -> ImportRefused:
    return ImportRefused(
        _(
            "The file is too complicated to read: copy the text into a new document and save that."
        )
    )
