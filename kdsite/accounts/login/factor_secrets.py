"""Secrets of second factors stand in the database under a key that does not.

The key comes from ``SECRET_KEY``; those that ``SECRET_KEY_FALLBACKS`` names still open what was
written under them.
"""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

# In the data of an authenticator: the app's key, and what recovery codes are made from.
NAMES = ("secret", "seed")


class Unreadable(Exception):
    """Written under a key that is not there any more."""


def encrypt(text):
    """``text`` as it stands in the database."""
    return _keys().encrypt(text.encode()).decode()


def decrypt(text):
    """What :func:`encrypt` was given.

    :raises Unreadable: the key that it was written under is not there any more.
    """
    try:
        return _keys().decrypt(text).decode()
    except InvalidToken as error:
        raise Unreadable from error


def write_anew(authenticators):
    """Write the secrets of ``authenticators`` (a query set) under the newest key.

    :returns: how many were written, and how many are unreadable and stay as they are.
    """
    written = unreadable = 0
    for row in authenticators.select_for_update():
        try:
            for name in set(NAMES) & row.data.keys():
                row.data[name] = encrypt(decrypt(row.data[name]))
        except Unreadable:
            unreadable += 1
        else:
            row.save(update_fields=["data"])
            written += 1
    return written, unreadable


def _keys():
    """Made for each use: a test, or a process that lives long, may have another key by then."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_key(each)) for each in keys])


def _key(secret):
    derived = HKDF(
        SHA256(), length=32, salt=None, info=b"kdsite.accounts.second_factor"
    )
    return urlsafe_b64encode(derived.derive(secret.encode()))
