"""What a translation was made from, what it said before, who makes it, what it does without;
and the glossary of the network."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Revision
from wagtail_localize.models import String, Translation, TranslationContext

SEVERAL = _(
    "Several ways to say it are parted by semicolons; the first is the one to use."
)


class TranslatedRevision(models.Model):
    """What a translation follows of its original (:func:`.fingerprints.followed_of`), as it was when
    this revision of the translation was saved."""

    revision = models.OneToOneField(
        Revision, on_delete=models.CASCADE, related_name="translated_from"
    )
    # Pairs of path and text, in the order of the page.
    strings = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    # A newer fingerprint that an editor declared to be of no consequence.
    accepted = models.CharField(max_length=64, blank=True)
    readers_are_told = models.BooleanField(default=False)

    def __str__(self):
        return str(self.revision)

    def matches(self, fingerprint):
        """Is the translation current for an original with this fingerprint?"""
        return fingerprint in (self.fingerprint, self.accepted)


class ApprovedText(models.Model):
    """The fingerprint of the text of an original that is public or waits for its time.

    Kept beside the page, so that a list of what is behind is one query.
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, related_name="approved_text"
    )
    fingerprint = models.CharField(max_length=64)
    changed_at = models.DateTimeField()

    def __str__(self):
        return str(self.page)


class EarlierWording(models.Model):
    """What a string of a translation said before somebody wrote it otherwise, or took it away; or
    what took the place of a picture or another value of the original (``string`` is empty then).
    """

    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    context = models.ForeignKey(
        TranslationContext, on_delete=models.CASCADE, related_name="+"
    )
    string = models.ForeignKey(
        String, null=True, on_delete=models.CASCADE, related_name="+"
    )
    data = models.TextField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    written_at = models.DateTimeField()
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    replaced_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-replaced_at", "-pk"]

    def __str__(self):
        return self.data


class TranslationClaim(models.Model):
    """Who translates this: the others of the team leave it to them, or take it over."""

    translation = models.OneToOneField(
        Translation, on_delete=models.CASCADE, related_name="claim"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    claimed_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return str(self.user)


class WaivedLink(models.Model):
    """A link of an original that its translation does without: somebody has said that it may."""

    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    context = models.ForeignKey(
        TranslationContext, on_delete=models.CASCADE, related_name="+"
    )
    string = models.ForeignKey(String, on_delete=models.CASCADE, related_name="+")
    # Its number in the string: ``a1``.
    link = models.CharField(max_length=20)
    waived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    waived_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "context", "string", "link"], name="waived_once"
            )
        ]

    def __str__(self):
        return self.link


class Term(models.Model):
    """One term in both languages; its words are recognised in any form."""

    finnish = models.CharField(_("Finnish"), max_length=200, help_text=SEVERAL)
    swedish = models.CharField(_("Swedish"), max_length=200, help_text=SEVERAL)
    note = models.CharField(
        _("note"),
        max_length=300,
        blank=True,
        help_text=_("When it is said so, or what not to say."),
    )

    class Meta:
        verbose_name = _("entry of the glossary")
        verbose_name_plural = _("glossary")
        ordering = ["finnish", "pk"]

    def __str__(self):
        return f"{self.finnish} – {self.swedish}"

    def ways(self, language):
        """How it is said in ``language`` (its code): a list, the first is the one to use."""
        text = self.finnish if language == "fi" else self.swedish
        return [way.strip() for way in text.split(";") if way.strip()]
