"""The file: a tar of the database, the media and a manifest with checksums."""

import hashlib
import io
import json
import shutil
import tarfile
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

MANIFEST, DATABASE, MEDIA = "manifest.json", "database", "media"


class Unusable(Exception):
    """A backup cannot be made or restored; ``str()`` says why in a sentence."""


class Hashed:
    """A file that is read once, for the tar and for its checksum."""

    def __init__(self, file):
        self.file, self.sum = file, hashlib.sha256()

    def read(self, size=-1):
        piece = self.file.read(size)
        self.sum.update(piece)
        return piece


def pack(path, database, media, facts):
    """Write the file ``database`` and the folder ``media`` to ``path``.

    :param facts: what stands in the manifest beside the checksums.
    """
    sums = {}
    # The file may hold secrets of people: nobody else on the machine reads it.
    path.touch(mode=0o600, exist_ok=False)
    with tarfile.open(path, "w", dereference=True) as tar:
        sums[DATABASE] = _add(tar, DATABASE, database)
        for file in sorted(p for p in Path(media).rglob("*") if p.is_file()):
            name = f"{MEDIA}/{file.relative_to(media).as_posix()}"
            try:
                sums[name] = _add(tar, name, file)
            except FileNotFoundError:
                # Somebody deleted it since the folder was read: it is no file of the site's any more.
                continue
        text = json.dumps(facts | {"sha256": sums}, indent=1).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size = len(text)
        tar.addfile(info, io.BytesIO(text))


def _add(tar, name, path):
    with path.open("rb") as file:
        hashed = Hashed(file)
        tar.addfile(tar.gettarinfo(arcname=name, fileobj=file), hashed)
    return hashed.sum.hexdigest()


def unpack(path, folder):
    """Take ``path`` apart into ``folder``, and see whether all is there as it was.

    :returns: the manifest.
    :raises Unusable: it is no backup, or not whole.
    """
    found = {}
    try:
        with tarfile.open(path, "r:") as tar:
            for info in tar:
                found[info.name] = _extract(tar, info, folder)
        manifest = json.loads((folder / MANIFEST).read_text())
    except (tarfile.TarError, EOFError, FileNotFoundError, ValueError) as error:
        raise Unusable(
            _("%(file)s is no backup, or not whole: %(why)s")
            % {"file": path, "why": error}
        ) from error
    del found[MANIFEST]
    expected = manifest["sha256"]
    wrong = sorted(
        name
        for name in found.keys() | expected.keys()
        if found.get(name) != expected.get(name)
    )
    if wrong:
        raise Unusable(
            _("%(file)s was damaged: %(names)s.")
            % {"file": path, "names": ", ".join(wrong[:5])}
        )
    return manifest


def _extract(tar, info, folder):
    """Write one file below ``folder``, never beside it; its checksum.

    Debian 12's Python has no filter for this.

    :raises ValueError: it is no plain file, or leads elsewhere.
    """
    parts = PurePosixPath(info.name).parts
    if not info.isfile() or info.name.startswith("/") or ".." in parts:
        raise ValueError(info.name)
    target = folder.joinpath(*parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    hashed = Hashed(tar.extractfile(info))
    with target.open("xb") as file:
        shutil.copyfileobj(hashed, file)
    target.chmod(info.mode & 0o755)
    return hashed.sum.hexdigest()
