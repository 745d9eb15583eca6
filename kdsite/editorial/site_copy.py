"""Is this the site, or a copy of it, which must not publish and not send?

The database holds a key, and the same key stands outside it: in ``settings.INSTALLATION_KEY``,
else in the file ``settings.INSTALLATION_FILE``. A database that was restored or copied to another
place misses it there. The file names its machines, too, so that a copy of a whole machine is known.
"""

import hashlib
import secrets
from pathlib import Path

from django.conf import settings

from kdsite.editorial.models import Installation

MACHINE_ID = Path("/etc/machine-id")
NETWORK = Path("/sys/class/net")


def is_copy():
    """Whether the scheduler leaves everything alone until :func:`release`.

    A database without a key is new, and no copy.
    """
    key = Installation.read()
    return bool(key) and not (key == _outside() and _known_here())


def adopt():
    """Give a new site its key, at its first ``migrate``; one that has a key keeps it.

    :raises OSError: the file cannot be written.
    """
    if not Installation.read() and (settings.INSTALLATION_KEY or _file()):
        # A key that is there already may be that of another database beside this one.
        _agree_on(_outside() or _new_key())


def release():
    """This is the site: a person says so.

    It gets a new key, so that what it was copied from is another site from now on.

    :raises OSError: the file cannot be written.
    """
    _agree_on(settings.INSTALLATION_KEY or _new_key())


def _new_key():
    return secrets.token_hex(16)


def _agree_on(key):
    """Write ``key`` outside the database first: whatever fails, it is no site yet."""
    if not settings.INSTALLATION_KEY:
        machines = sorted({*_machines(), _machine()})
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text("\n".join([key, *machines]) + "\n")
    Installation.write(key)


def hold():
    """This is a copy, wherever it stands, until :func:`release`."""
    Installation.write(f"copy-{_new_key()}")


def _file():
    return settings.INSTALLATION_FILE and Path(settings.INSTALLATION_FILE)


def _outside():
    """The key that is kept outside the database, empty where there is none."""
    return settings.INSTALLATION_KEY or next(iter(_lines()), "")


def _lines():
    return _file().read_text().split("\n") if _file() and _file().exists() else []


def _machines():
    """The machines that the file names."""
    return [line for line in _lines()[1:] if line]


def _known_here():
    """Whether the file names this machine: a key in the environment holds for any.

    A network card may be exchanged, if another one stays.
    """
    if settings.INSTALLATION_KEY:
        return True
    here, *cards = _machine().split()
    for line in _machines():
        there, *known = line.split()
        if there == here and (set(cards) & set(known) or not (cards and known)):
            return True
    return False


def _machine():
    """This machine in a line: a mark of the system's id, and those of its network cards.

    A copied disk takes the first along, but not the second. Containers have neither: all are one
    machine, and their file says whose it is.
    """
    cards = [card.parent / "address" for card in NETWORK.glob("*/device")]
    files = [MACHINE_ID, *sorted(cards)]
    texts = [file.read_text().strip() if file.exists() else "" for file in files]
    return " ".join(_mark(text) for text in dict.fromkeys(texts))


def _mark(text):
    """systemd asks that its id of the machine is told to nobody as it stands."""
    return hashlib.sha256(f"kdsite {text}".encode()).hexdigest()[:16]
