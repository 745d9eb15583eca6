"""One's own settings in Wagtail, in which the address asks for the password."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.views import account

from kdsite.accounts.own_address import services


class OwnAddressForm(NameEmailForm):
    """Another address is asked for only with the password: whoever finds a browser that is logged in
    does not get the account. It counts once its mailbox has confirmed it (:func:`.services.ask`)."""

    password = forms.CharField(
        label=gettext_lazy("Your password"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=gettext_lazy(
            "Only where you change the address. A link goes to the new one; until you have opened "
            "it, the old one stays yours."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The instance takes what was typed before anybody has checked it.
        rows = get_user_model().objects.filter(pk=self.instance.pk)
        self.address = rows.values_list("email", flat=True).get()

    def clean(self):
        cleaned = super().clean()
        changes = cleaned.get("email", self.address).lower() != self.address
        if changes and not self.instance.has_usable_password():
            self.add_error(
                "email",
                _("Your account has no password. Ask an administrator to change this."),
            )
        elif changes and not self.instance.check_password(cleaned.get("password", "")):
            self.add_error("password", _("Type your password: it guards your address."))
        return cleaned

    def save(self, commit=True):
        wanted, self.instance.email = self.instance.email.lower(), self.address
        account = super().save(commit)
        if wanted != self.address:
            services.ask(account, wanted)
            messages.success(
                self.request,
                _(
                    "A link went to %(address)s. Open it, and that is your address; until then it is "
                    "%(old)s."
                )
                % {"address": wanted, "old": self.address},
            )
        return account


class OwnAddressPanel(account.NameEmailSettingsPanel):
    form_class = OwnAddressForm

    def get_form(self):
        form = super().get_form()
        form.request = self.request
        return form


class AccountView(account.AccountView):
    """Wagtail's view; its own choices of mail are left out, because none of those mails is sent
    here, and the address is changed with the password."""

    def get_panels(self):
        stock = account.NotificationsSettingsPanel
        panels = [each for each in super().get_panels() if not isinstance(each, stock)]
        return [self._with_password(each) for each in panels]

    def _with_password(self, panel):
        if not isinstance(panel, account.NameEmailSettingsPanel):
            return panel
        return OwnAddressPanel(panel.request, panel.user, panel.profile)
