"""The editors' screens: whom we have invited, a new invitation, a new link."""

from django.contrib.auth.models import Permission
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from blog.invitations import services
from blog.invitations.forms import AddressForm, InvitationForm
from blog.models import Invitation
from blog.models.invitation import State
from kdsite.editorial.admin.page_screen import EditorScreenMixin
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.policy.permissions import EditorsPolicy


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


class InvitationsView(generic.IndexView):
    """Everybody who was invited, the newest first."""

    page_title = gettext_lazy("Invitations")
    add_item_label = gettext_lazy("Invite a guest")
    columns = [
        GuestColumn("user", label=gettext_lazy("Who")),
        StateColumn("state", label=gettext_lazy("State")),
    ]

    def get_base_queryset(self):
        return Invitation.objects.select_related("user", "page", "invited_by")


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


class InvitationFormMixin:
    """A form of one step, which says what became of it; a refusal stands in the form."""

    template_name = "accounts/invite.html"
    # What is wrong stands at the fields alone.
    error_message = produced_error_message = None

    def get_page_subtitle(self):
        return ""

    def get_breadcrumbs_items(self):
        *above, _here = super().get_breadcrumbs_items()
        return [*above, {"label": self.page_title, "url": ""}]

    def get_form_kwargs(self):
        """The forms ask for a person; what is stored of it the service decides."""
        given = super().get_form_kwargs()
        given.pop("instance", None)
        return given

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)

    def get_success_message(self, *args):
        return sent_sentence(self.object)

    def get_success_buttons(self):
        return []


def sent_sentence(invitation):
    name = get_user_display_name(invitation.user)
    if invitation.state == State.USED:
        return _("%(name)s has an account here already, and is told by mail.") % {
            "name": name
        }
    return _("%(name)s gets a mail with a personal link, valid for 14 days.") % {
        "name": name
    }


class InviteView(InvitationFormMixin, generic.CreateView):
    """``?slot=<id>`` chooses the slot."""

    page_title = gettext_lazy("Invite a guest")
    submit_button_label = gettext_lazy("Send the invitation")

    def get_initial(self):
        return {
            "language": get_language()[:2],
            "slot": self.request.GET.get("slot"),
        }

    def save_instance(self):
        return services.invite(self.request.user, **self.form.cleaned_data)


class ReaddressView(InvitationFormMixin, generic.EditView):
    """The address was wrong: the right one gets the link, and the wrong one's is dead."""

    pk_url_kwarg = "invitation_id"
    page_title = gettext_lazy("Change the address")
    submit_button_label = gettext_lazy("Send a new link")

    def get_initial(self):
        return {"address": self.object.address}

    def save_instance(self):
        address = self.form.cleaned_data["address"]
        return services.renew(self.object, self.request.user, address)


class RenewView(EditorScreenMixin, View):
    """“Send a new link”."""

    def get(self, request, invitation_id):
        return redirect("invitations:index")

    def post(self, request, invitation_id):
        invitation = get_object_or_404(Invitation, pk=invitation_id)
        messages.success(
            request, sent_sentence(services.renew(invitation, request.user))
        )
        return redirect("invitations:index")


class InvitationViewSet(ModelViewSet):
    """Whom we have invited; an invitation is sent again, never edited or deleted."""

    model = Invitation
    name = "invitations"
    icon = "mail"
    menu_label = gettext_lazy("Invitations")
    menu_order = 250
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    ordering = ("-sent_at", "-pk")
    list_per_page = None
    index_view_class = InvitationsView
    add_view_class = InviteView
    edit_view_class = ReaddressView

    def get_form_class(self, for_update=False):
        return AddressForm if for_update else InvitationForm

    def get_common_view_kwargs(self, **kwargs):
        shared = super().get_common_view_kwargs(**kwargs)
        for name in ("delete", "history", "usage"):
            del shared[f"{name}_url_name"]
        return shared

    def get_permissions_to_register(self):
        """None to be given to a group: see :class:`EditorsPolicy`."""
        return Permission.objects.none()

    def get_urlpatterns(self):
        kept = ("index", "index_results", "add")
        return [
            *(each for each in super().get_urlpatterns() if each.name in kept),
            path("<int:invitation_id>/address/", self.edit_view, name="edit"),
            path("<int:invitation_id>/renew/", RenewView.as_view(), name="renew"),
        ]


register_permission_policy(Invitation, EditorsPolicy(Invitation))
invitation_viewset = InvitationViewSet()
