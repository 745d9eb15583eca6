"""What readers can narrow a search down by: theme, author, year and language."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext as _

from blog.models import BlogPage
from community.models import AuthorPage, ThemePage


@dataclass
class Filter:
    """One of the form's lists; a value that it does not have counts as none."""

    name: str
    label: str
    choices: list
    given: str

    @property
    def value(self):
        return self.given if self.given in dict(self.choices) else ""


class Filters:
    """The lists of the form in ``language``, and what the reader chose in ``data``."""

    def __init__(self, data, language):
        own = {"locale__language_code": language}
        self._themes = ThemePage.objects.readable().filter(**own).in_order()
        self._authors = (
            AuthorPage.objects.readable().filter(**own).order_by("sort_name")
        )
        years = BlogPage.objects.readable().filter(date__isnull=False).order_by()
        years = years.values_list(ExtractYear("date"), flat=True).distinct()
        lists = [
            ("theme", _("Theme"), _named(self._themes)),
            ("author", _("Author"), _named(self._authors)),
            (
                "year",
                _("Year"),
                [(str(y), str(y)) for y in sorted(years, reverse=True)],
            ),
            ("language", _("Language"), _languages(language)),
        ]
        self.all = [
            Filter(name, label, choices, data.get(name, ""))
            for name, label, choices in lists
        ]
        self.chosen = {each.name: each.value for each in self.all if each.value}

    def posts(self):
        """The posts that the chosen theme, author and year leave; ``None`` where none is chosen."""
        chosen = {
            name: value for name, value in self.chosen.items() if name != "language"
        }
        if not chosen:
            return None
        posts = BlogPage.objects.readable()
        if "theme" in chosen:
            keys = self._themes.filter(slug=chosen["theme"]).values("translation_key")
            posts = posts.filter(post_themes__theme__translation_key__in=keys)
        if "author" in chosen:
            keys = self._authors.filter(slug=chosen["author"]).values("translation_key")
            posts = posts.filter(bylines__author__translation_key__in=keys)
        if "year" in chosen:
            posts = posts.filter(date__year=int(chosen["year"]))
        return posts


def _named(pages):
    return list(pages.values_list("slug", "title"))


def _languages(language):
    names = {"fi": _("In Finnish"), "sv": _("In Swedish")}
    codes = sorted(dict(settings.LANGUAGES), key=lambda code: code != language)
    return [(code, names[code]) for code in codes]
