"""Who wrote a post, and what it is about: the rows that belong to a post."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from community.models import AuthorPage
from kdsite.editorial.page_kinds import translation_of


class BlogPageAuthor(TranslatableMixin, Orderable):
    """One author of a post, with the title and organisation that they had then."""

    page = ParentalKey(
        "blog.BlogPage", on_delete=models.CASCADE, related_name="bylines"
    )
    author = models.ForeignKey(
        AuthorPage,
        verbose_name=_("author"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="bylines",
    )
    name = models.CharField(
        _("name in this post"), max_length=201, blank=True, editable=False
    )
    job_title = models.CharField(
        pgettext_lazy("of a person", "title"),
        max_length=150,
        blank=True,
        help_text=_("As it is now. Left empty, it is taken from the profile."),
    )
    organisation = models.CharField(
        _("organisation"),
        max_length=150,
        blank=True,
        help_text=_("As it is now. Left empty, it is taken from the profile."),
    )

    panels = [
        FieldPanel("author"),
        FieldPanel("name", read_only=True),
        FieldPanel("job_title"),
        FieldPanel("organisation"),
    ]
    override_translatable_fields = [
        SynchronizedField("author", overridable=False),
        SynchronizedField("name", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("author")

    def __str__(self):
        return self.name

    def fill(self, known=()):
        """Name the author, and take from a profile in the same language what is empty here. A translation has what its
        original has, the name too: nobody has approved what the profile's draft says by now.

        The name that the post's last version has for this author (``known``: id to name) stays:
        else whoever saves next would bring in, unseen, what the profile's draft says by then.
        """
        if not self.author_id:
            return
        kept = dict(known).get(self.author_id)
        is_known = kept and kept == self.name
        if is_known or self.name and self._is_translated():
            return
        if kept:
            self.name = kept
            return
        profile = self.author if self.author.live else self.author.draft_words()
        self.name = profile.name
        is_here = profile.locale_id == self.page.locale_id
        if is_here and not self.job_title and not self.organisation:
            self.job_title = profile.job_title
            self.organisation = profile.organisation

    def _is_translated(self):
        page = self.page
        if self.author.locale_id == page.locale_id:
            return False
        if page.pk:
            return translation_of(page) is not None
        # While it is being made from its original.
        return type(page).objects.filter(translation_key=page.translation_key).exists()


class BlogPageTheme(Orderable):
    page = ParentalKey(
        "blog.BlogPage", on_delete=models.CASCADE, related_name="post_themes"
    )
    theme = models.ForeignKey(
        "community.ThemePage",
        verbose_name=_("theme"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [FieldPanel("theme")]

    class Meta(Orderable.Meta):
        verbose_name = _("theme")

    def __str__(self):
        return str(self.theme)
