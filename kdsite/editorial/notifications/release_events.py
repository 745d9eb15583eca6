"""What is told of a release: that it went out, that it failed, and that something of it is not done."""

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from kdsite.editorial import signals
from kdsite.editorial.addresses import failed_release_url, home_url
from kdsite.editorial.follow_ups.tasks import follow_up, sentence_of
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import (
    failures_raised,
    kept_apart,
    tell,
    unless_silenced,
)
from kdsite.editorial.page_kinds import is_translation, original_of
from kdsite.editorial.reasons import in_words, reason_for

# What fails once may be done a minute later; then nobody needs to know.
TRIES_BEFORE_MAIL = 3


def releasing(sender, release, revisions, user, **kwargs):
    pages = [int(revision.object_id) for revision in revisions]
    first = list(release.pages.filter(is_first=True).values_list("page_id", flat=True))
    announce.enqueue(pages[0], pages, first, release.pk, user.pk if user else None)


@follow_up(
    gettext_lazy("The writers of “%(title)s” do not know yet that it is public.")
)
def announce(page, pages, first, release, user):
    """To the writers, once for all languages that became public together.

    :param page: one of ``pages``, all by their ids; ``first`` are those that were not public
        before.
    """
    pages = [Page.objects.get(pk=pk).specific for pk in pages]
    leader = next((page for page in pages if not is_translation(page)), pages[0])
    original = original_of(leader)
    shown = original if original.live else leader
    with failures_raised():
        tell(
            "published",
            recipients.writers(original),
            key=release,
            page=leader,
            by=get_user_model().objects.filter(pk=user).first(),
            link=shown.full_url or "",
            languages=sorted(page.locale.language_code for page in pages),
            is_first=leader.pk in first,
            is_original=leader.pk == original.pk,
        )


def release_failed(sender, slot, error, **kwargs):
    """To the editors: its time came, and nothing of it is public."""
    with kept_apart("release_failed"):
        tell(
            "release_failed",
            recipients.editors(),
            key=f"{slot.pk}:{slot.at.isoformat()}:{type(error).__name__}",
            page=slot.page,
            slot=slot,
            link=failed_release_url(slot),
            problem=lambda: in_words(reason_for(error)),
        )


def follow_up_failed(sender, follow_up, **kwargs):
    """To the editors, where it is not done after some tries."""
    with kept_apart("follow_up_failed"):
        if follow_up.tries == TRIES_BEFORE_MAIL:
            tell(
                "follow_up_failed",
                recipients.editors(),
                key=f"{follow_up.pk}:{follow_up.created_at.isoformat()}",
                link=home_url(),
                sentence=lambda: sentence_of(follow_up),
                problem=lambda: in_words(follow_up.problem),
            )


def connect():
    """Called once, when the apps are ready."""
    for signal, receiver in (
        (signals.releasing, releasing),
        (signals.release_failed, release_failed),
        (signals.follow_up_failed, follow_up_failed),
    ):
        signal.connect(
            unless_silenced(receiver),
            dispatch_uid=f"kdsite.telling.{receiver.__name__}",
            weak=False,
        )
