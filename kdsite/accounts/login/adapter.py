"""What allauth asks the site: limits, words, mails, where to go next."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kdsite.accounts.login import limits
from kdsite.accounts.models import User
from kdsite.editorial.addresses import absolute

# What is said after something was done; of what is not listed nothing is said.
SAID = {
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/logged_out.txt": _("You have logged out."),
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
        "incorrect_password": _("This is not your password. Please try again."),
        "enter_current_password": _("This is not your password. Please try again."),
    }

    def is_open_for_signup(self, request):
        return False

    def _get_login_attempts_cache_key(self, request, **credentials):
        # allauth's own is the host and the name as it was typed.
        return limits.key_of(credentials["email"])

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
