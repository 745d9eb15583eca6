"""What a named author with an account answers on the review: what others answer by a private link."""

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models.words import Answer, Role, Way
from kdsite.editorial.policy.approval_rule import Decision, role_if_any
from kdsite.editorial.policy.hearing import may_answer
from kdsite.editorial.policy.named_authors import named_authors
from kdsite.editorial.private_links import mail
from kdsite.editorial.private_links.answers import check_text
from kdsite.editorial.publishing import guard, protected_files
from kdsite.editorial.releases.back_to_draft import wait_no_longer
from kdsite.editorial.releases.waiting import waiting_of
from kdsite.editorial.review import author_confirmation, decisions, words


def offered(page, user, decision=None):
    """What the review of ``page``, or of a page that waits for its time, offers ``user`` as its
    author, ``{name: label}``. That they agree is offered where nothing else on the review says so, and
    they have not said so last.

    :param decision: on ``page``, where the caller has it.
    """
    decision = decision or Decision(page)
    if decision.revision is None or not may_answer(user, decision):
        return {}
    found = {}
    newest = newest_of(user, decision.words)
    agrees = newest and newest.answer == Answer.YES and newest.is_of(decision.revision)
    in_review = page.workflow_in_progress
    confirms = in_review and role_if_any(user, decision) == Role.AUTHOR
    if not agrees and not confirms:
        found["fine"] = _("Fine as it is")
    return found | {"object": Answer.NO.label}


def newest_of(user, said):
    """The newest word of ``user`` among ``said``, or ``None``."""
    return next((word for word in said if word.user_id == user.pk), None)


def answers_for(decision, user, decides):
    """The answers of authors with an account, the newest first: all of them where ``user`` decides on
    the page, else their own."""
    return [
        word
        for word in decision.words
        if word.way == Way.ANSWER and (decides or word.user_id == user.pk)
    ]


@transaction.atomic
def answer(page, user, seen, is_fine, text=""):
    """Record what ``user``, a named author, says of exactly the version that was shown. A “no” holds it
    (:func:`.standing.holding`); where their word was one of two, a page that waits for its time is a
    draft again. Those who decide are told.

    :param seen: :func:`.token_of_review`, as it was on the screen.
    :returns: whether it has ended the review.
    :raises Conflict: the page is neither in review nor waits, or there is a newer version.
    :raises Refusal: ``user`` does not answer here, or has not written what should change.
    """
    text = text.strip()
    page = guard.lock_page(page.pk).specific
    waits = waiting_of(page) is not None
    if not (waits or page.workflow_in_progress):
        raise Conflict(decisions.outcome(page))
    decision = Decision(page)
    if not may_answer(user, decision):
        raise Refusal(_("The authors of this version answer here."))
    check_text(is_fine, text)
    word = words.record(
        page,
        Answer.YES if is_fine else Answer.NO,
        seen,
        way=Way.ANSWER,
        user=user,
        comment=text,
    )
    log(
        instance=page,
        action="editorial.answer",
        user=user,
        revision=decision.revision,
        data={
            "name": get_user_display_name(user),
            "address": user.email,
            "for_author": True,
            "is_fine": is_fine,
            "comment": text,
        },
    )
    is_draft_again = has_ended = False
    if is_fine:
        _consent(user, decision.revision)
        has_ended = author_confirmation.count_answers(page, may_end=True)
    else:
        is_draft_again = wait_no_longer(page)
    mail.tell_of_authors_word(word, is_draft_again)
    return has_ended


def _consent(user, revision):
    """As of an author who answers by a link."""
    draft = revision.as_object()
    protected_files.rely_on(draft)
    for author in named_authors(draft):
        if author.user_id == user.pk:
            draft.record_consent(
                revision,
                author=author,
                user=user,
                text=draft.consent_text(),
                language=get_language(),
            )
