"""What allauth asks the site: limits, words, mails, where to go next."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kdsite.accounts.login import factor_secrets, limits, mails, second_factor
from kdsite.accounts.models import User
from kdsite.editorial.addresses import absolute

# What is said after something was done; of what is not listed nothing is said.
SAID = {
    "account/messages/password_changed.txt": _("Your password is changed."),
    "mfa/messages/totp_activated.txt": _("The app is in use."),
    "mfa/messages/totp_deactivated.txt": _("The app is not in use any more."),
    "mfa/messages/webauthn_added.txt": _("The passkey is in use."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "socialaccount/messages/account_connected.txt": _("It is tied to your account."),
    "socialaccount/messages/account_connected_other.txt": _(
        "It is tied to another account already."
    ),
    "socialaccount/messages/account_disconnected.txt": _("It is untied."),
    "account/messages/logged_out.txt": _("You have logged out."),
}
WAYS = {
    "reauthenticate": _("With your password"),
    "mfa_reauthenticate": _("With a code"),
    "mfa_reauthenticate:webauthn": _("With a passkey"),
}


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up; what is said is said in our words."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "That address and password do not belong together. Please try again."
        ),
        "too_many_login_attempts": _(
            "Too many wrong tries. Wait an hour, or choose a new password by mail."
        ),
        "busy": _("Many are logging in at this moment. Please try again."),
        "too_many_mails": _("We have sent you several codes already. Try again later."),
        "incorrect_code": _("This is not the right code. Please try again."),
        "incorrect_password": _("This is not your password. Please try again."),
        "enter_current_password": _("This is not your password. Please try again."),
    }

    def is_open_for_signup(self, request):
        return False

    def _get_login_attempts_cache_key(self, request, **credentials):
        # allauth's own is the host and the name as it was typed.
        return limits.key_of(credentials["email"])

    def authenticate(self, request, **credentials):
        with limits.a_place() as free:
            if not free:
                raise self.validation_error("busy")
            return super().authenticate(request, **credentials)

    def authentication_failed(self, request, **credentials):
        name = credentials["email"]
        account = User.objects.open_account(name)
        limits.tell_if_shut_out(request, account, limits.key_of(name))

    def respond_user_inactive(self, request, user):
        messages.error(request, gettext("The account is closed"))
        return redirect("account_login")

    def add_message(
        self,
        request,
        level,
        message_template=None,
        message_context=None,
        extra_tags="",
        message=None,
    ):
        """Say what went wrong, and of what went well what is worth saying."""
        said = message or SAID.get(message_template)
        if said:
            messages.add_message(request, level, said, extra_tags=extra_tags)

    def get_login_stages(self):
        """In the demo everybody gets in by the password that the README tells."""
        stages = super().get_login_stages()
        return stages[:-1] if settings.DEMO else stages

    def send_mail(self, template_prefix, email, context):
        """The one mail that allauth sends by itself: the code for logging in."""
        mails.write("code", User.objects.get(email=email), code=context["code"])

    def get_reauthentication_methods(self, user):
        """Whoever has a second factor shows it: a password alone is not enough to give it up."""
        methods = super().get_reauthentication_methods(user)
        shown = [each for each in methods if each["id"] != "reauthenticate"]
        return [each | {"description": WAYS[each["id"]]} for each in shown or methods]

    def get_reset_password_from_key_url(self, key):
        """Under the address of the site, whatever host the request named."""
        uid, _dash, token = key.partition("-")
        path = reverse(
            "account_reset_password_from_key", kwargs={"uidb36": uid, "key": token}
        )
        return absolute(path)

    def get_password_change_redirect_url(self, request):
        return reverse("wagtailadmin_account")

    def get_from_email(self):
        return settings.DEFAULT_FROM_EMAIL


class FactorAdapter(DefaultMFAAdapter):
    """Second factors, in our words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This is not the right code. Please try again."),
        "cannot_delete_authenticator": _(
            "Your account needs a second factor. Set up another one first."
        ),
        "cannot_generate_recovery_codes": _("Set up an app or a passkey first."),
        "unreadable": _(
            "The site cannot read your app's key and your recovery codes any more. Ask an editor "
            "to take your second factor off; then set up a new one."
        ),
    }

    def build_totp_svg(self, url):
        """As a page may hold it: as an image of its own the policy would have to let it in."""
        return super().build_totp_svg(url).partition("?>")[2]

    def encrypt(self, text):
        return factor_secrets.encrypt(text)

    def decrypt(self, encrypted_text):
        """
        :raises ValidationError: with a sentence for the form that asks for a code.
        """
        try:
            return factor_secrets.decrypt(encrypted_text)
        except factor_secrets.Unreadable as error:
            raise self.validation_error("unreadable") from error

    def can_delete_authenticator(self, authenticator):
        """Not the last one of an account that needs one."""
        if not second_factor.needs_one(authenticator.user):
            return True
        others = authenticator.user.authenticator_set.exclude(pk=authenticator.pk)
        return others.filter(type__in=second_factor.KINDS).exists()

    def generate_authenticator_name(self, user, type):
        return gettext("Passkey")
