"""How strings like this one were translated before, fetched when a cell is entered."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from wagtail_localize.models import StringSegment, Translation

from kdsite.editorial.texts.marks import shown
from kdsite.editorial.translations.table.like_wordings import like


def hints(request, translation_id, string_segment_id):
    """A part of the screen; empty where nothing was."""
    translation = get_object_or_404(Translation, pk=translation_id)
    segment = get_object_or_404(
        StringSegment.objects.select_related("string", "context"),
        pk=string_segment_id,
        source_id=translation.source_id,
    )
    found = [
        {
            "title": each.title,
            "original": shown(each.original),
            "words": shown(each.words),
        }
        for each in like(segment, translation.target_locale)
    ]
    context = {
        "found": found,
        "source_language": translation.source.locale.language_code,
        "language": translation.target_locale.language_code,
    }
    html = render_to_string("editorial/translating/hints.html", context, request)
    return HttpResponse(html)
