"""When two addresses may be one mailbox: what is compared wherever people are told apart."""

import re
import unicodedata

# Dots in the name mean nothing there, and both hosts are one.
GMAIL = {"gmail.com", "googlemail.com"}
# What stands for the dot between the parts of a host in other scripts (RFC 3490).
DOTS = re.compile("[\u3002\uff0e\uff61]")


def mailbox_of(address):
    """``address`` in a form in which two that may reach the same mailbox are the same: whatever
    their case, what stands after a plus, quotation marks, dots at Gmail, and the way the host is
    written. To compare, never to write to."""
    local, _at, host = address.strip().rpartition("@")
    local, host = _local(local), _host(host)
    if host in GMAIL:
        host, local = "gmail.com", local.replace(".", "")
    return f"{local}@{host}"


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
