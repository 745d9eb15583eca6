"""A site whose media lie in a bucket is backed up and restored as any other; so it is moved there."""

import io
import json
import tarfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from kdsite.backups.archive import MANIFEST
from kdsite.editorial.exceptions import NotApproved
from kdsite.settings.media import media_storage
from tests.kdsite.backups.another import another_database, programs
from tests.support.factories import make_image, make_post
from tests.support.helpers import approve, fresh, submit
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


@pytest.fixture
def away(settings, monkeypatch):
    """The media lie in a bucket whose server is gone."""
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    settings.MEDIA_BUCKET = "media"
    gone = media_storage("media", "http://127.0.0.1:1", "key", "secret")
    settings.STORAGES = settings.STORAGES | {"default": gone}


def test_a_bucket_that_is_away_is_told_in_a_sentence(
    scene, tmp_path, monkeypatch, away
):
    """No half backup is left."""
    programs(monkeypatch)
    with pytest.raises(CommandError, match="127.0.0.1:1"):
        call_command("backup", tmp_path / "bucket.tar")
    assert not list(tmp_path.glob("*.tar*"))


def test_nothing_is_published_whose_files_nobody_can_compare(people, scene, away):
    """Whoever approves reads why; the text waits as it was."""
    post = make_post(people.writer, hero_image=scene.image, hero_alt="Vene")
    submit(post, people.writer)
    with pytest.raises(NotApproved, match="navy"):
        approve(post, people.editor)
    assert not fresh(post).live
