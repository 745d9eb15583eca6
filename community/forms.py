"""The edit form of an author profile, and the short one for somebody new."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.publishing.page_form import EditorialPageForm


class AuthorPageForm(EditorialPageForm):
    """A profile that a guest makes belongs to the guest's account."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The page makes its title from the name.
        if "title" in self.fields:
            self.fields["title"].required = False

    def save(self, commit=True):
        user = self.for_user
        if self.instance.pk is None and user and not runs_the_site(user):
            self.instance.user = user
        return super().save(commit)


class NewAuthorForm(forms.Form):
    """Who it is; the profile itself holds the rest."""

    given_name = forms.CharField(label=_("Given name"), max_length=100)
    family_name = forms.CharField(label=_("Family name"), max_length=100)
    job_title = forms.CharField(
        label=capfirst(pgettext_lazy("of a person", "title")),
        max_length=150,
        required=False,
        help_text=_("In the language of the text."),
    )
    organisation = forms.CharField(
        label=capfirst(_("organisation")), max_length=150, required=False
    )
