"""Everybody's own settings: the address, and when they want the site's mail."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.views import account

from kdsite.editorial.models import MailChoice


class OwnAddressForm(NameEmailForm):
    """Another address is taken only with the password: whoever finds a browser that is logged in
    does not get the account."""

    password = forms.CharField(
        label=gettext_lazy("Your password"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=gettext_lazy("Only where you change the address."),
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


class OwnAddressPanel(account.NameEmailSettingsPanel):
    form_class = OwnAddressForm


class MailChoiceForm(forms.ModelForm):
    """The choice of the account that is given as ``instance``, as Wagtail's panels give it."""

    class Meta:
        model = MailChoice
        fields = ["when"]
        labels = {"when": gettext_lazy("Mail about texts and deadlines")}
        help_texts = {
            "when": gettext_lazy(
                "Invitations, private links and new passwords always come at once."
            )
        }
        widgets = {"when": forms.RadioSelect}

    def __init__(self, *args, instance, **kwargs):
        own = MailChoice.objects.filter(user=instance).first()
        super().__init__(*args, instance=own or MailChoice(user=instance), **kwargs)


class MailChoicePanel(account.BaseSettingsPanel):
    name = "mail"
    title = gettext_lazy("Mail to you")
    tab = account.notifications_tab
    form_class = MailChoiceForm
    order = 100


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
