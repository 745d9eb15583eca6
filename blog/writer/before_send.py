"""“Before you send”: what to correct, what readers will see of the author, and the consent."""

from django import forms
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin import messages

from blog import checks
from blog.models import BlogPage, Consent
from blog.models.consent import statement
from blog.writer.language_advice import advice_on
from kdsite.editorial.addresses import edit_url
from kdsite.editorial.admin.approvers.asked_changes import marks_in
from kdsite.editorial.admin.approvers.basis import known_to
from kdsite.editorial.admin.approvers.beside_the_page import beside
from kdsite.editorial.admin.page_screen import PageScreenView
from kdsite.editorial.admin.version_differences import differences
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.history.changed_files import files_in
from kdsite.editorial.models.words import version_of
from kdsite.editorial.publishing import guard
from kdsite.editorial.publishing.manifest import is_exactly, manifest_of
from kdsite.editorial.publishing.targets import not_public
from kdsite.editorial.releases.left_out import left_out_of
from kdsite.editorial.review import asked_changes, submission


class SendForm(forms.Form):
    """The version that was on the screen, and, where it is asked for, the consent."""

    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, asks_consent, **kwargs):
        super().__init__(*args, **kwargs)
        if asks_consent:
            self.fields["consent"] = forms.BooleanField(
                label=statement(),
                error_messages={
                    "required": _("Tick this first: without it nothing is published.")
                },
            )


class BeforeSendView(PageScreenView):
    """Everything between a draft and its review, on one screen."""

    form_class = SendForm
    template_name = "blog/before_send.html"
    header_icon = "check"
    page_model = BlogPage
    # What was on the screen when the button was pressed, where something is newer than that.
    outdated = None

    def may_open(self, user):
        return self.page.permissions_for_user(user).can_edit()

    def dispatch(self, request, *args, **kwargs):
        allowed = self.page.permissions_for_user(request.user)
        if allowed.can_edit() and not allowed.can_submit_for_moderation():
            messages.info(request, _("This page cannot be sent for review now."))
            return redirect(edit_url(self.page))
        self._read()
        return super().dispatch(request, *args, **kwargs)

    def _read(self):
        self.revision = self.page.get_latest_revision()
        self.draft = self.page.get_latest_revision_as_object()
        self.profiles = [
            profile
            for profile in self.draft.companions()
            if profile.latest_revision
            and not profile.get_lock()
            and submission.may_take_along(profile, self.request.user)
        ]
        self.asks_consent = Consent.is_missing(self.page, self.request.user)

    def _is_unread(self, revision):
        """Are these somebody else's words, or newer ones than were on the screen? This person may never
        have had them there."""
        if revision is None:
            return False
        if revision.user_id != self.request.user.pk:
            return True
        versions = [each.split("#")[0] for each in (self.outdated or "").split()]
        return self.outdated is not None and version_of(revision) not in versions

    def get_page_title(self):
        return _("Before you send")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"asks_consent": self.asks_consent}

    def get_initial(self):
        return {"seen": self._token()}

    def _token(self):
        """The text and the profiles that go with it, as they are on the screen."""
        return manifest_of(*self._shown())

    def _shown(self):
        profiles = [profile.get_latest_revision() for profile in self.profiles]
        return [*filter(None, [self.revision]), *profiles]

    def post(self, request, *args, **kwargs):
        """What was marked as done is kept, whatever becomes of the rest of the form."""
        asked_changes.mark(self.page, request.user, marks_in(request.POST))
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            with transaction.atomic():
                state = self._send(form.cleaned_data["seen"])
        except Refusal as refusal:
            self.page.refresh_from_db()
            self._read()
            return self._show_again(form, str(refusal))
        messages.success(self.request, submission.sent_sentence(state))
        return redirect(edit_url(self.page))

    def _show_again(self, form, sentence):
        """Why it was not sent. Consent to other words than those that go out is none."""
        seen = form.cleaned_data["seen"]
        if is_exactly(seen, *self._shown()):
            messages.error(self.request, sentence)
            return self.render_to_response(self.get_context_data(form=form))
        self.outdated = seen
        newest = messages.button(self._first_newer(seen), _("Read the newest version"))
        messages.error(self.request, sentence, buttons=[newest])
        form = self.form_class(
            initial=self.get_initial(), asks_consent=self.asks_consent
        )
        return self.render_to_response(self.get_context_data(form=form))

    def _first_newer(self, seen):
        """Where on the screen the first thing stands that is newer than ``seen``."""
        if not self.revision or manifest_of(self.revision) in seen.split():
            for profile in self.profiles:
                if manifest_of(profile.get_latest_revision()) not in seen.split():
                    return f"#profile-{profile.pk}"
        return "#newest"

    def _send(self, seen):
        self.page = guard.lock_page(self.page.pk).specific
        self._read()
        if not is_exactly(seen, *self._shown()):
            raise Conflict(
                _("The text has changed since you opened it. Read the newest version.")
            )
        if self.asks_consent:
            user = self.request.user
            Consent.give(self.page, self.revision, user, language=get_language())
        return submission.submit(self.page, self.request.user, seen)

    def get_context_data(self, **kwargs):
        found = checks.findings(self.draft)
        profiles = [each.get_latest_revision_as_object() for each in self.profiles]
        files, *files_of_profiles = files_in([self.draft, *profiles], self.request.user)
        shown = self._version(self.draft, self.revision, files)
        return super().get_context_data(
            blocking=[each for each in found if each.blocks],
            advice=[each for each in found if not each.blocks],
            bylines=[byline for byline in self.draft.bylines.all() if byline.name],
            profiles=[
                self._version(profile, profile.latest_revision, files_of_profile)
                for profile, files_of_profile in zip(
                    profiles, files_of_profiles, strict=True
                )
            ],
            left_out=left_out_of(self.revision, [each.pk for each in self.profiles]),
            not_public=not_public(self.draft),
            language=advice_on(self.page, self.draft),
            here=self.request.path,
            asked=asked_changes.asked_of(self.page),
            newest=shown if shown["is_unread"] else None,
            shown=shown,
            asks_consent=self.asks_consent,
            **kwargs,
        )

    def _version(self, newest, revision, files):
        """What goes out of one page: all that is in it, and what is other than in the last version that
        this person knows, where they may not have read the newest."""
        is_unread = self._is_unread(revision)
        known = known_to(newest, self.request.user) if is_unread else None
        public = self.page if newest.pk == self.page.pk and self.page.live else None
        return {
            "page": newest,
            "revision": revision,
            "is_unread": is_unread,
            "differences": differences(known, newest, self.request),
            "files": files,
            "files_of_others": sorted(
                (file for file in files if file.is_changed),
                key=lambda file: file.at,
                reverse=True,
            ),
            "beside": beside(newest, known or public),
            "edit_url": edit_url(newest),
        }
