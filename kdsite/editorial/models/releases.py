"""Several pages, one moment: what waits for it, and what went out."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Revision, WorkflowState


class Waiting(models.Model):
    """An approved revision that waits for its time; the page is locked until then.

    Explicit, because a page that was taken down looks the same: approved, and not public.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="waiting")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # Why publishing it on its own failed; empty where a slot takes it out, which keeps its own reason.
    problem = models.TextField(blank=True, editable=False)

    class Meta:
        verbose_name = gettext_lazy("approved page that waits for its time")

    def __str__(self):
        return str(self.page)


class CompanionQuerySet(models.QuerySet):
    def in_review(self):
        """Pages that are decided on together with another one, whose review goes on."""
        return self.filter(leader__status=WorkflowState.STATUS_IN_PROGRESS)


class Companion(models.Model):
    """A page that was submitted with another one, is decided on and goes out with it."""

    leader = models.ForeignKey(
        WorkflowState, on_delete=models.CASCADE, related_name="companions"
    )
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")

    objects = CompanionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["leader", "page"], name="accompany_once")
        ]

    def __str__(self):
        return str(self.page)


class WhyLeftOut(models.TextChoices):
    """Why something that belongs to a page does not go out with it."""

    NOT_SENT = "not_sent", gettext_lazy("It was not sent for review.")
    IN_REVIEW = "in_review", gettext_lazy("It is in a review of its own.")
    CHANGES = "changes", gettext_lazy("Changes were asked for.")


class Release(models.Model):
    """Pages that became public in one transaction. Kept for good."""

    slot = models.ForeignKey(
        "editorial.Slot", null=True, on_delete=models.SET_NULL, related_name="releases"
    )
    due_at = models.DateTimeField(gettext_lazy("due"), null=True)
    happened_at = models.DateTimeField(gettext_lazy("happened"))

    class Meta:
        verbose_name = gettext_lazy("release")
        verbose_name_plural = gettext_lazy("releases")
        ordering = ["-happened_at", "-pk"]

    def __str__(self):
        return ", ".join(released.title for released in self.pages.all())

    def write_down(self, rows):
        """Keep what became public: rows of :class:`ReleasedPage`, in their order."""
        for row in rows:
            row.release = self
            row.page_number, row.revision_number = row.page_id, row.revision_id
        ReleasedPage.objects.bulk_create(rows)


class ReleasedPage(models.Model):
    """One revision that became public with a release; its row outlives the page."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="released"
    )
    revision = models.ForeignKey(
        Revision, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The ids of both, for the record, when they are gone.
    page_number = models.PositiveBigIntegerField(
        default=0, db_index=True, editable=False
    )
    revision_number = models.PositiveBigIntegerField(null=True, editable=False)
    title = models.CharField(max_length=255)
    language = models.CharField(max_length=10)
    is_first = models.BooleanField(
        help_text="Whether the page became public for the first time."
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.title


def holds_approved():
    """A condition on slots: their text, or a translation of it, is approved and waits."""
    approved = Waiting.objects.filter(
        page__translation_key=OuterRef("page__translation_key")
    )
    return Q(Exists(approved))


def is_overdue():
    """A condition on slots: see :meth:`.SlotQuerySet.overdue`. What was public and was taken down is
    not missed before it is approved anew."""
    is_due = Q(is_skipped=False, at__lte=timezone.now(), page__isnull=False)
    released = Release.objects.filter(slot=OuterRef("pk"))
    unseen = Q(page__live=False) & ~Exists(released)
    is_wanted = Q(page__first_published_at=None) | holds_approved()
    has_failed = holds_approved() & ~Q(problem="")
    return is_due & (unseen & is_wanted | has_failed)
