"""Readers' pages from a copy, where there is one."""

import time

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import DisallowedHost, MiddlewareNotUsed
from django.db import DatabaseError
from django.utils import timezone

from kdsite.middleware.compression import ReadersGZipMiddleware
from kdsite.page_cache import generation
from kdsite.page_cache.addresses import is_for_everybody, name_of, tidy
from kdsite.page_cache.copies import copy_of, next_moment

# Seconds that one process has for making a page while others wait for it, and how often they look.
PATIENCE, LOOK = 10, 0.02
# What asks for less than the whole page; a copy answers it, so the page behind need not.
CONDITIONS = (
    "HTTP_ACCEPT_ENCODING",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_RANGE",
)


class PageCacheMiddleware:
    """Answers anonymous readers from copies of this generation, and keeps what it has no copy of.

    The setting ``PAGE_CACHE`` switches it on. Where the cache is away pages are made anew.
    """

    def __init__(self, get_response):
        if not settings.PAGE_CACHE:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.compression = ReadersGZipMiddleware(get_response)

    def __call__(self, request):
        if not is_for_everybody(request):
            return self.get_response(request)
        tidy(request)
        try:
            key = f"kdsite:{generation.current()}|{name_of(request)}"
        except (DatabaseError, DisallowedHost):
            return self.get_response(request)
        copy = caches["pages"].get(key)
        if copy is None:
            return self.made(request, key)
        return copy.response(request)

    def made(self, request, key):
        """The answer made anew, by one process at a time."""
        copies, lock = caches["pages"], f"{key}|made"
        if copies.add(lock, 1, PATIENCE):
            try:
                return self.kept(request, key)
            finally:
                copies.delete(lock)
        found = {lock: 1}
        while found.keys() == {lock}:
            time.sleep(LOOK)
            found = copies.get_many([key, lock])
        copy = found.get(key)
        return copy.response(request) if copy else self.kept(request, key)

    def kept(self, request, key):
        """The answer, of which a copy is kept until what it shows changes by the clock."""
        asked = {name: request.META.pop(name, None) for name in CONDITIONS}
        end = next_moment()
        response = self.get_response(request)
        request.META.update({name: said for name, said in asked.items() if said})
        copy = copy_of(response) if request.method == "GET" else None
        if copy is None:
            return self.compression.process_response(request, response)
        left = (end - timezone.now()).total_seconds()
        if left > 0:
            caches["pages"].set(key, copy, left)
        return copy.response(request)
