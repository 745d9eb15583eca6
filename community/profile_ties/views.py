"""The screen on which an editor says whose a profile is."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from community.models import ProfileTie
from community.profile_ties import answering
from kdsite.editorial.admin.page_screen import EditorScreenMixin
from kdsite.editorial.review.account_origin import origin_of


class ProfileTieView(EditorScreenMixin, WagtailAdminTemplateMixin, TemplateView):
    """What is asked, who asked, and two buttons; without buttons for whoever asked."""

    template_name = "community/profile_tie.html"
    header_icon = "user"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        ties = ProfileTie.objects.select_related("profile", "user", "asked_by")
        self.tie = get_object_or_404(ties, pk=kwargs["tie_id"])

    def get_page_title(self):
        return _("Whose profile is it?")

    def get_page_subtitle(self):
        return self.tie.profile.name

    def get_breadcrumbs_items(self):
        here = {"label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, here | {"url": ""}]

    def post(self, request, tie_id):
        said = request.POST.get("answer")
        if said in ("yes", "no"):
            tie = answering.answer(self.tie, request.user, said == "yes")
            messages.success(request, _sentence(tie))
        return redirect("wagtailadmin_home")

    def get_context_data(self, **kwargs):
        is_pending = self.tie.decided_at is None
        return super().get_context_data(
            tie=self.tie,
            origin=origin_of(self.tie.user),
            is_pending=is_pending,
            may_answer=is_pending and answering.may_answer(self.tie, self.request.user),
            **kwargs,
        )


def _sentence(tie):
    if tie.is_confirmed:
        return _("The profile and the account belong together from now on.")
    return _("The profile stays without this account.")
