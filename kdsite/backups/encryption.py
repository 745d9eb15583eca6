"""A file for those alone who have a key.

By age (https://age-encryption.org), as the Python package ``pyrage`` has it, and not by gpg: a key is
one line, there is no key ring to keep, to trust and to back up, and nothing that runs beside it. The
server has the public keys only; whoever steals it reads none of its backups.
"""

from pathlib import Path

from django.utils.translation import gettext as _

from kdsite.backups.archive import Unusable

HEADER = b"age-encryption.org/v1"


def encrypt(source, target, recipients):
    """Write ``source`` to ``target``, for those who have the secret to one of ``recipients``.

    :raises Unusable: one of them is no public key of age.
    """
    import pyrage

    keys = []
    for text in recipients:
        try:
            keys.append(pyrage.x25519.Recipient.from_str(text))
        except pyrage.RecipientError as error:
            raise Unusable(
                _(
                    "%(key)s in BACKUP_RECIPIENTS is no public key of age: it begins with age1."
                )
                % {"key": text}
            ) from error
    target.touch(mode=0o600, exist_ok=False)
    pyrage.encrypt_file(str(source), str(target), keys)


def is_encrypted(path):
    with open(path, "rb") as file:
        return file.read(len(HEADER)) == HEADER


def decrypt(source, target, identities):
    """Write what ``source`` holds to ``target``, by the secret keys in the file ``identities``.

    :raises Unusable: they do not open it.
    """
    import pyrage

    lines = Path(identities).read_text().splitlines()
    keys = [line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-")]
    target.touch(mode=0o600, exist_ok=False)
    try:
        secrets = [pyrage.x25519.Identity.from_str(key) for key in keys]
        pyrage.decrypt_file(str(source), str(target), secrets)
    except (pyrage.IdentityError, pyrage.DecryptError) as error:
        raise Unusable(
            _("No key in %(keys)s opens %(file)s.")
            % {"keys": identities, "file": source}
        ) from error
