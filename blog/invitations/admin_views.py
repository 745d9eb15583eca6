"""The editors' screens: whom we have invited, a new invitation, a new link."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from blog.invitations import services
from blog.invitations.forms import InvitationForm
from blog.models import Invitation
from blog.models.invitation import State
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.policy.permissions import runs_the_site


class EditorsOnly:
    """A screen that nobody else opens: it names people and their addresses."""

    def dispatch(self, request, *args, **kwargs):
        if not runs_the_site(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class InvitationsItem(MenuItem):
    def is_shown(self, request):
        return runs_the_site(request.user)


class GuestColumn(Column):
    """Name, address and draft, one under the other: they fit a phone."""

    cell_template_name = "blog/invitation_guest.html"


class StateColumn(Column):
    """Where the invitation stands, and a new link by one click."""

    cell_template_name = "blog/invitation_state.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return context | {
            "invitation": instance,
            "sentence": state_in_words(instance),
            "may_renew": instance.state in (State.SENT, State.EXPIRED),
            "csrf_token": get_token(parent_context["request"]),
        }


class InvitationsView(EditorsOnly, IndexView):
    """Everybody who was invited, the newest first."""

    model = Invitation
    page_title = gettext_lazy("Invitations")
    header_icon = "mail"
    index_url_name = "invitations"
    any_permission_required = None
    default_ordering = ("-sent_at", "-pk")
    columns = [
        GuestColumn("user", label=gettext_lazy("Who")),
        StateColumn("state", label=gettext_lazy("State")),
    ]

    def get_base_queryset(self):
        return Invitation.objects.select_related("user", "page", "invited_by")

    @cached_property
    def header_buttons(self):
        return [
            HeaderButton(_("Invite a guest"), reverse("invite"), icon_name="plus"),
        ]

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"label": self.page_title, "url": ""}]


def state_in_words(invitation):
    """Sent and until when it is valid, expired since when, or in use."""
    state = invitation.state
    sent, end = (
        date_format(localtime(moment), "SHORT_DATE_FORMAT")
        for moment in (invitation.sent_at, invitation.expires_at)
    )
    if state == State.SENT:
        return _("Sent on %(sent)s. The link is valid until %(end)s.") % {
            "sent": sent,
            "end": end,
        }
    if state == State.EXPIRED:
        return _("The link expired on %(end)s and was never used.") % {"end": end}
    if state == State.CLOSED:
        return _("The account is closed.")
    if invitation.used_at:
        used = date_format(localtime(invitation.used_at), "SHORT_DATE_FORMAT")
        return _("Logged in for the first time on %(used)s.") % {"used": used}
    return _("Has an account, and was told on %(sent)s.") % {"sent": sent}


class FormScreen(EditorsOnly, WagtailAdminTemplateMixin, FormView):
    """A form of one step, with where it leads back to."""

    template_name = "blog/invite.html"
    header_icon = "mail"
    success_url = reverse_lazy("invitations")

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"label": _("Invitations"), "url": reverse("invitations")},
            {"label": self.get_page_title(), "url": ""},
        ]

    def form_valid(self, form):
        try:
            invitation = self.act(form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, sent_sentence(invitation))
        return super().form_valid(form)


def sent_sentence(invitation):
    name = get_user_display_name(invitation.user)
    if invitation.state == State.USED:
        return _("%(name)s has an account here already, and is told by mail.") % {
            "name": name
        }
    return _("%(name)s gets a mail with a personal link, valid for 14 days.") % {
        "name": name
    }


class InviteView(FormScreen):
    """``?slot=<id>`` chooses the slot."""

    form_class = InvitationForm

    def get_page_title(self):
        return _("Invite a guest")

    def get_initial(self):
        return {
            "language": self.request.LANGUAGE_CODE[:2],
            "slot": self.request.GET.get("slot"),
        }

    def act(self, given):
        return services.invite(self.request.user, **given)

    def get_context_data(self, **kwargs):
        return super().get_context_data(button=_("Send the invitation"), **kwargs)


class AddressForm(forms.Form):
    address = forms.EmailField(label=gettext_lazy("E-mail address"), max_length=254)


class ReaddressView(FormScreen):
    """The address was wrong: the right one gets the link, and the wrong one's is dead."""

    form_class = AddressForm

    @cached_property
    def invitation(self):
        return get_object_or_404(Invitation, pk=self.kwargs["invitation_id"])

    def get_page_title(self):
        return _("Change the address")

    def get_initial(self):
        return {"address": self.invitation.address}

    def act(self, given):
        return services.renew(self.invitation, self.request.user, given["address"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(button=_("Send a new link"), **kwargs)


class RenewView(EditorsOnly, View):
    """“Send a new link”."""

    def get(self, request, invitation_id):
        return redirect("invitations")

    def post(self, request, invitation_id):
        invitation = get_object_or_404(Invitation, pk=invitation_id)
        messages.success(
            request, sent_sentence(services.renew(invitation, request.user))
        )
        return redirect("invitations")
