"""Addresses of the admin that stock Wagtail or wagtail-localize leave open.

One table, closed by default: an address of wagtail-localize that an upgrade adds is refused
until somebody has thought about it. The measurements are in moderation.md (B1 to B19).
"""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy, override
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.policy.permissions import (
    EditorialPagePolicy,
    is_guest,
    runs_the_site,
)
from kdsite.editorial.publishing.protected_files import is_public, is_to_translate
from kdsite.editorial.releases.waiting import approved_version
from kdsite.editorial.review import decisions
from kdsite.editorial.translations.translating import is_locked_for, may_translate


def _page(page_id):
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        raise Http404
    return page.specific


def _closed(request, kwargs):
    """Nobody: what it does cannot pass the rule."""
    return False


def _open(request, kwargs):
    return True


def _start_translation(request, kwargs):
    """Only from an approved original, by somebody who translates into the other language."""
    page = _page(kwargs["page_id"])
    others = Locale.objects.exclude(pk=page.locale_id)
    return (
        approved_version(page) is not None
        and not request.POST.get("include_subtree")
        and any(may_translate(request.user, page, locale) for locale in others)
    )


def _translation(request, kwargs):
    translation = Translation.objects.filter(pk=kwargs["translation_id"]).first()
    if translation is None:
        raise Http404
    return translation.get_target_instance()


def _read_translation(request, kwargs):
    return _translation(request, kwargs).permissions_for_user(request.user).can_edit()


def _write_translation(request, kwargs):
    page = _translation(request, kwargs)
    return page.permissions_for_user(request.user).can_edit() and not is_locked_for(
        page, request.user
    )


def _move(request, kwargs):
    page, destination = (
        _page(kwargs["page_to_move_id"]),
        _page(kwargs["destination_id"]),
    )
    return page.permissions_for_user(request.user).can_move_to(destination)


def _bulk(request, kwargs):
    """No bulk publishing; otherwise only pages that this person may see."""
    if kwargs["model_name"] == "user" and kwargs["action"] == "delete":
        # Accounts are closed, one by one, not deleted.
        return False
    if kwargs["app_label"] != "wagtailcore":
        return True
    if kwargs["action"] == "publish":
        return False
    if runs_the_site(request.user):
        return True
    ids = request.GET.getlist("id")
    if not all(value.isascii() and value.isdigit() for value in ids):
        return False
    seen = EditorialPagePolicy(Page).explorable_instances(request.user)
    return seen.filter(pk__in=ids).count() == len(set(ids))


def _review(request, kwargs):
    """Who may open the page, or decide on it."""
    page = _page(kwargs["page_id"])
    return page.permissions_for_user(request.user).can_edit() or bool(
        page.workflow_in_progress and decisions.actions(page, request.user)
    )


def _everything(request, kwargs):
    """Lists that show pages and files whoever they belong to."""
    return runs_the_site(request.user)


def _file(get_model):
    """A picture or document that readers see already, or one's own; editors: every one.

    The translation editor asks for those of the original.
    """

    def rule(request, kwargs):
        file = get_model().objects.filter(pk=kwargs["pk"]).first()
        return file is None or (
            runs_the_site(request.user)
            or file.uploaded_by_user_id == request.user.pk
            or is_public(file)
            or is_to_translate(file, request.user)
        )

    return rule


def _report(request, kwargs):
    """The translations report lists every title, drafts too."""
    return not is_guest(request.user)


LOCALIZE = {
    "javascript_catalog": _open,
    "submit_page_translation": _start_translation,
    "submit_snippet_translation": _closed,
    "update_translations": _closed,
    "edit_string_translation": _write_translation,
    "edit_override": _write_translation,
    "download_pofile": _read_translation,
    "upload_pofile": _write_translation,
    "machine_translate": _write_translation,
    "preview_translation": _read_translation,
    "stop_translation": _closed,
    "convert_to_alias": _closed,
    "translations_report": _report,
    "translations_report_results": _report,
    "snippets_api_listing": _closed,
    "snippets_api_detail": _closed,
}

CORE = {
    "wagtailadmin_pages:move_confirm": _move,
    "wagtailadmin_pages:convert_alias": _closed,
    "wagtail_bulk_action": _bulk,
    "wagtailadmin_pages:workflow_action": _review,
    "wagtailadmin_pages:collect_workflow_action_data": _review,
    "wagtailadmin_pages:workflow_preview": _review,
    "wagtailadmin_pages:confirm_workflow_cancellation": _review,
    "wagtailadmin_reports:site_history": _everything,
    "wagtailadmin_reports:site_history_results": _everything,
    "wagtailadmin_reports:page_types_usage": _everything,
    "wagtailadmin_reports:page_types_usage_results": _everything,
    "wagtailadmin_api:images:listing": _everything,
    "wagtailadmin_api:images:detail": _file(get_image_model),
    "wagtailadmin_api:documents:listing": _everything,
    "wagtailadmin_api:documents:detail": _file(get_document_model),
}


def _rule_for(match):
    if "wagtail_localize" in match.namespaces:
        return LOCALIZE.get(match.url_name, _closed)
    return CORE.get(match.view_name, _open)


class AdminGateMiddleware:
    """Keeps the table above, and turns a refusal into a sentence on the page it came from."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        match = request.resolver_match
        # Readers' pages never ask who is there: that would make them vary by cookie.
        if not match.route.startswith("admin/") or not request.user.is_authenticated:
            return None
        if "wagtailadmin_api" in match.namespaces and request.method != "GET":
            return self._refuse(
                request, gettext_lazy("This is not done through the API.")
            )
        if _rule_for(match)(request, kwargs):
            return None
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
            page_id = _translation(request, match.kwargs).pk
        if page_id and Page.objects.filter(pk=page_id).exists():
            page = _page(page_id)
            if page.permissions_for_user(request.user).can_edit():
                return redirect(edit_url(page))
        return redirect("wagtailadmin_home")
