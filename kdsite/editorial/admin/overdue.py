"""What was to be public by now and is not: why, and the next step."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from kdsite.editorial.addresses import overdue_url
from kdsite.editorial.admin.page_screen import EditorScreenMixin, post_only
from kdsite.editorial.calendar.entries import entries
from kdsite.editorial.follow_ups.tasks import sentences_of
from kdsite.editorial.models import FollowUp, Slot
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.reasons import in_words
from kdsite.editorial.releases import publish_due

# So many of what is not done stand on the front page; if the database is in trouble, they are many.
SHOWN = 10


class OverdueView(EditorScreenMixin, WagtailAdminTemplateMixin, TemplateView):
    """One slot that has not gone out; a POST tries once more, now."""

    template_name = "editorial/overdue.html"
    page_title = gettext_lazy("Not published in time")
    header_icon = "warning"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.slot = get_object_or_404(Slot.objects.for_calendar(), pk=kwargs["slot_id"])

    def post(self, request, **kwargs):
        release = publish_due.release_slot(self.slot, request.user)
        if release:
            messages.success(request, _("Published: %(pages)s") % {"pages": release})
            return redirect("editorial:record", release.pk)
        return HttpResponseRedirect(overdue_url(self.slot))

    def get_page_subtitle(self):
        return str(self.slot)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse_lazy("calendar:index"), "label": _("Calendar")},
            {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs):
        (entry,) = entries([self.slot], self.request.user)
        return super().get_context_data(entry=entry, **kwargs)


@post_only
def publish_again(request, page_id):
    """Try once more to publish a translation that no slot takes out, now."""
    if not runs_the_site(request.user):
        raise PermissionDenied
    page = get_object_or_404(Page.objects.filter(waiting__isnull=False), pk=page_id)
    release = publish_due.release_page(page, request.user)
    if release:
        messages.success(request, _("Published: %(pages)s") % {"pages": release})
        return redirect("editorial:record", release.pk)
    if problem := publish_due.problem_of(page):
        messages.error(request, f"{_('Publishing failed:')} {in_words(problem)}")
    return redirect("wagtailadmin_home")


class UndonePanel(Component):
    """For editors: what of a publication is not done yet. Nobody need do anything."""

    name = "undone"
    template_name = "editorial/panels/undone.html"
    order = 85

    def get_context_data(self, parent_context):
        undone = list(FollowUp.objects.failed()[:SHOWN])
        return {
            "undone": [
                {
                    "sentence": sentence,
                    "why": in_words(row.problem),
                    "next_try": row.next_try,
                }
                for row, sentence in zip(undone, sentences_of(undone), strict=True)
            ],
        }
