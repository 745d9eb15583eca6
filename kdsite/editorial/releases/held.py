"""What the author of a page that waits for its time has answered is read, and the page goes on."""

from django.db import transaction
from django.utils.translation import gettext as _

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models.words import Answer
from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.policy.hearing import can_read
from kdsite.editorial.publishing import guard
from kdsite.editorial.publishing.manifest import is_exactly
from kdsite.editorial.releases.publish_due import release_page
from kdsite.editorial.releases.waiting import waiting_of
from kdsite.editorial.review import words
from kdsite.editorial.review.answers_seen import check_answers, without_answers


def read(page, user, seen):
    """Record that ``user`` has read what the author answered (:func:`.author_confirmation.read` is
    for a review), and publish what waited for that only.

    :param seen: :func:`.token_of_review`, as it was on the screen.
    :returns: the release, or ``None``.
    :raises Conflict: the page waits no longer, or another version or newer answer than the one seen.
    :raises Refusal: no answer waits for this person to have read it.
    """
    with transaction.atomic():
        page = guard.lock_page(page.pk).specific
        row, revision = waiting_of(page), page.get_latest_revision()
        if row is None:
            raise Conflict(_("This page does not wait for its time."))
        if row.revision != revision or not is_exactly(without_answers(seen), revision):
            raise Conflict(
                _("The text has changed since you opened it. Read the newest version.")
            )
        decision = Decision(page, revision)
        check_answers(decision.words, seen)
        if not can_read(user, decision):
            raise Refusal(_("No author's answer waits here for you to have read it."))
        words.record(page, Answer.READ, seen, user=user)
    return release_page(page, user)
