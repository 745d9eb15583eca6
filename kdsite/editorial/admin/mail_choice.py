"""Everybody's own settings: when they want the site's mail."""

from django import forms
from django.utils.translation import gettext_lazy
from wagtail.admin.views import account

from kdsite.editorial.models import MailChoice


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
