"""The list of posts."""

from django.core.paginator import Paginator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from blog.models.archive import Archive, name_of
from blog.models.two_languages import ListOfTwoLanguages
from kdsite.pages import BasePage
from kdsite.searched import Place

POSTS_A_PAGE = 10


class BlogIndexPage(ListOfTwoLanguages, Archive, BasePage):
    """The posts for readers of one language, newest first, ten a page."""

    lead = models.TextField(_("lead"), max_length=300, blank=True)

    what_it_lists = _(
        "Posts by members of the network for municipal democracy, newest first."
    )

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.BlogPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = _("list of posts")

    def searched(self):
        return super().searched() | {Place.LEAD: [self.lead]}

    def get_context(self, request, *args, **kwargs):
        """A bad page number is the first or the last page, never an error."""
        context = super().get_context(request, *args, **kwargs)
        posts = Paginator(self.listed().for_listing(), POSTS_A_PAGE)
        # The archive has counted them already.
        posts.count = self.count
        return context | {
            "posts": posts.get_page(request.GET.get("page")),
            "years": self.years,
            "below": self.below,
            "period": name_of(*self.period) if self.period else "",
            "addresses": self.elsewhere(),
        }
