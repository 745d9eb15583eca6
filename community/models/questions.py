"""The question of the month."""

import re
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField

from community.models.posts import posts
from kdsite.blocks.surface import INLINE_FEATURES
from kdsite.editorial.slugs import available_slug
from kdsite.pages.base import BasePage, SitePageManager, SiteQuerySet
from kdsite.pages.pagination import page_of
from kdsite.pages.search_places import Place

FACEBOOK_HOSTS = {"www.facebook.com", "facebook.com", "m.facebook.com"}
# One part of a path, with nothing that a browser reads as "up": no dot in front, and no dot, slash
# or backslash written with a percent sign.
_LETTER = r"(?:[\w-]|%(?!2[ef5]|5c)[\da-f]{2})"
_PART = rf"{_LETTER}(?:{_LETTER}|\.)*"
# A group, a page, or a post of theirs. Other addresses of Facebook lead on to anywhere, as
# /l.php?u=, /sharer/ and /dialog/ do.
FACEBOOK_PATHS = re.compile(
    rf"/(groups|events|reel|watch)/{_PART}(/(posts|permalink))?(/{_PART})?/?"
    rf"|/share(/[prvg])?/{_PART}/?"
    rf"|/{_PART}/(posts|videos|photos|reels)/{_PART}(/{_PART})?/?"
    r"|/(permalink|story|photo|profile)(\.php)?/?"
    rf"|/(?!login|dialog|sharer?\b|help|flx|plugins|recover){_PART}(?<!\.php)/?",
    re.IGNORECASE,
)


def validate_facebook(url):
    """:raises ValidationError: where ``url`` is not, by https, that of a post, group or page."""
    parts = urlsplit(url)
    is_facebook = parts.scheme == "https" and parts.netloc in FACEBOOK_HOSTS
    # What a query hands on is no address either.
    leads_on = any(sign in unquote(unquote(parts.query)) for sign in (":", "//"))
    if not is_facebook or leads_on or not FACEBOOK_PATHS.fullmatch(parts.path):
        raise ValidationError(
            _(
                "Give the address of a post, a group or a page on Facebook, such as "
                "https://www.facebook.com/groups/kuntademokratiaverkosto/."
            )
        )


class QuestionIndexPage(BasePage):
    """All questions, newest first."""

    what_it_lists = _("A question for every month, discussed by readers.")
    in_navigation = True

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["community.QuestionPage"]

    class Meta:
        verbose_name = _("list of questions")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["questions"] = (
            QuestionPage.objects.child_of(self).readable().newest_first()
        )
        return context


class QuestionQuerySet(SiteQuerySet):
    def newest_first(self):
        return self.order_by("-month", "-pk")

    def current(self, locale):
        """The newest public question in ``locale`` that is not of a month to come, or ``None``."""
        return (
            self.readable()
            .filter(locale=locale, month__lte=timezone.localdate())
            .newest_first()
            .first()
        )


class QuestionPage(BasePage):
    """One question a month and language; editors make it."""

    month = models.DateField(
        _("month"), help_text=_("Any day of the month; the first is kept.")
    )
    question = models.CharField(
        _("question"), max_length=300, help_text=_("At most 300 characters.")
    )
    background = RichTextField(_("background"), blank=True, features=INLINE_FEATURES)
    outcome = RichTextField(
        _("what came of it"),
        blank=True,
        features=INLINE_FEATURES,
        help_text=_(
            "Written when the discussion has ended; until then readers are told that it comes."
        ),
    )
    facebook_url = models.URLField(
        _("discussion on Facebook"), blank=True, validators=[validate_facebook]
    )
    is_open = models.BooleanField(_("the discussion is open"), default=True)

    fact_fields = ("facebook_url", "is_open")
    described_by = "background_text"

    parent_page_types = ["community.QuestionIndexPage"]
    subpage_types = []
    objects = SitePageManager.from_queryset(QuestionQuerySet)()

    content_panels = [
        FieldPanel("month"),
        FieldPanel("question"),
        FieldPanel("background"),
        FieldPanel("outcome"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        BaseTranslatableField("title"),
        BaseTranslatableField("facebook_url"),
        BaseTranslatableField("is_open"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("question"),
        index.SearchField("background"),
        index.SearchField("outcome"),
    ]

    class Meta:
        verbose_name = _("question of the month")
        verbose_name_plural = _("questions of the month")

    def fill_in(self):
        """The title is the question, and the month is kept as its first day."""
        if self.question:
            self.title = Truncator(self.question).chars(255)
        if self.month:
            self.month = self.month.replace(day=1)
            if not self.slug:
                self.slug = available_slug(self, self.named_by)
        super().fill_in()

    @property
    def named_by(self):
        """Its month, so that its address is of one kind in both languages: 2026-11."""
        return f"{self.month:%Y-%m}" if self.month else self.title

    def save_revision(self, *args, **kwargs):
        self.fill_in()
        return super().save_revision(*args, **kwargs)

    def clean(self):
        super().clean()
        if not self.month:
            return
        others = QuestionPage.objects.filter(
            month=self.month.replace(day=1), locale_id=self.locale_id
        ).exclude(pk=self.pk)
        if others.exists():
            raise ValidationError(
                {"month": _("This month has a question already: choose another month.")}
            )

    def searched(self):
        """The whole question: the page's title may have only its beginning."""
        return {
            Place.TITLE: [self.question],
            Place.TEXT: [self.background_text, get_text_for_indexing(self.outcome)],
        }

    @property
    def background_text(self):
        """The background without its mark-up."""
        return get_text_for_indexing(self.background)

    @cached_property
    def posts(self):
        """The public posts that ask this question, in this page's language, newest first."""
        versions = QuestionPage.objects.filter(translation_key=self.translation_key)
        return posts().asking(versions, self.locale)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"posts": page_of(request, self.posts)}
