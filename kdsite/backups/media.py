"""The media as a folder, and back: they may lie in a bucket."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage


def is_empty():
    if settings.MEDIA_BUCKET:
        return not any(default_storage.listdir(""))
    media = Path(settings.MEDIA_ROOT)
    return not media.is_dir() or not any(media.iterdir())


def folder(work):
    """A folder that holds all of them: their own, or one in the folder ``work`` to which they are
    fetched."""
    if not settings.MEDIA_BUCKET:
        return Path(settings.MEDIA_ROOT)
    fetched = work / "fetched"
    for name in _names():
        target = fetched / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with default_storage.open(name) as file, target.open("wb") as copy:
                shutil.copyfileobj(file, copy)
        except FileNotFoundError:
            # Somebody deleted it since the names were read.
            target.unlink(missing_ok=True)
    return fetched


def put(source):
    """Put what the folder ``source`` holds where the media lie."""
    if settings.MEDIA_BUCKET:
        for path in sorted(p for p in source.rglob("*") if p.is_file()):
            with path.open("rb") as file:
                default_storage.save(path.relative_to(source).as_posix(), File(file))
        return
    target = Path(settings.MEDIA_ROOT)
    target.mkdir(parents=True, exist_ok=True)
    for each in sorted(source.iterdir()) if source.is_dir() else []:
        shutil.move(each, target / each.name)


def _names(inside=""):
    folders, files = default_storage.listdir(inside)
    yield from (f"{inside}{name}" for name in files if name)
    for name in folders:
        yield from _names(f"{inside}{name}/")
