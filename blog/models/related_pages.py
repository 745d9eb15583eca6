"""What stands around a post's own words: its people, themes and question, and other posts."""

from django.db.models import F
from django.utils.functional import cached_property

from blog.models.nearby import posts_around
from kdsite.pages.base import in_language

# What readers see of a profile and of the question, which are pages of their own.
OF_LINKED = {
    "biography": F("authorpage__biography"),
    "question": F("questionpage__question"),
    "facebook_url": F("questionpage__facebook_url"),
    "is_open": F("questionpage__is_open"),
}


class AmongOthers:
    """Mixed into a post, before ``Page``."""

    drawn_in = (
        "blog/blog_page.html",
        "blog/components/byline.html",
        "blog/components/about_authors.html",
        "blog/related_post.html",
        "blocks/image.html",
    )

    @cached_property
    def _linked(self):
        """The public pages of authors, themes and question by id, for its readers, in one query."""
        ids = {byline.author_id for byline in self._bylines}
        ids |= {*self._theme_ids, self.question_id}
        return in_language(ids - {None}, self.readers_locale, **OF_LINKED)

    @cached_property
    def _bylines(self):
        """With what readers see of an author's own page: the photo, where it is public."""
        return list(
            self.bylines.select_related("author__photo").only(
                *("page", "name", "job_title", "organisation"),
                *("author__live", "author__photo"),
            )
        )

    @cached_property
    def _theme_ids(self):
        return [row.theme_id for row in self.post_themes.all()]

    @cached_property
    def authors(self):
        """The bylines in order, each with ``profile``: the public page to link to, with its
        ``biography``, or ``None``."""
        for byline in self._bylines:
            byline.profile = self._linked.get(byline.author_id)
        return self._bylines

    @property
    def has_profiles(self):
        """Has any of its authors a page to read more about them?"""
        return any(byline.profile for byline in self.authors)

    @property
    def pictured_pages(self):
        """The post, those of its authors' profiles whose photo anybody may see, and the related
        posts."""
        open_profiles = [b.author for b in self.authors if b.profile and b.author.live]
        return [self, *open_profiles, *self.others.get("related", ())]

    @cached_property
    def themes(self):
        """The themes to link to, each in the readers' language where public, else the original."""
        return [
            self._linked[theme] for theme in self._theme_ids if theme in self._linked
        ]

    @property
    def asked(self):
        """The question to link to, in the readers' language where public, else the original, with
        ``question``, ``facebook_url`` and ``is_open``; or ``None``."""
        return self._linked.get(self.question_id)

    @cached_property
    def others(self):
        """Where to read on: ``{"earlier": post, "later": post, "related": [post, …]}``, in the
        order of the list of posts; a draft has none."""
        if not self.live or not self.date:
            return {}
        found = posts_around(self, self._theme_ids, self.readers_locale)
        before = [post for post in found if post.place < self.place]
        after = [post for post in found if post.place > self.place]
        # The nearest one on either side is among those that were found.
        earlier, later = (before[:1] or [None])[0], (after[-1:] or [None])[0]
        return {
            "earlier": earlier,
            "later": later,
            "related": [post for post in found if post.is_related],
        }

    @property
    def place(self):
        """What orders the posts, the oldest first."""
        return self.date, self.first_published_at, self.pk
