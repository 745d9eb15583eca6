"""The gaps that an accessibility statement lists."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField


class AccessibilityGap(TranslatableMixin, Orderable):
    """What is not accessible, for whom, why, and what to do instead."""

    class Reason(models.TextChoices):
        """The sentence that readers see."""

        NOT_CORRECTED = "not_corrected", _("It has not been corrected yet.")
        BURDEN = "burden", _("To correct it would be a disproportionate burden.")
        OUTSIDE = "outside", _("The law does not apply to this content.")

    page = ParentalKey(
        "home.AccessibilityStatementPage", on_delete=models.CASCADE, related_name="gaps"
    )
    title = models.CharField(_("heading"), max_length=120)
    criterion = models.CharField(
        _("criterion"),
        max_length=200,
        help_text=_("With its number in WCAG, for example “1.1.1 Non-text content”."),
    )
    problem = models.TextField(_("what does not work, and for whom"), max_length=1000)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices)
    explanation = models.TextField(
        _("more about the reason"),
        max_length=1000,
        blank=True,
        help_text=_("A burden that is called disproportionate must be explained."),
    )
    alternative = models.TextField(
        _("what to do instead"),
        max_length=1000,
        help_text=_("How readers get the same content or service meanwhile."),
    )
    mended_by = models.DateField(_("to be corrected by"), null=True, blank=True)

    panels = [
        FieldPanel("title"),
        FieldPanel("criterion"),
        FieldPanel("problem"),
        FieldPanel("reason"),
        FieldPanel("explanation"),
        FieldPanel("alternative"),
        FieldPanel("mended_by"),
    ]
    shared_facts = ("reason", "mended_by")
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in shared_facts
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("gap in accessibility")

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if self.reason == self.Reason.BURDEN and not self.explanation:
            raise ValidationError(
                {"explanation": _("Write why the burden would be disproportionate.")}
            )

    def words(self):
        return [
            self.title,
            self.criterion,
            self.problem,
            self.explanation,
            self.alternative,
        ]
