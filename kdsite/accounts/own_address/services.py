"""Asking for another address, and confirming it by the link that goes there.

What was asked is in the link itself, signed: for two days, until something else is asked, and as long
as the account has the address and the password that it had.
"""

from datetime import timedelta

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from wagtail.log_actions import LogContext

from kdsite.accounts.login import mails
from kdsite.accounts.models import AddressRequest, User
from kdsite.editorial.addresses import absolute
from kdsite.editorial.exceptions import Conflict, Refusal

VALID = timedelta(days=2)


def ask(account, address):
    """Send a link to ``address``, by which the owner of ``account`` confirms that it is theirs. Until
    then the account has the address that it had. Links that it was sent before are worth nothing."""
    key = get_random_string(32)
    AddressRequest.objects.update_or_create(user=account, defaults={"key": key})
    token = signing.dumps(address, salt=_salt(account, key))
    link = absolute(reverse("own_address", args=[token]))
    mails.write_to(address, "own_address", account, link=link, old=account.email)


def read(token, account):
    """The address that ``token`` confirms for ``account``.

    :raises Conflict: it is too old, of another account, a newer one was asked for, or the address or
        password is another by now.
    """
    try:
        key = AddressRequest.objects.get(user=account).key
        return signing.loads(token, salt=_salt(account, key), max_age=VALID)
    except (AddressRequest.DoesNotExist, signing.BadSignature):
        raise Conflict(
            _(
                "This link is too old, or it is not about the account that you have logged in with. "
                "You get a new one in your settings."
            )
        ) from None


@transaction.atomic
def confirm(token, account):
    """Give ``account`` the address that ``token`` confirms. Called for whoever has logged in with it: a
    stranger who gets the mail by mistake does not get the account.

    :returns: the address.
    :raises Conflict: see :func:`read`.
    :raises Refusal: the mailbox is another account's by now.
    """
    account = User.objects.select_for_update().get(pk=account.pk)
    account.email = read(token, account)
    try:
        account.validate_unique()
    except ValidationError as error:
        raise Refusal(" ".join(error.messages)) from None
    with LogContext(user=account):
        account.save(update_fields=["email"])
    return account.email


def _salt(account, key):
    return f"own-address {account.pk} {account.email} {account.password} {key}"
