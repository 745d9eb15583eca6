"""Uploaded files in a bucket (S3, or what speaks its language), where several machines share them."""

from urllib.parse import urljoin

from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage


class MediaBucket(S3Storage):
    """Nobody but kdsite reads the bucket: readers get each file from the site's own address, and meet
    no third party."""

    def url(self, name, **options):
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name))
