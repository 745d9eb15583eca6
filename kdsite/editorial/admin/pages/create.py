"""Making a new page in the page editor: one at a time, and one page from one form."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.admin import messages
from wagtail.admin.views.pages.create import CreateView
from wagtail.models import Page

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.admin.pages.edit import send
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.publishing import guard

# How long after its first arrival a form may arrive again and still mean the same page.
AT_ONCE = timedelta(minutes=1)


class SafeCreateView(CreateView):
    """Wagtail's view for a new page, all or nothing, one after another below a parent.

    Two children made at once would get the same path in the tree. And where the script's
    autosave is still on its way when somebody presses a button, the same form arrives twice:
    Wagtail makes two pages of it (measured on Wagtail 8.0.1). Here the form brings the
    ``translation_key`` of the page that it makes; what a button sends again becomes that page's
    next version.
    """

    template_name = "editorial/create.html"

    def dispatch(self, request, *args, **kwargs):
        if request.method != "POST":
            return super().dispatch(request, *args, **kwargs)
        with transaction.atomic():
            if not Page.objects.filter(pk=kwargs["parent_page_id"]).exists():
                raise Http404
            guard.lock_page(kwargs["parent_page_id"])
            response = super().dispatch(request, *args, **kwargs)
            if hasattr(response, "render") and not response.is_rendered:
                response.render()
            return response

    def post(self, request):
        key = self._key()
        made = Page.objects.filter(translation_key=key) if key else Page.objects.none()
        again = made.child_of(self.parent_page).filter(
            owner=request.user,
            live=False,
            content_type=self.page_content_type,
            latest_revision_created_at__gt=timezone.now() - AT_ONCE,
        )
        if page := again.first():
            if self.expects_json_response:
                # An autosave that was overtaken: what the button brought is newer.
                return self.json_error_response(
                    "refused",
                    _("The page has been saved. Use the button to save more."),
                )
            if page.workflow_in_progress:
                # A button that was pressed twice: it was sent the first time.
                return redirect(edit_url(page))
            self._continue_with(page.specific)
        elif key and not made.exists():
            self.page.translation_key = key
        return super().post(request)

    def _key(self):
        try:
            return UUID(self.request.POST.get("new_page", ""))
        except ValueError:
            return None

    def _continue_with(self, page):
        """Save into ``page`` what would have become a second one.

        The form knows no row of the first saving, so all of its rows take the place of those.
        """
        for relation in get_all_child_relations(type(page)):
            setattr(page, relation.get_accessor_name(), [])
        self.page = page
        self.subscription = page.subscribers.get(user=self.request.user)
        self.parent_page.add_child = lambda instance: instance.save()

    def submit_action(self):
        """Save as a draft, which stays where it cannot be sent."""
        response = self.save_action()
        try:
            with transaction.atomic():
                return send(self.request, self.page) or response
        except Refusal as refusal:
            messages.error(self.request, str(refusal))
            return response
