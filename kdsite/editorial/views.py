"""The screens of review and translation."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.dateparse import parse_datetime
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from kdsite.editorial import review, rule, translation
from kdsite.editorial.differences import differences
from kdsite.editorial.kinds import translation_of
from kdsite.editorial.refusals import Conflict, Refusal


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
        self._read(page_id)
        may_look = (
            self.actions or self.page.permissions_for_user(request.user).can_edit()
        )
        if not may_look and request.method != "POST":
            raise PermissionDenied
        if self.task_state is None and request.method != "POST":
            messages.info(request, _("This page is not in review."))
            return redirect("wagtailadmin_home")
        return super().dispatch(request, page_id)

    def _read(self, page_id):
        self.page = get_object_or_404(Page, pk=page_id).specific
        self.task_state = self.page.current_workflow_task_state
        self.revision = self.page.get_latest_revision()
        found = review.actions(self.page, self.request.user) if self.task_state else []
        self.actions = {name: label for name, label, _comment in found}

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
            if self.task_state is None:
                raise Conflict(review.outcome(self.page))
            done = decide(self.task_state, self.request.user, **form.cleaned_data)
        except Refusal as refusal:
            messages.error(self.request, str(refusal))
            return self._show_again(form)
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

    def _show_again(self, form):
        """The newest text, with a token for that text and the comment as it was typed."""
        self._read(self.page.pk)
        kept = ReviewForm(
            initial=self.get_initial() | {"comment": form.cleaned_data["comment"]}
        )
        return self.render_to_response(self.get_context_data(form=kept))

    def get_context_data(self, **kwargs):
        may_look = (
            self.actions or self.page.permissions_for_user(self.request.user).can_edit()
        )
        record = translation_of(self.page) if may_look else None
        draft = self.revision.as_object()
        state = self.task_state.workflow_state if self.task_state else None
        return super().get_context_data(
            page=self.page,
            revision=self.revision,
            may_look=may_look,
            requested_by=state.requested_by if state else None,
            actions=self.actions,
            may_correct=bool(self.task_state)
            and rule.can_correct(self.page, self.request.user),
            original=record.source.get_source_instance() if record else None,
            differences=differences(
                self.page,
                draft,
                self.request,
                submitted=self.task_state.revision if self.task_state else None,
            )
            if may_look
            else None,
            **kwargs,
        )


@method_decorator(xframe_options_sameorigin, name="dispatch")
class PreviewView(View):
    """Exactly the version that is on the review screen, for whoever has a decision to make.

    Wagtail's own draft view asks for the right to edit, which an author or a stand-in may lack.
    """

    def get(self, request, page_id, revision_id):
        page = get_object_or_404(Page, pk=page_id).specific
        revision = get_object_or_404(page.revisions, pk=revision_id)
        in_review = page.current_workflow_task_state
        decides = in_review and review.actions(page, request.user)
        if not (decides or page.permissions_for_user(request.user).can_edit()):
            raise PermissionDenied
        draft = revision.as_object()
        return draft.make_preview_request(request, draft.default_preview_mode)


def post_only(view):
    """A button's address: opened any other way (after a new log-in) it leads to the editor."""

    def guarded(request, **kwargs):
        if request.method == "POST":
            return view(request, **kwargs)
        page_id = kwargs.get("page_id")
        if page_id is None:
            record = get_object_or_404(Translation, pk=kwargs["translation_id"])
            page_id = record.get_target_instance().pk
        return redirect("wagtailadmin_pages:edit", page_id)

    return guarded


@post_only
def start_translation(request, page_id, language):
    """One button: from a public original to the side-by-side editor."""
    page = get_object_or_404(Page, pk=page_id)
    locale = get_object_or_404(Locale, language_code=language)
    target = translation.translate(page, locale, request.user)
    return redirect("wagtailadmin_pages:edit", target.pk)


@post_only
def send_translation(request, translation_id):
    """Send a translation for review, or save a correction of one that is in review."""
    record = get_object_or_404(Translation, pk=translation_id)
    page = record.get_target_instance()
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    in_review = page.workflow_in_progress
    opened = parse_datetime(request.POST.get("opened", ""))
    translation.send_for_review(record, request.user, opened=opened)
    if in_review:
        messages.success(
            request, _("Your correction is saved. Somebody else must approve it now.")
        )
    else:
        messages.success(request, _("Sent for review."))
    return redirect("wagtailadmin_pages:edit", page.pk)


@post_only
def take_back(request, page_id):
    """End a review without a decision, by whoever sent the page or decides on it."""
    page = get_object_or_404(Page, pk=page_id).specific
    review.take_back(page, request.user)
    messages.success(request, _("The page is a draft again."))
    return redirect("wagtailadmin_pages:edit", page.pk)
