"""The front page of each language, and plain pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from blog.models import BlogPage
from community.models import QuestionPage, ThemePage
from kdsite.blocks.story import StoryBlock, texts_of
from kdsite.blocks.surface import READY_TO_TYPE
from kdsite.metadata.linked_data import publisher, website
from kdsite.pages.base import BasePage
from kdsite.pages.routing import FindsPagesBelow
from kdsite.pages.search_places import Place

POSTS_ON_FRONT = 5


class HomePage(FindsPagesBelow, BasePage):
    """One for each language."""

    heading = models.CharField(_("heading"), max_length=120, blank=True)
    welcome = models.TextField(_("welcome"), max_length=400, blank=True)
    network = models.TextField(_("what the network is"), max_length=1000, blank=True)
    member_count = models.PositiveIntegerField(
        _("number of members"), null=True, blank=True
    )
    member_count_date = models.DateField(_("counted on"), null=True, blank=True)
    call_to_join = models.CharField(_("call to join"), max_length=200, blank=True)
    contact = models.EmailField(
        _("the coordinator's address"),
        blank=True,
        help_text=_("Readers without Facebook answer the question by e-mail to it."),
    )

    described_by = "welcome"
    frame_fields = ("network", "contact")

    max_count_per_parent = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "blog.BlogIndexPage",
        "community.ThemeIndexPage",
        "community.AuthorIndexPage",
        "community.QuestionIndexPage",
        "home.StandardPage",
        "home.AccessibilityStatementPage",
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("heading"),
        FieldPanel("welcome"),
        MultiFieldPanel(
            [
                FieldPanel("network"),
                FieldRowPanel(
                    [FieldPanel("member_count"), FieldPanel("member_count_date")]
                ),
                FieldPanel("call_to_join"),
                FieldPanel("contact"),
            ],
            _("The network"),
        ),
    ]
    # What is the same in both languages.
    shared_facts = ("member_count", "member_count_date", "contact")
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in shared_facts),
    ]

    class Meta:
        verbose_name = _("front page")

    def linked_data(self, around):
        site = website(around)
        return [site | {"publisher": publisher(around)}] if site else []

    @classmethod
    def can_create_at(cls, parent):
        """Nowhere: ``create_site`` has made one front page for each language."""
        return False

    def searched(self):
        return super().searched() | {
            Place.LEAD: [self.heading, self.welcome],
            Place.TEXT: [self.network, self.call_to_join],
        }

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["posts"] = BlogPage.objects.for_readers_in(self.locale).for_listing()[
            :POSTS_ON_FRONT
        ]
        context["themes"] = ThemePage.objects.descendant_of(self).readable().in_order()
        context["question"] = QuestionPage.objects.current(self.locale)
        return context


class StandardPage(BasePage):
    """A plain page with text."""

    class Role(models.TextChoices):
        """Pages that the footer links to in this order, whatever their address."""

        NONE = "", _("No special role")
        ABOUT = "about", _("About the blog")
        JOIN = "join", _("Join the network")
        PRIVACY = "privacy", _("Privacy notice")
        ACCESSIBILITY = "accessibility", _("Accessibility statement")

    lead = models.TextField(_("lead"), max_length=300, blank=True)
    body = StreamField(
        StoryBlock(), verbose_name=_("text"), blank=True, default=READY_TO_TYPE
    )
    role = models.CharField(
        max_length=20, choices=Role.choices, blank=True, editable=False
    )

    called = _("page")
    described_by = "lead"
    frame_fields = ("role",)

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [*BasePage.content_panels, FieldPanel("lead"), FieldPanel("body")]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")

    @property
    def footer_place(self):
        """In the order of :class:`Role`."""
        return self.Role.values.index(self.role) or None

    @property
    def introduces_site(self):
        return self.role in (self.Role.ABOUT, self.Role.JOIN)

    def searched(self):
        return super().searched() | {
            Place.LEAD: [self.lead],
            Place.TEXT: texts_of(self.body),
        }
