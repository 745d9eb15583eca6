"""Out of a release before its time."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.page_kinds import is_translation, translation_of
from kdsite.editorial.policy.approval_rule import is_backed, is_member
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.policy.waiting_along import waits_along
from kdsite.editorial.publishing import guard
from kdsite.editorial.releases.waiting import (
    waiting_of,
)
from kdsite.editorial.signals import back_to_draft


def may_take_back_to_draft(page, user):
    """Editors may; of a translation also whoever decides on it: they may approve it anew."""
    if runs_the_site(user):
        return True
    return is_translation(page) and is_member(user, page)


@transaction.atomic
def take_back_to_draft(page, user):
    """Take an approved page out of its release before its time; it is a draft again. So is one that
    waits with a text that names it, which goes out without it then.

    The draft is a version of its own, because the approval was for going out as it was: the words
    that were approved, in the name of whoever saved them. In the name of ``user`` their writer
    could be its second person.

    :raises Conflict: it does not wait.
    :raises Refusal: see :func:`may_take_back_to_draft`.
    """
    if not may_take_back_to_draft(page, user):
        raise Refusal(_("An editor takes an approved page back to draft."))
    page = guard.lock_page(page.pk).specific
    row = waiting_of(page)
    if row:
        row.delete()
    elif not waits_along(page):
        raise Conflict(_("This page does not wait for its time."))
    revision = row.revision if row else page.get_latest_revision()
    version, writer = revision.as_object(), revision.user
    draft = version.save_revision(user=writer, clean=False)
    version.set_apart(draft, writer)
    basis = getattr(revision, "translated_from", None)
    if translation_of(page) and basis:
        basis.pk = None
        basis.revision = draft
        basis.save()
    log(
        instance=page,
        action="editorial.back_to_draft",
        user=user,
        revision=revision,
    )
    back_to_draft.send(sender=type(page), page=page, user=user, revision=revision)


def wait_no_longer(page):
    """Make ``page`` a draft again where it waits for its time and somebody who stood behind it has
    taken back their word. Called under the page's lock.

    :returns: whether it waits no longer.
    """
    row = waiting_of(page)
    if row is None or is_backed(row.revision):
        return False
    row.delete()
    log(instance=page, action="editorial.back_to_draft", revision=row.revision)
    return True
