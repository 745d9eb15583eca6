"""Views that show no page of the tree: the root, errors, robots.txt."""

import posixpath
import sys
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils._os import safe_join
from django.utils.cache import patch_vary_headers
from django.utils.translation import (
    get_language,
    get_language_from_path,
    get_language_from_request,
    gettext,
    override,
)
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from kdsite.accounts.login import kept_form
from kdsite.editorial.reasons import is_database_away
from kdsite.editorial.taken_down import taken_down_at
from kdsite.full_disk import is_full_disk
from kdsite.images.social import absolute

# Folders of uploaded files that readers get nothing from.
KEPT_BACK = {"documents", "original_images", "wagtail_uploads"}
# Seconds after which somebody who found no database may come again.
AWAY = 10


@require_safe
def choose_language(request):
    """Redirect from the root to the front page in the reader's language, if public; else Finnish."""
    language = _language(request)
    site = Site.find_for_request(request)
    versions = site.root_page.get_translations() if site else Page.objects.none()
    if not versions.live().filter(locale__language_code=language).exists():
        language = settings.LANGUAGE_CODE
    response = redirect(f"/{language}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


def _language(request):
    """The best language of the browser's that the site has, or the site's first."""
    known = dict(settings.LANGUAGES)
    for part in request.headers.get("accept-language", "").split(","):
        tag, _sep, weight = part.strip().partition(";q=")
        if tag.split("-")[0].lower() in known and weight not in ("0", "0.0"):
            return get_language_from_request(request)
    return settings.LANGUAGE_CODE


@require_safe
def media(request, path):
    """A file that was uploaded. In production the web server in front answers where they lie in a
    folder, and keeps back the same ones (docs/web_server.md)."""
    # As the view reads it: "./documents/a.pdf" leads there, too.
    here = safe_join(settings.MEDIA_ROOT, posixpath.normpath(path).lstrip("/"))
    parts = Path(here).relative_to(safe_join(settings.MEDIA_ROOT)).parts
    if parts and parts[0].lower() in KEPT_BACK:
        raise Http404
    try:
        if settings.MEDIA_BUCKET:
            return _from_the_bucket("/".join(parts))
        return serve(request, path, document_root=settings.MEDIA_ROOT)
    except OSError as error:
        # Not there, or longer than any file's name.
        raise Http404 from error


def _from_the_bucket(name):
    """With the headers of deploy/nginx.conf: it gives what a folder holds."""
    if not name or "\0" in name:
        raise Http404
    headers = {
        "Cache-Control": "public, max-age=86400",
        "Content-Security-Policy": settings.DOWNLOAD_POLICY,
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Referrer-Policy": "no-referrer",
    }
    return FileResponse(default_storage.open(name), headers=headers)


@require_safe
def favicon(request):
    """Where programs look that read no page."""
    return redirect(static("img/favicon.ico"))


@require_safe
def robots(request, private):
    """Search engines read what readers are meant to find, and nothing where the site is tried out.

    :param private: the URL patterns that are not for everybody.
    """
    lines = ["User-agent: *"]
    if settings.INDEXED:
        folders = dict.fromkeys(_folders(private))
        lines += [f"Disallow: {folder}" for folder in folders]
        lines += ["", f"Sitemap: {absolute(request, '/sitemap.xml')}"]
    else:
        lines += ["Disallow: /"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def _folders(patterns):
    """The first part of each address: ``/admin/``."""
    for pattern in patterns:
        if route := str(pattern.pattern):
            yield f"/{route.partition('/')[0]}/"
        else:
            yield from _folders(pattern.url_patterns)


def _error(request, template, status, **context):
    language = get_language()
    if request.path.startswith("/sv/"):
        language = "sv"
    elif request.path.startswith("/fi/"):
        language = "fi"
    with override(language):
        response = render(request, template, context, status=status)
    # What is not there, or not there any more, may be back in a minute: browsers would keep it.
    response["Cache-Control"] = "no-cache"
    return response


def unreadable(request, exception=None):
    """The request holds what no form or link of the site makes."""
    return _error(request, "400.html", 400)


def forbidden(request, exception=None):
    """Somebody who is logged in may have been taken out of their last group."""
    user, is_desk = request.user, request.path.startswith("/admin/")
    is_out = is_desk and not user.has_perm("wagtailadmin.access_admin")
    return _error(request, "403.html", 403, is_out=is_out and user.is_authenticated)


def session_expired(request, reason=""):
    """The form's token is too old or missing: nothing was saved; what was written is kept."""
    if kept_form.is_own_in_admin(request):
        return kept_form.keep(request)
    return _error(request, "session_expired.html", 403)


def too_many(request):
    """Something was tried too often: passwords, codes, mails."""
    return _error(request, "429.html", 429)


def not_found(request, exception=None):
    """What was public at the address, and was taken down, is gone: readers and search engines are
    told so, unless editors have let the address lead elsewhere."""
    if taken_down_at(request.path) and not _leads_on(request):
        return _error(request, "410.html", 410)
    return _error(request, "404.html", 404)


def _leads_on(request):
    redirects = Redirect.get_for_site(Site.find_for_request(request))
    redirects = redirects.exclude(redirect_page__live=False)
    return redirects.filter(old_path=Redirect.normalise_path(request.path)).exists()


def failed(request):
    """Needs neither database nor session. A full disk and a database that is away have sentences of
    their own."""
    error = sys.exc_info()[1]
    if is_full_disk(error):
        return no_room(request)
    if is_database_away(error):
        return away(request)
    return _error(request, "500.html", 500)


def away(request):
    """The database cannot be reached: who reads comes back in a moment, who wrote keeps it.

    In the language of the address; where it has none, in all: who asks is not known either.
    """
    of_address = get_language_from_path(request.path_info)
    languages = (
        [of_address] if of_address else [code for code, _n in settings.LANGUAGES]
    )
    kept = kept_form.kept(request) if kept_form.is_own(request) else None
    context = {
        "languages": languages,
        "is_form": request.method == "POST",
        "kept": kept,
    }
    if "application/json" in request.headers.get("accept", "") or (
        request.headers.get("x-requested-with") == "XMLHttpRequest"
    ):
        response = JsonResponse(_not_saved(languages), status=503)
    else:
        response = _error(request, "503.html", 503, **context)
    response["Retry-After"] = str(AWAY)
    return response


def _not_saved(languages):
    """As scripts of the admin have it, which keep what is in their form."""
    sentences = []
    for code in languages:
        with override(code):
            sentences.append(gettext("Not saved: try again in a moment."))
    return {
        "success": False,
        "error_code": "away",
        "error_message": " – ".join(sentences),
    }


def no_room(request):
    """What was sent could not be stored, and nothing of it was."""
    if request.path.endswith("/multiple/add/"):
        # As Wagtail's script for several files has it of a file that is refused.
        sentence = gettext(
            "There is no room on the server. Nothing was saved: try again later, and tell whoever "
            "maintains the site."
        )
        return JsonResponse({"success": False, "error_message": sentence})
    return _error(request, "507.html", 507, kept=kept_form.kept(request))
