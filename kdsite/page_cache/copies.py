"""An answer as it is kept, and given again."""

import gzip
import hashlib
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import parse_http_date_safe
from django.utils.timezone import make_aware

from kdsite.middleware.compression import is_for_one_person

# Seconds: a cache between us and readers keeps a page for one and asks again, browsers ask each
# time; who reads feeds has time. While the site is away nginx shows what it has for an hour, and
# nobody else does: it knows the one word and not the other, and it forgets what was taken down.
AWAY = "must-revalidate, stale-if-error=3600"
CONTROL = f"public, max-age=0, s-maxage=1, {AWAY}"
CONTROL_OF_FEEDS = f"public, max-age=60, s-maxage=60, {AWAY}"
FEED = "application/atom+xml"
# A page once for a worker to compress, and for every reader to unpack.
LEVEL = 6


@dataclass
class Copy:
    """A page with its headers; ``packed`` is its body, compressed."""

    headers: dict
    body: bytes
    packed: bytes
    tag: str
    changed: int | None

    def response(self, request):
        """The answer to ``request``: whole, compressed, or 304 where the reader has it."""
        packs = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
        body = self.packed if packs else self.body
        response = HttpResponse(body, headers=self.headers)
        if packs:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(body))
        return get_conditional_response(request, self.tag, self.changed, response)


def copy_of(response):
    """The :class:`Copy` of ``response``; ``None`` where it is not for every reader to have."""
    vary = {name.strip() for name in response.get("Vary", "").split(",") if name}
    if (
        response.status_code != 200
        or response.streaming
        or is_for_one_person(response)
        or vary - {"Accept-Encoding"}
        or response.has_header("Content-Encoding")
    ):
        return None
    is_feed = response["Content-Type"].startswith(FEED)
    response.headers.setdefault(
        "Cache-Control", CONTROL_OF_FEEDS if is_feed else CONTROL
    )
    patch_vary_headers(response, ["Accept-Encoding"])
    body = response.content
    digest = hashlib.sha256(body).hexdigest()[:32]
    # Weak: it is the same for the compressed answer.
    response.headers["ETag"] = tag = f'W/"{digest}"'
    return Copy(
        headers=dict(response.headers.items()),
        body=body,
        packed=gzip.compress(body, LEVEL, mtime=0),
        tag=tag,
        changed=parse_http_date_safe(response.get("Last-Modified", "")),
    )


def next_moment(now=None):
    """When what readers see changes by the clock alone: the question of the month, and anything
    else that is for a day, with the day. An expiry is a change like any other."""
    today = timezone.localdate(now)
    return make_aware(datetime.combine(today + timedelta(days=1), time.min))
