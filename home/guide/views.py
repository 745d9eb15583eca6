"""The guide's pages: ``home/templates/home/guide/ROLE.LANGUAGE.html``.

Their texts are whole pages in each language, not messages: a guide is read, and written, as one text.
``scripts/guide_pictures.py`` takes the pictures anew.
"""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from kdsite.editorial.policy.permissions import is_guest, runs_the_site

ROLES = {
    "writer": gettext_lazy("For writers"),
    "editor": gettext_lazy("For editors"),
    "translator": gettext_lazy("For translators"),
    "reviewer": gettext_lazy("For reviewers"),
}


def role_of(user):
    """Whose page ``user`` reads first."""
    if runs_the_site(user):
        return "editor"
    return "writer" if is_guest(user) else "translator"


def own_page(request):
    """The page of one's own role; the others are a click away."""
    return redirect(address_of(role_of(request.user)))


def address_of(role):
    """The address of the page of one of :data:`ROLES`."""
    return reverse(f"guide_{role}")


class GuideView(WagtailAdminTemplateMixin, TemplateView):
    """One role's page."""

    template_name = "home/guide/guide.html"
    header_icon = "help"
    _show_breadcrumbs = False

    def get_page_title(self):
        return _("Guide")

    def get_page_subtitle(self):
        return ROLES[self.kwargs["role"]]

    def get_context_data(self, **kwargs):
        role, language = self.kwargs["role"], get_language()[:2]
        return super().get_context_data(
            roles=[(each, label, address_of(each)) for each, label in ROLES.items()],
            text=f"home/guide/{role}.{language}.html",
            pictures=f"home/guide/{language}-",
            **kwargs,
        )


def urls():
    view = GuideView.as_view()
    return [
        path("guide/", own_page, name="guide_own"),
        *(
            path(f"guide/{role}/", view, {"role": role}, name=f"guide_{role}")
            for role in ROLES
        ),
    ]
