"""The posts of a year or of a month, below the list of posts: ``2026/`` and ``2026/11/``."""

from datetime import date
from itertools import groupby

from django.http import Http404
from django.utils.formats import date_format
from django.utils.functional import cached_property
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path

from blog.models.post import BlogPage


class Archive(RoutablePageMixin):
    """Mixed into the list of posts, before ``Page``."""

    # The year, or the year and the month, whose posts are shown; empty: the whole list.
    period = ()

    @re_path(r"^(?P<year>\d{4})/$", name="year")
    def of_year(self, request, year):
        return self._show(request, int(year))

    @re_path(r"^(?P<year>\d{4})/(?P<month>\d{2})/$", name="month")
    def of_month(self, request, year, month):
        return self._show(request, int(year), int(month))

    def _show(self, request, *period):
        self.period = period
        # Only the whole list shows its lead; for a part the database is not asked for it.
        self.lead = ""
        if not any(entry["is_current"] for entry in self._entries()):
            raise Http404
        return self.render(request)

    def _entries(self):
        for year in self.years:
            yield year
            yield from year["months"]

    def listed(self):
        """The posts of the period, or all, for readers of this list's language."""
        return self.in_period(BlogPage.objects.for_readers_in(self.locale))

    def in_period(self, posts):
        for name, value in zip(
            ("date__year", "date__month"), self.period, strict=False
        ):
            posts = posts.filter(**{name: value})
        return posts

    @property
    def shows_part(self):
        return bool(self.period)

    @property
    def below(self):
        """What follows the list's own address: ``2026/11/``, or nothing."""
        return below(*self.period)

    def elsewhere(self):
        """The same period in the list's other languages, ``{language code: address}``, where it
        has posts."""
        if not self.period:
            return {}
        lists = type(self).objects.readable().select_related("locale")
        found = {}
        for version in lists.filter(translation_key=self.translation_key).exclude(
            pk=self.pk
        ):
            version.period = self.period
            if version.listed().exists():
                found[version.locale.language_code] = f"{version.get_url()}{self.below}"
        return found

    @cached_property
    def years(self):
        """The years that have posts, newest first, each with its months: dicts ``name``,
        ``below``, ``count`` and ``is_current``; a year has ``months`` as well."""
        posts = BlogPage.objects.for_readers_in(self.locale)
        years = []
        for year, rows in groupby(posts.months(), key=lambda row: row["year"]):
            months = [
                self._entry(row["count"], row["year"], row["month"]) for row in rows
            ]
            total = sum(month["count"] for month in months)
            years.append(self._entry(total, year) | {"months": months})
        return years

    @property
    def count(self):
        """How many posts are listed."""
        if not self.period:
            return sum(year["count"] for year in self.years)
        return next(e["count"] for e in self._entries() if e["is_current"])

    def _entry(self, count, *period):
        return {
            "name": name_of(*period),
            "below": below(*period),
            "count": count,
            "is_current": period == self.period,
        }


def below(*period):
    """What follows the list's address for a year, or for a month of it."""
    return "".join(f"{number:02}/" for number in period)


def name_of(year, month=None):
    """2026, or the month with its year in the active language: marraskuu 2026."""
    if month is None:
        return str(year)
    return date_format(date(year, month, 1), "YEAR_MONTH_FORMAT")
