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
    data = models.BinaryField()
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.name
