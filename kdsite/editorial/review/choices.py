"""What somebody may choose from on the review of a page, and which pages are in review with it."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from kdsite.editorial.models.words import Role
from kdsite.editorial.policy.approval_rule import (
    Decision,
    can_decide,
    is_backed,
    role_if_any,
)
from kdsite.editorial.policy.hearing import can_read, why_not_over_no
from kdsite.editorial.publishing import guard
from kdsite.editorial.review import words


def companions(state):
    """The pages that are in review together with the one that ``state`` belongs to."""
    pages = (
        Page.objects.filter(pk__in=state.companions.values("page"))
        .specific()
        .select_related("locale", "latest_revision__user", for_specific_subqueries=True)
        .prefetch_workflow_states()
    )
    return [page for page in pages if page.workflow_in_progress]


def locked_companions(state):
    """:func:`companions`, each held until the transaction ends."""
    rows = state.companions.order_by("page_id")
    pages = [guard.lock_page(row.page_id).specific for row in rows]
    return [page for page in pages if page.workflow_in_progress]


def actions(page, user, decision=None):
    """Wagtail's list of ``(name, label, needs a comment)`` that ``user`` may choose from.

    :param decision: on ``page``, where the caller has it.
    """
    decision = decision or Decision(page)
    if decision.revision is None:
        return []
    found = []
    if can_decide(user, decision):
        found.append(("reject", _("Ask for changes"), True))
    role = role_if_any(user, decision)
    if role == Role.AUTHOR:
        found.append(("approve", _("I agree with this version"), True))
    elif role:
        found.append(("approve", _("Approve"), True))
    if can_read(user, decision):
        found.append(("read", _("I have read the author's answer"), False))
    return found


def offered(page, user, decision, together):
    """What the screen of the review of ``page`` offers ``user``, ``{name: label}``; and why nobody can
    approve the page, or what ``user`` would approve with it, as it is: see
    :func:`.words.why_send_anew` and :func:`.hearing.why_not_over_no`.

    :param together: decisions on the :func:`companions` of the review.
    """
    along = [each.page for each in together if role_of_along(each, user) is not None]
    pages = [page, *along]
    reason = next(filter(None, map(words.why_send_anew, pages)), "")
    if role_if_any(user, decision) not in (None, Role.AUTHOR):
        reason = reason or why_not_over_no(user, decision)
    found = {name: label for name, label, _comment in actions(page, user, decision)}
    if reason:
        found.pop("approve", None)
    return found, reason


def role_of_along(decision, user):
    """The role in which ``user`` approves a page along with the one that it goes with; an empty one
    where they saved it, may not approve it, and stand behind it as its writer. ``None`` where they may
    not, or two people stand behind it already.

    :param decision: on the page that goes along.
    """
    if is_backed(decision.revision, words=decision.words):
        return None
    is_new = user.pk == decision.revision.user_id and user != decision.writer
    return role_if_any(user, decision) or ("" if is_new else None)
