"""Advice on the language of a post: shown, dismissed, and given again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request

from blog.checks.language import LONGEST, remarks
from blog.models import BlogPage, DismissedAdvice
from kdsite.editorial.addresses import edit_url
from kdsite.languages.advice import Kind


def advice_on(page, draft):
    """What the template ``blog/language_advice.html`` shows of ``draft``, the newest version of
    ``page``: a dict."""
    return {
        "page": page,
        "remarks": remarks(draft),
        "dismissed": page.dismissed_advice.count(),
    }


@require_POST
def dismiss(request, page_id):
    """Give this advice no more, to nobody who works on the page; whoever may edit it decides."""
    page = _page(request, page_id)
    kind, words = request.POST.get("kind", ""), request.POST.get("words", "")[:LONGEST]
    if kind in set(Kind) and words and "\x00" not in words:
        with transaction.atomic():
            DismissedAdvice.objects.get_or_create(
                page=page, kind=kind, passage=words, defaults={"user": request.user}
            )
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        # The button beside the text (kdsite/static/js/findings.js).
        return HttpResponse(status=204)
    return _back(request, page)


@require_POST
def give_again(request, page_id):
    """Everything that was dismissed on the page."""
    page = _page(request, page_id)
    page.dismissed_advice.all().delete()
    messages.success(request, _("The advice is shown again."))
    return _back(request, page)


def _page(request, page_id):
    page = get_object_or_404(BlogPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def _back(request, page):
    """To the screen from which it was asked; to its advice."""
    return redirect(
        f"{get_valid_next_url_from_request(request) or edit_url(page)}#language"
    )
