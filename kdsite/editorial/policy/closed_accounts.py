"""Accounts are closed, not deleted: decisions keep their names."""

from django.contrib.auth import get_user_model
from django.db.models.signals import pre_delete
from django.utils.translation import gettext as _

from kdsite.editorial.exceptions import Refusal


def check_delete(sender, instance, **kwargs):
    """Refuse to delete an account (signal ``pre_delete``)."""
    raise Refusal(
        _("Accounts are closed, not deleted: take away the tick at “Active”.")
    )


def connect():
    """Put the check in force; called once, when the apps are ready."""
    pre_delete.connect(
        check_delete, sender=get_user_model(), dispatch_uid="kdsite.accounts.delete"
    )
