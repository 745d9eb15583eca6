"""Themes: pages, so that they have an address, a translation and moderation like everything else."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail_localize.fields import BaseTranslatableField

from community.models.posts import posts
from kdsite.pages.base import BasePage, SitePageManager, SiteQuerySet, is_open
from kdsite.pages.pagination import page_of
from kdsite.pages.search_places import Place


class ThemeQuerySet(SiteQuerySet):
    def in_order(self):
        """In the editors' order."""
        return self.order_by("order", "title")

    def named_in(self, language):
        """With ``name_here``: what the public version in ``language`` (its code) is called."""
        version = Page.objects.live().filter(
            is_open(),
            translation_key=models.OuterRef("translation_key"),
            locale__language_code=language,
        )
        return self.annotate(name_here=models.Subquery(version.values("title")[:1]))

    def to_choose(self, language):
        """Public themes, each once, in ``language`` (its code) where there is one."""
        themes = self.live()
        here = models.Q(locale__language_code=language)
        keys = themes.filter(here).values("translation_key")
        return themes.filter(here | ~models.Q(translation_key__in=keys)).in_order()


class ThemeIndexPage(BasePage):
    what_it_lists = _("The themes of the blog and their posts.")
    in_navigation = True

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["community.ThemePage"]

    class Meta:
        verbose_name = _("list of themes")

    def get_context(self, request, *args, **kwargs):
        """The themes in the editors' order, each with ``count``: how many posts it has."""
        context = super().get_context(request, *args, **kwargs)
        counts = posts().for_readers_in(self.locale).count_by_theme()
        themes = list(ThemePage.objects.child_of(self).readable().in_order())
        for theme in themes:
            theme.count = counts.get(theme.translation_key, 0)
        return context | {"themes": themes}


class ThemePage(BasePage):
    """The page's title is the theme's name."""

    description = models.TextField(_("description"), max_length=600, blank=True)
    order = models.PositiveSmallIntegerField(_("place in the order"), default=100)

    fact_fields = ("order",)
    described_by = "description"
    has_feed = True

    parent_page_types = ["community.ThemeIndexPage"]
    subpage_types = []
    objects = SitePageManager.from_queryset(ThemeQuerySet)()
    content_panels = [*BasePage.content_panels, FieldPanel("description")]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        BaseTranslatableField("order"),
    ]

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")

    def searched(self):
        return super().searched() | {Place.LEAD: [self.description]}

    @cached_property
    def posts(self):
        """The theme's public posts in this language, newest first."""
        versions = ThemePage.objects.filter(translation_key=self.translation_key)
        return posts().about(versions, self.locale)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        themes = ThemePage.objects.sibling_of(self).readable().in_order()
        return context | {"posts": page_of(request, self.posts), "themes": themes}
