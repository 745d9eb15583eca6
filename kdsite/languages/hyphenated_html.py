"""A page with soft hyphens in its long words, each parted as its own language parts it."""

import re

from kdsite.languages.hyphenation import hyphenated

# A tag with its attributes, a comment, or the words up to the next of them.
PIECE = re.compile(
    r"""<!--.*?-->|<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+""",
    re.IGNORECASE | re.DOTALL,
)
LANG = re.compile(r"""\slang=["']?([a-z]+)""", re.IGNORECASE)
# What they hold is sent, run or copied as it stands.
NOT_READ = {"script", "style", "textarea", "select", "code", "pre", "svg"}
# They have no end, and no words.
EMPTY = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}


def hyphenated_html(html, language):
    """``html`` with soft hyphens in its words; attributes, fields and scripts stay as they are.

    :param language: of what has no ``lang`` of its own, the code of a language of the site.
    """
    reader = _Reader(language)
    return PIECE.sub(reader.read, html)


class _Reader:
    """Goes through a page and knows in which language it is where it has come."""

    def __init__(self, language):
        # Of each element that changes it: its name, how many of that name are open in it, and
        # the language, ``None`` where nothing is parted.
        self.inside = [["", 0, language]]

    def read(self, piece):
        name = piece["name"]
        if name is None:
            language = self.inside[-1][2]
            text = piece[0]
            is_comment = text.startswith("<")
            return hyphenated(text, language) if language and not is_comment else text
        if piece["end"]:
            self._leave(name.lower())
        elif name.lower() not in EMPTY:
            self._enter(name.lower(), piece["rest"])
        return piece[0]

    def _enter(self, name, attributes):
        here = self.inside[-1]
        lang = LANG.search(attributes) if here[2] and "lang" in attributes else None
        if name == here[0] and not lang:
            here[1] += 1
        elif here[2] and name in NOT_READ:
            self.inside.append([name, 1, None])
        elif lang:
            self.inside.append([name, 1, lang[1].lower()])

    def _leave(self, name):
        here = self.inside[-1]
        if name == here[0]:
            here[1] -= 1
            if not here[1]:
                self.inside.pop()
