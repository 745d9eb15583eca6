"""The pictures and documents in a version, and who else had a hand in each.

Who changed a file stands in Wagtail's audit log of it; who brought it, in the file itself.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.admin.utils import get_user_display_name
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.models import ModelLogEntry

from kdsite.editorial.publishing.protected_files import shown_by

# The size in which a picture is listed.
THUMBNAIL = "max-400x300"


@dataclass
class ShownFile:
    """``who`` changed it last (``is_changed``), or else brought it, and when; ``who`` is empty where
    that is the person who asks."""

    file: Any
    is_picture: bool
    who: str = ""
    at: datetime | None = None
    is_changed: bool = False

    @property
    def thumbnail(self):
        """Of a picture, as an ``<img>`` may show it."""
        return get_rendition_or_not_found(self.file, THUMBNAIL)


def files_in(versions, user):
    """A list for each of ``versions``: every :class:`ShownFile` in it, as ``user`` is told of it."""
    shown = [shown_by(version) for version in versions]
    keys = set().union(*shown)
    edits = {(edit.content_type_id, edit.object_id): edit for edit in _edits(keys)}
    files = {
        key: _as_told(file, edits.get(key), user) for key, file in _files(keys).items()
    }
    return [
        sorted(
            (files[key] for key in each if key in files),
            key=lambda found: (not found.is_picture, found.file.title, found.file.pk),
        )
        for each in shown
    ]


def changed_by_others(version, user):
    """Does ``version`` show a file that somebody other than ``user`` changed last?"""
    last = {
        (edit.content_type_id, edit.object_id): edit.user_id
        for edit in _edits(shown_by(version))
    }
    return any(who != user.pk for who in last.values())


def _edits(keys):
    """Each change of these files, the last one last."""
    if not keys:
        return ModelLogEntry.objects.none()
    these = Q()
    for content_type_id, object_id in keys:
        these |= Q(content_type_id=content_type_id, object_id=object_id)
    edits = ModelLogEntry.objects.filter(
        these, action="wagtail.edit", content_changed=True
    )
    return edits.select_related("user").order_by("timestamp", "pk")


def _files(keys):
    images = get_image_model().objects.prefetch_renditions(THUMBNAIL)
    files = {}
    for found in (images, get_document_model().objects.all()):
        content_type = ContentType.objects.get_for_model(found.model)
        ids = [pk for content_type_id, pk in keys if content_type_id == content_type.pk]
        for file in found.filter(pk__in=ids).select_related("uploaded_by_user"):
            files[content_type.pk, str(file.pk)] = file
    return files


def _as_told(file, edit, user):
    is_picture = isinstance(file, get_image_model())
    who, at = (
        (edit.user, edit.timestamp)
        if edit
        else (file.uploaded_by_user, file.created_at)
    )
    if who == user or (who is None and not edit):
        return ShownFile(file, is_picture)
    name = get_user_display_name(who) if who else "–"
    return ShownFile(file, is_picture, name, at, is_changed=bool(edit))
