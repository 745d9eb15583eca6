"""The calendar: what each slot holds, and when it is due."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from kdsite.editorial.models.releases import holds_approved, is_overdue
from kdsite.editorial.page_kinds import slot_pages, translation_of

TEXT_DUE = timedelta(days=14)
TRANSLATION_DUE = timedelta(days=5)


class Mode(models.TextChoices):
    """What a release waits for."""

    TOGETHER = "together", gettext_lazy("Both languages together")
    ORIGINAL_FIRST = "original_first", gettext_lazy("Original first")


class SlotQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(is_skipped=False)

    def upcoming(self):
        return self.filter(at__gte=timezone.now()).order_by("at")

    def past(self):
        return self.filter(at__lt=timezone.now()).order_by("-at")

    def free(self):
        """Coming slots that hold no text yet, each with its invited writer."""
        return (
            self.in_use().upcoming().filter(page__isnull=True).select_related("writer")
        )

    def unplanned(self):
        """Those of :meth:`free` of which nobody has thought yet."""
        return self.free().filter(
            working_title="", writer=None, theme=None, question=None, note=""
        )

    def for_calendar(self):
        """With what a list of slots shows of each; ``is_overdue``: see :meth:`overdue`."""
        return self.select_related("page", "page__owner", "writer").annotate(
            is_overdue=is_overdue()
        )

    def due(self, now=None):
        """Slots whose time has come and that hold a page, oldest first."""
        return (
            self.in_use()
            .filter(at__lte=now or timezone.now(), page__isnull=False)
            .order_by("at")
        )

    def holding_approved(self):
        """Those whose text, or a translation of it, is approved and waits."""
        return self.filter(holds_approved())

    def overdue(self):
        """Slots whose time has come and whose text is not out, the oldest first: it lacks something,
        or publishing it failed."""
        return self.filter(is_overdue()).order_by("at")


class Slot(models.Model):
    """A day and time on which a page and its translation are to become public."""

    at = models.DateTimeField(gettext_lazy("time of publication"), db_index=True)
    # The day of the rhythm that the slot was made for; it keeps it when it is moved.
    rhythm_day = models.DateField(null=True, unique=True, editable=False)
    is_moved = models.BooleanField(default=False, editable=False)
    is_skipped = models.BooleanField(
        gettext_lazy("skipped"),
        default=False,
        help_text=gettext_lazy("Nothing is published at this time."),
    )
    page = models.OneToOneField(
        Page,
        verbose_name=gettext_lazy("page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="slot",
        help_text=gettext_lazy("The original; its translation goes out with it."),
    )
    mode = models.CharField(
        gettext_lazy("languages"),
        max_length=20,
        choices=Mode.choices,
        default=Mode.TOGETHER,
    )
    working_title = models.CharField(
        gettext_lazy("working title"), max_length=255, blank=True
    )
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=gettext_lazy("invited writer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="slots",
    )
    theme = models.ForeignKey(
        Page,
        verbose_name=gettext_lazy("theme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    question = models.ForeignKey(
        Page,
        verbose_name=gettext_lazy("question"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    note = models.TextField(gettext_lazy("note"), blank=True)
    own_text_due = models.DateField(
        gettext_lazy("text due"),
        null=True,
        blank=True,
        help_text=gettext_lazy("Left empty: 14 days before."),
    )
    own_translation_due = models.DateField(
        gettext_lazy("translation due"),
        null=True,
        blank=True,
        help_text=gettext_lazy("Left empty: 5 days before."),
    )
    # Why the release failed when its time came; empty once it has gone out.
    problem = models.TextField(blank=True, editable=False)

    objects = SlotQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("slot")
        verbose_name_plural = gettext_lazy("slots")
        ordering = ["at"]

    def __str__(self):
        return date_format(timezone.localtime(self.at), "SHORT_DATETIME_FORMAT")

    def clean(self):
        """:raises ValidationError: with a sentence, where the slot cannot be as it is asked to be."""
        super().clean()
        before = Slot.objects.filter(pk=self.pk).select_related("page").first()
        self._check_moment()
        self._check_due_days()
        if before and before.page_id:
            self._check_what_it_held(before)
        if self.is_skipped and self.page_id:
            raise ValidationError(
                {"is_skipped": _("Take the page out of the slot first.")}
            )
        if self.page_id and not (before and before.page_id == self.page_id):
            self._check_page()

    def _check_moment(self):
        # Before 1 and after 9999 there is no calendar, and a typing error leads there.
        if self.at and not 2000 <= self.at.year < 3000:
            raise ValidationError({"at": _("Look at the year once more.")})
        others = Slot.objects.in_use().filter(at=self.at).exclude(pk=self.pk)
        if self.at and not self.is_skipped and others.exists():
            raise ValidationError({"at": _("There is a slot at this time already.")})

    def _check_due_days(self):
        for name in ("own_text_due", "own_translation_due"):
            due = getattr(self, name)
            if self.at and due and due > self.day:
                raise ValidationError(
                    {name: _("Choose a day that is not after the publication.")}
                )

    def _check_what_it_held(self, before):
        leaves = self.is_skipped or self.page_id != before.page_id
        if leaves and _waits(before.page):
            raise ValidationError(
                _(
                    "Its text is approved for this time: move the slot, or take the text "
                    "back to draft first."
                )
            )
        went_out = before.page.live and before.releases.exists()
        if went_out and (leaves or self.at != before.at):
            raise ValidationError(
                _("Its text is public since then: this time stays as it is.")
            )

    def _check_page(self):
        """The original, not public yet, and in no other slot."""
        page = Page.objects.get(pk=self.page_id)
        if page.specific_class not in slot_pages():
            raise ValidationError({"page": _("Choose a post.")})
        if translation_of(page):
            raise ValidationError(
                {"page": _("Choose the original: its translation goes out with it.")}
            )
        if page.live:
            raise ValidationError({"page": _("This page is public already.")})
        other = Slot.objects.filter(page_id=page.pk).exclude(pk=self.pk).first()
        if other:
            raise ValidationError(
                {"page": _("The page has a time already: %(when)s.") % {"when": other}}
            )

    @property
    def day(self):
        """The local day of publication."""
        return timezone.localdate(self.at)

    @property
    def text_due(self):
        """The day by which the original is to be submitted."""
        return self.own_text_due or self.day - TEXT_DUE

    @property
    def translation_due(self):
        """The day by which the translation is to be approved."""
        return self.own_translation_due or self.day - TRANSLATION_DUE

    @property
    def is_past(self):
        return self.at <= timezone.now()

    @property
    def original(self):
        """The specific page that the slot holds, or ``None``."""
        return self.page.specific if self.page_id else None


def _waits(page):
    return hasattr(page, "waiting")


def local_moment(day, clock):
    """The moment at which it is ``clock`` in Finland on ``day``, whatever the season."""
    return timezone.make_aware(
        datetime.combine(day, clock), timezone.get_default_timezone()
    )
