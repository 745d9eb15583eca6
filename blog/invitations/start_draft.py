"""A writer who is planned for a slot starts its text."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from wagtail.models import Locale

from blog.invitations import guest_setup
from blog.uploading.views import may_upload
from kdsite.editorial.addresses import edit_url
from kdsite.editorial.models import Slot


@transaction.atomic
def start_in_slot(request, slot_id):
    """A button of the dashboard: the draft of a slot that is planned for this person.

    In the language of their profile, else of their admin.
    """
    if request.method != "POST":
        return redirect("wagtailadmin_home")
    user = request.user
    slot = get_object_or_404(Slot, pk=slot_id)
    if slot.writer_id != user.pk:
        raise PermissionDenied
    here = Locale.objects.get(language_code=get_language()[:2])
    profile = guest_setup.profile_of(user, here)
    locale = profile.locale if profile else here
    if not may_upload(user, locale.language_code):
        raise PermissionDenied
    profile = profile or guest_setup.give_profile(
        user, locale, user, (user.first_name or user.get_username(), user.last_name)
    )
    post = guest_setup.start_draft(slot, user, locale, user, profile)
    return redirect(edit_url(post))
