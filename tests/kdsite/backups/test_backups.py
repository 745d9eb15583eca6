"""The whole site in one file, and back: nothing is missing, nothing else is there."""

import io
import os
import tarfile
from pathlib import Path

import pyrage
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from kdsite.editorial import site_copy
from tests.kdsite.backups.another import (
    another_database,
    everything,
    programs,
    refused,
)
from tests.support.factories import make_author, make_image, make_post
from tests.support.helpers import logged_in, publish, publish_translation

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

READ = ["/fi/", "/sv/", "/fi/blogi/", "/fi/atom.xml", "/sitemap.xml"]


def set_the_scene(people):
    """A post with an author and a picture, in both languages."""
    author = publish(make_author(saved_by=people.editor), people.editor, people.editor2)
    post = make_post(
        people.writer,
        authors=[author],
        hero_image=make_image(people.writer),
        hero_alt="Vene",
    )
    post = publish(post, people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    return {"author": author, "post": post, "swedish": swedish}


@pytest.fixture(autouse=True)
def machine(settings, tmp_path, monkeypatch):
    programs(monkeypatch)
    settings.INSTALLATION_FILE = str(tmp_path / "media.installation")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "backup.tar"


def pages(scene):
    """What readers read, and what stands in the history of a page, to the byte."""
    addresses = [*READ, scene.post.url, scene.swedish.url, scene.author.url]
    client = Client()
    answers = {address: client.get(address).content for address in addresses}
    assert b"Vene" in answers[scene.post.url]
    return answers


def leading_outside():
    """A file that no backup is: one in it would be written beside the folder."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as tar:
        tar.addfile(tarfile.TarInfo("../outside"))
    return made.getvalue()


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in Path(folder).rglob("*")
        if path.is_file()
    }


def test_a_restored_site_is_the_same_to_the_byte(
    people, scene, settings, file, tmp_path
):
    """Pages, pictures, accounts, rights and history; into an empty machine of the same kind."""
    before = pages(scene)
    rows, media = everything(), files(settings.MEDIA_ROOT)
    assert media
    call_command("backup", file)
    settings.MEDIA_ROOT = str(tmp_path / "new" / "media")
    settings.INSTALLATION_FILE = str(tmp_path / "new" / "media.installation")
    with another_database(tmp_path):
        call_command("restore", file, stdout=io.StringIO())
        assert files(settings.MEDIA_ROOT) == media
        assert {
            table: found
            for table, found in everything().items()
            if found != rows[table]
        } == {}
        assert pages(scene) == before
        assert site_copy.is_copy()
        history = f"/admin/pages/{scene.post.pk}/history/"
        assert logged_in(people.editor).get(history).status_code == 200
        call_command("release_copy", stdout=io.StringIO())
        assert not site_copy.is_copy()


def test_nobody_else_on_the_machine_reads_it(people, scene, file):
    """It holds what people wrote and the codes of their passwords."""
    call_command("backup", file)
    assert file.stat().st_mode & 0o077 == 0
    assert list(file.parent.glob("*.partly")) == []


def test_the_key_that_is_outside_the_database_is_in_no_backup(
    people, scene, file, settings
):
    """Else a copy could not be told from the site."""
    site_copy.adopt()
    assert Path(settings.INSTALLATION_FILE).exists()
    call_command("backup", file)
    with tarfile.open(file) as tar:
        assert not [n for n in tar.getnames() if "installation" in n]


def test_it_is_a_copy_on_its_own_machine_too(people, scene, file, settings, tmp_path):
    """A machine whose database was lost has the file still; a person says when it goes on."""
    site_copy.adopt()
    call_command("backup", file)
    settings.MEDIA_ROOT = str(tmp_path / "new" / "media")
    with another_database(tmp_path):
        call_command("restore", file, stdout=io.StringIO())
        assert site_copy.is_copy()


def test_a_backup_of_older_code_is_brought_up_to_date(
    people, scene, file, settings, tmp_path
):
    """And held back all the same, though its database had no key yet."""
    call_command("backup", file)
    settings.MEDIA_ROOT = str(tmp_path / "older" / "media")
    with another_database(tmp_path):
        call_command("restore", file, stdout=io.StringIO())
        rows = everything()
        call_command("migrate", "editorial", "0005", verbosity=0)
        call_command("backup", tmp_path / "older.tar")
    settings.MEDIA_ROOT = str(tmp_path / "new" / "media")
    with another_database(tmp_path):
        call_command("restore", tmp_path / "older.tar", stdout=io.StringIO())
        assert site_copy.is_copy()
        assert everything().keys() == rows.keys()
        assert Client().get(scene.post.url).status_code == 200


def test_a_site_that_is_there_is_not_written_over(
    people, scene, file, settings, tmp_path
):
    """One sentence, and nothing is changed: neither a database nor files."""
    call_command("backup", file)
    rows = everything()
    assert "DATABASE_URL" in refused("restore", file)
    assert everything() == rows
    with another_database(tmp_path):
        assert "MEDIA_ROOT" in refused("restore", file)


def test_no_backup_is_written_over(people, scene, file):
    """A name that is taken is refused."""
    file.write_text("eilinen")
    assert str(file) in refused("backup", file)
    assert file.read_text() == "eilinen"


def test_a_damaged_file_is_refused_before_anything_is_done(
    people, scene, file, settings, tmp_path
):
    """One byte of a picture is another, its end is missing, or it is no backup at all."""
    call_command("backup", file)
    whole = file.read_bytes()
    with tarfile.open(file) as tar:
        picture = next(each for each in tar if each.name.startswith("media/"))
    there = picture.offset_data + 10
    broken = {
        picture.name: whole[:there] + bytes([whole[there] ^ 1]) + whole[there + 1 :],
        "backup.tar": whole[: len(whole) // 2],
        "ei ole varmuuskopio": os.urandom(10_000),
        "../outside": leading_outside(),
    }
    settings.MEDIA_ROOT = str(tmp_path / "new" / "media")
    with another_database(tmp_path):
        for words, content in broken.items():
            file.write_bytes(content)
            assert words in refused("restore", file)
            assert connection.introspection.table_names() == []
    assert not Path(settings.MEDIA_ROOT).exists()


def test_it_is_read_by_those_who_have_a_key(people, scene, file, settings, tmp_path):
    """Encrypted for two, either of whom restores it; without a key, or with another, nobody."""
    keys = [pyrage.x25519.Identity.generate() for _number in range(3)]
    settings.BACKUP_RECIPIENTS = [str(key.to_public()) for key in keys[:2]]
    call_command("backup", file)
    assert file.stat().st_mode & 0o077 == 0
    assert b"manifest" not in file.read_bytes()
    for number, key in enumerate(keys):
        (tmp_path / f"key{number}").write_text(f"# a key\n{key}\n")
    rows = everything()
    settings.MEDIA_ROOT = str(tmp_path / "new" / "media")
    with another_database(tmp_path):
        assert "--identity" in refused("restore", file)
        assert "key2" in refused("restore", file, identity=str(tmp_path / "key2"))
        call_command(
            "restore", file, identity=str(tmp_path / "key1"), stdout=io.StringIO()
        )
        assert everything() == rows


def test_a_wrong_key_of_a_recipient_is_refused(people, scene, file, settings):
    """No backup that nobody could open, and none that anybody can."""
    settings.BACKUP_RECIPIENTS = ["ssh-rsa AAAA"]
    assert "BACKUP_RECIPIENTS" in refused("backup", file)
    assert list(file.parent.glob("*.tar*")) == []


def test_without_the_programs_of_postgresql_it_says_what_to_install(
    people, scene, file, monkeypatch
):
    """SQLite needs none."""
    monkeypatch.setenv("PATH", "/nowhere")
    if connection.vendor == "sqlite":
        call_command("backup", file)
    else:
        assert "postgresql-client" in refused("backup", file)
