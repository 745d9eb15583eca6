"""The site's own image model: a picture with its photographer, its licence and its consent."""

from functools import cache
from pathlib import PurePosixPath

from django.db import models
from django.utils.crypto import get_random_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    Image,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)
from wagtail.utils.file import hash_filelike

from kdsite.images.metadata import without_metadata

# Characters of a file's name: those that nobody guesses, and those of its own that are kept.
SECRET, LONGEST = 16, 40


class PictureFile(WagtailImageFieldFile):
    def save(self, name, content, save=True):
        """Whichever way a file comes, it is stored without what its camera wrote into it."""
        stored = without_metadata(content)
        stored.seek(0)
        self.instance.file_hash = hash_filelike(stored)
        stored.seek(0)
        super().save(name, stored, save)


class PictureField(WagtailImageField):
    attr_class = PictureFile


class SiteImage(AbstractImage):
    """An image with what the site must be able to say about it.

    ``description`` is Wagtail's own field: the default alternative text.
    """

    file = PictureField(
        verbose_name=_("file"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    photographer = models.CharField(
        _("photographer"),
        max_length=200,
        blank=True,
        help_text=_("Shown with the picture. Whoever took or drew it."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=200,
        blank=True,
        help_text=_(
            "Shown with the picture. By what right we publish it, for example “CC BY 4.0”."
        ),
    )
    consent = models.CharField(
        _("consent of the people in the picture"),
        max_length=200,
        blank=True,
        help_text=_("Not shown. Who agreed to its publication, and when."),
    )

    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "tags"),
        "photographer",
        "licence",
        "consent",
        "tags",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def save(self, *args, **kwargs):
        """A new file is stored first: the hash is that of what lies there, without its metadata."""
        self._meta.get_field("file").pre_save(self, self._state.adding)
        super().save(*args, **kwargs)

    def get_upload_to(self, filename):
        """Where the file is stored: under a name that nobody guesses, and so are all sizes of it.

        The web server asks nobody who may see a picture: docs/web_server.md. What nobody guesses
        stands first, because Wagtail shortens the names of sizes at their end.
        """
        name = PurePosixPath(filename)
        secret = get_random_string(SECRET)
        return super().get_upload_to(f"{secret}-{name.stem[:LONGEST]}{name.suffix}")

    def get_renditions(self, *filters):
        return super().get_renditions(
            *(_filter(getattr(each, "spec", each)) for each in filters)
        )

    def get_rendition(self, filter):
        """Wagtail's writes into the cache what was read with the page, too."""
        return next(iter(self.get_renditions(filter).values()))

    @property
    def credit(self):
        """What is said under it: who took or drew it, and by what licence; may be empty."""
        who = gettext("Photo: %(name)s") % {"name": self.photographer}
        return ", ".join(filter(None, [self.photographer and who, self.licence]))


@cache
def _filter(spec):
    """One for each size that templates name: a filter reads what it is told once, and templates make
    new ones each time, which took a twelfth of the time of a list of posts."""
    return Filter(spec)


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(
        SiteImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="one_rendition_per_filter",
            )
        ]
