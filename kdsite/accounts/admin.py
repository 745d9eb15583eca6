"""Wagtail's screens of accounts, with our words: invited, and closed instead of deleted."""

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.admin.utils import get_user_display_name
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import (
    CreateView,
    DeleteView,
    EditView,
    IndexView,
    UserViewSet,
)

from kdsite.accounts.invitations import staff
from kdsite.accounts.invitations.personal_link import State
from kdsite.editorial.policy.permissions import was_used
from kdsite.editorial.review.account_origin import origin_of


class _AccountFormMixin:
    """An account's name is its address, and the error says so; its password is its owner's."""

    password_enabled = False
    error_messages = UserCreationForm.error_messages | {
        "duplicate_username": gettext_lazy(
            "There is an account with this address already."
        )
    }


class StaffInvitationForm(_AccountFormMixin, UserCreationForm):
    """Whom to invite, and to which role."""

    is_superuser = None
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Of the mail and of all they see here."),
    )
    field_order = ["first_name", "last_name", "email", "groups", "language"]

    class Meta(UserCreationForm.Meta):
        fields = ["first_name", "last_name", "email", "groups"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        roles = self.fields["groups"]
        roles.required, roles.label, roles.help_text = True, _("Role"), ""

    def save(self, commit=True):
        self.instance.set_unusable_password()
        return super().save(commit)


class AccountForm(_AccountFormMixin, UserEditForm):
    """Somebody else's account; the own address is changed where the password is asked for."""

    def __init__(self, *args, editing_self=False, **kwargs):
        super().__init__(*args, editing_self=editing_self, **kwargs)
        if editing_self:
            self.fields["email"].disabled = True
            self.fields["email"].help_text = _(
                "You change your own address in your own settings."
            )


class AddressColumn(Column):
    """The address, who invited this account, when and to which address; a new link by one click."""

    cell_template_name = "accounts/address_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        invited = getattr(instance, "staff_invitation", None)
        return context | {
            "account": instance,
            "sentence": origin_of(instance),
            "may_renew": invited and invited.state in (State.SENT, State.EXPIRED),
            "csrf_token": get_token(parent_context["request"]),
        }


class AccountIndexView(IndexView):
    """Wagtail's list, in which an account's name is called what it is."""

    add_item_label = gettext_lazy("Invite somebody")

    @cached_property
    def columns(self):
        name = self.model.USERNAME_FIELD
        address = AddressColumn(
            name, label=_("E-mail address"), sort_key=name, width="30%"
        )
        return [address if c.name == name else c for c in super().columns]

    def get_base_queryset(self):
        return (
            super().get_base_queryset().select_related("invited_by", "staff_invitation")
        )


class InviteStaffView(CreateView):
    """Nobody sets a password for anybody: the person gets a personal link."""

    page_title = gettext_lazy("Invite somebody")
    submit_button_label = gettext_lazy("Send the invitation")
    submit_button_active_label = gettext_lazy("Sending…")
    # What is wrong stands at the fields alone.
    error_message = produced_error_message = None

    def get_initial(self):
        return {"language": get_language()[:2]}

    def get_breadcrumbs_items(self):
        *above, _here = super().get_breadcrumbs_items()
        return [*above, {"label": self.page_title, "url": ""}]

    def get_page_subtitle(self):
        return ""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except IntegrityError:
            # Somebody has invited the same person at the same moment.
            form.add_error("email", form.error_messages["duplicate_username"])
            return self.form_invalid(form)

    def save_instance(self):
        user = super().save_instance()
        staff.invite(user, self.request.user, self.form.cleaned_data["language"])
        return user

    def get_success_message(self, instance):
        return link_sentence(instance)

    def get_success_buttons(self):
        return []


def link_sentence(user):
    return _("%(name)s gets a mail with a personal link, valid for 14 days.") % {
        "name": get_user_display_name(user)
    }


class RenewView(View):
    """“Send a new link”, for whoever may invite."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("accounts.add_user"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, pk):
        return redirect("wagtailusers_users:index")

    def post(self, request, pk):
        user = get_object_or_404(get_user_model(), pk=pk)
        staff.renew(user, request.user)
        messages.success(request, link_sentence(user))
        return redirect("wagtailusers_users:index")


class AccountEditView(EditView):
    """Wagtail's form; another address of somebody who never came in is a new invitation, and
    whoever gives an account another address or role answers for whose it is."""

    def save_instance(self):
        user = super().save_instance()
        if "email" in self.form.changed_data and not was_used(user):
            staff.readdress(user, self.request.user)
        elif user != self.request.user and {"email", "groups"} & {
            *self.form.changed_data
        }:
            user.vouch(self.request.user)
            user.save()
        return user


class CloseAccountView(DeleteView):
    """Wagtail's confirmation, which closes the account instead of deleting it."""

    def get_page_title(self):
        return _("Close the account")

    def get_success_message(self):
        return _("The account %(name)s is closed.") % {"name": self.object}

    def delete_action(self):
        self.object.is_active = False
        self.object.save(update_fields=["is_active"])


class AccountViewSet(UserViewSet):
    """Wagtail's accounts: adding is inviting, and deleting means closing."""

    index_view_class = AccountIndexView
    add_view_class = InviteStaffView
    edit_view_class = AccountEditView
    delete_view_class = CloseAccountView
    create_template_name = "accounts/invite.html"

    def get_form_class(self, for_update=False):
        return AccountForm if for_update else StaffInvitationForm

    def get_urlpatterns(self):
        renew = path("<int:pk>/renew/", RenewView.as_view(), name="renew")
        return [*super().get_urlpatterns(), renew]
