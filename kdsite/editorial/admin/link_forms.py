"""What an editor fills in to send somebody a private link."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SOMEBODY = ""


class LinkForm(forms.Form):
    """To whom, where, and in which language.

    Where the page names authors, the first question is whether it is one of them.
    """

    author = forms.TypedChoiceField(
        label=gettext_lazy("For whom"),
        widget=forms.RadioSelect,
        coerce=int,
        empty_value=None,
        required=False,
        help_text=gettext_lazy(
            "An author's “fine as it is” is their consent and, for a version that an editor "
            "saved, the second person's approval. So the link is in the author's mail only."
        ),
    )
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=255,
        required=False,
        help_text=gettext_lazy("Of an author it is known already."),
    )
    address = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        error_messages={
            "invalid": gettext_lazy("Write the address in the form name@example.fi.")
        },
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Of the mail and of what is around the page."),
    )

    def __init__(self, *args, authors=(), **kwargs):
        super().__init__(*args, **kwargs)
        if authors:
            self.fields["author"].choices = [
                *(
                    (author.page_id, _("The author %(name)s") % {"name": author.name})
                    for author in authors
                ),
                (SOMEBODY, _("Somebody else")),
            ]
        else:
            del self.fields["author"]
            self.fields["name"].help_text = ""

    def clean(self):
        cleaned = super().clean()
        if (
            cleaned.get("author") is None
            and "author" not in self.errors
            and not cleaned.get("name")
        ):
            self.add_error("name", _("Write the name of the person."))
        return cleaned
