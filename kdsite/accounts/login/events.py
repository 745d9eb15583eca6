"""What follows when somebody logs in, fails to, or changes how they do."""

from datetime import timedelta

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db.models.signals import m2m_changed
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kdsite.accounts.login import limits, mails, second_factor
from kdsite.accounts.models import User
from kdsite.editorial.addresses import absolute
from kdsite.editorial.policy.permissions import is_guest
from kdsite.logs import security

STAFFS_SESSION = timedelta(hours=12)
GUESTS_SESSION = timedelta(days=14)


@receiver(user_logged_in)
def begin_session(request, user, **_kwargs):
    """It ends at its time, whatever is done in it: who decides on texts logs in each day."""
    length = GUESTS_SESSION if is_guest(user) else STAFFS_SESSION
    request.session.set_expiry(timezone.now() + length)


@receiver(account.user_logged_in)
def after_a_log_in(request, user, **_kwargs):
    security.note("logged_in", user, user)


@receiver(user_login_failed)
def after_a_wrong_password(credentials, **_kwargs):
    """The name that was typed may be a password. In the log alone: a row for those who have an
    account would tell by its time that they have one."""
    name = credentials.get("username") or credentials.get("email") or ""
    security.write("refused", User.objects.open_account(name))


@receiver(m2m_changed, sender=User.groups.through)
def after_other_groups(instance, action, **_kwargs):
    """Who did it stands in the record."""
    if action.startswith("post_") and isinstance(instance, User):
        security.write("groups_changed", instance)


@receiver(account.password_reset)
def after_a_reset(request, user, **_kwargs):
    security.note("password_changed", user, user)
    limits.forget(request, user)
    _tell(user, _("Your password was changed with a link in your mail."))


@receiver(account.password_changed)
def after_a_change(request, user, **_kwargs):
    security.note("password_changed", user, user)
    _tell(user, _("Your password was changed."))


@receiver(mfa.authentication_failed)
def after_a_wrong_code(request, user, **_kwargs):
    security.note("refused", user)
    limits.tell_of_wrong_codes(request, user)


@receiver(mfa.authenticator_added)
def after_a_new_factor(request, user, authenticator, **_kwargs):
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        # They come with the first factor, which is told.
        return
    security.note("factor_added", user, request.user)
    _end_other_sessions(request)
    second_factor.note_proof(request, request.user, authenticator)
    _tell(user, _("A second factor was added."))


@receiver(mfa.authenticator_removed)
def after_a_factor_less(request, user, authenticator, **_kwargs):
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        return
    security.note("factor_removed", user, request.user)
    _end_other_sessions(request)
    if not second_factor.has_one(request.user):
        second_factor.forget_proof(request)
    _tell(user, _("A second factor was removed."))


@receiver(mfa.authenticator_reset)
def after_new_codes(request, user, **_kwargs):
    security.note("factor_added", user, request.user)
    _end_other_sessions(request)
    _tell(user, _("New recovery codes were made."))


def _end_other_sessions(request):
    request.user.end_sessions()
    update_session_auth_hash(request, request.user)


def _tell(user, what):
    link = absolute(reverse("account_reset_password"))
    mails.write("changed", user, what=what, link=link)
