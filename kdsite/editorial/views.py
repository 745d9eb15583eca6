"""The screens of review and translation, and the facts of a page."""

from datetime import date

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from kdsite.editorial import guard, review, rule, translation
from kdsite.editorial.kinds import translation_of
from kdsite.editorial.permissions import runs_the_site
from kdsite.editorial.refusals import Refusal


class ReviewForm(forms.Form):
    """One decision, on the text that was on the screen."""

    seen = forms.CharField(widget=forms.HiddenInput)
    comment = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), required=False)


class PageScreen(WagtailAdminTemplateMixin, FormView):
    """A screen about one page, with the page in its breadcrumbs."""

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        here = {"label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, here | {"url": ""}]


class ReviewView(PageScreen):
    """The page as readers will see it, what differs from the public one, and the decision."""

    form_class = ReviewForm
    template_name = "editorial/review.html"
    header_icon = "view"

    def dispatch(self, request, page_id):
        self.page = get_object_or_404(Page, pk=page_id).specific
        self.task_state = self.page.current_workflow_task_state
        self.revision = self.page.get_latest_revision()
        if self.task_state is None:
            messages.info(request, _("This page is not in review."))
            return redirect("wagtailadmin_home")
        self.actions = {name: label for name, label, _c in self._actions()}
        if not (
            self.actions or self.page.permissions_for_user(request.user).can_edit()
        ):
            raise PermissionDenied
        return super().dispatch(request, page_id)

    def _actions(self):
        return review.actions(self.page, self.request.user)

    def get_page_title(self):
        return _("Review")

    def get_initial(self):
        return {"seen": review.token(self.revision)}

    def form_valid(self, form):
        decide = {
            "approve": review.approve,
            "reject": review.ask_for_changes,
        }.get(self.request.POST.get("action"))
        if decide is None:
            raise Http404
        try:
            done = decide(self.task_state, self.request.user, **form.cleaned_data)
        except Refusal as refusal:
            messages.error(self.request, str(refusal))
            return self._show_newest(form)
        if decide is review.ask_for_changes:
            sentence = _("You asked for changes. The writer sees your comment.")
        elif done:
            sentence = _("Approved and published.")
        else:
            sentence = _("Your approval is recorded. One more person must approve.")
        buttons = []
        if done:
            page = Page.objects.get(pk=self.page.pk)
            buttons = [messages.button(page.url, _("See the page"))]
        messages.success(self.request, sentence, buttons=buttons)
        return redirect("wagtailadmin_home")

    def _show_newest(self, form):
        """After a conflict: the newest text, with the comment kept and a token for that text."""
        self.page = Page.objects.get(pk=self.page.pk).specific
        self.revision = self.page.get_latest_revision()
        self.actions = {name: label for name, label, _c in self._actions()}
        if not self.page.workflow_in_progress:
            return redirect("wagtailadmin_home")
        newest = ReviewForm(
            initial={
                "seen": review.token(self.revision),
                "comment": form.cleaned_data["comment"],
            }
        )
        return self.render_to_response(self.get_context_data(form=newest))

    def get_context_data(self, **kwargs):
        record = translation_of(self.page)
        original = record.source.get_source_instance() if record else None
        draft = self.revision.as_object()
        return super().get_context_data(
            page=self.page,
            draft=draft,
            revision=self.revision,
            requested_by=self.task_state.workflow_state.requested_by,
            actions=self.actions,
            may_correct=rule.can_correct(self.page, self.request.user),
            original=original,
            differences=differences(self.page, draft, self.request),
            **kwargs,
        )


def differences(page, draft, request):
    """What ``draft`` changes against the public page, field by field; ``None`` if not public."""
    if not page.live:
        return None
    panel = page.get_edit_handler().get_bound_panel(
        instance=draft, request=request, form=None
    )
    compared = [comparison(page, draft) for comparison in panel.get_comparison()]
    return [comparison for comparison in compared if comparison.has_changed()]


@require_POST
def start_translation(request, page_id, language):
    """One button: from a public original to the side-by-side editor."""
    page = get_object_or_404(Page, pk=page_id)
    locale = get_object_or_404(Locale, language_code=language)
    target = translation.translate(page, locale, request.user)
    return redirect("wagtailadmin_pages:edit", target.pk)


@require_POST
def send_translation(request, translation_id):
    """Send a translation for review, or save a correction of one that is in review."""
    record = get_object_or_404(Translation, pk=translation_id)
    page = record.get_target_instance()
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    in_review = page.workflow_in_progress
    translation.send_for_review(record, request.user)
    if in_review:
        messages.success(
            request, _("Your correction is saved. Somebody else must approve it now.")
        )
    else:
        messages.success(request, _("Sent for review."))
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_POST
def take_back(request, page_id):
    """End a review without a decision, by whoever sent the page or decides on it."""
    page = get_object_or_404(Page, pk=page_id).specific
    review.take_back(page, request.user)
    messages.success(request, _("The page is a draft again."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def facts_form(page):
    """A form class for the facts of ``page``, or ``None`` where its type has none."""
    if not page.fact_fields:
        return None
    return forms.modelform_factory(type(page), fields=page.fact_fields)


class FactsView(PageScreen):
    """Facts are not words: one editor changes them at once, for both languages."""

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
        return facts_form(self.page)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.page}

    def form_valid(self, form):
        set_facts(self.page, self.request.user, **form.cleaned_data)
        messages.success(self.request, _("Saved. Readers see it at once."))
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            page=self.page,
            cancel_url=reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            **kwargs,
        )


@transaction.atomic
def set_facts(page, user, **facts):
    """Write facts to the page and its language versions, past the revisions, and log it.

    ``facts`` are cleaned values of some of ``page.fact_fields``.
    """
    guard.lock_page(page.pk)
    type(page).objects.filter(translation_key=page.translation_key).update(**facts)
    log(
        instance=page,
        action="editorial.facts",
        user=user,
        data={"facts": {name: _shown(value) for name, value in facts.items()}},
    )


def _shown(value):
    """A fact as the history says it: ✓ or –, a date as people write it, or the text."""
    if isinstance(value, bool):
        return "✓" if value else "–"
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    return "" if value is None else str(value)
