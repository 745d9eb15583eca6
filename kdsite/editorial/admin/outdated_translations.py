"""Translations that are behind: the list, and one beside its original."""

from django import forms
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.views.reports import PageReportView

from kdsite.editorial.admin.approvers import what_happens
from kdsite.editorial.admin.page_screen import (
    EditorMenuItem,
    EditorScreenMixin,
    PageScreenView,
    approved_url,
)
from kdsite.editorial.locks import is_locked_for
from kdsite.editorial.policy.permissions import may_follow, runs_the_site
from kdsite.editorial.releases.back_to_draft import may_take_back_to_draft
from kdsite.editorial.releases.waiting import waiting_of
from kdsite.editorial.texts import outdated
from kdsite.editorial.texts.outdated import outdated_for
from kdsite.editorial.translations import outdated_decisions
from kdsite.editorial.translations.comparison import Comparison
from kdsite.editorial.translations.translating import may_translate


class OutdatedReportView(EditorScreenMixin, PageReportView):
    """Every translation that is behind, with the one that has been so for longest first."""

    page_title = gettext_lazy("Translations that are behind")
    header_icon = "globe"
    index_url_name = "editorial:outdated"
    index_results_url_name = "editorial:outdated_results"
    results_template_name = "editorial/outdated_results.html"
    list_export = ["title", "locale", "original_changed_at"]
    export_headings = {
        "locale": gettext_lazy("Language"),
        "original_changed_at": gettext_lazy("The original changed"),
    }

    def may_open(self, user):
        return may_follow(user)

    def get_filename(self):
        return "outdated-translations"

    def get_queryset(self):
        self.queryset = outdated_for(self.request.user)
        return super().get_queryset()


class SeenForm(forms.Form):
    """Which text of the original was on the screen."""

    seen = forms.CharField(widget=forms.HiddenInput)


class ComparisonView(PageScreenView):
    """The strings that have changed, beside their translation, and what follows from it."""

    form_class = SeenForm
    template_name = "editorial/outdated_translation.html"
    header_icon = "globe"
    page_title = gettext_lazy("Changes since the translation")

    def may_open(self, user):
        return self.page.permissions_for_user(user).can_edit() and may_follow(user)

    @cached_property
    def comparison(self):
        """404 where the page is an original: it has nothing to be compared with."""
        found = Comparison(self.page)
        if found.original.pk == self.page.pk:
            raise Http404
        return found

    def get_initial(self):
        return {"seen": self.comparison.fingerprint}

    def form_valid(self, form):
        user = self.request.user
        action = self.request.POST.get("action")
        if action == "accept":
            release = outdated_decisions.declare_of_no_consequence(
                self.page, user, **form.cleaned_data
            )
            sentence = what_happens.counts_as_current(self.page, release)
        elif action == "tell":
            outdated_decisions.tell_readers(self.page, user)
            sentence = _("Readers of the translation see that it is behind.")
        elif action == "do_not_tell":
            outdated_decisions.tell_readers(self.page, user, told=False)
            sentence = _("Readers no longer see that the translation is behind.")
        else:
            raise Http404
        messages.success(self.request, sentence)
        return redirect("editorial:comparison", self.page.pk)

    def get_context_data(self, **kwargs):
        user, original = self.request.user, self.comparison.original
        basis = self.comparison.basis
        is_ours = may_translate(user, original, self.page.locale)
        waits = waiting_of(self.page) is not None
        return super().get_context_data(
            comparison=self.comparison,
            is_outdated=outdated.is_outdated(self.page),
            original_url=approved_url(original),
            is_told=bool(self.page.live and basis and basis.readers_are_told),
            is_ours=is_ours,
            may_update=is_ours and not is_locked_for(self.page, user),
            may_take_back=waits and may_take_back_to_draft(self.page, user),
            runs_the_site=runs_the_site(user),
            may_judge=is_ours or runs_the_site(user),
            may_accept=outdated_decisions.may_judge_change(user, self.page),
            waits=waits,
            **kwargs,
        )


outdated_menu_item = EditorMenuItem(
    gettext_lazy("Translations that are behind"),
    reverse_lazy("editorial:outdated"),
    name="outdated",
    icon_name="globe",
    order=100,
    may_open=may_follow,
)
