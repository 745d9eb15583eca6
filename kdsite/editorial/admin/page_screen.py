"""What the screens about one page have in common."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail_localize.models import Translation

from kdsite.editorial.releases.waiting import waiting_of


class PageScreenView(WagtailAdminTemplateMixin, FormView):
    """A screen about one page, with the page in its breadcrumbs."""

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        here = {"label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, here | {"url": ""}]


def approved_url(page):
    """Where somebody who translates reads the approved text of ``page``; ``None``: nowhere."""
    row = waiting_of(page)
    if row:
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
        return redirect("wagtailadmin_pages:edit", page_id)

    return guarded
