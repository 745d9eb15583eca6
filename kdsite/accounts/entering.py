"""Into the site, after an invitation was accepted."""

from allauth.account.utils import perform_login


def enter(request, user, redirect_to):
    """Log ``user`` in as the log-in does, with a second factor where the account has one.

    :param redirect_to: where they go then.
    :returns: the answer to the request.
    """
    return perform_login(request, user, redirect_url=redirect_to)
