"""What is no page: the way in, error pages, and what machines ask for."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_request, override
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from kdsite.images.social import absolute


@require_safe
def choose_language(request):
    """From the root to the reader's language, where it is public; Finnish when in doubt."""
    language = _language(request)
    site = Site.find_for_request(request)
    versions = site.root_page.get_translations() if site else Page.objects.none()
    if not versions.live().filter(locale__language_code=language).exists():
        language = settings.LANGUAGE_CODE
    response = redirect(f"/{language}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


def _language(request):
    known = dict(settings.LANGUAGES)
    for part in request.headers.get("accept-language", "").split(","):
        tag, _sep, weight = part.strip().partition(";q=")
        if tag.split("-")[0].lower() in known and weight not in ("0", "0.0"):
            return get_language_from_request(request)
    return settings.LANGUAGE_CODE


# No page for everybody: the admin, private links to drafts, invitations.
PRIVATE = ("/admin/", "/luonnos/", "/utkast/", "/kutsu/", "/inbjudan/")


@require_safe
def robots(request):
    """Search engines read what readers are meant to find, and nothing where the site is tried out."""
    lines = ["User-agent: *"]
    if settings.INDEXED:
        lines += [f"Disallow: {path}" for path in PRIVATE]
        lines += ["", f"Sitemap: {absolute(request, '/sitemap.xml')}"]
    else:
        lines += ["Disallow: /"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def _error(request, template, status):
    language = get_language()
    if request.path.startswith("/sv/"):
        language = "sv"
    elif request.path.startswith("/fi/"):
        language = "fi"
    with override(language):
        return render(request, template, status=status)


def forbidden(request, exception=None):
    return _error(request, "403.html", 403)


def session_expired(request, reason=""):
    """The form's token is too old or missing: nothing was saved, log in again."""
    return _error(request, "session_expired.html", 403)


def not_found(request, exception=None):
    return _error(request, "404.html", 404)


def failed(request):
    """Needs neither database nor session."""
    return _error(request, "500.html", 500)
