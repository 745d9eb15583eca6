"""Feeds of posts: of a language, of a theme, of an author; each below its page."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from blog.feeds.atom import FullTextAtom
from blog.models import BlogPage
from community.models import AuthorPage, ThemePage
from kdsite.images.renditions import load as load_pictures
from kdsite.languages.hyphenation import unhyphenated
from kdsite.metadata.conditional_get import only_if_changed
from kdsite.metadata.descriptions import description, feed_title
from kdsite.metadata.portable_html import for_elsewhere, without_controls
from kdsite.pages.base import in_language, is_open
from kdsite.pages.routing import route_of

# What draws its pictures.
DRAWN_IN = ("blog/feed_entry.html", "blocks/image.html")
NEWEST = 20
# The whole lead.
SUMMARY = 300


@require_safe
@only_if_changed
def feed(request, path=""):
    """The feed of the page at ``path`` (below the language); 404 where it has none.

    Where the page has moved, its feed has moved with it.
    """
    route = route_of(request, path)
    page = route and route.page
    if page is None:
        return _moved(request)
    if not Page.objects.live().filter(is_open(), pk=page.pk).exists():
        raise Http404
    return PostsFeed()(request, page)


def _moved(request):
    old = Redirect.normalise_path(request.path.removesuffix("atom.xml"))
    found = get_redirect(request, old)
    if found is None or found.redirect_page is None or not found.redirect_page.live:
        raise Http404
    return redirect(f"{found.redirect_page.url}atom.xml", permanent=True)


def posts_of(page, home):
    """The posts that the feed of ``page`` is about; a feed is in one language."""
    here = {"locale": page.locale}
    versions = type(page).objects.filter(translation_key=page.translation_key)
    if isinstance(page, ThemePage):
        return BlogPage.objects.about(versions, page.locale).filter(**here)
    if isinstance(page, AuthorPage):
        return BlogPage.objects.by(versions, page.locale).filter(**here)
    if page.pk == home.pk:
        return BlogPage.objects.readable().filter(**here).newest_first()
    raise Http404


def _moment(day):
    """Of a day its beginning: Atom knows moments only."""
    if isinstance(day, datetime):
        return day
    return timezone.make_aware(datetime.combine(day, time.min))


class PostsFeed(Feed):
    """One page's feed; made anew for each request, which it keeps."""

    feed_type = FullTextAtom

    def get_object(self, request, page):
        self.request, self.site = request, Site.find_for_request(request)
        self.home = self.site.root_page.localized
        self.posts = posts_of(page, self.home)
        return page

    def _address(self, page):
        return page.get_full_url(self.request)

    def title(self, page):
        return without_controls(feed_title(page, self.home))

    def subtitle(self, page):
        return without_controls(description(page)) or None

    def link(self, page):
        return self._address(page)

    def feed_url(self, page):
        return f"{self._address(page)}atom.xml"

    def feed_guid(self, page):
        return page.urn

    def feed_extra_kwargs(self, page):
        return {"updated": timezone.localtime(page.last_published_at)}

    def items(self, page):
        # Ids first: a list of distinct rows must not compare whole texts.
        newest = self.posts.prefetch_related(None).values_list("pk", flat=True)[:NEWEST]
        found = BlogPage.objects.readable().filter(pk__in=list(newest)).for_feed()
        posts = list(found)
        load_pictures(posts, DRAWN_IN)
        linked = {byline.author_id for p in posts for byline in p.bylines.all()}
        linked |= {row.theme_id for p in posts for row in p.post_themes.all()}
        self.linked = in_language(linked - {None}, page.locale)
        return posts

    def item_title(self, post):
        return without_controls(unhyphenated(post.title))

    def item_link(self, post):
        return self._address(post)

    def item_guid(self, post):
        return post.urn

    def item_description(self, post):
        """Nothing: Django would call the summary HTML, and it is text."""

    def item_pubdate(self, post):
        return _moment(post.published)

    def item_updateddate(self, post):
        return _moment(post.updated)

    def item_categories(self, post):
        themes = [self.linked.get(row.theme_id) for row in post.post_themes.all()]
        return [without_controls(unhyphenated(t.title)) for t in themes if t]

    def item_extra_kwargs(self, post):
        html = render_to_string("blog/feed_entry.html", {"post": post}, self.request)
        return {
            "authors": [*self._authors(post)] or [self._network()],
            "summary": without_controls(description(post, SUMMARY)),
            "content": for_elsewhere(html, self.site.root_url),
        }

    def _authors(self, post):
        for byline in post.bylines.all():
            if byline.name:
                profile = self.linked.get(byline.author_id)
                yield {
                    "name": without_controls(byline.name),
                    "uri": profile and self._address(profile),
                }

    def _network(self):
        return {
            "name": _("Network for municipal democracy"),
            "uri": self._address(self.home),
        }
