"""A session that ends while somebody writes loses no text.

What was posted to the admin without a session, or with a token from before the last log-in, comes
back as a page that holds it, to be sent again. A script of the page takes the token that the browser
has by then, so that one press is enough after a log-in; without scripts the page comes once more, and
says so.
"""

from django.shortcuts import render
from wagtail.admin.localization import get_localized_response


class KeptFormMiddleware:
    """Answers a form that nobody sent: after the check of its token, before any view."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not _can_be_kept(request) or request.user.is_authenticated:
            return None
        return keep(request)


def _can_be_kept(request):
    """Is it a form of the admin, sent by a browser that waits for a page?"""
    match = request.resolver_match
    return bool(match and match.route.startswith("admin/") and _is_form(request))


def _is_form(request):
    """Was something sent that a page may hold, and does a browser show the answer?"""
    return (
        request.method == "POST"
        and not any("password" in name for name in request.POST)
        and "text/html" in request.headers.get("accept", "")
        and request.headers.get("x-requested-with") != "XMLHttpRequest"
    )


def is_own(request):
    """Was the form on a page of this site? Another site's is not offered to be sent again."""
    origin = f"{request.scheme}://{request.get_host()}"
    return _is_form(request) and request.headers.get("origin") == origin


def is_own_in_admin(request):
    return _can_be_kept(request) and is_own(request)


def keep(request):
    """The page that holds what was posted; pictures and documents are chosen anew."""
    return get_localized_response(_page, request)


def _page(request):
    context = _posted(request)
    return render(request, "accounts/kept_form.html", context, status=403)


def kept(request):
    """What a page may hold of what was posted, as its template wants it: a dict of ``fields`` and
    ``had_files``, or ``None``. What could not be read to its end has nothing to keep."""
    return _posted(request) if is_own(request) and request.POST else None


def _posted(request):
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    return {"fields": fields, "had_files": bool(request.FILES)}
