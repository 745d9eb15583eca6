"""What every page of the site shares."""

import uuid
from functools import cache

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.panels.comment_panel import CommentPanel
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail_localize.fields import BaseTranslatableField

from kdsite.admin.title_input import TitleInput
from kdsite.editorial.publishing.moderated_page import ModeratedPage
from kdsite.editorial.publishing.unseen import Word
from kdsite.pages.rows import page_from
from kdsite.pages.search_places import Place
from kdsite.pages.statements import WrittenOnce


@cache
def is_open():
    """A condition on pages: no view restriction on the page or above it, in the same query.

    Wagtail's ``public()`` asks for the restrictions first, once for each query set.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    closed = PageViewRestriction.objects.alias(below=path).filter(
        below__startswith=F("page__path")
    )
    return ~Exists(closed)


class SiteQuerySet(PageQuerySet):
    """Queries that every page type answers."""

    def readable(self):
        """What any reader may open: public, and not restricted."""
        return self.live().filter(is_open())

    def for_its_page(self):
        """With the rows that the template of a page needs; see :mod:`kdsite.pages.routing`."""
        return self.select_related("locale")


SitePageManager = PageManager.from_queryset(SiteQuerySet)


def in_language(ids, locale, **more):
    """Of each page in ``ids`` the public version in ``locale``, else the page itself if public.

    :param more: annotations that the versions shall have.
    :returns: a dict from page id to page, with what a link to it shows, in two queries; pages
        without any version that every reader may open are missing from it.
    """
    if not ids:
        return {}
    asked = _keys(ids=[*ids])
    keys = {row["translation_key"] for row in asked}
    public = {}
    for row in _public_versions(**more)(keys=[*keys]):
        version = page_from(row, Page)
        public[version.translation_key, version.locale_id] = version
    found = {
        row["id"]: public.get((row["translation_key"], locale.pk))
        or public.get((row["translation_key"], row["locale_id"]))
        for row in asked
    }
    return {pk: version for pk, version in found.items() if version}


@WrittenOnce
def _keys(ids):
    asked = Page.objects.filter(pk__in=ids)
    return asked.values("id", "translation_key", "locale_id")


@cache
def _public_versions(**more):
    @WrittenOnce
    def rows(keys):
        versions = Page.objects.live().filter(is_open(), translation_key__in=keys)
        return versions.values(
            *("id", "title", "url_path", "translation_key", "locale_id"),
            language=F("locale__language_code"),
            **more,
        )

    return rows


class BasePage(ModeratedPage, Page):
    """A page in two languages that two people must stand behind.

    Its address is made from its own title in its own language; facts and slug are neither
    translated nor kept in step by wagtail-localize.
    """

    content_panels = [TitleFieldPanel("title", widget=TitleInput)]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
            ],
            _("For search engines and links"),
        ),
    ]
    settings_panels = [CommentPanel()]
    override_translatable_fields = [
        BaseTranslatableField("slug"),
        BaseTranslatableField("seo_title"),
        BaseTranslatableField("show_in_menus"),
    ]

    # The locale in whose frame it is shown, where that is not its own.
    shown_in = None
    # Set where the query that found its address has found no view restriction on it.
    is_found_open = False
    objects = SitePageManager()
    # Open Graph's word for what the page is.
    og_type = "website"
    # What readers are told that the page is, where that is not the name of its type.
    called = ""
    # The field or property, plain text, whose words say what the page is about.
    described_by = ""
    # How a list of pages is described to machines, where its editors have not described it.
    what_it_lists = ""
    # Has the page a feed of its own below it?
    has_feed = False
    # The slugs under which readers of another language may find it, below that version of its parent.
    slugs_elsewhere = ()
    # Is only a part of it shown, at an address of its own below it?
    shows_part = False
    # When readers first could read it, and when its words last changed: of a page with a date.
    published = updated = None
    # Is it in the main menu, where it lies right below the front page?
    in_navigation = False
    # Where in the footer it is, if it lies right below the front page; ``None``: nowhere.
    footer_place = None
    # Does it, in the footer, say what this site is, or how to take part?
    introduces_site = False
    # The columns of its type that the frame of every page needs; see kdsite/pages/site_frame.py.
    frame_fields = ()
    # The names of the templates that draw its pictures, where not all sizes of them are needed.
    drawn_in = ()
    # The picture that goes with links to it, and what that shows; without one, the site's own.
    social_picture, social_alt = None, ""

    class Meta:
        abstract = True

    def searched(self):
        """The words by which readers find the page: ``{Place: [text, …]}``, from its own row."""
        return {Place.TITLE: [self.title]}

    @property
    def readers_locale(self):
        """The locale in whose frame it is shown: of menu, labels and links around its words."""
        return self.shown_in or self.locale

    def stand_in(self, locale):
        """The page that readers of ``locale``, who have no version of this one, are led to in its
        place; ``None``: there is none."""
        return None

    def get_view_restrictions(self):
        if self.is_found_open:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def serve_password_required_response(self, request, form, action_url):
        """The form for the password, in the readers' language whatever the form's address; it
        shows nothing of the page itself."""
        with override(self.readers_locale.language_code):
            context = {"form": form, "action_url": action_url}
            return render(request, "password_required.html", context)

    def unseen_words(self):
        """The picture that goes with links to it, too."""
        yield from super().unseen_words()
        picture = self.social_picture
        yield Word(
            "social_picture",
            str(_("Picture with links to the page")),
            picture.title if picture else "",
            note="" if picture else str(_("The site's own drawing is used.")),
            mark=f"{picture.pk} {picture.file_hash}" if picture else "",
        )

    @property
    def pictured_pages(self):
        """The pages whose pictures it shows: itself, and any that it names with a picture."""
        return [self]

    @property
    def urn(self):
        """A name for this language version that stays when its address changes."""
        name = uuid.uuid5(self.translation_key, self.locale.language_code)
        return name.urn

    def linked_data(self, around):
        """What the page is, as a list of schema.org's things; see :mod:`kdsite.metadata.linked_data`.

        :param around: a :class:`kdsite.metadata.linked_data.Around`.
        """
        return []
