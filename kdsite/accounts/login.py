"""Logging in with the e-mail address; a forgotten password in one's language."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from wagtail.admin.forms import auth
from wagtail.users.models import UserProfile


class LoginForm(auth.LoginForm):
    """Wagtail's log-in form in our words."""

    username = forms.CharField(
        label=gettext_lazy("E-mail address"),
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
            _("That address and password do not belong together. Please try again."),
            code="invalid_login",
        )


class ResetForm(auth.PasswordResetForm):
    """Wagtail's form for a forgotten password; its mail is in the account's language.

    Somebody who was invited and has no password yet gets the mail as well: whoever can read it
    could have followed the invitation.
    """

    def get_users(self, email):
        yield from super().get_users(email)
        for account in get_user_model().objects.filter(email=email, is_active=True):
            if not account.has_usable_password() and account.has_perm(
                "wagtailadmin.access_admin"
            ):
                yield account

    def send_mail(self, subject, email, context, *args, **kwargs):
        language = UserProfile.get_for_user(context["user"]).get_preferred_language()
        with override(language):
            super().send_mail(subject, email, context, *args, **kwargs)
