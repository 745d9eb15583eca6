"""The language of a request is that of its address."""

from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_path


class LanguageOfAddress(LocaleMiddleware):
    """Django's, without its redirect from an unknown address to one in the browser's language:
    only ``/`` does that. What is for machines has no language."""

    def process_response(self, request, response):
        is_for_people = response.get("Content-Type", "").startswith("text/html")
        if is_for_people and not get_language_from_path(request.path_info):
            patch_vary_headers(response, ["Accept-Language"])
        response.headers.setdefault("Content-Language", get_language())
        return response
