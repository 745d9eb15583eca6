"""What an answer says of itself to browsers, where it is not the same for every answer."""

from csp.middleware import CSPMiddleware
from django.conf import settings

from kdsite.middleware.compression import is_for_one_person


class HeadersMiddleware(CSPMiddleware):
    """What the page may load, by django-csp; whose answer it is, and that nobody keeps what is for
    one person. What is the same for every answer is settings: :mod:`kdsite.settings.headers`."""

    def process_response(self, request, response):
        if response.get("Content-Disposition", "").startswith("attachment"):
            response.headers["Content-Security-Policy"] = settings.DOWNLOAD_POLICY
        response.headers.setdefault(
            "Cross-Origin-Resource-Policy", settings.CROSS_ORIGIN_RESOURCE_POLICY
        )
        said = response.get("Cache-Control", "")
        if is_for_one_person(response) and "no-store" not in said:
            response.headers["Cache-Control"] = "private, no-store"
        return super().process_response(request, response)

    def get_policy_parts(self, request, response, report_only=False):
        """That of readers' pages; where a page has a player, with it; in the admin another."""
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/admin/"):
            parts.replace = settings.ADMIN_POLICY
        elif getattr(request, "shows_player", False):
            parts.update = settings.PLAYERS_POLICY
        return parts
