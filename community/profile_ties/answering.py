"""Who may say whose a profile is, and what it does."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from community.models import AuthorPage, ProfileTie
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.notifications.recipients import editors
from kdsite.editorial.policy.permissions import is_editor, runs_the_site
from kdsite.editorial.policy.two_people import are_two
from kdsite.editorial.publishing import guard
from kdsite.editorial.publishing.facts import write_facts


def may_answer(tie, user):
    """An editor who did not ask, and whose account it is not about; a superuser stands in where
    there is no such editor. Nobody answers who is no second person beside whoever asked."""

    def is_another(person):
        involved = person.pk in (tie.asked_by_id, tie.user_id)
        return not involved and are_two(tie.asked_by, person)

    if not user.is_active or not is_another(user):
        return False
    if is_editor(user):
        return True
    return user.is_superuser and not any(map(is_another, editors()))


def waiting_for(user):
    """The questions that ``user`` may answer, the oldest first."""
    if not runs_the_site(user):
        return []
    return [tie for tie in ProfileTie.objects.pending() if may_answer(tie, user)]


@transaction.atomic
def answer(tie, by, is_confirmed):
    """Say whether the profile is the account's; from then on it is, in every language.

    :raises Conflict: somebody has answered already, or has asked about another account.
    :raises Refusal: ``by`` may not answer, or the account is closed.
    """
    guard.lock_page(tie.profile_id)
    tie = ProfileTie.objects.pending().filter(pk=tie.pk).first()
    if tie is None:
        raise Conflict(_("Somebody has answered this already."))
    if not may_answer(tie, by):
        raise Refusal(_("Another editor than the one who asked answers this."))
    if is_confirmed and not tie.user.is_active:
        raise Refusal(_("This account is closed."))
    tie.decided_by, tie.decided_at = by, timezone.now()
    tie.is_confirmed = is_confirmed
    tie.save()
    if is_confirmed:
        profile = AuthorPage.objects.get(pk=tie.profile_id)
        write_facts(profile, by, {"user": tie.user})
    tie.log("community.tie_confirmed" if is_confirmed else "community.tie_refused", by)
    return tie
