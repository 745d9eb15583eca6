"""Links that tell somebody who follows them: asked about, and made plain where somebody said so."""

import html
import re
from urllib.parse import parse_qs, urlsplit, urlunsplit

from django.utils.translation import ngettext

FOLLOWS = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid?|_hs(enc|mi)|yclid|vero_id",
    re.IGNORECASE,
)
# Where mail programs and search engines put themselves between: host, path, the name of the address.
BETWEEN = [
    (re.compile(r"(www\.)?google\.[a-z.]+"), "/url", ("q", "url")),
    (re.compile(r".+\.safelinks\.protection\.outlook\.com"), "/", ("url",)),
    (re.compile(r"lm?\.facebook\.com"), "/l.php", ("u",)),
]
HREF = re.compile(r'(?<=href=")[^"]*')
WEB = ("http://", "https://")


def mention_links(pieces, report):
    """Ask about the links of ``pieces`` that follow their readers.

    :returns: a function that makes them plain, in a list, where somebody said so.
    """
    found = [
        text or address
        for piece in pieces
        for text, address in piece.links
        if plain_address(address) != address
    ]
    if not found:
        return []
    plain = report.choose(
        ngettext(
            "The link “%(text)s” tells who follows it, or by which way: should only the plain address stay?",
            "%(count)d links, such as “%(text)s”, tell who follows them, or by which way: should only the plain addresses stay?",
            len(found),
        ),
        "tracking",
        found[0],
        False,
        count=len(found),
    )
    return [_with_plain_addresses] if plain else []


def plain_address(address):
    """``address`` without what is only there to follow its readers."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        asked = parse_qs(parts.query)
    except ValueError:
        return address
    for hosts, path, names in BETWEEN:
        if hosts.fullmatch(host) and parts.path in (path, path.rstrip("/")):
            inner = next((asked[name][0] for name in names if name in asked), "")
            if inner.startswith(WEB):
                return plain_address(inner)
    kept = [
        each
        for each in parts.query.split("&")
        if not FOLLOWS.fullmatch(each.partition("=")[0])
    ]
    query = "&".join(kept)
    if query == parts.query:
        return address
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, parts.fragment))


def _with_plain_addresses(text):
    def plain(match):
        address = html.unescape(match.group())
        made = plain_address(address)
        return match.group() if made == address else html.escape(made)

    return HREF.sub(plain, text)
