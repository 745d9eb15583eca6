"""BibTeX and RIS of a post."""

import re

from kdsite.languages.hyphenation import unhyphenated

LANGUAGES = {"fi": "finnish", "sv": "swedish"}
# What BibTeX reads as its own.
SPECIAL = re.compile(r"[&%$#_{}~^\\]")
ESCAPED = {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}  # fmt: skip


def bibtex(post, address, site):
    """``post`` as an entry of BibTeX.

    :param address: its full address.
    :param site: what the site is called.
    """
    day = post.date
    fields = {
        "author": " and ".join(_bib(name) for name in _names(post)),
        "title": f"{{{_bib(_plain(post.title))}}}",
        "organization": _bib(site),
        "year": f"{day:%Y}",
        "month": f"{day.month}",
        "day": f"{day.day}",
        "url": address,
        "langid": LANGUAGES[post.locale.language_code],
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{post.slug},", *lines, "}", ""])


def ris(post, address, site):
    """``post`` as a record of RIS; see :func:`bibtex`."""
    lines = [
        ("TY", "BLOG"),
        *(("AU", name) for name in _names(post)),
        ("TI", _plain(post.title)),
        ("T2", site),
        ("PY", f"{post.date:%Y}"),
        ("DA", f"{post.date:%Y/%m/%d}"),
        ("LA", post.locale.language_code),
        ("UR", address),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def _plain(text):
    return " ".join(unhyphenated(text).split())


def _bib(text):
    return SPECIAL.sub(lambda sign: ESCAPED.get(sign[0], f"\\{sign[0]}"), text)


def _names(post):
    """Family name first, where the profile tells which it is."""
    for byline in post.authors:
        author = byline.author
        if author and byline.name == author.name and author.family_name:
            yield _plain(f"{author.family_name}, {author.given_name}")
        elif byline.name:
            yield _plain(byline.name)
