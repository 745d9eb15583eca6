"""Wagtail's screens of accounts, with our words; deleting means closing."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import DeleteView, IndexView, UserViewSet


class _AddressMixin:
    """An account's name is its address, and the error says so."""

    error_messages = UserCreationForm.error_messages | {
        "duplicate_username": gettext_lazy(
            "There is an account with this address already."
        )
    }


class AccountCreationForm(_AddressMixin, UserCreationForm):
    pass


class AccountForm(_AddressMixin, UserEditForm):
    pass


class AccountIndexView(IndexView):
    """Wagtail's list, in which an account's name is called what it is."""

    @cached_property
    def columns(self):
        columns = super().columns
        for column in columns:
            if column.name == self.model.USERNAME_FIELD:
                column.label = _("E-mail address")
        return columns


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
    """Wagtail's accounts, where deleting means closing."""

    index_view_class = AccountIndexView
    delete_view_class = CloseAccountView

    def get_form_class(self, for_update=False):
        return AccountForm if for_update else AccountCreationForm
