"""Where in the admin something is worked on, and addresses for mails."""

from django.conf import settings
from django.urls import reverse


def review_url(page):
    return reverse("editorial:review", args=[page.pk])


def slot_url(slot):
    return reverse("calendar:edit", args=[slot.pk])


def overdue_url(slot):
    """Where editors read why ``slot`` did not go out, and what helps."""
    return reverse("editorial:overdue", args=[slot.pk])


def home_url():
    return reverse("wagtailadmin_home")


def edit_url(page):
    """Where ``page`` is written; its id will do."""
    return reverse("wagtailadmin_pages:edit", args=[getattr(page, "pk", page)])


def absolute(link):
    """``link`` with the host under which people log in."""
    return settings.WAGTAILADMIN_BASE_URL + link if link.startswith("/") else link
