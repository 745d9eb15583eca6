"""Texts and translations that the calendar waits for, and the next empty slot."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kdsite.editorial.addresses import edit_url, review_url, slot_url
from kdsite.editorial.admin.to_do.things import ToDo, Urgency
from kdsite.editorial.dates import moment
from kdsite.editorial.models import Mode
from kdsite.editorial.releases.states import UNWRITTEN, State

# Elsewhere, or nothing that the calendar waits for.
NOT_MISSED = (State.OUTDATED, State.TAKEN_DOWN)


def slots_waiting(desk):
    """A :class:`ToDo` for each text that is late or due this week, for editors; for each translation that
    is, or that the next release waits for, for editors and its team; for the next empty slot."""
    held = [entry for entry in desk.coming if entry.slot.page_id]
    for entry in desk.coming:
        if desk.runs_the_site and (thing := _text(entry, desk)):
            yield thing
        for part in entry.state.languages[1:]:
            is_next = entry is held[0] and entry.slot.mode == Mode.TOGETHER
            if thing := _translation(entry, part, desk, is_next):
                yield thing
    if desk.runs_the_site:
        empty = [e for e in desk.coming if e.is_empty and not _is_due(e, desk)]
        yield from map(_empty, empty[:1])


def _is_due(entry, desk):
    return entry.slot.text_due <= desk.week_ends


def _text(entry, desk):
    """The original, where it is not sent yet and its day has come near."""
    part, slot = entry.state.original, entry.slot
    if part.state not in UNWRITTEN or not _is_due(entry, desk):
        return None
    if entry.is_empty:
        return _empty(entry, Urgency.LATE if part.is_late else Urgency.THIS_WEEK)
    if part.is_late:
        due = _("The text was due on %(day)s.") % {"day": _day(slot.text_due)}
    else:
        due = _("The text is due on %(day)s.") % {"day": _day(slot.text_due)}
    writers = [_writers(entry.writers)] if entry.writers else []
    return ToDo(
        Urgency.LATE if part.is_late else Urgency.THIS_WEEK,
        entry.title or capfirst(moment(entry.local)),
        edit_url(part.page) if part.page else slot_url(slot),
        _("Open the page") if part.page else _("Open the time"),
        slot.text_due,
        lines=[f"{part.state.label}.", due, _goes_out(entry), *writers],
        language=part.language,
    )


def _translation(entry, part, desk, is_next):
    """A translation of an approved original, where it is not approved and its day has come near."""
    is_theirs = part.language in desk.languages
    if not (desk.runs_the_site or is_theirs) or not entry.state.is_approved:
        return None
    if part.state.is_done or part.state in NOT_MISSED:
        return None
    in_review = part.state == State.TRANSLATION_IN_REVIEW
    if in_review and not desk.runs_the_site:
        return None
    due = entry.slot.translation_due
    if part.is_late:
        urgency = Urgency.LATE
    elif is_next:
        urgency = Urgency.MISSING
    elif due <= desk.week_ends:
        urgency = Urgency.THIS_WEEK
    else:
        return None
    if part.is_late:
        needed = _("The translation was needed by %(day)s.") % {"day": _day(due)}
    else:
        needed = _("The translation is needed by %(day)s.") % {"day": _day(due)}
    url, label, is_post = _step(entry, part, is_theirs)
    return ToDo(
        urgency,
        entry.title,
        url,
        label,
        due,
        lines=[f"{_state(part)}.", needed, _goes_out(entry)],
        language=entry.state.original.language,
        is_post=is_post,
    )


def _step(entry, part, is_theirs):
    """Where the translation goes on; who cannot translate it, looks at its time."""
    if part.state == State.TRANSLATION_IN_REVIEW:
        return review_url(part.page), _("Open the review"), False
    if part.page:
        return edit_url(part.page), _("Open the translation"), False
    if not is_theirs:
        return slot_url(entry.slot), _("Open the time"), False
    label = (
        _("Translate into Swedish")
        if part.language == "sv"
        else _("Translate into Finnish")
    )
    args = [entry.slot.page_id, part.language]
    return reverse("editorial:translate", args=args), label, True


def _state(part):
    """``ruotsiksi: Käännös puuttuu``."""
    into = {"fi": _("in Finnish"), "sv": _("in Swedish")}.get(part.language, "")
    return f"{capfirst(into)}: {part.state.label}" if into else part.state.label


def _goes_out(entry):
    return _("Publication: %(when)s.") % {"when": moment(entry.local)}


def _empty(entry, urgency=Urgency.EMPTY):
    """Nobody has thought of this time yet."""
    due = {"day": _day(entry.slot.text_due)}
    return ToDo(
        urgency,
        capfirst(moment(entry.local)),
        slot_url(entry.slot),
        _("Plan this time"),
        entry.slot.text_due,
        lines=[
            _("Nothing is planned for this time."),
            _("The text was due on %(day)s.") % due
            if urgency == Urgency.LATE
            else _("The text is due on %(day)s.") % due,
        ],
    )


def _writers(names):
    label = _("Writer") if len(names) == 1 else _("Writers")
    return f"{label}: {', '.join(names)}."


def _day(day):
    return date_format(day, "SHORT_DATE_FORMAT")
