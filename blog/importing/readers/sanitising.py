"""HTML from anywhere becomes safe HTML; every address that is removed is reported."""

import nh3
from django.utils.translation import gettext as _

from blog.importing.html.inline import parse
from blog.importing.images import SCHEME
from blog.importing.readers.refusal import ImportRefused, too_complicated
from kdsite.editorial.publishing.link_schemes import LINKS, scheme_of

# The parser's time grows with the square of these.
MOST = {"<": 50_000, "<!": 1_000, "&": 100_000}
MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 60
BLOCKS = {"p", "ul", "ol", "li", "blockquote", "table", "pre", "figure", "figcaption"}
BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "cite", "hr"}
BLOCKS |= {"div", "section", "article", "main", "header", "footer", "nav", "aside"}
BLOCKS |= {"address", "center", "form", "fieldset", "details", "summary"}
CELLS = {"thead", "tbody", "tfoot", "tr", "th", "td", "caption"}
INLINE = {"a", "b", "strong", "i", "em", "br", "img", "s", "del", "strike"}


def sanitise(html, report, pictures=None):
    """``html`` with only the tags and attributes that the recognisers know.

    Links that cannot be kept and content of other sites are reported.

    :param pictures: takes the pictures of every ``<img>``; without it, they were taken before.
    :raises ImportRefused: the file is longer or more complicated than a post.
    """
    if any(html.count(mark) > most for mark, most in MOST.items()):
        raise too_complicated()
    soup = parse(html)
    # The time for links inside links grows with the square of their number. Other tags may stay
    # open in an HTML file: nh3 closes them.
    if _depth(soup, "a") > MAX_DEPTH:
        raise too_complicated()
    for tag in soup(["script", "style", "title", "template"]):
        tag.decompose()
    _report_media(soup, report)
    for link in soup("a", href=True):
        _check_link(link, report)
    if soup.find(["s", "del", "strike"]):
        report.ask(
            _("Some text is struck through in the file: should it be in the post?")
        )
    # What is linked is the number of a note.
    if any(not tag.a for tag in soup(["sup", "sub"])):
        report.ask(
            _(
                "Some letters or figures stand above or below the line in the file, and on it in the post: is it still right?"
            )
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
    if _depth(parse(clean)) > MAX_DEPTH:
        raise too_complicated()
    return clean.strip("\n")


def _depth(soup, name=None):
    """How many tags (called ``name``) are inside one another at most."""
    depths = {id(soup): 0}
    for tag in soup(True):
        counts = tag.name == name if name else not tag.can_be_empty_element
        depths[id(tag)] = depths[id(tag.parent)] + counts
    return max(depths.values())


def _check_link(link, report):
    """Remove an address that no reader can follow; the text of the link stays."""
    address = link["href"].strip()
    scheme = scheme_of(address)
    if scheme in LINKS:
        return
    del link["href"]
    if scheme:
        report.leave_out_address(
            address,
            _(
                "The link behind “%(text)s” was removed: an address that begins with %(scheme)s is not allowed."
            ),
            text=link.get_text(),
            scheme=f"{scheme}:",
        )
    elif address and not address.startswith("#"):
        report.leave_out_address(
            address,
            _(
                "The link behind “%(text)s” was removed: the address is not a whole one. Add it by hand."
            ),
            text=link.get_text(),
        )


def _report_media(soup, report):
    """Report videos and frames of other sites; nh3 removes them."""
    for tag in soup(["iframe", "video", "audio", "object", "embed"]):
        source = tag.find("source")
        address = tag.get("src") or tag.get("data") or (source and source.get("src"))
        report.leave_out_address(
            address or tag.name,
            _("Content from another site is added by hand, as a block of its own."),
        )


def _collect_pictures(soup, pictures):
    for image in soup("img"):
        alt = " ".join(image.get("alt", "").split())
        source = pictures.add_from_address(image.get("src", ""), alt)
        if source is None:
            image.decompose()
        else:
            image.attrs = {"src": source, "alt": alt}
