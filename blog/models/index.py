"""The list of posts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from blog.models.archive import Archive, name_of
from blog.models.other_language import ListOfTwoLanguages
from community.models import ThemePage
from kdsite.pages.base import BasePage
from kdsite.pages.pagination import page_of
from kdsite.pages.search_places import Place


class BlogIndexPage(ListOfTwoLanguages, Archive, BasePage):
    """The posts for readers of one language, newest first, ten a page."""

    lead = models.TextField(_("lead"), max_length=300, blank=True)

    what_it_lists = _(
        "Posts by members of the network for municipal democracy, newest first."
    )

    described_by = "lead"
    in_navigation = True

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.BlogPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = _("list of posts")

    def searched(self):
        return super().searched() | {Place.LEAD: [self.lead]}

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        themes = ThemePage.objects.readable().filter(locale=self.locale).in_order()
        return context | {
            # A year or a month is narrowed down already.
            "themes": [] if self.period else themes,
            # The archive has counted them already.
            "posts": page_of(request, self.listed().for_listing(), self.count),
            "years": self.years,
            "below": self.below,
            "period": name_of(*self.period) if self.period else "",
            "addresses": self.elsewhere(),
        }
