"""Making a new page in the page editor: one at a time, and one page from one form."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.admin import messages
from wagtail.admin.views.pages.create import CreateView
from wagtail.models import Page

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.admin.pages import newer_versions
from kdsite.editorial.admin.pages.edit import SafeEditView, send
from kdsite.editorial.admin.pages.findings_panel import with_findings
from kdsite.editorial.admin.pages.one_at_a_time import one_at_a_time
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.publishing import guard
from kdsite.editorial.texts.fingerprints import followed_of

# How long after its first arrival a form may arrive again and still mean the same page.
AT_ONCE = timedelta(minutes=1)


class KeptDraftMixin:
    """What cannot be sent for review stays as a draft."""

    def submit_action(self):
        response = self.save_action()
        try:
            with transaction.atomic():
                return send(self.request, self.page) or response
        except Refusal as refusal:
            messages.error(self.request, str(refusal))
            return response


class SaveAgainView(KeptDraftMixin, SafeEditView):
    """Saves into a page the form that made it, with whatever was written into it since.

    The form knows no row of the first saving, so all of its rows take the place of those.
    """

    def get_object(self):
        page = super().get_object()
        for relation in get_all_child_relations(type(page)):
            setattr(page, relation.get_accessor_name(), [])
        return page


@method_decorator(one_at_a_time, name="dispatch")
class SafeCreateView(KeptDraftMixin, CreateView):
    """Wagtail's view for a new page, all or nothing, one after another below a parent.

    Two children made at once would get the same path in the tree. And where the script's
    autosave is still on its way when somebody presses a button, the same form arrives twice:
    Wagtail makes two pages of it (measured on Wagtail 8.0.1). Here the form brings the
    ``translation_key`` of the page that it makes; what a button sends again becomes that page's
    next version. Where somebody else has saved one since, it is a form out of date
    like any other: it says so first, and from then on names the version that it spoke of.
    """

    template_name = "editorial/create.html"
    # The version of the page it made of which the form has told: its number and its time.
    told = ()

    def post(self, request):
        key = self._key()
        made = Page.objects.filter(translation_key=key) if key else Page.objects.none()
        again = made.child_of(self.parent_page).filter(
            owner=request.user, live=False, content_type=self.page_content_type
        )
        names = ("loaded_revision_id", "loaded_revision_created_at")
        self.told = tuple(request.POST[name] for name in names if name in request.POST)
        if not self.told:
            at_once = timezone.now() - AT_ONCE
            again = again.filter(latest_revision_created_at__gt=at_once)
        self.made = again.first()
        if self.made:
            if self.expects_json_response:
                # An autosave that was overtaken: what the button brought is newer.
                return self.json_error_response(
                    "refused",
                    _("The page has been saved. Use the button to save more."),
                )
        elif key and not made.exists():
            self.page.translation_key = key
        return super().post(request)

    def get_side_panels(self):
        return with_findings(super().get_side_panels(), self.page, self.request)

    def _key(self):
        try:
            return UUID(self.request.POST.get("new_page", ""))
        except ValueError:
            return None

    def form_valid(self, form):
        if not self.made:
            return super().form_valid(form)
        self.made = guard.lock_page(self.made.pk)
        if self.made.specific.get_lock():
            return self._tell_that_it_was_sent()
        theirs = newer_versions.by_others(self.made, self.request)
        if theirs:
            return self._tell_that_others_saved(theirs)
        return SaveAgainView.as_view()(self.request, page_id=self.made.pk)

    def _tell_that_it_was_sent(self):
        """The page is in review, or waits, and nothing is written over it; where something else was
        typed since, it stays in the form, and a sentence says so."""
        if _words_of(self.page) == _words_of(self.made.get_latest_revision_as_object()):
            # A button that was pressed twice: it was sent the first time.
            return redirect(edit_url(self.made))
        messages.error(
            self.request,
            _(
                "The page has been sent for review already. What you have typed since is not "
                "saved: it is still here, so that you can copy it."
            ),
            buttons=[messages.button(edit_url(self.made), _("Open the page"))],
        )
        return self._show_again()

    def _tell_that_others_saved(self, theirs):
        """What was typed stays in the form, and is saved when it is sent once more."""
        latest = self.made.latest_revision
        self.told = latest.pk, latest.created_at.isoformat()
        self.page.translation_key = self.made.translation_key
        # Else the script would save before anybody has looked.
        self.autosave_enabled = False
        messages.error(
            self.request,
            newer_versions.sentence(theirs),
            buttons=[newer_versions.button(self.made)],
        )
        return self._show_again()

    def _show_again(self):
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())


def _words_of(version):
    """What was typed, without what is filled in from the authors' profiles."""
    # As it would be stored: then each block of a text has a name.
    stored = type(version).from_serializable_data(
        version.serializable_data(), check_fks=False
    )
    return [
        text for path, text in followed_of(stored) if not path.startswith("bylines.")
    ]
