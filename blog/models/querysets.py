"""Which posts, in what order, with what a list of them shows."""

from django.db.models import Count, Q
from django.db.models.functions import ExtractMonth, ExtractYear

from blog.models.other_language import TwoLanguagesQuerySet

RELATED = 3


class BlogPageQuerySet(TwoLanguagesQuerySet):
    def newest_first(self):
        return self.order_by("-date", "-first_published_at", "-pk")

    def for_its_page(self):
        return super().for_its_page().select_related("hero_image", "question")

    def before(self, post):
        """The posts that follow ``post`` in the list, which has the newest first."""
        return self.filter(_beside(post, "lt"))

    def after(self, post):
        """The posts that ``post`` follows in the list."""
        return self.filter(_beside(post, "gt"))

    def around(self, post, themes, locale):
        """For readers in ``locale``: the posts before and after ``post``, and up to three others on
        its ``themes`` (translation keys), those with most in common and then the newest. These
        have ``is_related``.

        A list, by four small queries: one alone would be 20 KB of SQL, and takes four times as
        long.
        """
        shown = self.shown_in(locale).exclude(pk=post.pk)
        ids = [
            *shown.before(post).newest_first().ids(1),
            *shown.after(post).order_by("date", "first_published_at", "pk").ids(1),
        ]
        related = (
            shown.exclude(pk__in=ids)
            .filter(post_themes__theme__translation_key__in=themes)
            .annotate(
                shared=Count("post_themes__theme__translation_key", distinct=True)
            )
            .order_by("-shared", "-date", "-first_published_at", "-pk")
            .ids(RELATED)
        )
        found = self.filter(pk__in=[*ids, *related]).leading(locale)
        found = list(found.select_related("locale").defer("body").newest_first())
        for each in found:
            each.is_related = each.pk in related
        return found

    def ids(self, most):
        """The ids of the first ``most``, as a list."""
        return list(self.values_list("pk", flat=True)[:most])

    def months(self):
        """How many posts each month has: dicts ``year``, ``month``, ``count``, newest first."""
        return (
            self.order_by()
            .values(year=ExtractYear("date"), month=ExtractMonth("date"))
            .annotate(count=Count("pk"))
            .order_by("-year", "-month")
        )

    def count_by_theme(self):
        """How many posts each theme has, by its translation key."""
        rows = (
            self.order_by()
            .values_list("post_themes__theme__translation_key")
            .annotate(count=Count("pk", distinct=True))
        )
        return dict(rows)

    def for_listing(self):
        """Newest first, with what a list of posts shows of each."""
        return (
            self.newest_first()
            .select_related("hero_image", "locale")
            .prefetch_related("bylines")
            .defer("body")
        )

    def for_feed(self):
        """Newest first, with the whole text of each."""
        return (
            self.newest_first()
            .select_related("hero_image", "locale")
            .prefetch_related("bylines__author", "post_themes__theme")
        )

    def about(self, themes, locale):
        """For readers in ``locale``, on one of ``themes`` (language versions of one theme)."""
        return (
            self.for_readers_in(locale)
            .filter(post_themes__theme__in=themes)
            .distinct()
            .for_listing()
        )

    def asking(self, questions, locale):
        """For readers in ``locale``, that ask one of ``questions``."""
        return self.for_readers_in(locale).filter(question__in=questions).for_listing()

    def authored_by(self, user):
        """Posts that name ``user`` as an author."""
        return self.filter(bylines__author__user=user)

    def by(self, profiles, locale):
        """For readers in ``locale``, by the person behind ``profiles`` (language versions)."""
        return (
            self.for_readers_in(locale)
            .filter(bylines__author__in=profiles)
            .distinct()
            .for_listing()
        )


def _beside(post, than):
    """The condition on posts that lie on one side of ``post``; ``than`` is ``lt`` or ``gt``."""
    same_day = Q(date=post.date)
    same_moment = same_day & Q(first_published_at=post.first_published_at)
    return (
        Q(**{f"date__{than}": post.date})
        | same_day & Q(**{f"first_published_at__{than}": post.first_published_at})
        | same_moment & Q(**{f"pk__{than}": post.pk})
    )
