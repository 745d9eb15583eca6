"""What an editor fills in to invite somebody, and to send the link elsewhere."""

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from blog.invitations import guest_setup
from community.models import ThemePage
from kdsite.editorial.mailboxes import check_plain
from kdsite.editorial.models import Slot

SOMEBODY_ELSE = "new"


class InvitationForm(forms.Form):
    """Who, in which language, and where in the calendar."""

    given_name = forms.CharField(label=gettext_lazy("Given name"), max_length=100)
    family_name = forms.CharField(label=gettext_lazy("Family name"), max_length=100)
    address = forms.EmailField(
        label=gettext_lazy("E-mail address"), max_length=254, validators=[check_plain]
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Of the text, of the mail and of all they see here."),
    )
    slot = forms.ModelChoiceField(
        Slot.objects.none(),
        label=gettext_lazy("Slot"),
        required=False,
        empty_label=gettext_lazy("No slot yet"),
        help_text=gettext_lazy(
            "With a slot the guest finds an empty draft that is theirs."
        ),
    )
    theme = forms.ModelChoiceField(
        ThemePage.objects.none(),
        label=gettext_lazy("Theme"),
        required=False,
        empty_label=gettext_lazy("No theme yet"),
    )

    line = forms.CharField(
        label=gettext_lazy("A personal line"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Why this person, and what you hope to read. The mail also has the theme, the length, the "
            "dates, the question of the month, an example and the four next steps, and your name."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["slot"].queryset = Slot.objects.free()
        self.fields["slot"].label_from_instance = slot_label
        self.fields["theme"].queryset = ThemePage.objects.to_choose(get_language())
        if self.is_bound:
            self._ask_who_it_is()

    def _ask_who_it_is(self):
        """Somebody of that name has written before: the editor says whether it is them."""
        name = [self.data.get(n, "").strip() for n in ("given_name", "family_name")]
        profiles = guest_setup.namesakes(*name) if all(name) else []
        if profiles:
            choices = [(str(profile.pk), _known(profile)) for profile in profiles]
            self.fields["known"] = forms.ChoiceField(
                label=_("Is it the same person?"),
                choices=[*choices, (SOMEBODY_ELSE, _("No, somebody else"))],
                widget=forms.RadioSelect,
                help_text=_("Somebody of this name has a profile here already."),
            )
            self.profiles = {str(profile.pk): profile for profile in profiles}

    def clean_known(self):
        return self.profiles.get(self.cleaned_data["known"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("theme") and not cleaned.get("slot"):
            self.add_error("theme", _("A theme needs a slot: choose that, too."))
        return cleaned


class AddressForm(forms.Form):
    """The right address, where the first one was wrong."""

    address = forms.EmailField(
        label=gettext_lazy("E-mail address"), max_length=254, validators=[check_plain]
    )


def _known(profile):
    parts = [profile.name, profile.job_title, profile.organisation]
    return ", ".join(part for part in parts if part)


def slot_label(slot):
    """When, and what is planned for it."""
    writer = get_user_display_name(slot.writer)
    planned = [part for part in (slot.working_title, writer) if part]
    return " – ".join([str(slot), *planned])
