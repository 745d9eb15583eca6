"""What the table gets back when a row was saved, or could not be."""

from django.http import JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from kdsite.editorial.admin.strings.seen import NAME
from kdsite.editorial.dates import at_clock
from kdsite.editorial.texts.left_to_do import left_of
from kdsite.editorial.texts.marks import shown
from kdsite.editorial.translations.overtaken import token_of, writer_of
from kdsite.editorial.translations.table.language_advice import advise
from kdsite.editorial.translations.table.rows import row_of


def saved(request, translation, segment, row):
    """``row`` is what the string of ``segment`` is now: a ``StringTranslation``, or ``None``.

    ``data``: as it is stored; ``html``: as a cell shows it; ``seen``: the name of it; ``said``: a sentence;
    ``remarks`` and ``progress``: parts of the screen.
    """
    text = row_of(translation, segment)
    advise([text], translation.get_target_instance().specific)
    said = (
        _("Saved %(at)s.") % {"at": at_clock(timezone.localtime())}
        if row
        else _("Nothing is written here, so this text is not translated yet.")
    )
    return JsonResponse(
        {
            "data": row.data if row else "",
            "html": shown(row.data, text.addresses) if row else "",
            NAME: token_of(row),
            "said": said,
            "remarks": remarks(request, translation, text),
            "progress": progress(request, translation),
        }
    )


def remarks(request, translation, row):
    """What is said beside a :class:`.TextRow`, as HTML."""
    return render_to_string(
        "editorial/translating/remarks.html",
        {"row": row, "translation": translation, "may_write": True},
        request,
    )


def progress(request, translation):
    """What is left to do, as HTML."""
    page = translation.get_target_instance()
    context = {"left": left_of(translation), "is_sent": page.workflow_in_progress}
    return render_to_string("editorial/translating/progress.html", context, request)


def not_saved(typed, sentence, seen, status, theirs=None, request=None):
    """The words do not stand as they were typed: they come back with the reason, and with the name of
    what is there now.

    :param theirs: the row that somebody else has written meanwhile.
    """
    found = {"data": typed, "error": sentence, NAME: seen}
    if theirs is not None and hasattr(theirs, "translation_of_id"):
        found["html"] = shown(theirs.data)
        found["remarks"] = render_to_string(
            "editorial/translating/two_texts.html",
            {"name": writer_of(theirs), "theirs": shown(theirs.data), "ours": typed},
            request,
        )
    return JsonResponse(found, status=status)
