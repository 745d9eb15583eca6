"""Which addresses reach one mailbox: two people are two mailboxes (moderation.md)."""


def mailbox_of(address):
    """``address`` in a form in which two that reach the same mailbox are the same."""
    local, _at, host = address.strip().casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{host}"
