"""What a version is compared with: what this reviewer saw last, or what is public."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import Q
from wagtail.models import Page

from kdsite.editorial.models import Look


class Against(models.TextChoices):
    """Which older version it is; the values stand in the screen's address."""

    SEEN = "seen"
    PUBLIC = "public"
    SENT = "sent"


@dataclass
class Basis:
    """The older version; ``None``: there is none, all is new. ``other`` is what one can switch to;
    ``is_newest``: it is no older one, they saw the newest version in an earlier review."""

    version: Page | None = None
    against: str = ""
    at: datetime | None = None
    other: str = ""
    is_newest: bool = False


def basis_for(page, look, wanted="", sent=None):
    """What the newest version of ``page`` is compared with for somebody.

    That is what they saw last; where they saw nothing yet, what is public; where nothing is, the
    version that was sent.

    :param look: when they saw it last (:func:`.looks.before_this`), or ``None``.
    :param sent: the version that was sent, where it was corrected since.
    :param wanted: :attr:`Against.PUBLIC` for what is public also where they have seen a version.
    """
    if look and not (page.live and wanted == Against.PUBLIC):
        other = Against.PUBLIC if page.live else ""
        version = page.with_content_json(look.revision.content)
        is_newest = look.revision_id == page.latest_revision_id
        return Basis(version, Against.SEEN, look.at, other, is_newest)
    if page.live:
        return Basis(page, Against.PUBLIC, other=Against.SEEN if look else "")
    if sent:
        return Basis(page.with_content_json(sent.content), Against.SENT)
    return Basis()


def known_to(page, user):
    """The last version of ``page``, before its newest, that ``user`` saved or had on the review
    screen; ``None``: there is none."""
    looked = Look.objects.intact().filter(user=user, page_id=page.pk)
    known = page.revisions.filter(Q(user=user) | Q(pk__in=looked.values("revision")))
    known = known.exclude(pk=page.latest_revision_id).order_by("created_at").last()
    return known and known.as_object()
