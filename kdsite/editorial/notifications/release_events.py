"""What is told of a release: that it went out, that it failed, that something is not done, that a
translation was taken out of it; and that something was taken back from review, or taken down."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.models import Locale, Page

from kdsite.editorial import signals
from kdsite.editorial.addresses import home_url
from kdsite.editorial.follow_ups.tasks import sentence_of
from kdsite.editorial.models import ReviewTask
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import (
    kept_apart,
    later,
    tell,
    telling,
    unless_silenced,
)
from kdsite.editorial.notifications.recipients import account
from kdsite.editorial.notifications.release_countdown import tell_that_it_is_not_out
from kdsite.editorial.page_kinds import is_translation, original_of
from kdsite.editorial.reasons import in_words, reason_for
from kdsite.editorial.releases.left_out import sentence
from kdsite.editorial.releases.waiting import slot_of, waiting_of

# What fails once may be done a minute later; then nobody needs to know.
TRIES_BEFORE_MAIL = 3


def releasing(sender, release, revisions, user, left_out=(), **kwargs):
    pages = [int(revision.object_id) for revision in revisions]
    first = list(release.pages.filter(is_first=True).values_list("page_id", flat=True))
    left_out = [[each.page.pk, each.why.value, each.into] for each in left_out]
    later(announce, pages[0], pages, first, release, user, left_out)


@telling(gettext_lazy("The writers of “%(title)s” do not know yet that it is public."))
def announce(page, pages, first, release, user, left_out):
    """To the writers, once for all languages that became public together.

    :param page: one of ``pages``, all by their ids; ``first`` are those that were not public
        before; ``left_out`` is what belongs to them and is not public, each with why and the
        language into which it is a translation (:class:`.LeftOut`).
    """
    pages = [Page.objects.get(pk=pk).specific for pk in pages]
    asked = Page.objects.filter(pk__in=[pk for pk, *_why in left_out])
    stay = {each.pk: each for each in asked.specific()}
    stay = [(stay[pk], why, "".join(into)) for pk, why, *into in left_out if pk in stay]
    leader = next((page for page in pages if not is_translation(page)), pages[0])
    original = original_of(leader)
    tell(
        "published",
        recipients.writers(original),
        key=release,
        page=leader,
        by=account(user),
        link=leader.full_url or "",
        languages=sorted(page.locale.language_code for page in pages),
        others={
            each.locale.language_code: each.full_url for each in pages if each != leader
        },
        is_first=leader.pk in first,
        is_original=leader.pk == original.pk,
        left_out=lambda: [sentence(each, why, into) for each, why, into in stay],
    )


def slot_moved(sender, page, before, at, user, **kwargs):
    moments = [each and each.isoformat() for each in (before, at)]
    later(tell_of_moving, page, *moments, user, timezone.now().isoformat())


@telling(
    gettext_lazy("The writers of “%(title)s” do not know its new publishing time yet.")
)
def tell_of_moving(page, before, at, user, when):
    """To the writers; and, where they have it to translate, to the language team.

    :param before: the moment at which it was to go out, ``at`` that at which it does now; nothing where
        it had none, or has none.
    :param when: it was moved.
    """
    page = Page.objects.get(pk=page).specific
    slot = slot_of(page)
    if (slot.at.isoformat() if slot else None) != at:
        # It has been moved again since, or taken out.
        return
    old, new = (
        each and timezone.localtime(datetime.fromisoformat(each))
        for each in (before, at)
    )
    facts = {
        "key": f"{page.pk}:{when}",
        "page": page,
        "by": account(user),
        "slot": slot,
        "old": old,
        "new": new,
    }
    tell("slot_moved", recipients.writers(page), is_team=False, **facts)
    if page.live or waiting_of(page) is None:
        return
    for locale in Locale.objects.exclude(pk=page.locale_id):
        team = recipients.language_team(locale.language_code)
        tell("slot_moved", team, is_team=True, link=home_url(), **facts)


def of_no_consequence(sender, page, user, fingerprint, **kwargs):
    later(tell_of_no_consequence, page, user, fingerprint)


@telling(
    gettext_lazy(
        "The editors do not know yet that “%(title)s” counts as current although its original has changed."
    )
)
def tell_of_no_consequence(page, user, fingerprint):
    """To the editors, once for each change."""
    page = Page.objects.get(pk=page).specific
    tell(
        "no_consequence",
        recipients.editors(),
        key=f"{page.pk}:{fingerprint}",
        page=page,
        by=account(user),
    )


def taken_back(sender, page, user, state, **kwargs):
    later(tell_of_taking_back, page, user, state)


@telling(
    gettext_lazy(
        "The others do not know yet that “%(title)s” was taken back from review."
    )
)
def tell_of_taking_back(page, user, state):
    """To those who were to decide on it, and to its writers."""
    page = Page.objects.get(pk=page).specific
    if page.workflow_in_progress:
        return  # It was sent again meanwhile, which has a mail of its own.
    task = ReviewTask.for_page(page)
    people = {*(task.members() if task else ())}
    people |= {*(() if is_translation(page) else recipients.writers(page))}
    tell("taken_back", people, key=state, page=page, by=account(user))


def taken_down(sender, pages, user, why, **kwargs):
    original = original_of(pages[0])
    is_all = not original.get_translations(inclusive=True).live().exists()
    key = "-".join(f"{page.pk}:{page.last_published_at:%Y%m%d%H%M%S}" for page in pages)
    ids = [page.pk for page in pages]
    later(tell_of_taking_down, original, ids, user, why, is_all, key)


@telling(
    gettext_lazy("The writers of “%(title)s” do not know yet that it is taken down.")
)
def tell_of_taking_down(original, pages, user, why, is_all, key):
    """To the writers of the original and to the language teams, each about their version.

    :param is_all: whether readers see it in no language any more.
    """
    facts = {
        "by": account(user),
        "why": why,
        "is_all": is_all,
        "is_translation": original not in pages,
    }
    original = Page.objects.get(pk=original).specific
    tell("taken_down", recipients.writers(original), key=key, page=original, **facts)
    for translated in original.get_translations().select_related("locale"):
        team = recipients.language_team(translated.locale.language_code)
        tell("taken_down", team, key=key, page=translated, **facts)


def back_to_draft(sender, page, user, revision, **kwargs):
    if is_translation(page):
        later(tell_of_back_to_draft, page, user, revision)


@telling(
    gettext_lazy(
        "The others do not know yet that the translation “%(title)s” is a draft again."
    )
)
def tell_of_back_to_draft(page, user, revision):
    """To the editors, who plan the release, and to those who decide on the translation."""
    page = Page.objects.get(pk=page).specific
    team = recipients.language_team(page.locale.language_code)
    people = {*recipients.editors(), *team}
    tell("back_to_draft", people, key=revision, page=page, by=account(user))


def release_failed(sender, slot, error, **kwargs):
    """Its time came, and nothing of it is public."""
    with kept_apart("release_failed"):
        tell_that_it_is_not_out(slot, error)


def translation_failed(sender, page, error, **kwargs):
    """To the editors, once for each kind of failure of the version that waits."""
    with kept_apart("translation_failed"):
        tell(
            "translation_failed",
            recipients.editors(),
            key=f"{page.latest_revision_id}:{type(error).__name__}",
            page=page,
            link=home_url(),
            title=page.get_admin_display_title(),
            problem=lambda: in_words(reason_for(error)),
        )


def follow_up_failed(sender, follow_up, **kwargs):
    """To the editors, where it is not done after some tries."""
    with kept_apart("follow_up_failed"):
        if follow_up.tries >= TRIES_BEFORE_MAIL:
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
        (signals.slot_moved, slot_moved),
        (signals.of_no_consequence, of_no_consequence),
        (signals.taken_back, taken_back),
        (signals.taken_down, taken_down),
        (signals.back_to_draft, back_to_draft),
        (signals.release_failed, release_failed),
        (signals.translation_failed, translation_failed),
        (signals.follow_up_failed, follow_up_failed),
    ):
        signal.connect(
            unless_silenced(receiver),
            dispatch_uid=f"kdsite.telling.{receiver.__name__}",
            weak=False,
        )
