"""A post that exists in one language only, shown to readers of the other one.

It keeps its slug, below the list of posts in their language. Where a page of that language has the
slug, public or draft, it becomes ``-2``; its own translation takes its place once that is public.
"""

import re
from copy import copy
from functools import cache

from django.apps import apps
from django.db.models import (
    Exists,
    OuterRef,
    Q,
    Subquery,
)
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
        ``locale`` are shown them, and know whether these had a version of their own before."""
        foreign = [post for post in posts if post.locale_id != locale.pk]
        if not foreign:
            return
        names = {name for post in foreign for name in numbered(post.slug)}
        keys = {post.translation_key for post in foreign}
        above = Subquery(_lists(locale).values("url_path")[:1])
        found = self.model.objects.filter(
            Q(slug__in=names) | Q(translation_key__in=keys)
        )
        fields = ("slug", "locale", "translation_key", "live", "first_published_at")
        rows = list(found.values_list(*fields, above))
        for post in foreign:
            post.shown_path = f"{rows[0][-1]}{_free_slug(post, locale, rows)}/"
            post.was_in_readers_language = any(
                (key, at) == (post.translation_key, locale.pk) and was and not live
                for _slug, at, key, live, was, _above in rows
            )

    def shown_at(self, path, slugs, locale):
        """Of the other language, what readers of ``locale`` are shown at ``path``, or ``None``;
        ``slugs`` are those that it can have."""
        found = self.shown_in(locale).exclude(locale=locale).filter(slug__in=slugs)
        posts = list(found.for_its_page())
        self.lead(posts, locale)
        return next((post for post in posts if post.shown_path == path), None)

    def shown_in(self, locale):
        """Public posts in ``locale``, and those of the other language without a public version
        in it."""
        return self.readable().filter(_is_shown_in(locale.pk))


@cache
def _is_shown_in(locale):
    """The condition on public posts, put together once and not for every request."""
    posts = apps.get_model("blog.BlogPage").objects.filter(locale=locale).readable()
    version = posts.filter(translation_key=OuterRef("translation_key"))
    return Q(locale=locale) | Exists(_lists(locale)) & ~Exists(version)


def _lists(locale):
    """The list of posts that readers of ``locale`` have, if any."""
    lists = apps.get_model("blog.BlogIndexPage").objects.readable()
    return lists.filter(locale=locale)


def numbered(slug):
    """``slug`` and its numbered forms."""
    return [slug, *(f"{slug}-{number}" for number in NUMBERS)]


def _free_slug(post, locale, rows):
    """The slug of ``post``, or the first of its numbered forms that nothing else is called."""
    key = post.translation_key
    # A page of the readers' language has it, other than the draft of this post's translation.
    taken = {
        name
        for name, at, other, live, *_rest in rows
        if at == locale.pk and (live or other != key)
    }
    originals = {name for name, at, *_rest in rows if at == post.locale_id}
    first, *others = numbered(post.slug)
    if first not in taken:
        return first
    free = (name for name in others if name not in taken | originals)
    return next(free, f"{first}-{post.pk}")


class ReadInTwoLanguages:
    """Mixed into a post, before ``Page``."""

    # Where readers of the other language are shown this post; set by ``for_readers_in``.
    shown_path = None
    # Shown to readers of the other language: was its version in theirs taken down?
    was_in_readers_language = False

    @property
    def slugs_elsewhere(self):
        return (*numbered(self.slug), f"{self.slug}-{self.pk}")

    def get_url_parts(self, request=None):
        if self.shown_path:
            return Page(pk=self.pk, url_path=self.shown_path).get_url_parts(request)
        return super().get_url_parts(request)

    def stand_in(self, locale):
        """In every other way this post, so its own address is read and nothing else."""
        posts = type(self).objects
        if not posts.shown_in(locale).filter(pk=self.pk).exists():
            return None
        found = copy(self)
        posts.lead([found], locale)
        return found


class ListOfTwoLanguages:
    """Mixed into the list of posts, before ``Page``."""

    def route(self, request, path_components):
        """As Wagtail does; and where this language has no public page, the post of the other
        language that is shown there.

        Where such a post was shown before, the route is to the list with ``moved_to``, the address
        where the post is now: a hook redirects to it.
        """
        try:
            return super().route(request, path_components)
        except Http404:
            if len(path_components) != 1:
                raise
            # A post is shown only where no page of this language lies.
            if post := self._shown_at(path_components[0]):
                return RouteResult(post)
            if post := self._once_at(path_components[0]):
                return RouteResult(self, kwargs={"moved_to": post.get_url(request)})
            raise

    def _shown_at(self, slug):
        posts = apps.get_model("blog.BlogPage").objects
        path = f"{self.url_path}{slug}/"
        post = posts.shown_at(path, {slug, NUMBERED.sub("", slug)}, self.locale)
        if post:
            # Its own address is that of the original.
            post.shown_path = None
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
