"""How far a text has come, as a line of steps: sent, read, translated, out."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page


@dataclass
class Step:
    """``is_done``, or ``is_now``, or still to come."""

    label: str
    is_done: bool = False
    is_now: bool = False


def translated(pages):
    """The keys of those of ``pages`` of which another language is approved or public, in one query."""
    keys = {page.translation_key: page.locale_id for page in pages}
    if not keys:
        return set()
    versions = Page.objects.filter(
        Q(live=True) | Q(waiting__isnull=False), translation_key__in=keys
    ).values_list("translation_key", "locale_id")
    return {key for key, locale in versions if keys[key] != locale}


def steps(is_sent, is_approved, is_translated, slot):
    """The line of a text that readers have not seen yet.

    :param is_sent: is it in review, or approved?
    """
    out = _("Publication")
    if slot and not slot.is_past:
        day = date_format(timezone.localtime(slot.at), "SHORT_DATE_FORMAT")
        out = _("Goes out on %(day)s") % {"day": day}
    done = [
        (_("Sent") if is_sent else _("You send it"), is_sent),
        (
            _("Read by an editor") if is_approved else _("An editor reads it"),
            is_approved,
        ),
        (
            _("Translation is ready") if is_translated else _("Is translated"),
            is_translated,
        ),
        (out, False),
    ]
    line = [Step(label, is_done) for label, is_done in done]
    # A draft is with its writer: none of the steps is being done.
    if is_sent:
        next(step for step in line if not step.is_done).is_now = True
    return line
