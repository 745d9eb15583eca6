"""What a version is compared with: what this reviewer saw last, or what is public."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import Q
from wagtail.models import Page

from kdsite.editorial.models import Look
from kdsite.editorial.review import looks


class Against(models.TextChoices):
    """Which older version it is; the values stand in the screen's address."""

    SEEN = "seen"
    PUBLIC = "public"
    SENT = "sent"


@dataclass
class Basis:
    """The older version; ``None``: there is none, all is new. ``other`` is what one can switch to."""

    version: Page | None = None
    against: str = ""
    at: datetime | None = None
    other: str = ""


def basis_for(page, user, started_at, wanted="", sent=None):
    """What the newest version of ``page`` is compared with for ``user``.

    That is what they saw last; where they saw nothing yet, what is public; where nothing is, the
    version that was sent (``sent``), if it was corrected since.

    :param started_at: when the review began.
    :param wanted: :attr:`Against.PUBLIC` for what is public also where they have seen a version.
    """
    look = looks.before_this(user, page, started_at)
    if look and not (page.live and wanted == Against.PUBLIC):
        other = Against.PUBLIC if page.live else ""
        return Basis(look.revision.as_object(), Against.SEEN, look.at, other)
    if page.live:
        return Basis(page, Against.PUBLIC, other=Against.SEEN if look else "")
    if sent and sent.pk != page.latest_revision_id:
        return Basis(sent.as_object(), Against.SENT)
    return Basis()


def known_to(page, user):
    """The last version of ``page``, before its newest, that ``user`` saved or had on the review
    screen; ``None``: there is none."""
    looked = Look.objects.intact().filter(user=user, page_id=page.pk)
    known = page.revisions.filter(Q(user=user) | Q(pk__in=looked.values("revision")))
    known = known.exclude(pk=page.latest_revision_id).order_by("created_at").last()
    return known and known.as_object()
