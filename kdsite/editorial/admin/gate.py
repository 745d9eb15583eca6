"""Who passes into the admin: every address is asked for in the table of its rules."""

from contextlib import nullcontext

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import activate, get_language, gettext_lazy, override
from wagtail.models import Page
from wagtail.users.models import UserProfile

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.admin.address_rules import find_page, find_translation, rule_for
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.policy.hosts import read_once

OPEN_TO_ALL = {"wagtailadmin_login", "wagtailadmin_logout"}
# What a column of ids holds; a database fails on more.
LARGEST_ID = 2**63 - 1


class AdminGateMiddleware:
    """Keeps the table of :mod:`.address_rules`, and turns a refusal into a sentence on the page it
    came from. What Wagtail refuses outside its views is said in the person's language, too."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        before = get_language()
        changes_nothing = request.method in ("GET", "HEAD")
        try:
            with read_once() if changes_nothing else nullcontext():
                return self.get_response(request)
        finally:
            activate(before)

    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        # Readers' pages never ask who is there: that would make them vary by cookie.
        if not match.route.startswith("admin/") or not request.user.is_authenticated:
            return None
        if hasattr(request.user, "wagtail_userprofile"):
            activate(request.user.wagtail_userprofile.get_preferred_language())
        if not request.user.has_perm("wagtailadmin.access_admin") and (
            match.view_name not in OPEN_TO_ALL
        ):
            # Wagtail leads to the log-in, which leads whoever is logged in back here.
            raise PermissionDenied
        if any(isinstance(id_, int) and id_ > LARGEST_ID for id_ in kwargs.values()):
            raise Http404
        if "wagtailadmin_api" in match.namespaces and request.method != "GET":
            return self._refuse(
                request, gettext_lazy("This is not done through the API.")
            )
        try:
            if rule_for(match)(request, kwargs):
                return None
        except Refusal as refusal:
            return self._refuse(request, refusal)
        return self._refuse(request, gettext_lazy("You cannot do that here."))

    def process_exception(self, request, exception):
        if isinstance(exception, Refusal) and request.user.is_authenticated:
            return self._refuse(request, exception)
        return None

    def _refuse(self, request, sentence):
        # Outside Wagtail's views, where the language is the browser's.
        with override(UserProfile.get_for_user(request.user).get_preferred_language()):
            return self._answer(request, str(sentence))

    def _answer(self, request, sentence):
        match = request.resolver_match
        wants_json = (
            "application/json" in request.headers.get("accept", "")
            or request.headers.get("x-requested-with") == "XMLHttpRequest"
            or request.method in ("PUT", "DELETE")
            or "wagtailadmin_api" in match.namespaces
        )
        if wants_json:
            return JsonResponse(
                {"success": False, "error_code": "refused", "error_message": sentence},
                status=403,
            )
        messages.error(request, sentence)
        page_id = match.kwargs.get("page_id") if match else None
        if match and "translation_id" in match.kwargs:
            page_id = find_translation(match.kwargs).pk
        if page_id and Page.objects.filter(pk=page_id).exists():
            page = find_page(page_id)
            if page.permissions_for_user(request.user).can_edit():
                return redirect(edit_url(page))
        return redirect("wagtailadmin_home")
