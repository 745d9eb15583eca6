"""Where in the admin something is worked on, and addresses for mails."""

from django.conf import settings
from django.urls import reverse


def review_url(page):
    return reverse("editorial:review", args=[page.pk])


def slot_url(slot):
    return reverse("calendar:edit", args=[slot.pk])


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def absolute(link):
    """``link`` with the host under which people log in."""
    return settings.WAGTAILADMIN_BASE_URL + link if link.startswith("/") else link
