"""A file that somebody has uploaded, until it has become a draft."""

from django.conf import settings
from django.db import models


class UploadedFile(models.Model):
    """Kept between the upload and the confirmation; only its owner sees it."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(max_length=255)
    language = models.CharField(max_length=10)
    # What was read of it, as plain data; its pictures have rows of their own.
    source = models.JSONField(null=True)
    # The file itself, of those that were brought before what was read of them was kept.
    data = models.BinaryField(default=bytes)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.name


class UploadedPicture(models.Model):
    """A picture that came inside an :class:`UploadedFile`."""

    file = models.ForeignKey(
        UploadedFile, on_delete=models.CASCADE, related_name="pictures"
    )
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    content_type = models.CharField(max_length=30)
    alt_text = models.TextField(blank=True)
    is_usable = models.BooleanField(default=True)
    data = models.BinaryField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "number"], name="one_picture_for_each_number"
            )
        ]

    def __str__(self):
        return self.name
