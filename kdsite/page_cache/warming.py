"""After a release the first reader finds the pages made."""

from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from kdsite.editorial.follow_ups.tasks import follow_up

# The depth of a language's front page in the tree.
FRONT_PAGE = 2
# A copy in the memory of this process is of no use to the others.
OF_ONE_PROCESS = "django.core.cache.backends.locmem.LocMemCache"


def is_of_use():
    """Are copies kept, where all processes find them?"""
    backend = settings.CACHES["pages"]["BACKEND"]
    return settings.PAGE_CACHE and backend != OF_ONE_PROCESS


def warm_after_release(sender, release, **kwargs):
    """Once what ``release`` makes public is there for everybody."""
    if is_of_use():
        warm.enqueue(*release.pages.values_list("page_id", flat=True))


@follow_up(gettext_lazy("The first reader of “%(title)s” waits a little longer."))
def warm(*pks):
    """The pages ``pks`` that are public, what is above them, and the feeds of these, as readers ask
    for them."""
    ask, addresses = WSGIHandler(), {}
    for page in Page.objects.live().filter(pk__in=pks):
        for shown in page.get_ancestors(inclusive=True).live().specific():
            if url := shown.full_url:
                addresses[url] = None
                # The front page's is that of the whole language.
                if shown.depth == FRONT_PAGE or getattr(shown, "has_feed", False):
                    addresses[f"{url}atom.xml"] = None
    for url in addresses:
        _read(ask, urlsplit(url))


def _read(ask, url):
    port = url.port or (443 if url.scheme == "https" else 80)
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": url.path,
        "QUERY_STRING": "",
        "HTTP_HOST": url.netloc,
        "HTTP_X_FORWARDED_PROTO": url.scheme,
        "SERVER_NAME": url.hostname,
        "SERVER_PORT": str(port),
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": url.scheme,
        "wsgi.input": BytesIO(),
    }
    ask(environ, lambda status, headers: None).close()
