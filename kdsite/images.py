"""The site's own image model: a picture with its photographer and its licence."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class SiteImage(AbstractImage):
    """An image with what the site must be able to say about it.

    ``description`` is Wagtail's own field: the default alternative text.
    """

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
        help_text=_("By what right we publish it, for example “CC BY 4.0”."),
    )

    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "tags"),
        "photographer",
        "licence",
        "tags",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


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
