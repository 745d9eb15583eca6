"""What to look at in the language of a post, as advice: it blocks nothing, and may be dismissed."""

from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.translation import gettext as _

from community import municipalities
from community.models import AuthorPage
from kdsite.editorial.texts.fingerprints import strings_of
from kdsite.languages import advice
from kdsite.languages.advice import Kind, Names, Remark

# The people of a byline are names.
NO_TEXT = ("bylines",)
LONGEST = 255


@dataclass(frozen=True)
class LanguageFinding:
    """A remark on one string of a page: what to look at, ``where`` it begins, and the id of its place
    in the editor."""

    remark: Remark
    anchor: str
    page_id: int

    @property
    def kind(self):
        return self.remark.kind

    @property
    def words(self):
        """What it is about, short enough to be remembered when it is dismissed."""
        return self.remark.words[:LONGEST]

    @property
    def sentence(self):
        return sentence_of(self.remark)

    @property
    def where(self):
        return self.words if self.kind == Kind.LONG else ""

    @property
    def dismiss_url(self):
        """Where whoever may edit the page posts ``kind`` and ``words`` to have it dismissed."""
        return reverse("advice_dismiss", args=[self.page_id])


def remarks(post):
    """Every :class:`LanguageFinding` in this version of ``post`` that nobody has dismissed, in the order
    of the text; each once."""
    strings = [
        (path, plain(html))
        for path, html in strings_of(post)
        if path.partition(".")[0] not in NO_TEXT
    ]
    places = [_anchor(path) for path, _text in strings]
    found = {}
    for of_text in remarks_on([text for _path, text in strings], post, places):
        for each in of_text:
            found.setdefault((each.kind, each.words.lower()), each)
    return list(found.values())


def remarks_on(texts, post, places=None):
    """For each of ``texts``, which stand in ``post``, the list of what nobody has dismissed.

    :param places: the id of each text's field in the editor.
    """
    dismissed = set(post.dismissed_advice.values_list("kind", "passage"))
    language = post.locale.language_code
    return [
        [
            found
            for remark in of_text
            for found in [LanguageFinding(remark, place, post.pk)]
            if (found.kind, found.words) not in dismissed
        ]
        for of_text, place in zip(
            in_texts(texts, language), places or [""] * len(texts), strict=True
        )
    ]


def in_texts(texts, language):
    """The :class:`~kdsite.languages.advice.Remark` of each of ``texts``, as a list for each."""
    names = known_names()
    spelt = advice.misspelt_in(texts, language, names)
    return [advice.remarks(text, language, names, spelt) for text in texts]


def known_names():
    """People and organisations of the network, and municipalities."""
    people = AuthorPage.objects.values_list("title", "organisation")
    return Names({*municipalities.names(), *(name for each in people for name in each)})


def plain(html):
    """What a string of a page says, without its tags."""
    soup = BeautifulSoup(html, "html.parser")
    for line_break in soup.find_all("br"):
        line_break.replace_with(" ")
    return " ".join(soup.get_text().split())


def sentence_of(remark):
    """What to look at, for whoever writes."""
    values = {
        "words": remark.words,
        "instead": ", ".join(remark.instead),
        "count": remark.count,
    }
    if remark.kind == Kind.SPELLING and not remark.instead:
        return _("Is “%(words)s” spelt right?") % values
    return {
        Kind.SPELLING: _("Is “%(words)s” spelt right? It may be: %(instead)s."),
        Kind.DOUBLED: _("The same word twice: “%(words)s”."),
        Kind.LONG: _("A sentence of %(count)d words. Would two be easier to read?"),
        Kind.OFFICES: _("“%(words)s” can be said more simply: %(instead)s."),
    }[remark.kind] % values


def _anchor(path):
    """The id, in the editor, of what a string's ``path`` leads to."""
    field, _dot, rest = path.partition(".")
    return f"block-{rest.partition('.')[0]}-section" if rest else f"id_{field}"
