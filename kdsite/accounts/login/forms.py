"""allauth's forms, in our words."""

from allauth.account import forms
from allauth.account.adapter import get_adapter
from allauth.account.fields import PasswordField, SetPasswordField
from allauth.core import context, ratelimit
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.contrib.auth.tokens import default_token_generator
from django.forms import CharField, TextInput
from django.urls import reverse
from django.utils.http import int_to_base36
from django.utils.translation import gettext_lazy as _

from kdsite.accounts.login import mails
from kdsite.accounts.login.events import begin_session
from kdsite.accounts.models import User
from kdsite.editorial.addresses import absolute
from kdsite.editorial.policy.permissions import is_guest


class LoginForm(forms.LoginForm):
    """An address and a password; the demo's short names are no addresses."""

    password = PasswordField(label=_("Password"), autocomplete="current-password")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"] = CharField(
            label=_("E-mail address"),
            max_length=254,
            widget=TextInput(
                attrs={
                    "autocomplete": "username",
                    "inputmode": "email",
                    "autocapitalize": "none",
                    "spellcheck": "false",
                }
            ),
        )
        self.order_fields(["login", "password"])

    def login(self, request, redirect_url=None):
        """allauth's, which gives every session the age of its cookie once it has begun."""
        answer = super().login(request, redirect_url)
        if request.user.is_authenticated:
            begin_session(request, request.user)
        return answer


class ReauthenticateForm(forms.ReauthenticateForm):
    """Your password once more."""

    password = PasswordField(label=_("Password"), autocomplete="current-password")


class ResetForm(forms.ResetPasswordForm):
    """An address; the answer is the same whether an account has it."""

    email = CharField(
        label=_("E-mail address"),
        max_length=254,
        widget=TextInput(attrs={"autocomplete": "username", "inputmode": "email"}),
    )

    def clean_email(self):
        """The address of the account, however it was written: mails to it are counted by it."""
        typed = self.cleaned_data["email"].strip()
        self.account = User.objects.open_account(typed)
        return self.account.email if self.account else typed

    def save(self, request, **kwargs):
        address = self.cleaned_data["email"]
        # The same work for nobody: neither the answer nor its time says whether there is one.
        account = self.account or User(pk=0, email=address)
        key = (
            f"{int_to_base36(account.pk)}-{default_token_generator.make_token(account)}"
        )
        link = get_adapter().get_reset_password_from_key_url(key)
        if self.account:
            mails.write("reset", account, link=link)
        elif "@" in address:
            mails.write_to_nobody("no_account", address)
        return address


class CodeForm(forms.RequestLoginCodeForm):
    """An address; whoever decides on texts gets no code, and the answer is the same for all."""

    email = CharField(
        label=_("E-mail address"),
        max_length=254,
        widget=TextInput(attrs={"autocomplete": "username", "inputmode": "email"}),
    )

    def clean_email(self):
        typed = self.cleaned_data["email"].strip()
        account = User.objects.open_account(typed)
        address = account.email if account else typed
        allowed = ratelimit.consume(
            context.request, action="request_login_code", key=address.lower()
        )
        if not allowed:
            raise get_adapter().validation_error("too_many_mails")
        self._user = account if account and is_guest(account) else None
        if account and not self._user:
            link = absolute(reverse("account_login"))
            mails.write("no_code", account, link=link)
        elif not account and "@" in address:
            mails.write_to_nobody("no_account", address)
        return address


class _NewPassword:
    """A new password, twice."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        first, second = self.fields["password1"], self.fields["password2"]
        first.label, second.label = _("New password"), _("The same password again")
        first.help_text = _(
            "At least 10 characters. A few words in a row make a good password."
        )


class NewPasswordForm(_NewPassword, forms.ResetPasswordKeyForm):
    """After a forgotten one."""


class ChangePasswordForm(_NewPassword, forms.ChangePasswordForm):
    """With the one that was so far."""

    oldpassword = PasswordField(
        label=_("Your password now"), autocomplete="current-password"
    )
    password1 = SetPasswordField(label="")


class PasskeyForm(AddWebAuthnForm):
    """The name by which its owner knows it."""

    name = CharField(label=_("Name of the passkey"), required=False, max_length=100)


class RenameForm(EditWebAuthnForm):
    """Another name for it."""

    name = CharField(label=_("Name of the passkey"), max_length=100)
