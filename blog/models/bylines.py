"""Who wrote a post, and what it is about: the rows that belong to a post."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from community.models import AuthorPage


class BlogPageAuthor(TranslatableMixin, Orderable):
    """One author of a post, with the title and organisation that they had then."""

    page = ParentalKey(
        "blog.BlogPage", on_delete=models.CASCADE, related_name="bylines"
    )
    author = models.ForeignKey(
        AuthorPage,
        verbose_name=_("author"),
        on_delete=models.PROTECT,
        related_name="bylines",
    )
    name = models.CharField(max_length=201, blank=True, editable=False)
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
        PageChooserPanel("author"),
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

    def save(self, *args, **kwargs):
        if not self.name:
            self.fill()
        return super().save(*args, **kwargs)

    def fill(self):
        """Copy from the profile, as its newest version has it, what is empty here."""
        if not self.author_id:
            return
        profile = self.author.get_latest_revision_as_object()
        self.name = profile.name
        if not self.job_title and not self.organisation:
            self.job_title = profile.job_title
            self.organisation = profile.organisation


class BlogPageTheme(Orderable):
    page = ParentalKey(
        "blog.BlogPage", on_delete=models.CASCADE, related_name="post_themes"
    )
    theme = models.ForeignKey(
        "blog.ThemePage",
        verbose_name=_("theme"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [PageChooserPanel("theme")]

    class Meta(Orderable.Meta):
        verbose_name = _("theme")

    def __str__(self):
        return str(self.theme)
