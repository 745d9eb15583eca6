"""Asking, and taking it off when a second editor or the owner's mailbox confirms.

What was asked is in the link itself, signed: for two days, for the factors that there were then.
"""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log

from kdsite.accounts.login import mails, second_factor
from kdsite.accounts.models import User
from kdsite.editorial.addresses import absolute
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.notifications.recipients import editors
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.policy.two_people import are_two, why_one

VALID = timedelta(days=2)
# For whom a link is: one that was mailed to the owner is worth nothing to an editor.
OWNER, EDITOR = "lost-factor-owner", "lost-factor-editor"


def who_has_one():
    """Open accounts with a second factor."""
    having = Authenticator.objects.filter(type__in=second_factor.KINDS)
    return User.objects.filter(is_active=True, pk__in=having.values("user"))


@transaction.atomic
def ask(account, by):
    """Ask that the second factor of ``account`` be taken off: its owner and the editors get a link
    each with which they confirm.

    :raises Refusal: ``by`` does not run the site, or it is their own, or there is none.
    """
    if not runs_the_site(by):
        raise Refusal(_("Editors ask for it."))
    if account == by:
        raise Refusal(_("Somebody else asks for it: it is your own."))
    if not second_factor.has_one(account):
        raise Refusal(_("This account has no second factor."))
    asked = {"account": account.pk, "by": by.pk, "factors": _factors(account)}
    names = {
        "owner": get_user_display_name(account),
        "asker": get_user_display_name(by),
    }
    mails.write("lost_factor", account, link=_link(OWNER, asked), **names)
    for editor in _others(account):
        mails.write("lost_factor_confirm", editor, link=_link(EDITOR, asked), **names)
    log(instance=account, action="accounts.ask_factor_off", user=by)


def _factors(account):
    return sorted(
        Authenticator.objects.filter(user=account).values_list("pk", flat=True)
    )


def _link(kind, asked):
    name = "lost_factor_owner" if kind == OWNER else "lost_factor_editor"
    return absolute(reverse(name, args=[signing.dumps(asked, salt=kind)]))


def _others(account):
    return [editor for editor in editors() if editor != account]


def read(token, kind):
    """What a link asks: the account, and who asked.

    :raises Conflict: it is too old, for somebody else, or the factors are others by now.
    """
    try:
        asked = signing.loads(token, salt=kind, max_age=VALID)
    except signing.BadSignature:
        raise Conflict(_("This link is not valid any more.")) from None
    account = User.objects.select_for_update().get(pk=asked["account"])
    if not account.is_active or _factors(account) != asked["factors"]:
        raise Conflict(_("This link is not valid any more."))
    return account, User.objects.get(pk=asked["by"])


@transaction.atomic
def take_off(token, confirmed_by=None):
    """Take off what ``token`` asks for, log the account out everywhere, and tell its owner and
    the editors.

    :param confirmed_by: the second editor; without one the link is the owner's own.
    :returns: the account.
    :raises Refusal: the link is not valid, ``confirmed_by`` is no second person, or nor is the owner: who
        gave them their mailbox may be reading it.
    """
    account, by = read(token, EDITOR if confirmed_by else OWNER)
    if confirmed_by:
        check_second(account, by, confirmed_by)
    else:
        check_owner(account, by)
    if not runs_the_site(by):
        raise Conflict(_("This link is not valid any more."))
    Authenticator.objects.filter(user=account).delete()
    account.end_sessions()
    who = confirmed_by or account
    names = {
        "owner": get_user_display_name(account),
        "asker": get_user_display_name(by),
        "confirmer": get_user_display_name(who),
    }
    for person in [account, *_others(account)]:
        mails.write("factor_taken_off", person, **names)
    log(
        instance=account,
        action="accounts.take_factor_off",
        user=who,
        data={"asker": names["asker"]},
    )
    return account


def check_owner(account, by):
    """
    :raises Refusal: the owner is no second person beside ``by``.
    """
    if not are_two(by, account):
        raise Refusal(why_one(account, by))


def check_second(account, by, user):
    """
    :raises Refusal: ``user`` is no editor, asked for it, is no second person beside whoever did,
        or it is their own.
    """
    if not runs_the_site(user):
        raise Refusal(_("A second editor confirms it."))
    if user in (by, account):
        raise Refusal(_("Somebody else confirms it: two people stand behind this."))
    if not are_two(by, user):
        raise Refusal(why_one(user, by))
