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
        """When the words that readers see were published; ``None`` for a draft."""
        return self.last_published_at and timezone.localtime(self.last_published_at)

    @property
    def revised(self):
        """When other words took the place of the first ones; ``None`` where they are the first."""
        first, last = self.first_published_at, self.last_published_at
        return timezone.localtime(last) if first and last and last > first else None

    def linked_data(self, around):
        return [posting(self, around)]
