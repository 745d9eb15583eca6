"""Which posts, in what order, with what a list of them shows."""

from blog.models.two_languages import TwoLanguagesQuerySet


class BlogPageQuerySet(TwoLanguagesQuerySet):
    def newest_first(self):
        return self.order_by("-date", "-first_published_at", "-pk")

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
