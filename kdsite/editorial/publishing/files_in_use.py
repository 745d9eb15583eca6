"""A file that readers see, or are about to, is deleted by nobody.

The page would show a gap that nobody approved. Who wants the file away takes the page down, or
changes it, first.
"""

import json
import re

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import pre_delete
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Revision, WorkflowState

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import Waiting
from kdsite.editorial.publishing.protected_files import is_relied_on, shown_by


def page_that_shows(file):
    """A version of a page that is public, waits for its time or is in review, and shows ``file``;
    or ``None``. The index of references knows only the newest version of each page."""
    number = re.compile(rf"\b{file.pk}\b")
    key = (ContentType.objects.get_for_model(file).pk, str(file.pk))
    for revision in Revision.objects.filter(pk__in=_shown_versions()).iterator(50):
        if number.search(json.dumps(revision.content)):
            version = revision.as_object()
            if key in shown_by(version):
                return version
    return None


def _shown_versions():
    in_review = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS,
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    ids = [int(pk) for pk in in_review.values_list("object_id", flat=True)]
    read = Page.objects.filter(pk__in=ids)
    return {
        *Page.objects.live().values_list("live_revision", flat=True),
        *Waiting.objects.values_list("revision", flat=True),
        *read.values_list("latest_revision", flat=True),
    } - {None}


def check_delete(sender, instance, **kwargs):
    """Refuse to delete what a page shows (signal ``pre_delete``)."""
    page = page_that_shows(instance) if is_relied_on(instance) else None
    if page:
        raise Refusal(
            _(
                "“%(file)s” is not deleted: “%(page)s” shows it. Take that page down, or change "
                "it, first."
            )
            % {"file": instance, "page": page.title}
        )


def connect():
    """Called once, when the apps are ready."""
    for model in (get_image_model(), get_document_model()):
        pre_delete.connect(
            check_delete, sender=model, dispatch_uid=f"kdsite.in_use.{model}"
        )
