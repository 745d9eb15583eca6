"""What a CDN in front of the site has kept goes there, too, when readers see something else.

The scheduler asks the CDN, by Wagtail's own PURGE request: no publication waits for it. What is still
to be asked for stands in a table, so it is tried again until the CDN has answered.
"""

import logging
import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

from django.conf import settings
from django.db.models.signals import post_delete
from wagtail.contrib.frontend_cache.backends import HTTPBackend, PurgeRequest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from kdsite.documents.models import SiteDocument
from kdsite.editorial.process_lock import take
from kdsite.editorial.scheduling.scheduler import every
from kdsite.images.models import SiteRendition
from kdsite.page_cache import generation
from kdsite.page_cache.cdn_addresses import (
    is_still_a_file,
    of_deleted,
    of_everything,
)
from kdsite.page_cache.models import AddressToPurge

logger = logging.getLogger(__name__)

# Seconds: for one answer of the CDN; for all of a round, so that what else the scheduler does is in
# time; and until a CDN that has failed is asked again.
ANSWER, ROUND, REST = 3, 2, 60
# How many rows a round reads.
ROWS = 500


class CDN(HTTPBackend):
    """Wagtail's back end, which waits for ever and tells nobody of a failure; this one does."""

    def purge(self, url):
        """:raises OSError: the CDN did not answer, or refused."""
        parts = urlsplit(url)
        place = (self.cache_scheme, self.cache_netloc, parts.path, parts.query, "")
        request = PurgeRequest(urlunsplit(place), headers={"Host": parts.netloc})
        try:
            urlopen(request, timeout=ANSWER).close()  # noqa: S310 - checked by the settings
        except HTTPError as error:
            # It has kept nothing there.
            if error.code != 404:
                raise
        except HTTPException as error:
            raise OSError("The CDN's answer cannot be read.") from error


class Purging:
    """What the scheduler does about the CDN; the setting ``CDN_PURGE_URL`` says where that is."""

    def __init__(self, clock=time.monotonic):
        self.clock = clock
        # The generation whose addresses are noted; none at first, so a new process asks for all.
        self.noted = None
        self.rests_until = clock()

    def purge(self):
        """Note what was changed, and ask the CDN to forget what is noted, as far as there is time.

        Safe from two processes at once: the second one does nothing.
        """
        if not settings.CDN_PURGE_URL or self.clock() < self.rests_until:
            return
        with take("cdn") as mine:
            if mine:
                self.note()
                self.ask()

    def note(self):
        current = generation.read()
        if current == self.noted:
            return
        waiting = set(AddressToPurge.objects.values_list("url", flat=True))
        _add(url for url in dict.fromkeys(of_everything()) if url not in waiting)
        self.noted = current

    def ask(self):
        cdn = CDN({"LOCATION": settings.CDN_PURGE_URL})
        end = self.clock() + ROUND
        for row in AddressToPurge.objects.all()[:ROWS]:
            if self.clock() > end:
                return
            if is_still_a_file(row.url):
                row.put_off()
                continue
            try:
                cdn.purge(row.url)
            except OSError:
                logger.exception("The CDN was not purged, and is asked again")
                row.put_off()
                self.rests_until = self.clock() + REST
                return
            row.delete()


every(5)(Purging().purge)


def connect():
    """From now on what is deleted is noted with its deletion: afterwards nobody knows its address."""
    for model in (Page, Redirect, SiteDocument, SiteRendition):
        post_delete.connect(_note_deleted, model, dispatch_uid="kdsite.page_cache.cdn")


def _note_deleted(instance, **kwargs):
    if settings.CDN_PURGE_URL:
        _add(of_deleted(instance))


def _add(urls):
    AddressToPurge.objects.bulk_create(AddressToPurge(url=url) for url in urls)
