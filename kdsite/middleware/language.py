"""The language of a request is that of its address."""

from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_path


class LanguageOfAddress(LocaleMiddleware):
    """Django's, without its redirect from an unknown address to one in the browser's language:
    only ``/`` does that."""

    def process_response(self, request, response):
        if not get_language_from_path(request.path_info):
            patch_vary_headers(response, ["Accept-Language"])
        response.headers.setdefault("Content-Language", get_language())
        return response
