"""Into the site, after an invitation was accepted."""

from django.contrib.auth import login
from django.http import HttpResponseRedirect


def enter(request, user, redirect_to):
    """Log ``user`` in.

    :param redirect_to: where they go then.
    :returns: the answer to the request.
    """
    login(request, user)
    return HttpResponseRedirect(redirect_to)
