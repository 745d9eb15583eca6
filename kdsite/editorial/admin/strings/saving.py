"""A string, another picture or a PO file is saved, unless somebody else was quicker."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseNotAllowed, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException
from wagtail.admin import messages
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)
from wagtail_localize.views import edit_translation

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.admin.page_screen import post_only
from kdsite.editorial.admin.strings.seen import NAME
from kdsite.editorial.admin.translating.saved_rows import not_saved, saved
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.publishing import guard
from kdsite.editorial.translations import overridden, overtaken, po_files
from kdsite.editorial.translations.table.writing import write


def edit_string(request, translation_id, string_segment_id):
    """What was typed, after a look at what is there now; words of nothing take the translation away."""
    translation = get_object_or_404(Translation, pk=translation_id)
    segment = get_object_or_404(
        StringSegment.objects.select_related("string", "context"),
        pk=string_segment_id,
        context__object_id=translation.source.object_id,
    )
    written = StringTranslation.objects.filter(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=translation.target_locale_id,
    )
    return _save(
        request,
        translation,
        written,
        lambda typed, page: _write(
            request, translation, segment, typed, page, written.first()
        ),
    )


def _write(request, translation, segment, typed, page, row):
    typed = typed or "" if request.method == "PUT" else ""
    try:
        row = write(translation, segment, typed, request.user, page)
    except (ValidationError, Conflict) as error:
        sentence = " ".join(getattr(error, "messages", [str(error)]))
        return not_saved(typed, sentence, overtaken.token_of(row), status=409)
    return saved(request, translation, segment, row)


def edit_override(request, translation_id, overridable_segment_id):
    """As :func:`edit_string`; only what exists, this person may choose, or leads somewhere."""
    translation = get_object_or_404(Translation, pk=translation_id)
    segment = get_object_or_404(OverridableSegment, pk=overridable_segment_id)
    written = SegmentOverride.objects.filter(
        context_id=segment.context_id, locale_id=translation.target_locale_id
    )
    return _save(
        request,
        translation,
        written,
        lambda typed, page: edit_translation.edit_override(
            request,
            translation_id=translation_id,
            overridable_segment_id=overridable_segment_id,
        ),
        is_override=True,
    )


@transaction.atomic
def _save(request, translation, written, save, is_override=False):
    if request.method not in ("PUT", "DELETE"):
        return HttpResponseNotAllowed(["PUT", "DELETE"])
    typed = _typed(request)
    if request.method == "PUT" and typed is None:
        return JsonResponse({"error": _("Nothing came to be saved.")}, status=400)
    # One after another: what was looked at is what is written over.
    page = guard.lock_page(translation.get_target_instance().pk).specific
    row = written.select_related("last_translated_by").first()
    try:
        overtaken.refuse_if_overtaken(row, request.GET.get(NAME, ""), request.user)
    except overtaken.Overtaken as error:
        return not_saved(typed or "", str(error), error.token, 409, row, request)
    if not is_override:
        return save(typed, page)
    before = overridden.shown(translation)
    response = save(typed, page)
    try:
        overridden.check(translation, before, request.user)
    except Refusal as error:
        transaction.set_rollback(True)
        return JsonResponse({"error": str(error)}, status=400)
    return response


def _typed(request):
    """The words that the editor sends, read as their view reads them; ``None``: there are none."""
    # Read here, the body is kept, and their view can read it once more.
    if not request.body:
        return None
    read = edit_translation.edit_override.cls().initialize_request(request)
    try:
        return read.POST.get("value")
    except APIException:
        # A text that is no JSON, or of a kind that their view does not read, either.
        return None


@post_only
def upload_po(request, translation_id):
    """Their view, but for what somebody else has written since the file was made."""
    translation = get_object_or_404(Translation, pk=translation_id)
    back = redirect(edit_url(translation.get_target_instance()))
    file = request.FILES.get("file")
    if file is None:
        messages.error(request, _("Choose a PO file first."))
        return back
    try:
        left = po_files.bring_in(translation, po_files.read(file.read()), request.user)
    except Refusal as error:
        messages.error(request, str(error))
        return back
    messages.success(request, _("The PO file is brought in."))
    for row in left:
        messages.warning(
            request,
            _(
                "Left as it is, because %(name)s has written it since the file was made: "
                "“%(text)s”."
            )
            % {"name": overtaken.writer_of(row), "text": overtaken.shown(row)},
        )
    return back
