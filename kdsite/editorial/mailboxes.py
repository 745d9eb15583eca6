"""When two addresses may be one mailbox: what is compared wherever people are told apart."""

import re
import stringprep
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

# Hosts of one provider that are one, and what means nothing in a name there.
PROVIDERS = [
    ({"gmail.com", "googlemail.com"}, "."),
    ({"proton.me", "protonmail.com", "protonmail.ch", "pm.me"}, "._-"),
    ({"icloud.com", "me.com", "mac.com"}, ""),
]
# One mailbox in all countries, where a dot and a hyphen are the same.
YANDEX = re.compile(r"ya\.ru|yandex\.(com?\.)?[a-z]{2,3}")
# Whatever stands before the @ there, it reaches the one whose name is in the host.
FASTMAIL = re.compile(r"(?!www\.)([^.]+)\.fastmail\.com")
# What stands for the dot between the parts of a host in other scripts (RFC 3490).
DOTS = re.compile("[\u3002\uff0e\uff61]")


def mailbox_of(address):
    """``address`` in a form in which two that may reach the same mailbox are the same: whatever
    their case, what stands after a plus, quotation marks, what nobody sees, what a large provider
    does not tell apart, and the way the host is written. To compare, never to write to."""
    local, _at, host = without_unseen(address).strip().rpartition("@")
    return "@".join(_at_provider(_local(local), _host(host)))


def check_plain(address):
    """A validator of what is typed: mail programs drop what nobody sees, and write to another
    address than the one that was compared.

    :raises ValidationError: an address for Django, but not :func:`is_plain`.
    """
    if not is_plain(address) and _is_for_django(address):
        raise ValidationError(
            _(
                "Write the address in plain characters, without å, ä or ö before the @; "
                "type it anew if you pasted it."
            ),
            code="not_plain",
        )


def _is_for_django(address):
    """If not, its own validator says so, beside this one."""
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def is_plain(address):
    """Is ``address`` made of what one sees: plain letters, digits and signs before the @, letters
    of any language, digits, dots and hyphens behind it?"""
    local, _at, host = unicodedata.normalize("NFC", address).rpartition("@")
    return (
        local.isascii()
        and local.isprintable()
        and " " not in local
        and all(
            char in ".-" or (char.isalnum() and not _is_blank(char)) for char in host
        )
    )


def without_unseen(text):
    """``text`` without the characters that nobody sees."""
    return "".join(char for char in text if not _is_unseen(char))


def _is_unseen(char):
    """Controls, formats, and what is left out of a host before it is asked for (RFC 3454)."""
    return unicodedata.category(char) in ("Cc", "Cf") or stringprep.in_table_b1(char)


def _is_blank(char):
    """The letters that are drawn as nothing: they fill up a Korean syllable."""
    return "FILLER" in unicodedata.name(char, "")


def _at_provider(local, host):
    """Name and host of the mailbox where one provider knows it by several."""
    for hosts, nothing in PROVIDERS:
        if host in hosts:
            return local.translate(dict.fromkeys(map(ord, nothing))), min(hosts)
    if YANDEX.fullmatch(host):
        return local.replace("-", "."), "yandex.ru"
    if found := FASTMAIL.fullmatch(host):
        return found[1], "fastmail.com"
    return local, host


def _local(local):
    local = local.strip()
    if len(local) > 1 and local[0] == local[-1] == '"':
        local = re.sub(r"\\(.)", r"\1", local[1:-1])
    return _plain(local.strip().partition("+")[0])


def _host(host):
    return ".".join(map(_label, DOTS.sub(".", host).strip(". ").split(".")))


def _label(label):
    """One part of a host in letters, also where it came as ``xn--…``."""
    label = _plain(label)
    if not label.startswith("xn--"):
        return label
    try:
        return _plain(label[4:].encode("ascii").decode("punycode"))
    except (UnicodeError, ValueError):
        return label


def _plain(text):
    return unicodedata.normalize("NFKC", text.casefold()).casefold()
