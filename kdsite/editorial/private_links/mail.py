"""The mails about private links: the link itself, that it was sent, and what was answered."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name

from kdsite.editorial.addresses import absolute, edit_url, review_url
from kdsite.editorial.follow_ups import queue
from kdsite.editorial.models import DraftAnswer, DraftLink, ReviewTask, Word
from kdsite.editorial.models.words import Answer
from kdsite.editorial.notifications import letters
from kdsite.editorial.notifications.notify import later, silent, tell, telling
from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.policy.hearing import who_can_hear_no, who_lifts
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.releases.waiting import waiting_of

# Between two mails about the answers to one link; and where the holder says the opposite.
PAUSE = timedelta(hours=1)
CHANGED_MIND = timedelta(minutes=1)


def send_link(link, path):
    """The link, in the language that the editor chose. The only place where it is written."""
    sender = link.created_by
    context = {
        "draft_link": link,
        "title": link.page.specific.get_latest_revision_as_object().title,
        "sender": get_user_display_name(sender),
        "sender_address": sender.email,
        "link": absolute(path),
    }
    letter = letters.letter("editorial/mail/draft_link", link.language, context)
    letters.post(link.address, letter, answer_to=sender.email)


def tell_of_link(link):
    """The deciding group knows to which address an author's link went."""
    later(tell_that_it_was_sent, link.page_id, link)


@telling(
    gettext_lazy(
        "Those who decide do not know yet to whom a link to “%(title)s” was sent."
    )
)
def tell_that_it_was_sent(page, link):
    """See :func:`tell_of_link`."""
    link = DraftLink.objects.get(pk=link)
    _tell(link, "draft_link_sent", key=link.pk, by=link.created_by)


def tell_of_answer(answer, is_draft_again=False):
    """Whoever sent the link, and the group that decides on the page: at once, where the holder of
    the link has answered nothing in the last hour, or the answer changes what happens; else of the
    newest answer when the hour is over. Where they say the opposite of what they said before, a
    minute takes the place of the hour. All of them are kept.

    :param is_draft_again: whether the answer took the page out of its release.
    """
    link = answer.link
    before = link.answers.exclude(pk=answer.pk)
    last = before.first()
    differs = last is not None and last.is_fine != answer.is_fine
    pause = CHANGED_MIND if differs else PAUSE
    if is_draft_again or not before.filter(created_at__gt=timezone.now() - pause):
        later(tell_what_was_answered, link.page_id, answer, is_draft_again)
    elif not silent():
        task = tell_of_newest_answer.module_path
        queue.add_for(timezone.now() + pause, task, [link.page_id, link.pk])


@telling(
    gettext_lazy("Those who decide do not know yet of an answer about “%(title)s”.")
)
def tell_of_newest_answer(page, link):
    """See :func:`tell_of_answer`."""
    newest = DraftAnswer.objects.filter(link=link).first()
    _tell_what_was_answered(newest, is_draft_again=False)


@telling(
    gettext_lazy("Those who decide do not know yet of an answer about “%(title)s”.")
)
def tell_what_was_answered(page, answer, is_draft_again):
    """See :func:`tell_of_answer`."""
    _tell_what_was_answered(DraftAnswer.objects.get(pk=answer), is_draft_again)


def _tell_what_was_answered(answer, is_draft_again):
    sender = answer.link.created_by
    page = answer.link.page.specific
    waits = waiting_of(page) is not None
    decision = Decision(page)
    in_hand = waits or page.workflow_in_progress
    holds = not answer.is_fine and in_hand and decision.held
    _tell(
        answer.link,
        "draft_answer",
        # Who stands in is in no group that decides on the page.
        to=[
            *([sender] if runs_the_site(sender) else []),
            *(who_can_hear_no(decision) if holds else []),
        ],
        key=answer.pk,
        by=answer.link.user,
        answer=answer,
        is_draft_again=is_draft_again,
        # Of what two people stand behind nobody has to be heard.
        needs_reading=answer.is_fine and not answer.link.user and not waits,
        holds=(lambda: who_lifts(decision)) if holds else "",
        sender=get_user_display_name(sender),
    )


def tell_of_authors_word(word, is_draft_again=False):
    """The group that decides on the page, and whoever can end what a “no” holds, hear what an author
    has answered from their account (:mod:`.from_account`).

    :param is_draft_again: whether the answer took the page out of its release.
    """
    later(tell_what_an_author_said, word.page_id, word, is_draft_again)


@telling(
    gettext_lazy("Those who decide do not know yet of an answer about “%(title)s”.")
)
def tell_what_an_author_said(page, word, is_draft_again):
    """See :func:`tell_of_authors_word`."""
    word = Word.objects.get(pk=word)
    page = word.page.specific
    decision, task = Decision(page), ReviewTask.for_page(page)
    holds = word.answer == Answer.NO and decision.held
    tell(
        "author_answer",
        {
            *(task.members() if task else []),
            *(who_can_hear_no(decision) if holds else []),
        },
        key=word.pk,
        page=page,
        by=word.user,
        link=edit_url(page) if is_draft_again else review_url(page),
        word=word,
        is_fine=word.answer == Answer.YES,
        is_draft_again=is_draft_again,
        holds=(lambda: who_lifts(decision)) if holds and not is_draft_again else "",
    )


def _tell(link, event, to=(), **facts):
    page = link.page.specific
    task = ReviewTask.for_page(page)
    people = {*to, *(task.members() if task else [])} - {link.user}
    path = reverse("editorial:links", args=[page.pk])
    if page.workflow_in_progress or facts.get("holds"):
        path = reverse("editorial:review", args=[page.pk])
    tell(event, people, page=page, link=path, draft_link=link, **facts)
