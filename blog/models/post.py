"""A post: a text that members of the network publish in their own names."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
)
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from blog.forms import BlogPageForm
from blog.models.author_confirmation import ConfirmedByAuthorsMixin
from blog.models.machine_metadata import DescribedForMachines
from blog.models.other_language import ReadInTwoLanguages
from blog.models.querysets import BlogPageQuerySet
from blog.models.related_pages import AmongOthers
from blog.models.review_checks import CheckedBeforeReviewMixin
from blog.panels import BylinesPanel, ThemesPanel
from community.models import QuestionPage
from community.models.questions import validate_facebook
from kdsite.blocks.story import StoryBlock, texts_of
from kdsite.blocks.surface import READY_TO_TYPE
from kdsite.images.models import SiteImage
from kdsite.pages.base import BasePage, SitePageManager
from kdsite.pages.search_places import Place


def is_year(slug):
    """Is ``slug`` the address of a year in the archive, which answers before a post does?"""
    return re.fullmatch(r"\d{4}", slug or "") is not None


class BlogPage(
    CheckedBeforeReviewMixin,
    ConfirmedByAuthorsMixin,
    DescribedForMachines,
    ReadInTwoLanguages,
    AmongOthers,
    BasePage,
):
    """One post in one language."""

    lead = models.TextField(
        _("lead"),
        max_length=300,
        blank=True,
        help_text=_("What the text is about, at most 300 characters. No links."),
    )
    hero_image = models.ForeignKey(
        SiteImage,
        verbose_name=_("picture at the top"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hero_alt = models.CharField(
        _("alternative text of the picture"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it."),
    )
    body = StreamField(
        StoryBlock(), verbose_name=_("text"), blank=True, default=READY_TO_TYPE
    )
    question = models.ForeignKey(
        QuestionPage,
        verbose_name=_("question of the month"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="blog_posts",
    )
    own_question = models.CharField(
        _("a question of its own"),
        max_length=300,
        blank=True,
        help_text=_("Instead of the question of the month. At most 300 characters."),
    )
    date = models.DateField(
        _("date"),
        null=True,
        blank=True,
        help_text=_("Set when the post is first published."),
    )
    facebook_url = models.URLField(
        _("discussion on Facebook"),
        blank=True,
        validators=[validate_facebook],
    )

    fact_fields = ("date", "facebook_url")
    facts_of_a_public_page = ("date",)
    base_form_class = BlogPageForm
    described_by = "lead"

    parent_page_types = ["blog.BlogIndexPage"]
    subpage_types = []
    objects = SitePageManager.from_queryset(BlogPageQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("hero_image"), FieldPanel("hero_alt")],
            _("Picture at the top"),
        ),
        FieldPanel("body"),
        BylinesPanel(
            "bylines",
            chooser_field_name="author",
            label=_("Author"),
            heading=_("Authors"),
            max_num=6,
        ),
        MultiFieldPanel(
            [FieldPanel("question"), FieldPanel("own_question")],
            _("Question"),
        ),
        ThemesPanel("themes", disable_comments=True),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("question", overridable=False),
        BaseTranslatableField("date"),
        BaseTranslatableField("facebook_url"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.SearchField("own_question"),
        index.FilterField("date"),
    ]

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")

    def slug_from(self, text):
        """Four digits alone would be the address of a year."""
        slug = super().slug_from(text)
        return f"blog-{slug}" if is_year(slug) else slug

    def clean(self):
        super().clean()
        if is_year(self.slug):
            raise ValidationError(
                {"slug": _("Four digits are the address of a year: add a word.")}
            )
        if self.question_id and self.own_question:
            raise ValidationError(
                {
                    "own_question": _(
                        "Choose one: the question of the month, or a question of its own."
                    )
                }
            )
        if self.hero_image_id and not self.hero_alt:
            raise ValidationError(
                {"hero_alt": _("Write what the picture shows, in a few words.")}
            )

    def save(self, *args, **kwargs):
        """The date is that of the first publication, unless an importer set the byline's."""
        update_fields = kwargs.get("update_fields")
        if self.live and self.date is None and update_fields is None:
            moment = self.first_published_at or timezone.now()
            self.date = timezone.localdate(moment)
        if not self.live and update_fields is None:
            self._name_authors()
        return super().save(*args, **kwargs)

    def _name_authors(self, known=()):
        bylines = list(self.bylines.all())
        # Rows without a number have no order in the database; new ones come last.
        numbers = [byline.sort_order for byline in bylines]
        last = max((number for number in numbers if number is not None), default=-1)
        for byline in bylines:
            byline.fill(known)
            if byline.sort_order is None:
                last = byline.sort_order = last + 1
        self.bylines = bylines

    def save_revision(self, *args, **kwargs):
        """Write the authors' names into the version, so that the reviewer sees them."""
        before = self.latest_revision
        known = {
            row["author"]: row["name"]
            for row in (before.content.get("bylines", []) if before else [])
        }
        self._name_authors(known)
        return super().save_revision(*args, **kwargs)

    def alternative_text_of(self, owner, name):
        if name == "hero_image":
            return self.hero_alt
        return super().alternative_text_of(owner, name)

    @classmethod
    def calendar_facts(cls, content):
        rows = content.get("bylines", [])
        return {
            "writers": [row["name"] for row in rows if row.get("name")],
            "themes": [row["theme"] for row in content.get("post_themes", [])],
            "question": content.get("own_question") or content.get("question"),
        }

    def searched(self):
        """Without its themes and its question of the month, which are searched as pages."""
        bylines = self.bylines.all()
        return super().searched() | {
            Place.NAMES: [byline.name for byline in bylines],
            Place.LEAD: [self.lead],
            Place.TEXT: [*texts_of(self.body), self.own_question],
            Place.FACTS: [
                fact
                for byline in bylines
                for fact in (byline.job_title, byline.organisation)
            ],
        }
