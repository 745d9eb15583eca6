"""Which posts, in what order, with what a list of them shows."""

from kdsite.pages import SiteQuerySet


class BlogPageQuerySet(SiteQuerySet):
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

    def about(self, themes, locale):
        """Public posts in ``locale`` on one of ``themes`` (language versions of one theme)."""
        return (
            self.readable()
            .filter(locale=locale, post_themes__theme__in=themes)
            .distinct()
            .for_listing()
        )

    def asking(self, questions, locale):
        """Public posts in ``locale`` that ask one of ``questions``."""
        return (
            self.readable().filter(locale=locale, question__in=questions).for_listing()
        )

    def authored_by(self, user):
        """Posts that name ``user`` as an author."""
        return self.filter(bylines__author__user=user)

    def by(self, profiles, locale):
        """Public posts in ``locale`` by the person behind ``profiles`` (its language versions)."""
        return (
            self.readable()
            .filter(locale=locale, bylines__author__in=profiles)
            .distinct()
            .for_listing()
        )
