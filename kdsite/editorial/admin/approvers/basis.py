"""What a version is compared with: what this reviewer saw last, or what is public."""

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from wagtail.models import Page

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
