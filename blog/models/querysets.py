"""Which posts, in what order, with what a list of them shows."""

from django.db.models import Count, Q
from django.db.models.functions import ExtractMonth, ExtractYear
from wagtail.models import Page

from blog.models.other_language import TwoLanguagesQuerySet

RELATED = 3
# Of as many on either side it is looked who is shown them: half of them are in the other language.
LOOKED_AT = 12
# What is shown of a post that is only named.
NAMED = (
    "title",
    "slug",
    "url_path",
    "date",
    "first_published_at",
    "translation_key",
    "locale__language_code",
)


class BlogPageQuerySet(TwoLanguagesQuerySet):
    def newest_first(self):
        return self.order_by("-date", "-first_published_at", "-pk")

    def for_its_page(self):
        return super().for_its_page().select_related("hero_image")

    def before(self, post):
        """The posts that follow ``post`` in the list, which has the newest first."""
        return self.filter(_beside(post, "lt"))

    def after(self, post):
        """The posts that ``post`` follows in the list."""
        return self.filter(_beside(post, "gt"))

    def around(self, post, themes, locale, looked_at=LOOKED_AT):
        """For readers in ``locale``: the posts before and after ``post``, and up to three others on
        its ``themes`` (ids), those with most in common and then the newest. These
        have ``is_related``.

        A list. Whom a post is shown is dear to ask: it is asked once, of the nearest
        ``looked_at`` on either side and on the themes, and of more where these are too few.
        """
        live = self.live().exclude(pk=post.pk)
        groups = [
            (live.before(post).newest_first(), 1),
            (live.after(post).order_by("date", "first_published_at", "pk"), 1),
            (live.sharing(themes), RELATED),
        ]
        near = [group.ids(looked_at) for group, _most in groups]
        shown = self.shown_in(locale).filter(pk__in={pk for ids in near for pk in ids})
        shown = shown.select_related("locale").only(*NAMED).in_bulk()
        found = {}
        for ids, (_group, most) in zip(near, groups, strict=True):
            chosen = [pk for pk in ids if pk in shown and pk not in found][:most]
            if len(chosen) < most and len(ids) == looked_at:
                return self.around(post, themes, locale, looked_at * 10)
            found |= {pk: shown[pk] for pk in chosen}
        for pk, each in found.items():
            each.is_related = pk in chosen
        self.lead(found.values(), locale)
        return sorted(found.values(), key=lambda each: each.place, reverse=True)

    def sharing(self, themes):
        """Those on ``themes`` (ids, of any language version), those on most of them first."""
        keys = Page.objects.filter(pk__in=themes).values("translation_key")
        key = "post_themes__theme__translation_key"
        return (
            self.filter(**{f"{key}__in": keys})
            # So that each is compared by its id, and not by all of its columns.
            .values("pk")
            .annotate(shared=Count(key, distinct=True))
            .order_by("-shared", "-date", "-first_published_at", "-pk")
        )

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


def _beside(post, than):
    """The condition on posts that lie on one side of ``post``; ``than`` is ``lt`` or ``gt``."""
    same_day = Q(date=post.date)
    same_moment = same_day & Q(first_published_at=post.first_published_at)
    return (
        Q(**{f"date__{than}": post.date})
        | same_day & Q(**{f"first_published_at__{than}": post.first_published_at})
        | same_moment & Q(**{f"pk__{than}": post.pk})
    )
