"""Who translates this; taken and left by a button."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from wagtail_localize.models import Translation

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.admin.page_screen import post_only
from kdsite.editorial.translations.table import claims


@post_only
def claim(request, translation_id):
    """The person who presses translates this from now on; or, with ``leave``, does not after all."""
    record = get_object_or_404(Translation, pk=translation_id)
    page = record.get_target_instance()
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.POST.get("leave"):
        claims.leave(record, request.user)
    else:
        claims.claim(record, request.user)
    return redirect(edit_url(page))
