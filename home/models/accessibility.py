"""The accessibility statement: what the law asks every service for, field by field.

Act 306/2019, Commission Implementing Decision (EU) 2018/1523. What is the same in every statement
(the law, the authority, the two weeks for an answer) is in the template.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.rich_text import get_text_for_indexing
from wagtail_localize.fields import SynchronizedField

from home.forms import AccessibilityStatementForm
from home.models.pages import StandardPage
from kdsite.editorial.exceptions import Refusal
from kdsite.pages.search_places import Place


class AccessibilityStatementPage(StandardPage):
    """One for each language. Without :attr:`conformance` it is shown as a plain page: a text that
    is older than the fields stays as it was."""

    class Conformance(models.TextChoices):
        """The sentence that readers see."""

        FULL = (
            "full",
            _(
                "The service meets the criteria of WCAG 2.1, levels A and AA, that the law "
                "requires."
            ),
        )
        PARTIAL = (
            "partial",
            _(
                "The service meets in part the criteria of WCAG 2.1, levels A and AA, that the "
                "law requires."
            ),
        )
        NONE = (
            "none",
            _(
                "The service does not meet the criteria of WCAG 2.1, levels A and AA, that the "
                "law requires."
            ),
        )
        NOT_ASSESSED = (
            "not_assessed",
            _("How accessible the service is has not been assessed yet."),
        )

    class Method(models.TextChoices):
        """The sentence that readers see."""

        OWN = "own", _("We have assessed the service ourselves.")
        EXTERNAL = "external", _("Somebody from outside has assessed the service.")
        BOTH = (
            "both",
            _("We ourselves and somebody from outside have assessed the service."),
        )

    service_name = models.CharField(
        _("name of the service"), max_length=150, blank=True
    )
    responsible = models.CharField(
        _("who is responsible for the service"), max_length=200, blank=True
    )
    scope = models.TextField(
        _("what the statement does not cover"), max_length=500, blank=True
    )
    conformance = models.CharField(
        _("how accessible the service is"),
        max_length=20,
        choices=Conformance.choices,
        blank=True,
    )
    assessed_on = models.DateField(_("assessed on"), null=True, blank=True)
    assessment_method = models.CharField(
        _("assessed by"), max_length=20, choices=Method.choices, blank=True
    )
    assessment = models.TextField(
        _("how it was assessed"),
        max_length=1000,
        blank=True,
        help_text=_("Which pages, with which programs and devices."),
    )
    made_on = models.DateField(_("statement made on"), null=True, blank=True)
    reviewed_on = models.DateField(
        _("last reviewed on"),
        null=True,
        blank=True,
        help_text=_("At least once a year; the editors are reminded in time."),
    )
    feedback_email = models.EmailField(_("e-mail for feedback"), blank=True)
    feedback_other = models.CharField(
        _("another way to give feedback"),
        max_length=200,
        blank=True,
        help_text=_("For example a phone number or a postal address."),
    )
    feedback_unit = models.CharField(
        _("who answers feedback"), max_length=200, blank=True
    )

    base_form_class = AccessibilityStatementForm
    called = ""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    content_panels = [
        *StandardPage.content_panels[:-1],
        MultiFieldPanel(
            [
                FieldPanel("service_name"),
                FieldPanel("responsible"),
                FieldPanel("scope"),
            ],
            _("The service"),
        ),
        FieldPanel("conformance"),
        InlinePanel(
            "gaps", label=_("Gap in accessibility"), heading=_("What is not accessible")
        ),
        MultiFieldPanel(
            [
                FieldPanel("assessed_on"),
                FieldPanel("assessment_method"),
                FieldPanel("assessment"),
            ],
            _("Assessment"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("made_on"), FieldPanel("reviewed_on")])],
            _("The statement"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("feedback_email"),
                FieldPanel("feedback_other"),
                FieldPanel("feedback_unit"),
            ],
            _("Feedback"),
        ),
        *StandardPage.content_panels[-1:],
    ]
    # What is the same in both languages.
    shared_facts = (
        "conformance",
        "assessed_on",
        "assessment_method",
        "made_on",
        "reviewed_on",
        "feedback_email",
    )
    override_translatable_fields = [
        *StandardPage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in shared_facts),
    ]

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")

    def fill_in(self):
        """The footer finds the statement by its role, whoever makes the page."""
        self.role = self.Role.ACCESSIBILITY
        super().fill_in()

    def clean(self):
        super().clean()
        today = timezone.localdate()
        for name in ("assessed_on", "made_on", "reviewed_on"):
            day = getattr(self, name)
            if day and day > today:
                raise ValidationError({name: _("This day has not come yet.")})
        if self.made_on and self.reviewed_on and self.reviewed_on < self.made_on:
            raise ValidationError(
                {
                    "reviewed_on": _(
                        "A statement is reviewed on the day it is made, or later."
                    )
                }
            )

    def contradictions(self, gaps):
        """What the statement cannot say together, ``{field: sentence}``.

        :param gaps: how many gaps it lists.
        """
        claims = self.Conformance
        found = {}
        if self.conformance in (claims.PARTIAL, claims.NONE) and not gaps:
            found["conformance"] = _(
                "Add at least one gap: what is missing from the requirements?"
            )
        elif self.conformance == claims.FULL and gaps:
            found["conformance"] = _(
                "A service with gaps meets the requirements in part at most."
            )
        elif self.conformance == claims.NOT_ASSESSED and self.assessed_on:
            found["conformance"] = _(
                "It has been assessed: say how accessible the service is."
            )
        if self.conformance not in ("", claims.NOT_ASSESSED):
            for name in ("assessed_on", "assessment_method"):
                if not getattr(self, name):
                    found[name] = _(
                        "Say when it was assessed and by whom: without that nobody can "
                        "say how accessible the service is."
                    )
        return found

    def check_before_review(self, user=None):
        """:raises Refusal: it contradicts itself."""
        for sentence in self.contradictions(len(self.gaps.all())).values():
            raise Refusal(sentence)

    def searched(self):
        found = super().searched()
        words = [
            self.service_name,
            self.responsible,
            self.scope,
            self.assessment,
            self.feedback_other,
            self.feedback_unit,
            *(text for gap in self.gaps.all() for text in gap.words()),
        ]
        if self.conformance:
            # The authority and how to reach it, which readers see in any statement.
            with override(self.locale.language_code):
                html = render_to_string("home/statement/supervision.html")
            words.append(get_text_for_indexing(html))
        return found | {Place.TEXT: [*words, *found[Place.TEXT]]}
