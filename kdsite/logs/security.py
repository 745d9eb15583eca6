"""Who logged in, was refused or shut out, changed a second factor or took data away."""

import logging

from wagtail.log_actions import log

logger = logging.getLogger(__name__)


def note(event, account=None, by=None, **facts):
    """Write ``event`` to the log, and to the record of ``account`` where there is one.

    :param event: the name of one of the actions in ``kdsite/accounts/log_actions.py``, without its
        app; the line of the log has it, and the numbers of the accounts.
    :param by: the account that did it; ``None`` where nobody knows.
    """
    write(event, account, by, **facts)
    if account is not None:
        log(instance=account, action=f"accounts.{event}", user=by, data=facts or None)


def write(event, account=None, by=None, **facts):
    """:func:`note`, in the log alone."""
    found = {"event": event, "account": account and account.pk, "by": by and by.pk}
    logger.info("Security: %s", event, extra={"facts": found | facts})
