"""The former address of a page leads on; Wagtail's way, after the commit and tried again."""

import copy

from django.utils.translation import gettext_lazy
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import (
    autocreate_redirects_on_slug_change,
)
from wagtail.models import Page
from wagtail.signals import page_slug_changed

from kdsite.editorial.follow_ups.tasks import follow_up


@follow_up(gettext_lazy("The former address of “%(title)s” does not lead on yet."))
def lead_on(pk, before, after, was_public=True):
    """From the ``url_path`` that page ``pk`` had ``before`` to that of ``after``; no page leads to
    itself, and one that was not public has no former address: only what is below it."""
    page = Page.objects.get(pk=pk).specific
    page.url_path = after
    former = copy.copy(page)
    former.url_path = before
    autocreate_redirects_on_slug_change(instance_before=former, instance=page)
    wrong = [page] if was_public else [page, former]
    paths = [Redirect.normalise_path(each.get_url_parts()[2]) for each in wrong]
    Redirect.objects.filter(
        automatically_created=True, redirect_page=page, old_path__in=paths
    ).delete()


def _changed(sender, instance, instance_before, **kwargs):
    lead_on.enqueue(
        instance.pk,
        instance_before.url_path,
        instance.url_path,
        # Taken down, it may be renamed and put back: its readers' links lead on then.
        instance_before.first_published_at is not None,
    )


def connect():
    """In the place of Wagtail's receiver, whose failure would look like one of the publication."""
    page_slug_changed.disconnect(autocreate_redirects_on_slug_change)
    page_slug_changed.connect(_changed, dispatch_uid="kdsite.former_addresses")
