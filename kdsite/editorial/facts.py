"""Facts are not words: one editor changes them at once, for both languages."""

from datetime import date

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from kdsite.editorial import guard
from kdsite.editorial.permissions import runs_the_site
from kdsite.editorial.refusals import Refusal
from kdsite.editorial.views import PageScreen


class FactsView(PageScreen):
    """The form of a page's facts."""

    template_name = "editorial/facts.html"
    header_icon = "cog"

    def dispatch(self, request, page_id):
        self.page = get_object_or_404(Page, pk=page_id).specific
        if not runs_the_site(request.user) or not getattr(self.page, "fact_fields", ()):
            raise PermissionDenied
        return super().dispatch(request, page_id)

    def get_page_title(self):
        return _("Facts")

    def get_form_class(self):
        return forms.modelform_factory(type(self.page), fields=self.page.fact_fields)

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        for name in needed_facts(self.page):
            form.fields[name].required = True
        return form

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.page}

    def form_valid(self, form):
        account = {
            form.initial.get("user"),
            getattr(form.cleaned_data.get("user"), "pk", None),
        }
        if "user" in form.changed_data and self.request.user.pk in account:
            # Who is an author may not approve: nobody decides that about themselves.
            form.add_error(
                "user", _("It is about your own account: ask another editor.")
            )
            return self.form_invalid(form)
        set_facts(self.page, self.request.user, form.cleaned_data)
        messages.success(self.request, _("Saved. Readers see it at once."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            page=self.page,
            cancel_url=reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            **kwargs,
        )


def needed_facts(page):
    """The facts that ``page`` cannot be without: readers see it, or a version of it."""
    versions = Page.objects.live().filter(translation_key=page.translation_key)
    names = page.facts_of_a_public_page
    return names if names and versions.exists() else ()


@transaction.atomic
def set_facts(page, by, facts):
    """Write facts to the page and its language versions, past the revisions, and log it.

    :param by: the account that changes them.
    :param facts: cleaned values of some of ``page.fact_fields``, by name.
    :raises Refusal: where a public page would lose one that it needs.
    """
    guard.lock_page(page.pk)
    if any(facts.get(name, True) is None for name in needed_facts(page)):
        raise Refusal(_("Give a date: readers see the page."))
    type(page).objects.filter(translation_key=page.translation_key).update(**facts)
    log(
        instance=page,
        action="editorial.facts",
        user=by,
        data={"facts": {name: _shown(value) for name, value in facts.items()}},
    )


def _shown(value):
    """A fact as the history says it: ✓ or –, a date as people write it, or the text."""
    if isinstance(value, bool):
        return "✓" if value else "–"
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    return "" if value is None else str(value)
