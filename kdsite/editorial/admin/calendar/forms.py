"""What an editor may write into a slot; what is refused, the slot itself says."""

import hashlib

from django import forms
from django.contrib.auth import get_user_model
from django.forms.models import model_to_dict
from django.utils import timezone
from django.utils.formats import get_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.utils import get_user_display_name

from kdsite.editorial.models import Slot


class PersonField(forms.ModelChoiceField):
    """People by their names."""

    def label_from_instance(self, user):
        return get_user_display_name(user)


def token(slot):
    """A short name for what ``slot`` holds now, by which a form knows that it changed since."""
    held = model_to_dict(slot, exclude=["id"])
    return hashlib.sha256(repr(sorted(held.items())).encode()).hexdigest()


class SlotForm(WagtailAdminModelForm):
    """A slot; each mistake gets one sentence."""

    writer = PersonField(
        label=gettext_lazy("Invited writer"),
        queryset=get_user_model()
        .objects.filter(is_active=True)
        .order_by("last_name", "first_name", "email"),
        required=False,
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Django's Finnish formats know 16.54 only, and people write 16:54 as well.
        at = self.fields["at"]
        at.input_formats = [*get_format("DATETIME_INPUT_FORMATS"), "%d.%m.%Y %H:%M"]
        self.initial["seen"] = token(self.instance) if self.instance.pk else ""

    def clean(self):
        """What another editor has written meanwhile is not overwritten unseen."""
        cleaned = super().clean()
        seen = cleaned.get("seen")
        if self.instance.pk and seen:
            now = Slot.objects.filter(pk=self.instance.pk).first()
            if now is None or token(now) != seen:
                self.add_error(
                    None,
                    _(
                        "Somebody else has changed this slot since you opened it. "
                        "Open it again and make your change there."
                    ),
                )
        if self._is_of_no_use(**cleaned):
            self.add_error("at", _("This time has passed already: choose one to come."))
        return cleaned

    def _is_of_no_use(self, at=None, page=None, **others):
        """A new time that is over: with a text it publishes that at once, without one nothing ever
        happens. A slip in the year is asked about by the slot itself."""
        is_new = not self.instance.pk and not page
        return bool(is_new and at and at.year >= 2000 and at < timezone.now())

    def save(self, commit=True):
        if self.instance.pk and "at" in self.changed_data:
            self.instance.is_moved = True
        return super().save(commit=commit)

    class Meta:
        labels = {
            "at": gettext_lazy("Time of publication"),
        }
