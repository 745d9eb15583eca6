"""The addresses of which a CDN may have kept an answer."""

from types import SimpleNamespace
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import Q
from django.utils.encoding import iri_to_uri
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from kdsite.documents.models import SiteDocument
from kdsite.editorial.taken_down import is_taken_down
from kdsite.images.models import SiteRendition
from kdsite.page_cache.warming import FRONT_PAGE


def of_everything():
    """Of all that a change may show elsewhere, or no longer: what was taken down first, then the front
    pages and lists, then what was published last. Sizes of pictures are not in it: what lies under
    such an address never changes, and is named by :func:`of_deleted` once it goes."""
    yield from _of_each_site("/sitemap.xml")
    found = SimpleNamespace(other_versions={})
    pages = Page.objects.filter(Q(live=True) | is_taken_down(), depth__gte=FRONT_PAGE)
    for page in pages.order_by("live", "depth", "-last_published_at"):
        yield from _of_page(page, found)
    for old in (*Redirect.objects.all(), *SiteDocument.objects.all()):
        yield from of_deleted(old)


def of_deleted(row):
    """Of a page, a redirect, a document or a size of a picture that was deleted."""
    if isinstance(row, Page):
        yield from _of_page(row, SimpleNamespace(other_versions={}))
    elif isinstance(row, Redirect):
        yield from _of_each_site(row.old_path)
    elif isinstance(row, SiteDocument | SiteRendition):
        yield from _of_each_site(row.url)


def is_still_a_file(url):
    """Does ``url`` lead to a file that nothing uses any more, and that is not removed yet? A CDN that
    forgot it now would fetch it again."""
    path = unquote(urlsplit(url).path)
    if not path.startswith(settings.MEDIA_URL):
        return False
    name = path.removeprefix(settings.MEDIA_URL)
    is_used = SiteRendition.objects.filter(file=name).exists()
    return not is_used and default_storage.exists(name)


def _of_page(page, found):
    """Of the page, of its feed, and where readers of other languages may be shown it; none where it
    is below no site.

    :param found: holds the site's roots and the lists, found once for all pages.
    """
    url, page = page.get_full_url(found), page.specific_deferred
    if not url:
        return
    yield url
    # The front page's is that of the whole language.
    if page.depth == FRONT_PAGE or getattr(page, "has_feed", False):
        yield f"{url}atom.xml"
    slugs = getattr(page, "slugs_elsewhere", ())
    for version in _other_versions(page, found) if slugs else ():
        yield from (f"{version.get_full_url(found)}{slug}/" for slug in slugs)


def _other_versions(page, found):
    """Of what is above ``page``."""
    path = page.path[: -page.steplen]
    if path not in found.other_versions:
        above = Page.objects.filter(path=path).first()
        found.other_versions[path] = above.get_translations() if above else ()
    return found.other_versions[path]


def _of_each_site(path):
    for site in Site.objects.all():
        yield site.root_url + iri_to_uri(path)
