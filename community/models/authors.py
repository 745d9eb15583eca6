"""The people who write, each with a profile that is a page."""

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from community.forms import AuthorPageForm
from community.linked_data import profile
from community.models.posts import posts
from community.models.ties import ProfileTie
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.policy.named_authors import NamedAuthor
from kdsite.editorial.printable import printable
from kdsite.images.models import SiteImage
from kdsite.languages.sorting import sort_key
from kdsite.pages.base import BasePage, SitePageManager, SiteQuerySet
from kdsite.pages.pagination import page_of
from kdsite.pages.search_places import Place


class Sector(models.TextChoices):
    """Where in society somebody works."""

    MUNICIPALITY = "municipality", _("Municipality")
    STATE = "state", _("State administration")
    CIVIL_SOCIETY = "civil_society", _("Civil society")
    COMPANY = "company", _("Company")
    OTHER = "other", _("Other")


class AuthorIndexPage(BasePage):
    """Everybody who has written, by sector and name."""

    what_it_lists = _("The people who write on the blog, by sector and name.")
    in_navigation = True

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["community.AuthorPage"]

    class Meta:
        verbose_name = _("list of authors")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        authors = list(AuthorPage.objects.child_of(self).readable().by_name())
        by_sector = {sector: [] for sector in Sector}
        for author in authors:
            by_sector[Sector(author.sector)].append(author)
        sectors = [
            {"key": sector.value, "name": sector.label, "authors": people}
            for sector, people in by_sector.items()
            if people
        ]
        return context | {"authors": authors, "sectors": sectors}


class AuthorQuerySet(SiteQuerySet):
    def by_name(self):
        """By family name, å ä ö last."""
        return self.select_related("photo").order_by("sort_name", "pk")

    def for_its_page(self):
        return super().for_its_page().select_related("photo")

    def authored_by(self, user):
        """The profiles whose account is ``user``."""
        return self.filter(user=user)


class AuthorPage(BasePage):
    """The profile of an author, who may have no account."""

    goes_along = True

    given_name = models.CharField(_("given name"), max_length=100)
    family_name = models.CharField(_("family name"), max_length=100)
    job_title = models.CharField(
        pgettext_lazy("of a person", "title"),
        max_length=150,
        blank=True,
        help_text=_("Your task or position, for example “councillor”."),
    )
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)
    sector = models.CharField(
        _("sector"), max_length=20, choices=Sector.choices, default=Sector.OTHER
    )
    photo = models.ForeignKey(
        SiteImage,
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    biography = models.TextField(
        _("biography"),
        blank=True,
        max_length=1200,
        help_text=_("Who you are and what you work with, in a few sentences."),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="author_pages",
        help_text=_("The account with which this person logs in, if there is one."),
    )
    is_former = models.BooleanField(_("no longer in this position"), default=False)
    sort_name = models.CharField(max_length=600, editable=False, db_index=True)

    fact_fields = ("is_former", "user")
    base_form_class = AuthorPageForm
    described_by = "biography"
    og_type = "profile"
    has_feed = True

    parent_page_types = ["community.AuthorIndexPage"]
    subpage_types = []
    objects = SitePageManager.from_queryset(AuthorQuerySet)()

    content_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("given_name"), FieldPanel("family_name")]),
                FieldPanel("job_title"),
                FieldPanel("organisation"),
                FieldPanel("sector"),
            ],
            _("Who"),
        ),
        FieldPanel("photo"),
        FieldPanel("biography"),
        InlinePanel("links", label=_("Link"), heading=_("Links"), max_num=5),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        BaseTranslatableField("title"),
        SynchronizedField("given_name", overridable=False),
        SynchronizedField("family_name", overridable=False),
        BaseTranslatableField("sort_name"),
        BaseTranslatableField("is_former"),
        BaseTranslatableField("user"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("organisation")]

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    @property
    def name(self):
        return f"{self.given_name} {self.family_name}".strip()

    def fill_in(self):
        """The title is the person's name, and the page sorts by family name."""
        self.given_name = printable(self.given_name or "")
        self.family_name = printable(self.family_name or "")
        if self.name:
            self.title = self.name
        self.sort_name = sort_key(self.family_name, self.given_name)[:600]
        super().fill_in()

    def save_revision(self, *args, **kwargs):
        self.fill_in()
        return super().save_revision(*args, **kwargs)

    def draft_words(self):
        """The profile as its newest version has it, without what stands around it."""
        newest = self.get_latest_revision()
        if newest is None:
            return self
        return type(self).from_serializable_data(newest.content, check_fks=False)

    def as_companion(self):
        return _("the profile of %(name)s") % {"name": self.name}

    def named_author_ids(self, content=None):
        """The account is a fact, the same in every version."""
        return {self.user_id} if self.user_id else set()

    @classmethod
    def author_ids_of(cls, contents):
        tied = cls.objects.filter(pk__in=contents, user__isnull=False)
        accounts = dict(tied.values_list("pk", "user_id"))
        return {pk: {accounts[pk]} if pk in accounts else set() for pk in contents}

    def named_authors(self):
        """The person whom the profile is about."""
        return [NamedAuthor(self.pk, self.name, self.user_id)]

    def facts_at_once(self, facts, by):
        """Whose account it is another editor confirms.

        :raises Refusal: an account that somebody uses would lose its profile.
        """
        if "user" not in facts or facts["user"] == self.user:
            return facts
        user = facts["user"]
        if user is None and self.user.is_active:
            raise Refusal(_("The profile stays with its account until that is closed."))
        if user is None:
            return facts
        ProfileTie.objects.ask(self, user, by)
        return {name: value for name, value in facts.items() if name != "user"}

    def linked_data(self, around):
        return [profile(self, around)]

    def alternative_text_of(self, owner, name):
        """The photo shows who it is."""
        return (
            self.name if name == "photo" else super().alternative_text_of(owner, name)
        )

    def searched(self):
        return super().searched() | {
            Place.FACTS: [self.job_title, self.organisation],
            Place.TEXT: [self.biography],
        }

    @cached_property
    def posts(self):
        """This person's public posts in this language, newest first."""
        profiles = AuthorPage.objects.filter(translation_key=self.translation_key)
        return posts().by(profiles, self.locale)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"posts": page_of(request, self.posts)}


class AuthorLink(Orderable):
    page = ParentalKey(AuthorPage, on_delete=models.CASCADE, related_name="links")
    label = models.CharField(_("text"), max_length=100)
    url = models.URLField(_("address"))

    panels = [FieldPanel("label"), FieldPanel("url")]

    def __str__(self):
        return self.label
