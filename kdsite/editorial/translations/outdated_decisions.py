"""What is said of an outdated translation: the change does not matter, or readers should know."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models import TranslatedRevision
from kdsite.editorial.page_kinds import original_of
from kdsite.editorial.policy.deciding_groups import languages_decided_by
from kdsite.editorial.policy.permissions import is_editor, runs_the_site
from kdsite.editorial.publishing import guard
from kdsite.editorial.releases.publish_due import release_page
from kdsite.editorial.releases.waiting import waiting_of
from kdsite.editorial.signals import of_no_consequence
from kdsite.editorial.texts.outdated import is_outdated, remember
from kdsite.editorial.translations.comparison import Comparison


def may_judge_change(user, page):
    """May ``user`` say what the change of the original means for its translation ``page``?

    Editors and those who translate it may, but for whoever made the change.
    """
    return _has_part(user, page) and _changed_by(original_of(page)) != user.pk


def _has_part(user, page):
    language = page.locale.language_code
    is_theirs = language in languages_decided_by(user, only_in_use=True)
    return runs_the_site(user) or (user.is_active and is_theirs)


def _changed_by(original):
    row = waiting_of(original)
    revision = row.revision if row else original.live_revision
    return revision.user_id if revision else None


@transaction.atomic
def declare_of_no_consequence(page, user, seen=None):
    """The translation ``page`` is current although its original has changed; logged. Where it is
    approved and waited for that only, it goes out. The editors are told, if none of them says so.

    :param seen: the fingerprint of the original's text that ``user`` has read.
    :returns: the release, or ``None``.
    :raises Refusal: ``user`` neither is an editor nor translates it, or wrote the change.
    :raises Conflict: the translation is not outdated, or the original has changed since.
    """
    comparison = _comparison(page, user)
    if seen and seen != comparison.fingerprint:
        raise Conflict(
            _("The original has changed since you opened this. Read it again.")
        )
    # As :func:`.translating.translate` does.
    remember(comparison.text)
    rows = {comparison.basis.pk: comparison.basis}
    newest = TranslatedRevision.objects.filter(
        revision_id=comparison.page.latest_revision_id
    ).first()
    if newest and not newest.matches(comparison.fingerprint):
        rows[newest.pk] = newest
    for row in rows.values():
        row.accepted = comparison.fingerprint
        row.readers_are_told = False
        row.save(update_fields=["accepted", "readers_are_told"])
    log(
        instance=comparison.page,
        action="editorial.no_consequence",
        user=user,
        revision=comparison.basis.revision,
        data={"fingerprint": comparison.fingerprint},
    )
    if not is_editor(user):
        of_no_consequence.send(
            sender=type(page),
            page=comparison.page,
            user=user,
            fingerprint=comparison.fingerprint,
        )
    return release_page(comparison.page, user)


@transaction.atomic
def tell_readers(page, user, told=True):
    """Show readers of the public translation ``page`` that it is outdated, or no longer; logged.

    A new version of the translation starts without the line.

    :raises Refusal: ``user`` is no editor.
    :raises Conflict: the translation is not outdated, or not public.
    """
    if not runs_the_site(user):
        raise Refusal(_("An editor decides what readers are told."))
    page = guard.lock_page(page.pk).specific
    row = TranslatedRevision.objects.filter(revision_id=page.live_revision_id).first()
    if not page.live or row is None or (told and not is_outdated(page)):
        raise Conflict(_("This translation is not behind."))
    if row.readers_are_told == told:
        return
    row.readers_are_told = told
    row.save(update_fields=["readers_are_told"])
    log(
        instance=page,
        action="editorial.tell_readers",
        user=user,
        revision=row.revision,
        data={"told": told},
    )


def _comparison(page, user):
    page = guard.lock_page(page.pk).specific
    if not _has_part(user, page):
        raise Refusal(
            _("An editor, or who translates it, says that a change does not matter.")
        )
    if not may_judge_change(user, page):
        raise Refusal(
            _(
                "You made this change yourself: somebody else says that it does not matter."
            )
        )
    comparison = Comparison(page)
    if not is_outdated(page) or comparison.basis is None:
        raise Conflict(_("This translation is not behind."))
    return comparison
