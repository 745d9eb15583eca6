"""An editor's screen and its menu item, and what the screens about one page have in common."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import FormView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.models import Translation

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.policy.permissions import runs_the_site

# What every screen about a page asks of it.
READ_WITH_IT = ("locale", "latest_revision__user")


class EditorScreenMixin:
    """A screen for editors, or for whom :meth:`may_open` names.

    Comes before every other class of the view. Others are refused with ``PermissionDenied``,
    which Wagtail's admin answers.
    """

    def may_open(self, user):
        return runs_the_site(user)

    def dispatch(self, request, *args, **kwargs):
        if not self.may_open(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class EditorMenuItem(MenuItem):
    """Shown to editors, or to those for whom ``may_open(user)`` is true."""

    def __init__(self, *args, may_open=runs_the_site, **kwargs):
        super().__init__(*args, **kwargs)
        self.may_open = may_open

    def is_shown(self, request):
        return self.may_open(request.user)


def read_once(page, request):
    """``page``, knowing which review it is in; where ``request`` only shows it, it stays in that one.
    The buttons, locks and rules of a screen ask for it some thirty times."""
    if request.method == "GET":
        states = page.workflow_states.active()
        page._current_workflow_states = list(
            states.select_related("current_task_state__task", "requested_by")
        )
        for state in page._current_workflow_states:
            if state.current_task_state:
                state.current_task_state.workflow_state = state
    return page


class PageScreenView(EditorScreenMixin, WagtailAdminTemplateMixin, FormView):
    """A screen about the page ``page_id`` of the address, with the page in its breadcrumbs.

    ``page`` is the page as it is stored; 404 where there is none of ``page_model``.
    """

    page_model = Page

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        pages = self.page_model.objects.select_related(*READ_WITH_IT)
        found = get_object_or_404(pages, pk=kwargs["page_id"])
        page = found.specific
        page.locale, page.latest_revision = found.locale, found.latest_revision
        self.page = read_once(page, request)

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        here = {"label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, here | {"url": ""}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            page=self.page, edit_url=edit_url(self.page), **kwargs
        )


def approved_url(page):
    """Where somebody who translates reads the approved text of ``page``; ``None``: nowhere."""
    if row := getattr(page, "waiting", None):
        return reverse("editorial:preview", args=[page.pk, row.revision_id])
    return page.url if page.live else None


def post_only(view):
    """A button's address: opened any other way (after a new log-in) it leads to the editor."""

    def guarded(request, **kwargs):
        if request.method == "POST":
            return view(request, **kwargs)
        page_id = kwargs.get("page_id")
        if page_id is None:
            record = get_object_or_404(Translation, pk=kwargs["translation_id"])
            page_id = record.get_target_instance().pk
        return redirect(edit_url(page_id))

    return guarded
