"""The marks in a string (bold, italics, links, breaks): shown without a tag, read back, and missed.

wagtail-localize keeps a string as inline HTML in which a link has a number in the place of its
address: ``<a id="a1">``.
"""

from collections import Counter
from dataclasses import dataclass
from html import escape

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from django.db import models
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail_localize.strings import StringValue

BOLD, ITALIC = ("b", "strong"), ("i", "em")
# Of what a browser has in a cell: what stands on a line of its own.
BLOCKS = {"div", "p", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "tr"}
UNREAD = {"script", "style", "template", "head", "title", "noscript"}
# Not those that do not break: somebody has put them there.
SPACES = " \t\r\n"
# Other marks of wagtail-localize stay where the original has them.
OTHERS = {"abbr", "acronym", "code"}


class Mark(models.TextChoices):
    LINK = "link", _("Link")
    BOLD = "bold", _("Bold")
    ITALIC = "italic", _("Italics")
    BREAK = "break", _("Line break")


@dataclass(frozen=True)
class Lack:
    """A mark of the original that the translation does not have: ``text`` is what it stands on,
    ``link`` the number of a link."""

    mark: Mark
    text: str = ""
    link: str = ""


def tidied(html, original, is_formatted):
    """``html``, whoever wrote it, as a string of a translation: with the marks alone that it may have,
    each closed; with links of ``original`` (a string's HTML) alone.

    :param is_formatted: else it is plain text, which has no marks but breaks.
    """
    soup = BeautifulSoup(html, "html.parser")
    if not is_formatted:
        return StringValue.from_plaintext(_as_lines(soup).strip(SPACES)).data
    theirs = BeautifulSoup(original, "html.parser")
    names = {tag.name for tag in theirs.find_all(True)}
    kept = dict.fromkeys(BOLD, "strong" if "strong" in names else "b")
    kept |= dict.fromkeys(ITALIC, "em" if "em" in names else "i")
    kept |= {name: name for name in OTHERS & names}
    links = set(_links(theirs))
    return _without_edges("".join(_tidied(child, kept, links) for child in soup))


def _tidied(node, kept, links):
    if isinstance(node, NavigableString):
        # A comment, a declaration and the like is no text.
        return escape(node, quote=False) if type(node) is NavigableString else ""
    if not isinstance(node, Tag) or node.name in UNREAD:
        return ""
    if node.name == "br":
        return "<br/>"
    inner = "".join(_tidied(child, kept, links) for child in node)
    name, attributes = kept.get(node.name), ""
    if node.name == "a":
        link = node.get("data-link") or node.get("id")
        name, attributes = ("a", f' id="{link}"') if link in links else (None, "")
    if node.name in BLOCKS:
        return f"<br/>{inner}"
    # What holds no word is no mark.
    is_empty = not BeautifulSoup(inner, "html.parser").get_text().strip()
    return f"<{name}{attributes}>{inner}</{name}>" if name and not is_empty else inner


def _without_edges(html):
    """A browser ends a cell with a break of its own."""
    html = html.strip(SPACES)
    while html.startswith("<br/>"):
        html = html.removeprefix("<br/>").strip(SPACES)
    while html.endswith("<br/>"):
        html = html.removesuffix("<br/>").strip(SPACES)
    return html


def _as_lines(soup):
    for tag in soup.find_all([*UNREAD]):
        tag.decompose()
    for comment in soup.find_all(string=lambda each: isinstance(each, Comment)):
        comment.extract()
    for tag in soup.find_all(["br", *BLOCKS]):
        tag.insert_before("\n")
    return soup.get_text()


def shown(data, addresses=None):
    """``data`` as people see it: HTML whose links lead nowhere, each with its number in ``data-link``.

    :param addresses: where they lead, by their numbers; said where one points at them.
    """
    soup = BeautifulSoup(data or "", "html.parser")
    return mark_safe("".join(_shown(child, addresses or {}) for child in soup))  # noqa: S308


def _shown(node, addresses):
    if not isinstance(node, Tag):
        return escape(node)
    if node.name == "br":
        return "<br>"
    inner = "".join(_shown(child, addresses) for child in node)
    if node.name == "a":
        link = node.get("id", "")
        title = escape(addresses.get(link, ""))
        return f'<a data-link="{escape(link)}" title="{title}">{inner}</a>'
    name = {"strong": "b", "em": "i"}.get(node.name, node.name)
    return f"<{name}>{inner}</{name}>" if name in {"b", "i", *OTHERS} else inner


def words_of(data):
    """The words of a string, each break a new line."""
    return StringValue(data or "").render_text()


def links_of(data):
    """The words of each link in ``data``, by its number."""
    return _links(BeautifulSoup(data or "", "html.parser"))


def _links(soup):
    return {tag["id"]: tag.get_text() for tag in soup.find_all("a", id=True)}


def lacks(original, words):
    """What of the marks of ``original`` is not in ``words``, as a list of :class:`Lack`: links first."""
    ours = BeautifulSoup(original, "html.parser")
    theirs = BeautifulSoup(words, "html.parser")
    there = {link for link, text in _links(theirs).items() if text.strip()}
    found = [
        Lack(Mark.LINK, text, link)
        for link, text in _links(ours).items()
        if link not in there
    ]
    count = Counter(tag.name for tag in theirs.find_all(True))
    for mark, names in ((Mark.BOLD, BOLD), (Mark.ITALIC, ITALIC)):
        tags = ours.find_all(names)
        if len(tags) > sum(count[name] for name in names):
            text = ", ".join(dict.fromkeys(tag.get_text() for tag in tags))
            found.append(Lack(mark, text))
    if len(ours.find_all("br")) > count["br"]:
        found.append(Lack(Mark.BREAK))
    return found


def missing_links(original, words):
    """The numbers of the links of ``original`` that ``words`` do not have."""
    return {lack.link for lack in lacks(original, words) if lack.mark == Mark.LINK}
