"""The screens of review and translation."""

from django import forms
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from kdsite.editorial.admin.approvers import missing_word, what_happens
from kdsite.editorial.admin.approvers.along import along
from kdsite.editorial.admin.approvers.basis import Basis, basis_for
from kdsite.editorial.admin.approvers.beside_the_page import beside
from kdsite.editorial.admin.page_screen import PageScreenView, approved_url
from kdsite.editorial.admin.translating.read_table import read_table
from kdsite.editorial.admin.version_differences import differences
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.page_kinds import original_of, translation_of
from kdsite.editorial.policy import standing
from kdsite.editorial.policy.approval_rule import Decision, can_correct
from kdsite.editorial.policy.hearing import can_hear_no, who_lifts
from kdsite.editorial.policy.many_decisions import decisions_on
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.private_links import answers, from_account
from kdsite.editorial.publishing.targets import not_public
from kdsite.editorial.releases import held
from kdsite.editorial.releases.fate import (
    is_approved_with_it,
    prospect_of,
    prospect_of_reading,
)
from kdsite.editorial.releases.left_out import left_out_of
from kdsite.editorial.releases.waiting import waiting_of
from kdsite.editorial.review import asked_changes, choices, decisions, looks, task_calls
from kdsite.editorial.review.account_origin import account_origin
from kdsite.editorial.taken_down import taken_down
from kdsite.editorial.texts import outdated

# What an author with an account answers.
ANSWERS = ("fine", "object")
DECISIONS = ("approve", "reject", "read", *ANSWERS)


class ReviewForm(forms.Form):
    """One decision, on the text that was on the screen."""

    seen = forms.CharField(widget=forms.HiddenInput)
    comment = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 4}), required=False, max_length=10_000
    )


class ReviewView(PageScreenView):
    """The page as readers will see it, what differs from the public one, and the decision."""

    form_class = ReviewForm
    template_name = "editorial/review.html"
    header_icon = "view"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self._read()

    @property
    def may_look(self):
        """Who decides, and who may open the page."""
        allowed = self.page.permissions_for_user(self.request.user)
        return bool(self.actions) or allowed.can_edit()

    def may_open(self, user):
        """A decision is answered in words, whoever sends it: a form may be older than the rights."""
        return self.request.method == "POST" or self.may_look

    def get(self, request, *args, **kwargs):
        if self.task_state is None and not (self.actions or self.may_take_back):
            messages.info(request, missing_word.not_in_review(self.page))
            return redirect("wagtailadmin_home")
        response = super().get(request, *args, **kwargs).render()
        looks.remember(request.user, [self.page, *self.companions], self._looks)
        return response

    def _read(self):
        self.task_state = self.page.current_workflow_task_state
        state = self.page.current_workflow_state
        self.companions = choices.companions(state) if state else []
        self.waits = self.task_state is None and waiting_of(self.page) is not None
        self.actions, self.send_anew, user = {}, "", self.request.user
        pages = [self.page, *self.companions]
        versions = {page.pk: page.get_latest_revision() for page in pages}
        self.along = decisions_on(pages, versions)
        decision = self.along.pop(self.page.pk, None) or Decision(self.page)
        self.decision, self.revision = decision, decision.revision
        self.held_by, self.lifts = decision.held_by, ""
        if self.held_by and not can_hear_no(user, decision):
            self.lifts = who_lifts(decision)
        # A page that waits for its time is no draft, and an author has asked for changes.
        self.may_take_back = bool(self.waits and self.held_by and runs_the_site(user))
        if self.task_state:
            self.actions, self.send_anew = choices.offered(
                self.page, user, decision, self.along.values()
            )
        elif self.waits:
            # Of a page that waits for its time only the author's answer is read.
            found = choices.actions(self.page, user, decision)
            self.actions = {name: label for name, label, _c in found if name == "read"}
        if self.task_state or self.waits:
            self.actions |= from_account.offered(self.page, user, decision)

    def get_page_title(self):
        return _("Review")

    def get_initial(self):
        return {"seen": decisions.token_of(self.decision, self.companions)}

    def form_invalid(self, form):
        """Nothing was decided; why not is said, and the comment is kept."""
        if "seen" in form.errors:
            changed = _(
                "The text has changed since you opened it. Read the newest version."
            )
            messages.error(self.request, changed)
        for sentence in form.errors.get("comment", []):
            messages.error(self.request, sentence)
        return self._show_again(form.data.get("comment", ""))

    def form_valid(self, form):
        action = self.request.POST.get("action")
        if action not in DECISIONS:
            raise Http404
        try:
            done = self._decide(action, form.cleaned_data)
        except Refusal as refusal:
            messages.error(self.request, str(refusal))
            return self._show_again(form.cleaned_data["comment"])
        page, buttons = Page.objects.get(pk=self.page.pk), []
        sentence = what_happens.decided(action, page, done)
        if done and page.live:
            buttons = [messages.button(page.url, _("See the page"))]
        for translated in outdated.only_outdated(page.get_translations()):
            url = reverse("editorial:comparison", args=[translated.pk])
            buttons.append(messages.button(url, _("See what the translation lacks")))
        messages.success(self.request, sentence, buttons=buttons)
        return redirect("wagtailadmin_home")

    def _decide(self, action, data):
        """:returns: whether that has ended the review, or let out what waited."""
        user = self.request.user
        if action in ANSWERS:
            text, is_fine = data["comment"], action == "fine"
            return from_account.answer(self.page, user, data["seen"], is_fine, text)
        if self.waits and action == "read":
            return bool(held.read(self.page, user, data["seen"]))
        if self.task_state is None:
            raise Conflict(decisions.outcome(self.page))
        return task_calls.decide(action, self.task_state, user, **data)

    def _show_again(self, comment):
        """The newest text, with a token for that text and the comment as it was typed."""
        self.page = Page.objects.get(pk=self.page.pk).specific
        self._read()
        if not self.may_look:
            # The sentence is all that they get: the screen has the title on it.
            return redirect("wagtailadmin_home")
        kept = ReviewForm(initial=self.get_initial() | {"comment": comment})
        return self.render_to_response(self.get_context_data(form=kept))

    @property
    def decides(self):
        """Is it somebody who decides on such pages, and may know by which mailbox others came?"""
        user = self.request.user
        may = {"read", "reject"} & self.actions.keys() or runs_the_site(user)
        return bool(may or (user.is_active and user.pk in self.decision.member_ids))

    def _companions(self):
        """What goes out with the page: a list of :class:`.Along`."""
        user, approves = self.request.user, "approve" in self.actions
        found = []
        for page in self.companions:
            stays = approves and not is_approved_with_it(self.along[page.pk], user)
            found.append(along(page, self._basis(page), self.request, stays))
        return found

    def _says(self):
        """What each of the buttons does and when, by the name of the action."""
        found, user = {}, self.request.user
        if "approve" in self.actions:
            prospect = prospect_of(self.decision, user)
            found = what_happens.said_of_approving(self.page, prospect, user)
        if "read" in self.actions:
            prospect = prospect_of_reading(self.decision, user)
            found["read"] = what_happens.approving(self.page, prospect)
        if "reject" in self.actions:
            found["reject"] = what_happens.asking_for_changes(self.page)
        return found

    def _basis(self, page):
        if self.task_state is None:
            return Basis()
        state, wanted = self.task_state, self.request.GET.get("against", "")
        corrected = page == self.page and state.revision_id != self.revision.pk
        sent = state.revision if corrected else None
        look = looks.before_this(self._looks, page, state.started_at)
        return basis_for(page, look, wanted, sent)

    @cached_property
    def _looks(self):
        return looks.looks_of(self.request.user, [self.page, *self.companions])

    def get_context_data(self, **kwargs):
        may_look = self.may_look
        record = translation_of(self.page) if may_look else None
        draft = self.page.with_content_json(self.revision.content)
        user, decides, decision = self.request.user, self.decides, self.decision
        basis = self._basis(self.page) if may_look else None
        ids = [page.pk for page in self.companions]
        companions = self._companions() if may_look else []
        return super().get_context_data(
            revision=self.revision,
            may_look=may_look,
            task_state=self.task_state,
            actions=self.actions,
            says=self._says(),
            may_correct=self.task_state and can_correct(self.page, user, decision),
            original_url=approved_url(original_of(self.page)) if record else None,
            companions=companions,
            to_read_along=[each for each in companions if each.is_other],
            left_out=left_out_of(self.revision, ids) if may_look else [],
            not_public=not_public(draft) if may_look else [],
            asked=asked_changes.asked_of(self.page, user) if may_look else [],
            basis=basis,
            beside=beside(draft, basis.version) if may_look else None,
            facts=draft.review_facts() if may_look else [],
            taken_down=taken_down([self.page]).get(self.page.pk),
            **read_table(record, self.revision),
            **missing_word.said_of_words(decision, user, self.send_anew),
            held_by=self.held_by,
            lifts=self.lifts if may_look else "",
            may_take_back=self.may_take_back,
            refusing=standing.refusing_authors(decision.words) if decides else [],
            origin=account_origin(self.revision.user) if decides else "",
            answers=answers.answers_for(self.page) if decides else [],
            authors_answers=from_account.answers_for(decision, user, decides),
            consent=draft.consent_text() if "fine" in self.actions else "",
            differences=may_look and differences(basis.version, draft, self.request),
            **kwargs,
        )
