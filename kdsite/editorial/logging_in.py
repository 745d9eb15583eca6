"""Logging in: with the username or the e-mail address; a forgotten password in one's language."""

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from wagtail.admin.forms.auth import LoginForm, PasswordResetForm
from wagtail.users.models import UserProfile


class AddressBackend(ModelBackend):
    """Lets in whoever gives the username of an account, or its e-mail address.

    Addresses are compared without regard to case. Where several accounts have the address, it
    is the one whose password it is; where that is more than one, nobody comes in.
    """

    def authenticate(self, request, username=None, password=None, **kwargs):
        user = super().authenticate(request, username, password, **kwargs)
        if user or not username or not password or "@" not in username:
            return user
        accounts = list(get_user_model().objects.filter(email__iexact=username)[:5])
        if not accounts:
            # As long as for an address that exists: the time tells nothing.
            get_user_model()().set_password(password)
        found = [
            account
            for account in accounts
            if account.check_password(password) and self.user_can_authenticate(account)
        ]
        return found[0] if len(found) == 1 else None


class AddressLoginForm(LoginForm):
    """Wagtail's log-in form, which says that the address will do."""

    username = forms.CharField(
        label=gettext_lazy("Username or e-mail address"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Label and placeholder would say different things.
        for name in ("username", "password"):
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["password"].label = gettext_lazy("Password")
        self.fields["password"].widget.attrs["autocomplete"] = "current-password"

    def get_invalid_login_error(self):
        return forms.ValidationError(
            _("That name and password do not belong together. Please try again."),
            code="invalid_login",
        )


class ResetForm(PasswordResetForm):
    """Wagtail's form for a forgotten password; its mail is in the account's language.

    Somebody who was invited and has no password yet gets the mail as well: whoever can read it
    could have followed the invitation.
    """

    def get_users(self, email):
        yield from super().get_users(email)
        for account in get_user_model().objects.filter(
            email__iexact=email, is_active=True
        ):
            if not account.has_usable_password() and account.has_perm(
                "wagtailadmin.access_admin"
            ):
                yield account

    def send_mail(self, subject, email, context, *args, **kwargs):
        language = UserProfile.get_for_user(context["user"]).get_preferred_language()
        with override(language):
            super().send_mail(subject, email, context, *args, **kwargs)
