"""What the buttons of the review do and when, in the words that stand beside them."""

from django.utils import timezone
from django.utils.translation import gettext as _

from kdsite.editorial.dates import on_day
from kdsite.editorial.models import Mode
from kdsite.editorial.releases.fate import Fate
from kdsite.editorial.releases.left_out import goes_without
from kdsite.editorial.releases.readiness import State
from kdsite.editorial.releases.waiting import slot_of


def approving(page, prospect):
    """A sentence on what an approval of ``page`` leads to.

    :param prospect: what :func:`.fate.prospect_of` says of it.
    """
    if prospect.fate == Fate.ONE_MORE:
        more = _("Nothing is published yet: one more person must approve.")
        return f"{more} {prospect.why}".rstrip()
    if prospect.fate == Fate.WITH_ANOTHER:
        return _("It goes out with the page that it belongs to.")
    if prospect.fate == Fate.AT_ONCE:
        if len(prospect.pages) > 1:
            return _("Published at once, in both languages.")
        return _("Published at once.")
    if prospect.slot is None:
        return _(
            "It waits: the original is not public and has no slot in the calendar."
        )
    return _in_slot(page, prospect.slot, prospect.state)


def _in_slot(page, slot, state):
    when = {"when": on_day(timezone.localtime(slot.at))}
    others = [e for e in state.languages if e.page is None or e.page.pk != page.pk]
    if slot.is_past:
        # Its time has come; readiness says what it still waits for.
        lacks = {"missing": " ".join(state.obstacles)}
        return _("It goes out as soon as nothing is missing. %(missing)s") % lacks
    first = slot.mode == Mode.ORIGINAL_FIRST and page.pk == slot.page_id
    if first or not others:
        return _("Goes out %(when)s.") % when
    return _with_version(others[0]) % when


def _with_version(other):
    """“Goes out …, with the Swedish version, which …”."""
    is_swedish = other.language == "sv"
    if other.state in (State.READY, State.APPROVED, State.LIVE):
        return (
            _("Goes out %(when)s, with the Swedish version.")
            if is_swedish
            else _("Goes out %(when)s, with the Finnish version.")
        )
    if other.state == State.MISSING:
        return (
            _("Goes out %(when)s, with the Swedish version, which is not started yet.")
            if is_swedish
            else _(
                "Goes out %(when)s, with the Finnish version, which is not started yet."
            )
        )
    if other.state == State.OUTDATED:
        return (
            _(
                "Goes out %(when)s, with the Swedish version, which is from an older text."
            )
            if is_swedish
            else _(
                "Goes out %(when)s, with the Finnish version, which is from an older text."
            )
        )
    return (
        _("Goes out %(when)s, with the Swedish version, which is not approved yet.")
        if is_swedish
        else _(
            "Goes out %(when)s, with the Finnish version, which is not approved yet."
        )
    )


def asking_for_changes(page):
    """Sentences on what it leads to when changes are asked for."""
    if page.live:
        return _(
            "The text goes back to its sender, who gets your comment by mail. Readers keep the "
            "version that is public now."
        )
    goes_back = _(
        "The text goes back to its sender, who gets your comment by mail. Nothing is published."
    )
    return " ".join([goes_back, *going_without(page)])


def going_without(page):
    """What goes out without ``page``, which changes are asked of, and how that is held back."""
    found = goes_without(page)
    if found:
        found.append(_("If that text should wait for it, take it back to draft."))
    return found


def approved(page):
    """What approval meant for a page that is not public yet."""
    slot = slot_of(page)
    if slot is None:
        return _("Approved. It goes out with the page that it belongs to.")
    when = on_day(timezone.localtime(slot.at))
    if slot.is_past:
        return _("Approved. It goes out when both languages are approved.")
    return _("Approved. It goes out %(when)s.") % {"when": when}
