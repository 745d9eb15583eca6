"""A site whose media lie in a bucket is backed up and restored as any other; so it is moved there."""

import io
import json
import tarfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from kdsite.backups.archive import MANIFEST
from kdsite.settings.media import media_storage
from tests.kdsite.backups.another import another_database, programs
from tests.support.factories import make_image
from tests.support.servers.bucket import bucket

pytestmark = pytest.mark.django_db(transaction=True)


def set_the_scene(people):
    return {"image": make_image(people.writer)}


@pytest.fixture
def move_to_the_bucket(settings):
    """The function that makes an empty bucket the place of the media."""
    with bucket() as named:

        def move():
            settings.MEDIA_BUCKET = named["MEDIA_BUCKET"]
            settings.STORAGES = settings.STORAGES | {
                "default": media_storage(*named.values())
            }

        yield move


def sums(file):
    """The checksum of each file of media."""
    with tarfile.open(file) as tar:
        found = json.load(tar.extractfile(MANIFEST))["sha256"]
    return {name: sum_ for name, sum_ in found.items() if name.startswith("media/")}


def test_it_is_restored_into_one_and_backed_up_from_there(
    scene, settings, tmp_path, monkeypatch, move_to_the_bucket
):
    """No file is missing, and each is the same."""
    programs(monkeypatch)
    settings.INSTALLATION_FILE = str(tmp_path / "media.installation")
    with default_storage.open(scene.image.file.name) as file:
        picture = file.read()
    call_command("backup", tmp_path / "folder.tar")
    before = sums(tmp_path / "folder.tar")
    assert before
    settings.MEDIA_ROOT = str(tmp_path / "new" / "media")
    move_to_the_bucket()
    with another_database(tmp_path):
        call_command("restore", tmp_path / "folder.tar", stdout=io.StringIO())
        with default_storage.open(scene.image.file.name) as file:
            assert file.read() == picture
        call_command("backup", tmp_path / "bucket.tar")
        assert sums(tmp_path / "bucket.tar") == before


def test_a_bucket_that_holds_something_is_not_written_to(
    scene, tmp_path, monkeypatch, move_to_the_bucket
):
    programs(monkeypatch)
    call_command("backup", tmp_path / "folder.tar")
    move_to_the_bucket()
    default_storage.save("images/theirs.jpg", ContentFile(b"x"))
    with another_database(tmp_path), pytest.raises(CommandError, match="MEDIA_BUCKET"):
        call_command("restore", tmp_path / "folder.tar", stdout=io.StringIO())
    assert default_storage.listdir("images")[1] == ["theirs.jpg"]
