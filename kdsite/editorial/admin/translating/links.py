"""A link of the original is waved off, or asked for again."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from wagtail_localize.models import StringSegment, Translation

from kdsite.editorial.admin.page_screen import post_only
from kdsite.editorial.admin.translating.saved_rows import progress, remarks
from kdsite.editorial.translations.table import waived_links
from kdsite.editorial.translations.table.rows import row_of


@post_only
def waive(request, translation_id, string_segment_id):
    """``link``: its number in the string; ``again``: it is asked for again."""
    translation = get_object_or_404(Translation, pk=translation_id)
    segment = get_object_or_404(
        StringSegment.objects.select_related("string"),
        pk=string_segment_id,
        source_id=translation.source_id,
    )
    change = waived_links.ask_again if request.POST.get("again") else waived_links.waive
    change(translation, segment, request.POST.get("link", ""), request.user)
    row = row_of(translation, segment)
    return JsonResponse(
        {
            "remarks": remarks(request, translation, row),
            "progress": progress(request, translation),
        }
    )
