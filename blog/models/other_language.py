"""A post that exists in one language only, shown to readers of the other one.

It keeps its slug, below the list of posts in their language. Where a page of that language has the
slug, public or draft, it becomes ``-2``; its own translation takes its place once that is public.
"""

import re

from django.apps import apps
from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat
from django.http import Http404
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from kdsite.pages.base import SiteQuerySet

# Where all are taken, the page's id is the number.
NUMBERS = ("2", "3")
NUMBERED = re.compile(r"-\d+$")


class TwoLanguagesQuerySet(SiteQuerySet):
    # In whose language those of the other one lead to where they are shown.
    _readers_locale = None

    def for_readers_in(self, locale):
        """What :meth:`shown_in` finds, each leading to where these readers are shown it."""
        return self.shown_in(locale).leading(locale)

    def leading(self, locale):
        """Those of the other language lead to where readers of ``locale`` are shown them: one more
        query, where there are any."""
        found = self._chain()
        found._readers_locale = locale
        return found

    def _clone(self):
        clone = super()._clone()
        clone._readers_locale = self._readers_locale
        return clone

    def _fetch_all(self):
        is_new = self._result_cache is None
        super()._fetch_all()
        if is_new and self._readers_locale and self._fields is None:
            self.model.objects.lead(self._result_cache, self._readers_locale)

    def lead(self, posts, locale):
        """Let those of ``posts`` that are in the other language lead to where readers of
        ``locale`` are shown them."""
        foreign = {post.pk: post for post in posts if post.locale_id != locale.pk}
        if foreign:
            led = self.filter(pk__in=foreign).annotate(**self._ways(locale))
            for pk, path, was in led.values_list("pk", *self._ways(locale)):
                foreign[pk].shown_path, foreign[pk].was_in_readers_language = path, was

    def _ways(self, locale):
        """Where readers of ``locale`` are shown a post of the other language, and whether they
        had a version of their own before."""
        here = self.model.objects.filter(locale=locale)
        above = Subquery(_lists(locale).values("url_path")[:1])
        slug = _free_slug(self.model.objects, here)
        path = Concat(above, slug, Value("/"), output_field=CharField())
        return {"led_to": path, "was": _was_public_in(locale)}

    def shown_at(self, path, slugs, locale):
        """Of the other language, what readers of ``locale`` are shown at ``path``; ``slugs`` are
        those that it can have."""
        return (
            self.shown_in(locale)
            .exclude(locale=locale)
            .filter(slug__in=slugs)
            .annotate(**self._ways(locale))
            .filter(led_to=path)
        )

    def shown_in(self, locale):
        """Public posts in ``locale``, and those of the other language without a public version
        in it."""
        here = self.model.objects.filter(locale=locale).readable()
        version = here.filter(translation_key=OuterRef("translation_key"))
        of_other = Q(Exists(_lists(locale))) & ~Exists(version)
        return self.readable().filter(Q(locale=locale) | of_other)


def _was_public_in(locale):
    """A condition on posts: their version in ``locale`` was public once."""
    return Exists(
        Page.objects.filter(
            locale=locale,
            live=False,
            first_published_at__isnull=False,
            translation_key=OuterRef("translation_key"),
        )
    )


def _lists(locale):
    """The list of posts that readers of ``locale`` have, if any."""
    lists = apps.get_model("blog.BlogIndexPage").objects.readable()
    return lists.filter(locale=locale)


def _free_slug(posts, here):
    """The slug, or the first of its numbered forms that nothing else is called."""

    def numbered(slug, number):
        return Concat(slug, Value("-"), number, output_field=CharField())

    def taken(slug):
        """A page of the readers' language has it, other than the draft of this post's translation."""
        own_draft = Q(live=False, translation_key=OuterRef("translation_key"))
        return Exists(here.filter(slug=slug).exclude(own_draft))

    def original(slug):
        return Exists(posts.filter(locale=OuterRef("locale"), slug=slug))

    ways = [When(~taken(OuterRef("slug")), then=F("slug"))]
    for number in NUMBERS:
        slug = numbered(OuterRef("slug"), Value(number))
        free = ~taken(slug) & ~original(slug)
        ways.append(When(free, then=numbered(F("slug"), Value(number))))
    last = numbered(F("slug"), Cast("pk", CharField()))
    return Case(*ways, default=last, output_field=CharField())


class ReadInTwoLanguages:
    """Mixed into a post, before ``Page``."""

    # Where readers of the other language are shown this post; set by ``for_readers_in``.
    shown_path = None
    # Shown to readers of the other language: was its version in theirs taken down?
    was_in_readers_language = False

    def get_url_parts(self, request=None):
        if self.shown_path:
            return Page(pk=self.pk, url_path=self.shown_path).get_url_parts(request)
        return super().get_url_parts(request)

    def stand_in(self, locale):
        return type(self).objects.for_readers_in(locale).filter(pk=self.pk).first()


class ListOfTwoLanguages:
    """Mixed into the list of posts, before ``Page``."""

    def route(self, request, path_components):
        """As Wagtail does; and where this language has no public page, the post of the other
        language that is shown there.

        Where such a post was shown before, the route is to the list with ``moved_to``, the address
        where the post is now: a hook redirects to it.
        """
        post = self._shown_at(path_components[0]) if len(path_components) == 1 else None
        # A post is shown only where no page of this language lies.
        if post:
            return RouteResult(post)
        try:
            return super().route(request, path_components)
        except Http404:
            if len(path_components) != 1:
                raise
            post = self._once_at(path_components[0])
            if post:
                return RouteResult(self, kwargs={"moved_to": post.get_url(request)})
            raise

    def _shown_at(self, slug):
        posts = apps.get_model("blog.BlogPage").objects
        shown = posts.shown_at(
            f"{self.url_path}{slug}/", {slug, NUMBERED.sub("", slug)}, self.locale
        )
        # Read anew, because its own address is that of the original.
        post = (
            posts.for_its_page()
            .annotate(was_in_readers_language=_was_public_in(self.locale))
            .filter(pk__in=shown.values("pk"))
            .first()
        )
        if post:
            post.shown_in, post.is_found_open = self.locale, True
        return post

    def _once_at(self, slug):
        """The post that was shown here as ``slug``: its own slug, now or once, or a numbered form;
        or the one whose version in this language was taken down from there."""
        posts = apps.get_model("blog.BlogPage").objects
        called = Q(slug=slug) | Q(redirect__old_path__endswith=f"/{slug}")
        before = NUMBERED.sub("", slug)
        if posts.filter(locale=self.locale, slug=before).exists():
            called |= Q(slug=before)
        originals = posts.readable().exclude(locale=self.locale).filter(called)
        taken_down = posts.filter(
            locale=self.locale, slug=slug, live=False, first_published_at__isnull=False
        )
        keys = [each.values("translation_key") for each in (originals, taken_down)]
        here = posts.for_readers_in(self.locale)
        return here.filter(
            Q(translation_key__in=keys[0]) | Q(translation_key__in=keys[1])
        ).first()
