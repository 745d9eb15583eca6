"""What the holder of a private link answers: kept with the page, told to those who asked."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.log_actions import log

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models import DraftAnswer, DraftLink
from kdsite.editorial.models.words import Answer, Way
from kdsite.editorial.policy.named_authors import NamedAuthor
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.private_links import links, mail
from kdsite.editorial.publishing import guard, protected_files
from kdsite.editorial.publishing.manifest import is_exactly
from kdsite.editorial.releases.back_to_draft import wait_no_longer
from kdsite.editorial.review import author_confirmation, words
from kdsite.editorial.review.author_confirmation import current_author

LONGEST = 10_000
MOST = 30


class Closed(Conflict):
    """The link was revoked, or expired, while its holder was reading, or they are no author now."""


@transaction.atomic
def answer(link, seen, is_fine, text=""):
    """Record an answer to exactly the version that was shown, and let it count.

    An author's “fine as it is” is their consent to publication and, where the rule lets an
    author confirm, their confirmation: it may end the review. Said twice it counts once. Taken
    back, it counts no more, and an approved page that waits for its time is a draft again.

    :param seen: :func:`.manifest_of` the version shown.
    :returns: the :class:`DraftAnswer`.
    :raises Closed: the link opens nothing any more.
    :raises Conflict: there is a newer version than the one shown.
    :raises Refusal: nothing was written where something should change, or both were said.
    """
    text = text.strip()
    page = guard.lock_page(link.page_id).specific
    link = DraftLink.objects.select_for_update().get(pk=link.pk)
    revision = page.get_latest_revision()
    if not links.opens(link, revision.as_object()):
        raise Closed(_("This link does not open anything any more."))
    if not is_exactly(seen, revision):
        raise Conflict(
            _(
                "There is a newer version. It is below: read it, then answer. Nothing was sent yet."
            )
        )
    check_text(is_fine, text)
    if link.answers.count() >= MOST:
        raise Refusal(
            _("You have answered many times. Write to whoever sent you the link.")
        )
    newest = DraftAnswer.objects.to_version(revision).of_the_holder_of(link).first()
    if newest and (newest.link, newest.is_fine, newest.text) == (link, is_fine, text):
        return newest
    said = link.answers.create(
        revision=revision, saved_at=revision.created_at, is_fine=is_fine, text=text
    )
    log(
        instance=page,
        action="editorial.answer",
        revision=revision,
        data={
            "name": link.name,
            "address": link.address,
            "for_author": link.for_author,
            "is_fine": is_fine,
            "comment": text,
        },
    )
    if link.for_author:
        _record(page, link, seen, said)
    if is_fine and _consent(link, revision):
        author_confirmation.count_answers(page)
    is_draft_again = not is_fine and wait_no_longer(page)
    mail.tell_of_answer(said, is_draft_again)
    return said


def check_text(is_fine, text):
    """
    :raises Refusal: nothing was written where something should change, or both were said.
    """
    if is_fine and text:
        raise Refusal(
            _(
                "You wrote what should change and chose “Fine as it is”. Send the one or "
                "empty the other."
            )
        )
    if not is_fine and not text:
        raise Refusal(_("Write what should change."))
    if len(text) > LONGEST:
        raise Refusal(_("Your text is too long: at most 10,000 characters fit."))


def _record(page, link, seen, said):
    """An author's answer is their word; whether it counts is asked when the page is in review."""
    author = None if link.user else NamedAuthor(link.author_id, link.name)
    words.record(
        page,
        Answer.YES if said.is_fine else Answer.NO,
        seen,
        way=Way.LINK,
        user=link.user,
        author=author,
        link=link,
        comment=said.text,
    )


def _consent(link, revision):
    """A named author agrees to publication; of anybody else it is not asked.

    :returns: whether it is a named author's answer.
    """
    draft = revision.as_object()
    author = current_author(link, draft)
    if author:
        # Their word is for the pictures, too, whether it is in review by now or not.
        protected_files.rely_on(draft)
    record = getattr(draft, "record_consent", None)
    if author and record:
        with override(link.language):
            record(
                revision,
                author=author,
                user=link.user,
                text=draft.consent_text(),
                language=link.language,
            )
    return author is not None


@transaction.atomic
def mark_read(page, user, upto):
    """``user`` has read what was answered about ``page``, for all editors. It approves nothing.

    :param upto: the id of the newest answer that was on the screen.
    :raises Refusal: ``user`` is no editor.
    """
    if not runs_the_site(user):
        raise Refusal(_("An editor says that the answers are read."))
    given = DraftAnswer.objects.filter(link__page_id=page.pk, pk__lte=upto)
    given.mark_read()


def answers_for(page):
    """The answers to ``page``, newest first, each with its link."""
    return DraftAnswer.objects.filter(link__page_id=page.pk).select_related("link")
