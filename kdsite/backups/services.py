"""Make a backup, and restore one."""

import tempfile
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from kdsite.backups import archive, database, encryption, media
from kdsite.backups.archive import Unusable
from kdsite.editorial import site_copy
from kdsite.editorial.models import Heartbeat
from kdsite.page_cache import web_server

# Its sign of life.
NAME = "backup"


def backup(path):
    """Write the database and the media to the new file ``path``, while the site goes on.

    It is encrypted where ``settings.BACKUP_RECIPIENTS`` says for whom. Either the whole file is
    there, or none.

    :raises Unusable: it is there already, or something is missing or fails.
    """
    path = Path(path).absolute()
    if path.exists():
        raise Unusable(
            _("%(file)s is there already: choose another name.") % {"file": path}
        )
    if not path.parent.is_dir():
        raise Unusable(
            _("There is no folder %(folder)s: make it first.") % {"folder": path.parent}
        )
    if database.is_empty():
        raise Unusable(_("The database is empty: there is nothing to back up."))
    partly = path.with_name(f"{path.name}.partly")
    partly.unlink(missing_ok=True)
    try:
        with _workplace() as folder:
            whole = folder / "backup.tar" if settings.BACKUP_RECIPIENTS else partly
            # The database first: a file that comes later is one too many, none is missing.
            database.dump(folder / archive.DATABASE)
            archive.pack(
                whole, folder / archive.DATABASE, media.folder(folder), _facts()
            )
            if settings.BACKUP_RECIPIENTS:
                encryption.encrypt(whole, partly, settings.BACKUP_RECIPIENTS)
        partly.rename(path)
    finally:
        partly.unlink(missing_ok=True)
    Heartbeat.beat(NAME)


def is_recent():
    """Was a backup made during the last two days?"""
    return Heartbeat.alive(NAME, during=timedelta(days=2))


def restore(path, identities=None):
    """Make the empty database and the empty folder of media what they were in the backup ``path``.

    What was made by older code is migrated. It is a copy, which publishes and sends nothing, until
    ``release_copy``.

    :param identities: a file with secret keys of age, where the backup is encrypted.
    :raises Unusable: before anything is changed, but where the disk or the database fail.
    """
    path = Path(path)
    if not path.is_file():
        raise Unusable(_("There is no file %(file)s.") % {"file": path})
    if not database.is_empty():
        raise Unusable(
            _(
                "The database is not empty: name an empty one in DATABASE_URL. "
                "Nothing was changed."
            )
        )
    if not media.is_empty():
        raise Unusable(
            _(
                "The bucket of media is not empty: name an empty one in MEDIA_BUCKET. "
                "Nothing was changed."
            )
            if settings.MEDIA_BUCKET
            else _(
                "The folder of media is not empty: name an empty one in MEDIA_ROOT. "
                "Nothing was changed."
            )
        )
    with _workplace() as folder:
        if encryption.is_encrypted(path):
            if not identities:
                raise Unusable(
                    _(
                        "The backup is encrypted: name the file with your secret key by --identity."
                    )
                )
            encryption.decrypt(path, folder / "backup.tar", identities)
            path = folder / "backup.tar"
        inside = folder / "inside"
        inside.mkdir()
        made_by = archive.unpack(path, inside)["database"]
        if made_by != connection.vendor:
            raise Unusable(
                _(
                    "The backup is of %(theirs)s, and DATABASE_URL names %(ours)s: name one of the same kind."
                )
                % {"theirs": made_by, "ours": connection.vendor}
            )
        database.load(inside / archive.DATABASE)
        if connection.introspection.table_names().count(_table()):
            # At once: nothing may go out while the rest is being done.
            site_copy.hold()
        media.put(inside / archive.MEDIA)
    call_command("migrate", verbosity=0)
    site_copy.hold()
    # They know pages and pictures by their numbers, which are others' now.
    for name in ("pages", "renditions"):
        caches[name].clear()
    web_server.forget()


@contextmanager
def _workplace():
    """A folder for this work alone, on the disk of the media: they are moved, not copied."""
    beside = Path(settings.MEDIA_ROOT).absolute().parent
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=beside) as folder:
        yield Path(folder)


def _facts():
    return {"made_at": timezone.now().isoformat(), "database": connection.vendor}


def _table():
    return site_copy.Installation._meta.db_table
