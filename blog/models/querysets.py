"""Which posts, in what order, with what a list of them shows."""

from django.db.models import Count, Prefetch
from django.db.models.functions import ExtractMonth, ExtractYear
from django.utils.translation import get_language

from blog.models.other_language import TwoLanguagesQuerySet
from community.models import AuthorPage, ThemePage


class BlogPageQuerySet(TwoLanguagesQuerySet):
    def newest_first(self):
        return self.order_by("-date", "-first_published_at", "-pk")

    def for_its_page(self):
        return super().for_its_page().select_related("hero_image", "published_words")

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
        """Newest first, with what a list of posts shows of each; an author or a theme without a
        page that readers may open is ``None``."""
        return (
            self.newest_first()
            .select_related("hero_image", "locale", "published_words")
            .prefetch_related(
                Prefetch(
                    "bylines__author",
                    AuthorPage.objects.readable()
                    .select_related("photo")
                    .only("title", "photo"),
                ),
                Prefetch(
                    "post_themes__theme",
                    ThemePage.objects.readable().named_in(get_language()),
                ),
            )
            .defer("body")
        )

    def for_feed(self):
        """Newest first, with the whole text of each."""
        return (
            self.newest_first()
            .select_related("hero_image", "locale", "published_words")
            .prefetch_related("bylines", "post_themes")
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
