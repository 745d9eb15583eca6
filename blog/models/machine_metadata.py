"""A post for machines: when it came out, and what it is."""

from django.utils import timezone

from blog.linked_data import posting


class DescribedForMachines:
    """Mixed into a post, before ``Page``."""

    og_type = "article"

    @property
    def social_picture(self):
        return self.hero_image

    @property
    def social_alt(self):
        return self.hero_alt

    @property
    def published(self):
        """When readers first could read it: the moment, or the day alone of a text that was
        brought in with its date."""
        first = self.first_published_at
        if self.date and (not first or timezone.localdate(first) != self.date):
            return self.date
        return first and timezone.localtime(first)

    @property
    def updated(self):
        """When the words that readers see were published: the moment of a change, else the same as
        :attr:`published`; ``None`` for a draft."""
        return self.revised or self.published

    @property
    def revised(self):
        """When other words took the place of the first ones; ``None`` where they are the first."""
        return (
            self.kept
            and self.kept.changed_at
            and timezone.localtime(self.kept.changed_at)
        )

    @property
    def translated_by(self):
        """The names of those who translated it; empty for an original."""
        return self.kept.translated_by if self.kept else ""

    @property
    def kept(self):
        """What is kept of its public words (:mod:`blog.models.published_words`), or ``None``."""
        return getattr(self, "published_words", None)

    def linked_data(self, around):
        return [posting(self, around)]
