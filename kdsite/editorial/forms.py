"""The edit form of every page: what a person may not set is not in it."""

from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import WagtailAdminPageForm

from kdsite.editorial.permissions import runs_the_site
from kdsite.editorial.slugs import make_slug


class EditorialPageForm(WagtailAdminPageForm):
    """Wagtail's page form without the schedule, and with a slug that writers cannot change
    once readers know the address."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("go_live_at", "expire_at"):
            self.fields.pop(name, None)
        slug = self.fields.get("slug")
        if slug:
            slug.help_text = _(
                "The end of the page's address. Left empty, it is made from the title."
            )
            slug.required = False
            user = self.for_user
            if self.instance.live and not (user and runs_the_site(user)):
                slug.disabled = True

    def clean_slug(self):
        return make_slug(self.cleaned_data.get("slug") or "")

    def clean(self):
        """A slug left empty, or typed with letters that an address cannot have, is made here."""
        cleaned = super().clean()
        if "slug" in self.fields and not cleaned.get("slug") and cleaned.get("title"):
            cleaned["slug"] = self.instance.slug or make_slug(cleaned["title"])
        return cleaned
