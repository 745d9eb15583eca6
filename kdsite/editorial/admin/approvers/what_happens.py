"""What the buttons of the review do and when, in the words that stand beside them."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from kdsite.editorial.addresses import review_url
from kdsite.editorial.dates import on_day
from kdsite.editorial.models import Mode
from kdsite.editorial.page_kinds import goes_into_slots
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.publishing.targets import not_public
from kdsite.editorial.reasons import in_words
from kdsite.editorial.releases.fate import Fate
from kdsite.editorial.releases.left_out import goes_without
from kdsite.editorial.releases.publish_due import problem_of
from kdsite.editorial.releases.readiness import read_state
from kdsite.editorial.releases.states import State
from kdsite.editorial.releases.waiting import slot_of, waiting_of
from kdsite.editorial.releases.without_slot import holding


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
        if why := _why_alone(page):
            return f"{_at_once_only(page)} {why}"
        return _("Published at once.")
    if prospect.slot is None:
        return _(
            "It waits: the original is not public and has no slot in the calendar."
        )
    sentence = _in_slot(page, prospect.slot, prospect.state)
    if prospect.slot.is_past:
        return sentence
    return " ".join([sentence, *prospect.state.held])


def said_of_approving(page, prospect, user):
    """:func:`approving` as ``approve``, and as ``put`` where ``user`` may give ``page`` a time first."""
    return {
        "approve": approving(page, prospect),
        "put": _slot_to_offer(page, prospect, user),
    }


def _slot_to_offer(page, prospect, user):
    """Where ``page`` is given a time, of a text that an approval by ``user`` would publish in one language
    at once; empty: it would not, or they do not plan the calendar."""
    alone = prospect.fate == Fate.AT_ONCE and len(prospect.pages) < 2
    if alone and runs_the_site(user) and goes_into_slots(page):
        return f"{reverse('calendar:put', args=[page.pk])}?next={review_url(page)}"
    return ""


def _at_once_only(page):
    if page.locale.language_code == "sv":
        return _("Published at once, in Swedish only.")
    return _("Published at once, in Finnish only.")


def _why_alone(page):
    """A sentence on why readers get ``page`` in one language only; empty: they get both."""
    other = Page.objects.filter(translation_key=page.translation_key)
    other = other.exclude(pk=page.pk).first()
    is_swedish = page.locale.language_code != "sv"
    if other is None:
        return (
            _("There is no Swedish version yet.")
            if is_swedish
            else _("There is no Finnish version yet.")
        )
    if other.live:
        return ""
    if waiting_of(other):
        return _("The translation was made from an older text.")
    if other.first_published_at and not other.workflow_in_progress:
        return (
            _("The Swedish version is taken down.")
            if is_swedish
            else _("The Finnish version is taken down.")
        )
    return (
        _("The Swedish version is not approved yet.")
        if is_swedish
        else _("The Finnish version is not approved yet.")
    )


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


def decided(action, page, done):
    """What the button ``action`` has done.

    :param page: as it is now.
    :param done: whether it has ended the review, or let out what waited.
    """
    if action == "reject":
        sentence = _("You asked for changes. The writer sees your comment.")
        return " ".join([sentence, *going_without(page)])
    if done:
        sentence = _published(page) if page.live else _approved(page)
        return " ".join([sentence, *not_public(page.get_latest_revision_as_object())])
    if action in ("fine", "object"):
        sentence = _("Thank you! Your answer is sent to those who decide.")
        is_draft = not (page.workflow_in_progress or waiting_of(page))
        return f"{sentence} {_('It is a draft again.')}" if is_draft else sentence
    if action == "read":
        return _("It is noted that you have read the author's answer.")
    return _("Your approval is recorded. One more person must approve.")


def counts_as_current(page, release):
    """What follows where an editor has found that its original's change does not matter for the
    translation ``page``.

    :param release: in which it went out by that, or ``None``.
    """
    sentence = _("The translation counts as current.")
    if release:
        return " ".join([sentence, _("It is public now.")])
    if waiting_of(page) is None:
        return sentence
    if problem := problem_of(page):
        return f"{sentence} {_('Publishing failed:')} {in_words(problem)}"
    if slot := slot_of(page):
        return f"{sentence} {_in_slot(page, slot, read_state(slot))}"
    return " ".join([sentence, _("It still waits."), *holding(page)])


def _published(page):
    why = _why_alone(page)
    if not why:
        return _("Approved and published.")
    if page.locale.language_code == "sv":
        return _("Approved and published, in Swedish only.") + f" {why}"
    return _("Approved and published, in Finnish only.") + f" {why}"


def _approved(page):
    """What approval meant for a page that is not public yet."""
    slot = slot_of(page)
    if slot is None:
        return _("Approved. It goes out with the page that it belongs to.")
    when = on_day(timezone.localtime(slot.at))
    if slot.is_past:
        return _("Approved. It goes out when both languages are approved.")
    return _("Approved. It goes out %(when)s.") % {"when": when}
