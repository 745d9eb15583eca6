"""Answers that are the same for every reader go compressed; whitenoise compresses static files."""

from django.middleware.gzip import GZipMiddleware
from django.utils.cache import has_vary_header


class ReadersGZipMiddleware(GZipMiddleware):
    """Pages, feeds and the sitemap go compressed, nothing that is for one person only.

    The length of a compressed answer can give away a secret in it, if somebody else can put words
    beside the secret (https://breachattack.com/). A page without cookie holds no secret; the
    admin, private links and invitations do. Uploaded files, which are streamed, are compressed
    in themselves.
    """

    def process_response(self, request, response):
        if response.streaming or is_for_one_person(response):
            return response
        return super().process_response(request, response)


def is_for_one_person(response):
    """Does the answer depend on who asks, or say itself that nobody else may keep it?"""
    said = response.get("Cache-Control", "")
    return (
        has_vary_header(response, "Cookie")
        or bool(response.cookies)
        or "private" in said
        or "no-store" in said
    )
