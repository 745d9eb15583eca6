"""Whose word a review waits for, and how it is given."""

from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from kdsite.editorial.models.words import Answer
from kdsite.editorial.policy import approval_rule
from kdsite.editorial.policy.approvers import who_else
from kdsite.editorial.policy.hearing import who_lifts
from kdsite.editorial.releases.waiting import waiting_of


def said_of_words(decision, user, send_anew=""):
    """What the review tells ``user`` of the words on a version: ``missing``, whose is missing though
    they saved it, and how it is given or done without; ``why_not`` they may not approve it, and who
    can.

    :param send_anew: why nobody may, or nothing.
    """
    missing, why_not = _missing(decision, user), send_anew
    if not why_not and (reason := approval_rule.why_not(user, decision)):
        # That somebody else must approve would be half of what is said of a missing word.
        is_said = missing and user.pk == decision.revision.user_id
        why_not = " ".join([*([] if is_said else [reason]), who_else(decision)])
    return {"missing": missing, "why_not": why_not}


def not_in_review(page):
    """Why there is nothing to decide about ``page`` for whoever has followed a way to its review: an
    author's “no” holds it while it waits, and others read that; or it is in no review."""
    held = waiting_of(page) and who_lifts(approval_rule.Decision(page))
    return held or _("This page is not in review.")


def _missing(decision, user):
    """Where whoever saved the version does not stand behind it, nor anybody who sent it."""
    writer = decision.revision.user
    if decision.writer or writer is None or not writer.is_active:
        return ""
    said = (word for word in decision.words if ("user", writer.pk) in word.person)
    newest = next(said, None)
    if newest and newest.answer == Answer.NO and newest.is_of(decision.revision):
        # They did say something: that it must change.
        return ""
    corrects = approval_rule.can_correct(decision.page, writer, decision)
    if approval_rule.role_if_any(writer, decision):
        if writer == user:
            # The button says what it does.
            return ""
        sentence = _(
            "%(name)s saved this version, but has not said yet that it may go out. They approve it "
            "here, and somebody else approves it, too; or else two others approve it."
        )
        return sentence % {"name": get_user_display_name(writer)}
    if writer == user:
        return (
            _(
                "You saved this version, but not as a correction: your word is missing. Press “Save "
                "as a correction” in the editor, then somebody else approves it; or else two others "
                "approve it."
            )
            if corrects
            else _(
                "You saved this version, but did not send it: your word is missing. Take it back and "
                "send it, then somebody else approves it; or else two others approve it."
            )
        )
    sentence = (
        _(
            "%(name)s saved this version, but not as a correction: their word is missing. They press "
            "“Save as a correction” in the editor, then somebody else approves it; or else two "
            "others approve it."
        )
        if corrects
        else _(
            "%(name)s saved this version, but did not send it: their word is missing. They take it "
            "back and send it, then somebody else approves it; or else two others approve it."
        )
    )
    return sentence % {"name": get_user_display_name(writer)}
