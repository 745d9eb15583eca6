"""Accounts are closed, not deleted: decisions keep their names."""

from django.contrib.auth import get_user_model
from django.db.models.signals import pre_delete
from django.utils.translation import gettext as _
from wagtail.users.views.users import DeleteView, UserViewSet

from kdsite.editorial.refusals import Refusal


def check_delete(sender, instance, **kwargs):
    """Refuse to delete an account (signal ``pre_delete``)."""
    raise Refusal(
        _("Accounts are closed, not deleted: take away the tick at “Active”.")
    )


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

    delete_view_class = CloseAccountView


def connect():
    pre_delete.connect(
        check_delete, sender=get_user_model(), dispatch_uid="kdsite.accounts.delete"
    )
