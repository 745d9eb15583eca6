"""The guide in the help menu, in the place of Wagtail's own, which speaks English."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

# Wagtail's links to its own site; the first has the release in its name.
FOREIGN = ("whats-new-in-wagtail", "editor-guide")


def guide_item():
    return MenuItem(
        _("Guide"), reverse("guide_own"), name="guide", icon_name="help", order=100
    )


def without_foreign(request, items):
    """Hook ``construct_help_menu``."""
    items[:] = [item for item in items if not item.name.startswith(FOREIGN)]
