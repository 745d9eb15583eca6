"""Reviews, answers and comments that wait for somebody to read them."""

from itertools import groupby

from django.db.models import Exists, IntegerField, OuterRef
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, TaskState

from kdsite.editorial.addresses import edit_url, review_url
from kdsite.editorial.admin.to_do.things import ToDo, Urgency
from kdsite.editorial.dates import at_clock
from kdsite.editorial.models import Companion, DraftAnswer
from kdsite.editorial.notifications.comments import to_answer
from kdsite.editorial.page_kinds import is_translation
from kdsite.editorial.policy import standing
from kdsite.editorial.policy.hearing import can_hear_no
from kdsite.editorial.policy.many_decisions import decisions_on
from kdsite.editorial.review import choices

# What somebody wrote begins with so many words of it.
WORDS = 25


def reading(desk):
    """A :class:`ToDo` for each review this person can decide on, the longest waiting first; for each page
    with answers that no editor has read, where no review shows them; and for comments to them."""
    reviews = waiting_for(desk.user, desk.waiting, desk.tasks)
    for item in reviews:
        yield _review(**item)
    if desk.runs_the_site:
        in_review = {item["page"].pk for item in reviews}
        yield from _answers(in_review)
    for item in to_answer(desk.user):
        yield _comments(item)


def _review(page, by, since, translated, asked=""):
    sent = _("Sent by %(name)s.") % {"name": get_user_display_name(by) or "–"}
    return ToDo(
        Urgency.REVIEW,
        page.get_admin_display_title(),
        review_url(page),
        _("Read and decide"),
        since,
        lines=[*filter(None, [asked]), sent, _since(timezone.localtime(since))],
        language=page.locale.language_code,
        said=_("Translation to review") if translated else "",
    )


def _since(local):
    days = (timezone.localdate() - local.date()).days
    if days < 1:
        return _("It came today %(time)s.") % {"time": at_clock(local)}
    waits = ngettext(
        "It has waited for %(count)d day, since %(day)s.",
        "It has waited for %(count)d days, since %(day)s.",
        days,
    )
    day = date_format(local, "SHORT_DATE_FORMAT")
    return waits % {"count": days, "day": day}


def _answers(in_review):
    answers = (
        DraftAnswer.objects.unread()
        .exclude(link__page_id__in=in_review)
        .select_related("link__page__locale")
        .order_by("link__page_id", "created_at")
    )
    for page, given in groupby(answers, key=lambda answer: answer.link.page):
        given = list(given)
        yield ToDo(
            Urgency.ANSWER,
            page.get_admin_display_title(),
            reverse("editorial:links", args=[page.pk]),
            _("Read the answer") if len(given) == 1 else _("Read the answers"),
            given[0].created_at,
            lines=[_said(answer) for answer in given],
            language=page.locale.language_code,
        )


def _said(answer):
    if answer.is_fine:
        return _("%(name)s: fine as it is.") % {"name": answer.link.name}
    words = Truncator(answer.text).words(WORDS)
    return _("%(name)s asks for changes: “%(words)s”") % {
        "name": answer.link.name,
        "words": words,
    }


def _comments(item):
    count = ngettext(
        "%(count)d comment to answer", "%(count)d comments to answer", item.count
    )
    return ToDo(
        Urgency.COMMENT,
        item.page.get_admin_display_title(),
        edit_url(item.page),
        _("Read and answer"),
        item.page.latest_revision_created_at,
        lines=[count % {"count": item.count} + "."],
        language=item.page.locale.language_code,
    )


def waiting_for(user, rows, tasks=None):
    """What of everything in review ``user`` may decide on: the page, who sent it and when, and whether it is
    a translation. Then what is
    approved and held by an author's “no”, which they may end by having read it: also with the sentence
    ``asked``.

    :param rows: what waits for its time, each a :class:`.Waiting`.
    :param tasks: :meth:`.ReviewTask.in_use`, where the caller has read them.
    """
    states = list(_in_review())
    ids = {int(state.workflow_state.object_id) for state in states}
    pages = (
        Page.objects.filter(pk__in=ids | {row.page_id for row in rows})
        .select_related("locale", "latest_revision__user")
        .in_bulk()
    )
    for page in pages.values():
        # What waits for its time is in no review.
        page._current_workflow_states = []
    for state in states:
        if page := pages.get(int(state.workflow_state.object_id)):
            page._current_workflow_states.append(state.workflow_state)
    decisions = decisions_on(
        [page.specific_deferred for page in pages.values()],
        {pk: page.latest_revision for pk, page in pages.items()}
        | {row.page_id: row.revision for row in rows},
        tasks,
    )
    found = []
    for state in states:
        pk = int(state.workflow_state.object_id)
        if pk in decisions and _may_decide(user, decisions[pk]):
            sender = state.workflow_state.requested_by
            item = {"page": pages[pk], "by": sender, "since": state.started_at}
            found.append(item | {"translated": is_translation(decisions[pk].page)})
    for row in rows:
        decision = decisions[row.page_id]
        if can_hear_no(user, decision):
            item = {"page": pages[row.page_id], "by": row.revision.user}
            asked = standing.asked_for_changes(decision.held)
            item |= {"since": row.since, "asked": asked}
            found.append(item | {"translated": is_translation(decision.page)})
    return found


def _in_review():
    """The reviews in progress, the longest first; not those of what is decided on with another page."""
    accompanying = Companion.objects.in_review().filter(
        page_id=Cast(OuterRef("workflow_state__object_id"), IntegerField())
    )
    states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    states = states.filter(~Exists(accompanying))
    return states.select_related("workflow_state__requested_by").order_by("started_at")


def _may_decide(user, decision):
    offered = choices.actions(decision.page, user, decision)
    return bool({"approve", "read"} & {name for name, _label, _comment in offered})
