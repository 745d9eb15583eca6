"""The edit form of every page: what a person may not set or show is refused here."""

from contextvars import ContextVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.models import COMMENTS_RELATION_NAME

from kdsite.editorial.policy import permissions
from kdsite.editorial.publishing import choices
from kdsite.editorial.publishing.manifest import files_of
from kdsite.editorial.publishing.protected_files import references_of
from kdsite.editorial.slugs import free_slug, make_slug

_saves_a_draft = ContextVar("kdsite.saves_a_draft", default=False)


def saves_a_draft():
    """Is what is being written the row of a draft, of which readers see nothing?"""
    return _saves_a_draft.get()


class EditorialPageForm(WagtailAdminPageForm):
    """Wagtail's page form without the schedule, with a slug that stays once readers know it,
    and with nothing chosen that this person could not have been offered. It brings back what the
    files were that it showed (:func:`.manifest.check_files`)."""

    files_seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.is_bound:
            self.initial["files_seen"] = files_of(self.instance)
        self.had = references_of(self.instance) if self.instance.pk else set()
        choices.note(self.had)
        for name in ("go_live_at", "expire_at"):
            self.fields.pop(name, None)
        slug = self.fields.get("slug")
        if slug:
            slug.help_text = _(
                "The end of the page's address. Left empty, it is made from the title."
            )
            slug.required = False
            slug.disabled = not self._may_rename()

    def _may_rename(self):
        user, page = self.for_user, self.instance
        if page.live:
            return bool(user and permissions.runs_the_site(user))
        # The address of a draft is part of the address of what is public below it.
        return page.pk is None or not page.get_descendants().live().exists()

    def clean_slug(self):
        return make_slug(self.cleaned_data.get("slug") or "")

    def clean(self):
        """A draft's slug that is left empty is made from the title; one that is taken gets ``-2``."""
        cleaned, page = self.cleaned_data, self.instance
        if "slug" in self.fields:
            slug = cleaned.get("slug") or (page.live and page.slug)
            slug = slug or make_slug(cleaned.get("title") or "") or page.slug
            cleaned["slug"] = self._free(slug)
        return super().clean()

    def full_clean(self):
        """Pages that are named by other fields get their slug while they are checked."""
        super().full_clean()
        if self.is_bound and self.instance.slug != self.cleaned_data.get("slug"):
            self.instance.slug = self._free(self.instance.slug)

    def _free(self, slug):
        page = self.instance if self.instance.pk else None
        if not slug or self.parent_page is None or (page and page.live):
            return slug
        return free_slug(slug, self.parent_page, page)

    def is_valid(self):
        return super().is_valid() and self._chosen_is_theirs()

    def _chosen_is_theirs(self):
        """A forged id must not show somebody else's draft or picture in one's own page."""
        if self.for_user is None or permissions.runs_the_site(self.for_user):
            return True
        forms = [
            self,
            *(form for rows in self.formsets.values() for form in _kept(rows)),
        ]
        for form in forms:
            for name, value in list(getattr(form, "cleaned_data", {}).items()):
                if name in form.changed_data and not self._may_show(value):
                    form.add_error(name, ValidationError(_("Choose another one.")))
        return not any(form.errors for form in forms)

    def save(self, commit=True):
        """The rows that were posted are all there are. One that the form does not name was added by the
        form itself, where the script that saves and a button were pressed at once: what others have
        added since is refused before. Comments are several people's."""
        for rows in self.formsets.values():
            if rows.rel_name != COMMENTS_RELATION_NAME:
                manager = getattr(self.instance, rows.rel_name)
                named = {form.instance.pk for form in rows.initial_forms}
                manager.remove(*(row for row in manager.all() if row.pk not in named))
        # The title of a draft is seen on what is public below it.
        is_draft = not self.instance.live and self.instance.is_leaf()
        before = _saves_a_draft.set(is_draft)
        try:
            return super().save(commit)
        finally:
            _saves_a_draft.reset(before)

    def _may_show(self, value):
        return choices.may_choose(self.for_user, value) and all(
            choices.may_choose(self.for_user, model.objects.filter(pk=pk).first())
            for model, pk in choices.references_in(value)
            if choices.key_of(model, pk) not in self.had
        )


def _kept(rows):
    """The forms of a formset whose rows are not deleted by it."""
    return [form for form in rows.forms if form not in rows.deleted_forms]
