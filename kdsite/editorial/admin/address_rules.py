"""Addresses of the admin that stock Wagtail or wagtail-localize leave open.

One table, closed by default: an address of wagtail-localize that an upgrade adds is refused
until somebody has thought about it. The measurements are in moderation.md (B1 to B19).
"""

from django.http import Http404
from django.utils.functional import lazy
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Workflow
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.locks import is_locked_for
from kdsite.editorial.policy.permissions import (
    EditorialPagePolicy,
    is_guest,
    narrow,
    runs_the_site,
)
from kdsite.editorial.policy.reviews_stay import check_stays
from kdsite.editorial.publishing.protected_files import is_public, is_to_translate
from kdsite.editorial.releases.waiting import approved_version
from kdsite.editorial.review import choices
from kdsite.editorial.translations.translating import may_translate


def find_page(page_id):
    """:raises Http404: there is none."""
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
    page = find_page(kwargs["page_id"])
    others = Locale.objects.exclude(pk=page.locale_id)
    return (
        approved_version(page) is not None
        and not request.POST.get("include_subtree")
        and any(may_translate(request.user, page, locale) for locale in others)
    )


def find_translation(kwargs):
    """The page that the translation of an address makes.

    :raises Http404: there is none.
    """
    translation = Translation.objects.filter(pk=kwargs["translation_id"]).first()
    if translation is None:
        raise Http404
    return translation.get_target_instance()


def _read_translation(request, kwargs):
    return find_translation(kwargs).permissions_for_user(request.user).can_edit()


def _write_translation(request, kwargs):
    """Whoever could write but for a lock is told of the lock."""
    page = find_translation(kwargs)
    may_write = page.permissions_for_user(request.user).can_edit()
    if may_write and is_locked_for(page, request.user):
        raise Refusal(lazy(page.get_lock().get_message, str)(request.user))
    return may_write


def _move(request, kwargs):
    page, destination = (
        find_page(kwargs["page_to_move_id"]),
        find_page(kwargs["destination_id"]),
    )
    return page.permissions_for_user(request.user).can_move_to(destination)


def _bulk(request, kwargs):
    """No publishing or taking down in bulk; otherwise only pages that this person may see."""
    if kwargs["model_name"] == "user" and kwargs["action"] in (
        "delete",
        "set_active_state",
    ):
        # Accounts are closed, one by one, not deleted; and opened again where others are told.
        return False
    if kwargs["app_label"] != "wagtailcore":
        return _own_files(request, kwargs)
    if kwargs["action"] in ("publish", "unpublish"):
        # Taking down asks which languages and why, for one page at a time.
        return False
    if runs_the_site(request.user):
        return True
    return _sees(EditorialPagePolicy(Page).explorable_instances(request.user), request)


def _own_files(request, kwargs):
    """Pictures and documents: those that this person may change, which "all" means to Wagtail."""
    for model in (get_image_model(), get_document_model()):
        if kwargs["model_name"] == model._meta.model_name:
            files = policy_registry.get_by_type(model)
            changeable = files.instances_user_has_permission_for(request.user, "change")
            everything = "all" in request.GET.getlist("id")
            return everything or _sees(changeable, request)
    return True


def _sees(pages, request):
    """Are all that the address asks for with ``?id=`` among ``pages``?"""
    ids = request.GET.getlist("id")
    if not all(v.isascii() and v.isdigit() and len(v) < 19 for v in ids):
        return False
    return pages.filter(pk__in=ids).count() == len(set(ids))


def _chosen(request, kwargs):
    """The titles of pages by their ids: of those that this person may choose."""
    return _sees(narrow(Page.objects.all(), request.user), request)


def _below(request, kwargs):
    """What lies below a page, with its title: the root, or what this person sees."""
    page = Page.objects.filter(pk=kwargs["parent_page_id"])
    return (
        page.filter(depth=1).exists()
        or narrow(page, request.user).exists()
        or (page.exists() and page[0].permissions_for_user(request.user).can_edit())
    )


def _review(request, kwargs):
    """Who may open the page, or decide on it."""
    page = find_page(kwargs["page_id"])
    return page.permissions_for_user(request.user).can_edit() or bool(
        page.workflow_in_progress and choices.actions(page, request.user)
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


def _stop_review(request, kwargs):
    """Wagtail cancels what is in review before it stores that the review is off."""
    workflow = Workflow.objects.filter(pk=kwargs["pk"]).first()
    if workflow:
        check_stays(workflow)
    return True


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
    "translation_strings:edit_string": _write_translation,
    "translation_strings:edit_override": _write_translation,
    "translation_strings:upload_po": _write_translation,
    "translation_strings:earlier": _read_translation,
    "editorial:translating:claim": _read_translation,
    "editorial:translating:hints": _read_translation,
    "editorial:translating:waive_link": _write_translation,
    "wagtailadmin_pages:move_confirm": _move,
    "wagtailadmin_pages:convert_alias": _closed,
    "wagtailadmin_workflows:disable": _stop_review,
    "wagtail_bulk_action": _bulk,
    "wagtailadmin_choose_page_chosen_multiple": _chosen,
    "wagtailadmin_choose_page_child": _below,
    "wagtailadmin_explore": _below,
    "wagtailadmin_explore_results": _below,
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


def rule_for(match):
    """What decides on the address of ``match`` (a ``ResolverMatch``): a function of the request and
    the address's values, which says whether it is open."""
    if "wagtail_localize" in match.namespaces:
        return LOCALIZE.get(match.url_name, _closed)
    return CORE.get(match.view_name, _open)
