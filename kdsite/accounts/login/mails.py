"""Mails about an account, in the language of its owner."""

from django.utils.translation import get_language

from kdsite.editorial.notifications import letters
from kdsite.editorial.notifications.notify import greeting_of, language_of


def write(template, account, **context):
    """Tell the owner of ``account``.

    :param template: a name in ``accounts/mail/``.
    """
    write_to(account.email, template, account, **context)


def write_to(address, template, account, **context):
    """:func:`write`, to an address that is not the account's yet."""
    _post(template, address, language_of(account), greeting_of(account), context)


def write_to_nobody(template, address, **context):
    """Tell whoever reads ``address`` that no account has it: as much work as :func:`write`, so
    that neither the answer nor its time says whether there is one."""
    _post(template, address, get_language(), "", context)


def _post(template, address, language, name, context):
    item = letters.item(f"accounts/mail/{template}", language, context)
    letters.post(address, letters.gather([item], language, name))
