"""Words that somebody else has saved since a form was opened, and what is said of them."""

from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name


def by_others(page, request):
    """The newest version of ``page`` by somebody else that the form in ``request`` had not loaded, or
    ``None``. A form that names no version has loaded none.

    One's own newer versions are no conflict: Wagtail's script autosaves, and a later press
    of the button still carries the version of page load. The history keeps them all. Nor is a
    version in which somebody has only commented: its words were saved when they were loaded
    (:meth:`.ModeratedPage.save_revision`).
    """
    loaded = request.POST.get("loaded_revision_id", "")
    is_id = loaded.isascii() and loaded.isdigit() and len(loaded) < 19
    base = int(loaded) if is_id else 0
    loaded_at = request.POST.get("loaded_revision_created_at", "")
    # A version can only be written over by whoever made it.
    unseen = page.revisions.filter(pk__gte=base).exclude(
        created_at=parse_datetime(loaded_at) or None
    )
    return unseen.exclude(user=request.user).order_by("pk").last()


def sentence(theirs):
    user = theirs.user
    return _(
        "%(name)s has saved a newer version while you were writing. Yours is below and "
        "not saved yet. Compare the versions; if you save again, yours becomes the newest "
        "and the other one stays in the history."
    ) % {"name": get_user_display_name(user) if user else "–"}


def button(page):
    """To the versions, beside the form."""
    address = reverse("wagtailadmin_pages:history", args=[page.pk])
    return messages.button(address, _("Versions"), new_window=True)
