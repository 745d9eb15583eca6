"""The list of posts."""

from django.core.paginator import Paginator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from blog.models.post import BlogPage
from blog.models.two_languages import ListOfTwoLanguages
from kdsite.pages import BasePage
from kdsite.searched import Place

POSTS_A_PAGE = 10


class BlogIndexPage(ListOfTwoLanguages, BasePage):
    """The posts for readers of one language, newest first, ten a page."""

    lead = models.TextField(_("lead"), max_length=300, blank=True)

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
        posts = BlogPage.objects.for_readers_in(self.locale).for_listing()
        context["posts"] = Paginator(posts, POSTS_A_PAGE).get_page(
            request.GET.get("page")
        )
        return context
