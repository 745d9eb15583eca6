"""A form of the admin that no browser would send is answered in words, not by a failure."""

import logging

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DataError
from django.http import RawPostDataException
from django.shortcuts import redirect
from django.urls import NoReverseMatch
from django.utils.translation import override
from draftjs_exporter.error import ExporterException
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.users.models import UserProfile

from kdsite import views

# What Wagtail and Django raise over a number, id, order or JSON text that is none (measured on
# Wagtail 8.0.1: the counters of a StreamField, choosers and inline forms that show a bad id again; formatted text with a link that it
# does not bring).
KINDS = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    ValidationError,
    ObjectDoesNotExist,
    DataError,
    NoReverseMatch,
    ExporterException,
    # A form where JSON is expected.
    RawPostDataException,
)

logger = logging.getLogger("django.request")


class UnreadableFormMiddleware:
    """Answers 400 where code that is not ours fails on what a request in the admin brought, and
    writes the failure to the log. Nothing is stored: saving is one transaction."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Wagtail saves, and then leads on to the address that the form names: one that leads nowhere
        is refused before anything is saved."""
        is_in_admin = request.resolver_match.route.startswith("admin/")
        if not (is_in_admin and request.user.is_authenticated):
            return None
        try:
            # The check of the form's token has read it already.
            redirect(get_valid_next_url_from_request(request) or "/")
        except NoReverseMatch:
            return self._refuse(request)
        return None

    def process_exception(self, request, exception):
        match = request.resolver_match
        texts = [part for part in match.kwargs.values() if isinstance(part, str)]
        brings = request.method in ("POST", "PUT") or request.GET or texts
        in_admin = match.route.startswith("admin/")
        if not (brings and in_admin and isinstance(exception, KINDS)):
            return None
        if _module(exception) in settings.OWN_PACKAGES:
            return None
        logger.error("Unreadable: %s", request.path, exc_info=exception)
        return self._refuse(request)

    def _refuse(self, request):
        if not request.user.is_authenticated:
            return views.unreadable(request)
        # Outside Wagtail's views, where the language is the browser's.
        with override(UserProfile.get_for_user(request.user).get_preferred_language()):
            return views.unreadable(request)


def _module(exception):
    """The package in whose code it was raised."""
    traceback = exception.__traceback__
    while traceback.tb_next:
        traceback = traceback.tb_next
    return traceback.tb_frame.f_globals.get("__name__", "").partition(".")[0]
