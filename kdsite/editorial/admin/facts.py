"""Facts are not words: one editor changes them at once, for both languages."""

from datetime import date

from django import forms
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.admin.page_screen import PageScreenView
from kdsite.editorial.publishing.facts import needed_facts, set_facts

# Older texts are brought here, too; none is older than this.
EARLIEST = 1990


class FactsView(PageScreenView):
    """The form of a page's facts."""

    template_name = "editorial/facts.html"
    header_icon = "cog"

    def may_open(self, user):
        return super().may_open(user) and getattr(self.page, "fact_fields", ())

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
        odd = [name for name, day in form.cleaned_data.items() if _is_odd(day)]
        for name in odd:
            form.add_error(name, _("Look at the year once more."))
        if odd:
            return self.form_invalid(form)
        waits = set_facts(self.page, self.request.user, form.cleaned_data)
        sentence = _("Saved. Readers see it at once.")
        if waits:
            sentence = _("Saved. The account counts once another editor confirms it.")
        messages.success(self.request, sentence)
        return redirect(edit_url(self.page))


def _is_odd(day):
    """A date that nobody means: a typing error leads there."""
    if not isinstance(day, date):
        return False
    return not EARLIEST <= day.year <= timezone.localdate().year + 1
