"""How often something may be tried; whoever is shut out by it is told by mail.

allauth counts in the cache called ``default``: in production the database's, one for all processes.
"""

import threading
from contextlib import contextmanager
from functools import wraps

from allauth.core import ratelimit
from allauth.core.internal.ratelimit import consume
from django.conf import settings
from django.core.cache import cache
from django.urls import reverse

from kdsite.accounts.login import mails
from kdsite.accounts.models import User
from kdsite.editorial.addresses import absolute
from kdsite.logs import security

# How long nobody is told again: as long as the lock of settings.WRONG_PASSWORDS.
LOCK = 60 * 60


# A password takes a third of a second of a processor. One at a time and two that wait: of a
# process's eight threads the others go on serving readers.
_PLACES, _TURN = threading.BoundedSemaphore(3), threading.Lock()


@contextmanager
def a_place():
    """One's turn to have a password looked at; whether there was one."""
    if not _PLACES.acquire(blocking=False):
        yield False
        return
    try:
        with _TURN:
            yield True
    finally:
        _PLACES.release()


def key_of(name):
    """What wrong passwords are counted by: the account, however its name is written."""
    account = User.objects.open_account(name)
    return f"account:{account.pk}" if account else f"nobody:{name.strip().lower()}"


def tell_if_shut_out(request, account, key, template="shut_out"):
    """Write to the owner of ``account``, once for each lock, when nothing more may be tried under
    ``key``; look as long where there is no account (``None``)."""
    left = consume(
        request,
        app="allauth.account",
        action="login_failed",
        config={"login_failed": settings.WRONG_PASSWORDS},
        key=key,
        dry_run=True,
    )
    if left or not cache.add(f"told:{key}", True, timeout=LOCK) or account is None:
        return
    security.write("shut_out", account)
    link = absolute(reverse("account_reset_password"))
    mails.write(template, account, link=link)


def tell_of_wrong_codes(request, account):
    """As :func:`tell_if_shut_out`, for the second factor: the password was right."""
    tell_if_shut_out(
        request, account, f"mfa-auth-user-{account.pk}", template="code_shut_out"
    )


def forget(request, account):
    """Whoever has a new password, by a link in their mailbox, begins anew."""
    key = f"account:{account.pk}"
    ratelimit.clear(request, action="login_failed", key=key)
    cache.delete(f"told:{key}")


def slowed(view):
    """``view``, which takes the password of a page, as often as ``page_password`` allows."""

    @wraps(view)
    def asked(request, *args, **kwargs):
        refused = ratelimit.consume_or_429(request, action="page_password")
        return refused or view(request, *args, **kwargs)

    return asked


def slowed_by_account(view):
    """``view`` of one's own settings, which asks for the password where the address changes, as
    often as the password may be changed."""

    @wraps(view)
    def asked(request, *args, **kwargs):
        gives_password = any(
            name.endswith("password") and value for name, value in request.POST.items()
        )
        if gives_password and request.user.is_authenticated:
            refused = ratelimit.consume_or_429(
                request, action="change_password", user=request.user
            )
            if refused:
                return refused
        return view(request, *args, **kwargs)

    return asked
