"""What changes who may do what: superusers, groups, addresses, accounts closed and opened.

By signals, so that it holds whichever screen or command is used.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models.signals import m2m_changed, pre_delete
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import get_active_log_context

from kdsite.editorial.models import ReviewTask
from kdsite.editorial.notifications import letters, recipients
from kdsite.editorial.notifications.announcements import (
    announce,
    connect,
    watch,
)
from kdsite.editorial.notifications.notify import (
    greeting_of,
    kept_apart,
    language_of,
    unless_silenced,
    was_used,
)


def account_saved(sender, instance, **kwargs):
    """A superuser made, an account closed or opened again, an address changed."""
    before = instance.before_save
    if before is None:
        if instance.is_superuser:
            announce("administrator", account=_named(instance))
        return
    if before["is_superuser"] != instance.is_superuser:
        change = "administrator" if instance.is_superuser else "no_administrator"
        announce(change, [instance], account=_named(instance))
    if instance.is_active != before["is_active"]:
        change = "opened" if instance.is_active else "closed"
        announce(change, account=_named(instance))
    if before["email"] != instance.email:
        name = get_user_display_name(instance)
        announce("address", account=name, old=before["email"], new=instance.email)
        if was_used(instance):
            _write_to_old_address(instance, before["email"])


def groups_changed(sender, instance, action, reverse, pk_set, **kwargs):
    """The groups of an account, from either side."""
    change = {"post_add": "joined", "post_remove": "left", "pre_clear": "left"}
    if action not in change:
        return
    if action == "pre_clear":
        others = (instance.user_set if reverse else instance.groups).all()
    else:
        model = get_user_model() if reverse else Group
        others = model.objects.filter(pk__in=pk_set)
    if not others:
        return
    groups = [instance] if reverse else list(others)
    names = ", ".join(sorted(group.name for group in groups))
    for user in others if reverse else [instance]:
        if action != "post_add" or not _only_writes(user, groups):
            announce(change[action], [user], account=_named(user), groups=names)


def group_deleted(sender, instance, **kwargs):
    """All of its members leave it (signal ``pre_delete``: no other one says so)."""
    for user in instance.user_set.all():
        announce("left", [user], account=_named(user), groups=instance.name)


def _only_writes(user, groups):
    """Is it a new account, that decides on nothing by what it gets? An invited guest is one, which
    the history of their profile says."""
    ids = [group.pk for group in groups]
    return not (
        user.groups.exclude(pk__in=ids).exists()
        or ReviewTask.objects.filter(groups__in=ids).exists()
        or Permission.objects.filter(group__in=ids)
        .exclude(codename="access_admin")
        .exists()
    )


def _named(user):
    name = get_user_display_name(user)
    return name if name == user.email else f"{name} ({user.email})"


def _write_to_old_address(user, address):
    """Whoever reads that mailbox may not be who changed it."""
    with kept_apart("address_changed"):
        others = [each for each in recipients.editors() if each.pk != user.pk]
        by = get_active_log_context().user
        context = {
            "name": greeting_of(user),
            "new": user.email,
            "by": "" if by in (None, user) else get_user_display_name(by),
            "editors": ", ".join(each.email for each in others),
        }
        template = "editorial/mail/address_changed"
        letters.post(address, letters.letter(template, language_of(user), context))


def listen():
    """Called once, when the apps are ready."""
    user_model = get_user_model()
    watch(user_model, ("email", "is_superuser", "is_active"), account_saved)
    groups = user_model.groups.through
    connect(m2m_changed, groups, unless_silenced(groups_changed), "groups")
    connect(pre_delete, Group, unless_silenced(group_deleted), "deleted")
