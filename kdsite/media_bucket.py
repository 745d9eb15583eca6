"""Uploaded files in a bucket (S3, or what speaks its language), where several machines share them."""

from contextlib import contextmanager
from urllib.parse import urljoin

from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from django.utils.translation import gettext as _
from storages.backends.s3 import S3Storage


class MediaBucket(S3Storage):
    """Nobody but kdsite reads the bucket: readers get each file from the site's own address, and meet
    no third party."""

    def url(self, name, **options):
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name))

    def open(self, name, mode="rb"):
        with in_words():
            found = super().open(name, mode)
            if "r" in mode:
                # The whole of it is fetched when it is first asked for: here, where failures have words.
                found.seek(0)
            return found

    def listdir(self, name):
        with in_words():
            return super().listdir(name)


@contextmanager
def in_words():
    """:raises ConnectionError: the bucket did not give what was asked for; ``str()`` says why."""
    try:
        yield
    except (Boto3Error, BotoCoreError, ClientError) as error:
        raise ConnectionError(
            _("The bucket of media does not answer as it should: %(why)s")
            % {"why": error}
        ) from error
