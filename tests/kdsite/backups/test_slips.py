"""What whoever restores may get wrong is one sentence, and no traceback."""

import os

import pytest

from tests.kdsite.backups.another import a_database_that_is_not_there, refused

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

# Debian's user who owns nothing.
NOBODY = 65534


def test_what_the_user_may_not_read_is_one_sentence(tmp_path):
    """As a backup in the home of whoever has copied it there."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "backup.tar").touch()
    folder.chmod(0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        assert str(folder) in refused("restore", folder / "backup.tar")
    finally:
        os.seteuid(user)
        folder.chmod(0o700)


def test_a_database_that_is_not_there_is_one_sentence(tmp_path):
    """As after a slip in DATABASE_URL."""
    file = tmp_path / "backup.tar"
    file.touch()
    with a_database_that_is_not_there():
        assert "DATABASE_URL" in refused("restore", file)
