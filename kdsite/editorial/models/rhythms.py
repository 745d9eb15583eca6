"""The rhythm of publication, from which slots are made."""

from datetime import date, time

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.models import Orderable


class Weekday(models.IntegerChoices):
    MONDAY = 0, gettext_lazy("Monday")
    TUESDAY = 1, gettext_lazy("Tuesday")
    WEDNESDAY = 2, gettext_lazy("Wednesday")
    THURSDAY = 3, gettext_lazy("Thursday")
    FRIDAY = 4, gettext_lazy("Friday")
    SATURDAY = 5, gettext_lazy("Saturday")
    SUNDAY = 6, gettext_lazy("Sunday")


class Rhythm(ClusterableModel, BaseGenericSetting):
    """How often the site publishes; :mod:`kdsite.editorial.calendar.rhythm` makes slots of it."""

    starts_on = models.DateField(
        gettext_lazy("from"),
        null=True,
        blank=True,
        help_text=gettext_lazy("Without a date nothing is planned."),
    )
    every_weeks = models.PositiveSmallIntegerField(
        gettext_lazy("weeks between posts"),
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(26)],
    )
    weekday = models.PositiveSmallIntegerField(
        gettext_lazy("weekday"), choices=Weekday.choices, default=Weekday.TUESDAY
    )
    time = models.TimeField(
        gettext_lazy("time"),
        default=time(9),
        help_text=gettext_lazy("Finnish time, in summer and in winter."),
    )

    @classmethod
    def load(cls, request_or_site=None):
        """Wagtail's; the first time with breaks for summer and Christmas, to be changed or taken away."""
        begins = not cls.objects.exists()
        rhythm = super().load(request_or_site)
        if begins:
            rhythm.breaks = usual_breaks(timezone.localdate().year)
            rhythm.save()
        return rhythm

    panels = [
        FieldPanel("starts_on"),
        FieldPanel("every_weeks"),
        FieldPanel("weekday"),
        FieldPanel("time"),
        InlinePanel(
            "breaks", label=gettext_lazy("Break"), heading=gettext_lazy("Breaks")
        ),
    ]

    class Meta:
        verbose_name = gettext_lazy("rhythm of publication")


class Break(Orderable):
    """Days on which nothing is published, such as the summer."""

    rhythm = ParentalKey(Rhythm, on_delete=models.CASCADE, related_name="breaks")
    name = models.CharField(gettext_lazy("name"), max_length=100)
    first_day = models.DateField(gettext_lazy("first day"))
    last_day = models.DateField(gettext_lazy("last day"))
    every_year = models.BooleanField(gettext_lazy("every year"), default=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("first_day"),
        FieldPanel("last_day"),
        FieldPanel("every_year"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("break")

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError(
                {"last_day": _("The last day comes after the first day.")}
            )


# Both languages read it.
USUAL = [
    ("Kesätauko – Sommarpaus", (6, 15), (8, 10)),
    ("Joulutauko – Julpaus", (12, 20), (1, 7)),
]


def usual_breaks(year):
    """The breaks of every year with which a site begins, unsaved; one may end after New Year."""
    return [
        Break(
            name=name,
            first_day=date(year, *first),
            last_day=date(year + (last < first), *last),
        )
        for name, first, last in USUAL
    ]
