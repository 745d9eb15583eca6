"""What a submitted or public page shows: nobody may change it under the readers."""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class FileReliedOn(models.Model):
    """A picture or document that a submitted or published revision shows."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.CharField(max_length=255)
    is_public = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="rely_once"
            )
        ]

    def __str__(self):
        return f"{self.content_type} {self.object_id}"
