"""What the buttons of review and translation do."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.admin.page_screen import post_only
from kdsite.editorial.exceptions import Conflict
from kdsite.editorial.releases.back_to_draft import take_back_to_draft
from kdsite.editorial.review import submission
from kdsite.editorial.translations import sending, translating


@post_only
def start_translation(request, page_id, language):
    """One button: from a public original to the side-by-side editor."""
    page = get_object_or_404(Page, pk=page_id)
    locale = get_object_or_404(Locale, language_code=language)
    target = translating.translate(page, locale, request.user)
    return redirect(edit_url(target))


def _opened(text):
    """When the editor was opened, as its form says.

    :raises Conflict: it says no such thing, so nobody knows what was read.
    """
    try:
        opened = parse_datetime(text)
    except ValueError:
        opened = None
    if opened is None or timezone.is_naive(opened) or opened > timezone.now():
        raise Conflict(_("Load the translation again and read it, then send it."))
    return opened


@post_only
def send_translation(request, translation_id):
    """Send a translation for review, or save a correction of one that is in review."""
    record = get_object_or_404(Translation, pk=translation_id)
    page = record.get_target_instance()
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    in_review = page.workflow_in_progress
    opened = _opened(request.POST.get("opened", ""))
    files_seen = request.POST.get("files_seen", "")
    sending.send_for_review(record, request.user, opened, files_seen)
    if in_review:
        messages.success(
            request, _("Your correction is saved. Somebody else must approve it now.")
        )
    else:
        messages.success(request, _("Sent for review."))
    return redirect(edit_url(page))


@post_only
def back_to_draft(request, page_id):
    """Take an approved page out of its release; on to where it is changed."""
    page = get_object_or_404(Page, pk=page_id)
    take_back_to_draft(page, request.user)
    messages.success(request, _("It is a draft again."))
    return redirect(edit_url(page))


@post_only
def take_back(request, page_id):
    """End a review without a decision, by whoever sent the page or decides on it."""
    page = get_object_or_404(Page, pk=page_id).specific
    messages.success(request, submission.take_back(page, request.user))
    return redirect(edit_url(page))
