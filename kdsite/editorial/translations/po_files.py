"""A PO file brought back: what somebody else has written since it was made is not overwritten."""

from datetime import datetime

import polib
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import StringTranslation, TemplateSegment

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.publishing import guard
from kdsite.editorial.texts.marks import tidied
from kdsite.editorial.texts.translation_strings import says_nothing

MADE_AT = "POT-Creation-Date"
# polib reads a name as a file's; a PO file is never one line.
LARGEST = 5 * 1024 * 1024


def read(content):
    """The PO file that ``content`` (bytes) is.

    :raises Refusal: it is none.
    """
    try:
        text = content.decode("utf-8-sig")
        if len(content) > LARGEST or "\n" not in text:
            raise ValueError
        return polib.pofile(text)
    except (OSError, ValueError) as error:
        raise Refusal(_("This is no PO file.")) from error


@transaction.atomic
def bring_in(translation, po, user):
    """Write what ``po`` says into ``translation``; a string that was emptied in the file is not
    translated any more.

    :returns: the strings that were left as they are, because somebody else has written them since
        the file was made: ``StringTranslation`` rows.
    :raises Refusal: the file belongs to another translation.
    """
    if po.metadata.get("X-WagtailLocalize-TranslationID") != str(translation.uuid):
        raise Refusal(_("This PO file belongs to another translation."))
    guard.lock_page(translation.get_target_instance().pk)
    made_at = _made_at(po)
    written = {
        (row.translation_of.data, row.context.path): row
        for row in StringTranslation.objects.filter(
            locale=translation.target_locale,
            context__object_id=translation.source.object_id,
        ).select_related("translation_of", "context", "last_translated_by")
    }
    left, formatted = [], _formatted(translation.source)
    for entry in list(po):
        entry.msgstr = tidied(entry.msgstr, entry.msgid, entry.msgctxt in formatted)
        row = written.get((entry.msgid, entry.msgctxt))
        is_newer = bool(row) and (made_at is None or row.updated_at > made_at)
        is_others = is_newer and row.last_translated_by_id != user.pk
        if says_nothing(entry.msgstr, entry.msgid):
            po.remove(entry)
            # What was not in the file has not been emptied there.
            if row and not is_newer:
                row.delete()
        elif is_others and row.data != entry.msgstr:
            left.append(row)
            po.remove(entry)
    translation.import_po(po, user=user, tool_name="PO File")
    return left


def _formatted(source):
    """The paths of the formatted texts of ``source``."""
    templates = TemplateSegment.objects.filter(source=source)
    return set(templates.values_list("context__path", flat=True))


def _made_at(po):
    """When the file was fetched from here; ``None`` where it does not say so."""
    try:
        made_at = datetime.fromisoformat(po.metadata.get(MADE_AT, ""))
    except ValueError:
        return None
    if timezone.is_naive(made_at):
        made_at = timezone.make_aware(made_at)
    # A file from the future was not made here.
    return made_at if made_at <= timezone.now() else None
