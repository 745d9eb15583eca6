"""Private links to drafts, for people without an account, and what they answer; and the private address at
which somebody's calendar program reads the calendar."""

import hashlib
from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from kdsite.editorial.dates import valid_until


def in_two_weeks():
    return valid_until(timezone.now())


class LinkState(models.TextChoices):
    """Does a link open the draft?"""

    OPEN = "open", _("Open")
    EXPIRED = "expired", _("Expired")
    REVOKED = "revoked", _("Revoked")


class DraftLink(models.Model):
    """A personal link to the newest version of a page, for one person, for 14 days.

    Its secret part is ``nonce``; :mod:`kdsite.editorial.private_links.links` signs it.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="draft_links")
    name = models.CharField(_("name"), max_length=255)
    address = models.EmailField(_("e-mail address"), max_length=254)
    language = models.CharField(_("language"), max_length=10)
    # A named author's answer counts as a second person's; such a link is in their mail only.
    for_author = models.BooleanField(default=False)
    author = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The author's account, where there was one when the link was sent.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=in_two_weeks)
    revoked_at = models.DateTimeField(null=True)
    nonce = models.CharField(max_length=43, unique=True, default=token_urlsafe)

    class Meta:
        verbose_name = _("private link")
        verbose_name_plural = _("private links")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(for_author=True) | Q(author=None, user=None),
                name="only_author_links_have_authors",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def state(self):
        if self.revoked_at:
            return LinkState.REVOKED
        return (
            LinkState.EXPIRED if self.expires_at <= timezone.now() else LinkState.OPEN
        )

    @property
    def is_open(self):
        return self.state == LinkState.OPEN


class DraftAnswerQuerySet(models.QuerySet):
    def to_version(self, revision):
        """Answers to exactly this text, not to what the revision held before."""
        return self.filter(revision=revision, saved_at=revision.created_at)

    def of_the_holder_of(self, link):
        """What the person of this link has answered; an author over all their links."""
        if link.author_id is None:
            return self.filter(link=link)
        return self.filter(link__author=link.author_id, link__for_author=True)

    def unread(self):
        """Those that no editor has read yet."""
        return self.filter(read_at=None)

    def of_authors(self, page):
        """What named authors of ``page`` have answered."""
        return self.filter(link__page_id=page.pk, link__for_author=True)

    def mark_read(self):
        """Somebody of the house has had them on the screen, and says so."""
        self.unread().update(read_at=timezone.now())


class DraftAnswer(models.Model):
    """What the holder of a link said about exactly one version. Never changed, but for ``read_at``."""

    link = models.ForeignKey(
        DraftLink, on_delete=models.CASCADE, related_name="answers"
    )
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    # As in a word: autosave writes over a revision in place.
    saved_at = models.DateTimeField()
    is_fine = models.BooleanField()
    text = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    # When the first editor said that they have read it, or decided with it on the screen.
    read_at = models.DateTimeField(null=True)

    objects = DraftAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.text or "✓"


class CalendarAddress(models.Model):
    """Where the calendar program of ``user`` reads the calendar. Only a hash of its secret is kept: who
    reads the database cannot read the calendar by it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="calendar_address",
    )
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return str(self.user)

    @staticmethod
    def hash_of(token):
        return hashlib.sha256(token.encode()).hexdigest()
