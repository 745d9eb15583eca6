"""A post: a text that members of the network publish in their own names."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from blog.forms import BlogPageForm
from blog.models.checked import CheckedBeforeReview
from blog.models.confirmed import ConfirmedByAuthors
from blog.models.described import DescribedForMachines
from blog.models.querysets import BlogPageQuerySet
from blog.models.two_languages import ReadInTwoLanguages
from community.models import AuthorPage, QuestionPage
from kdsite.blocks import StoryBlock, texts_of
from kdsite.images import SiteImage
from kdsite.pages import BasePage, SitePageManager, in_language
from kdsite.searched import Place


class BlogPage(
    CheckedBeforeReview,
    ConfirmedByAuthors,
    DescribedForMachines,
    ReadInTwoLanguages,
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
    body = StreamField(StoryBlock(), verbose_name=_("text"), blank=True)
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
        validators=QuestionPage._meta.get_field("facebook_url").validators[1:],
    )

    fact_fields = ("date", "facebook_url")
    base_form_class = BlogPageForm

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
        InlinePanel("bylines", label=_("Author"), heading=_("Authors"), max_num=6),
        MultiFieldPanel(
            [FieldPanel("question"), FieldPanel("own_question")],
            _("Question"),
        ),
        InlinePanel("post_themes", label=_("Theme"), heading=_("Themes"), max_num=3),
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

    def clean(self):
        super().clean()
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
        """A version names its authors itself, so that the reviewer sees those words."""
        before = self.latest_revision
        known = {
            row["author"]: row["name"]
            for row in (before.content.get("bylines", []) if before else [])
        }
        self._name_authors(known)
        return super().save_revision(*args, **kwargs)

    @classmethod
    def said_in(cls, content):
        rows = content.get("bylines", [])
        return {
            "writers": [row["name"] for row in rows if row.get("name")],
            "themes": [row["theme"] for row in content.get("post_themes", [])],
            "question": content.get("own_question") or content.get("question"),
        }

    def searched(self):
        """Its themes and its question of the month are found by their own pages."""
        people = [
            text
            for byline in self.bylines.all()
            for text in (byline.name, byline.job_title, byline.organisation)
        ]
        return super().searched() | {
            Place.NAMES: people,
            Place.LEAD: [self.lead],
            Place.TEXT: [*texts_of(self.body), self.own_question],
        }

    def companions(self):
        """The profiles of its authors that readers have never seen."""
        keys = [
            byline.author.translation_key
            for byline in self.bylines.all()
            if byline.author_id
        ]
        return AuthorPage.objects.filter(
            translation_key__in=keys, locale_id=self.locale_id, first_published_at=None
        )

    @cached_property
    def _linked(self):
        """The public pages of authors and themes by id, for its readers, in one query."""
        pages = [byline.author for byline in self._bylines if byline.author_id]
        pages += [row.theme for row in self._theme_rows]
        return in_language(pages, self.readers_locale)

    @cached_property
    def _bylines(self):
        return list(self.bylines.select_related("author__photo"))

    @cached_property
    def _theme_rows(self):
        return list(self.post_themes.select_related("theme"))

    @cached_property
    def authors(self):
        """The bylines in order, each with ``profile``: the public page to link to, or ``None``."""
        for byline in self._bylines:
            byline.profile = self._linked.get(byline.author_id)
        return self._bylines

    @cached_property
    def themes(self):
        """The themes to link to, each in the readers' language where public, else the original."""
        return [
            self._linked[row.theme_id]
            for row in self._theme_rows
            if row.theme_id in self._linked
        ]

    @cached_property
    def asked(self):
        """The question page to link to, in the readers' language where public; or ``None``."""
        if not self.question_id:
            return None
        versions = {
            page.locale_id: page
            for page in QuestionPage.objects.versions_of(self.question_id)
        }
        return versions.get(self.readers_locale.pk) or next(
            (page for page in versions.values() if page.pk == self.question_id), None
        )
