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
from kdsite.editorial.admin.pages.edit import SafeEditView, send
from kdsite.editorial.admin.pages.one_at_a_time import one_at_a_time
from kdsite.editorial.exceptions import Refusal
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
    next version.
    """

    template_name = "editorial/create.html"

    def post(self, request):
        key = self._key()
        made = Page.objects.filter(translation_key=key) if key else Page.objects.none()
        again = made.child_of(self.parent_page).filter(
            owner=request.user,
            live=False,
            content_type=self.page_content_type,
            latest_revision_created_at__gt=timezone.now() - AT_ONCE,
        )
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

    def _key(self):
        try:
            return UUID(self.request.POST.get("new_page", ""))
        except ValueError:
            return None

    def form_valid(self, form):
        if self.made and self.made.specific.get_lock():
            return self._tell_that_it_was_sent()
        if self.made:
            return SaveAgainView.as_view()(self.request, page_id=self.made.pk)
        return super().form_valid(form)

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
