"""What belongs to a page and does not go out with it: a profile that was refused, or never sent.

The page goes out on its day all the same: two people stand behind its own words. Whoever sends,
decides, plans or has written it is told what stays out, and why.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import Translation

from kdsite.editorial.dates import on_day
from kdsite.editorial.models import WhyLeftOut
from kdsite.editorial.models.words import Word
from kdsite.editorial.policy.approval_rule import author_ids, is_backed
from kdsite.editorial.policy.permissions import was_used
from kdsite.editorial.policy.waiting_along import companion_ids, rows_with
from kdsite.editorial.releases.waiting import slots_of

STATUSES = {
    WorkflowState.STATUS_IN_PROGRESS: WhyLeftOut.IN_REVIEW,
    WorkflowState.STATUS_NEEDS_CHANGES: WhyLeftOut.CHANGES,
}


@dataclass
class LeftOut:
    """One page that stays out; ``into`` is the language into which it is a translation: what it
    translates may be public."""

    page: Page
    why: WhyLeftOut
    into: str = ""

    def __str__(self):
        return sentence(self.page, self.why, self.into)

    @property
    def sender(self):
        """The account that it is up to, or ``None``: an editor, or the language team."""
        if self.why != WhyLeftOut.NOT_SENT or self.into:
            return None
        people = get_user_model().objects.filter(pk__in=author_ids(self.page))
        return next(
            (each for each in people if each.is_active and was_used(each)), None
        )

    @property
    def is_up_to(self):
        """:func:`str`, and who sends it, where nobody has."""
        if self.why != WhyLeftOut.NOT_SENT:
            return str(self)
        what = {"what": _called(self.page, self.into)}
        if self.into:
            return _("Does not go along: %(what)s. The language team sends it.") % what
        if sender := self.sender:
            what["name"] = get_user_display_name(sender)
            return _("Does not go along: %(what)s. It is sent by %(name)s.") % what
        return _("Does not go along: %(what)s. An editor sends it.") % what


def sentence(page, why, into):
    """That ``page`` stays out, and why; see :class:`LeftOut`."""
    reason = WhyLeftOut(why).label
    if into and why == WhyLeftOut.NOT_SENT:
        reason = _("The translation was not sent for review.")
    text = _("Does not go out with it: %(what)s. %(why)s")
    return text % {"what": _called(page, into), "why": reason}


def _called(page, into):
    """What it is called in sentences; of a translation also in which language."""
    what = {"what": page.as_companion()}
    if into == "sv":
        return _("%(what)s in Swedish") % what
    return _("%(what)s in Finnish") % what if into else what["what"]


def left_out(revisions, besides=()):
    """What belongs to these versions and would not go out with them, as a list of :class:`LeftOut`
    by the id of their page; in as many queries for a year of them as for one.

    :param besides: the ids of pages that are in review with them, and not asked about.
    """
    named = {revision: companion_ids(revision) for revision in revisions}
    ids = {pk for found in named.values() for pk in found}
    if not ids:
        return {}
    besides = set(besides)
    pages = Page.objects.filter(pk__in=ids)
    pages = Page.objects.filter(translation_key__in=pages.values("translation_key"))
    pages = list(pages.select_related("latest_revision__user"))
    left = why_out(
        page
        for page in pages
        if page.first_published_at is None
        and page.latest_revision
        and page.pk not in besides
    )
    if not left:
        return {}
    keys = {page.pk: page.translation_key for page in pages}
    return {
        int(revision.object_id): [
            each
            for each in left
            if each.page.locale_id == revision.content["locale"]
            and each.page.translation_key in {keys.get(pk) for pk in named[revision]}
        ]
        for revision in revisions
    }


def left_out_of(revision, besides=()):
    """:func:`left_out` of one version."""
    found = left_out([revision], besides) if revision else {}
    return found.get(int(revision.object_id), [])


def goes_without(page):
    """Where ``page`` belongs to texts that wait for their time: that they go out without it, as
    sentences."""
    if page.first_published_at or not getattr(page.specific_class, "goes_along", None):
        return []
    found, rows = [], rows_with(page)
    slots = slots_of([row.page for row in rows])
    for row in rows:
        if slot := slots.get(row.page.translation_key):
            text = _(
                "“%(title)s” goes out %(when)s without it, if it is not approved by then."
            )
            when = on_day(timezone.localtime(slot.at))
            found.append(text % {"title": row.revision.content["title"], "when": when})
    return found


def why_out(pages):
    """A :class:`LeftOut` for each of ``pages`` that would stay out if its time were now."""
    pages = {str(page.pk): page for page in pages}
    if not pages:
        return []
    states = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=pages,
        status__in=STATUSES,
    )
    reasons = {state.object_id: STATUSES[state.status] for state in states}
    words = Word.objects.of_pages([page.pk for page in pages.values()])
    out = [
        page
        for pk, page in pages.items()
        if reasons.get(pk) == WhyLeftOut.IN_REVIEW
        or not is_backed(page.latest_revision, words=words[page.pk])
    ]
    into = _languages(out)
    return [
        LeftOut(
            page,
            reasons.get(str(page.pk), WhyLeftOut.NOT_SENT),
            into.get((page.translation_key, page.locale_id), ""),
        )
        for page in _specific(out)
    ]


def _specific(pages):
    """``pages`` in their own classes, in their order."""
    kinds = defaultdict(list)
    for page in pages:
        if not isinstance(page, page.specific_class):
            kinds[page.specific_class].append(page.pk)
    found = {}
    for model, ids in kinds.items():
        found |= model.objects.in_bulk(ids)
    for page in pages:
        if page.pk in found:
            found[page.pk].latest_revision = page.latest_revision
    return [found.get(page.pk, page) for page in pages]


def _languages(pages):
    """Into which language each translation among ``pages`` is one, by its key and locale."""
    if not pages:
        return {}
    records = Translation.objects.filter(
        source__object_id__in=[page.translation_key for page in pages]
    )
    return {
        (key, locale): language
        for key, locale, language in records.values_list(
            "source__object_id", "target_locale_id", "target_locale__language_code"
        )
    }
