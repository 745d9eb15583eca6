"""A former address leads on to what is public, and to nothing else."""

from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect


class PublicRedirectMiddleware(RedirectMiddleware):
    """Wagtail's also leads to drafts and to what was taken down, whose address tells a title that
    nobody has approved."""

    def process_response(self, request, response):
        answer = super().process_response(request, response)
        if answer is not response and _leads_to_a_draft(request):
            return response
        return answer


def _leads_to_a_draft(request):
    paths = {
        Redirect.normalise_path(path)
        for path in (request.get_full_path(), request.path)
    }
    return Redirect.objects.filter(
        old_path__in=paths, redirect_page__live=False
    ).exists()
