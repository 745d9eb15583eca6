"""What changes who may do what, or who is who: superusers, groups, addresses, names, accounts
closed and opened.

By signals, so that it holds whichever screen or command is used.
"""

from uuid import uuid4

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models.signals import m2m_changed, pre_delete
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import get_active_log_context

from kdsite.editorial.models import Notice, ReviewTask
from kdsite.editorial.notifications import letters, recipients
from kdsite.editorial.notifications.announcements import (
    announce,
    connect,
    watch,
)
from kdsite.editorial.notifications.notify import (
    greeting_of,
    language_of,
    later,
    telling,
    unless_silenced,
)
from kdsite.editorial.notifications.recipients import account
from kdsite.editorial.policy.permissions import was_used


def account_saved(sender, instance, **kwargs):
    """A superuser made, an account closed or opened again, a name or an address changed."""
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
    earlier = f"{before['first_name']} {before['last_name']}".strip()
    if earlier != instance.get_full_name():
        # Whatever was done under the earlier name is shown under the new one.
        new, email = instance.get_full_name() or instance.email, before["email"]
        announce("name", [instance], old=earlier or email, new=new, address=email)
    if before["email"] != instance.email:
        name = get_user_display_name(instance)
        announce("address", account=name, old=before["email"], new=instance.email)
        if was_used(instance):
            old, new = before["email"], instance.email
            by = get_active_log_context().user
            later(write_to_old_address, None, instance, old, new, by, str(uuid4()))


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


@telling(gettext_lazy("Nobody has written yet to the old address of an account."))
def write_to_old_address(page, user, old, new, by, key):
    """Whoever reads that mailbox may not be who changed it.

    :param page: ``None``: it is about none.
    :param key: names the change: it is told once.
    """
    user = get_user_model().objects.get(pk=user)
    others = [each for each in recipients.editors() if each.pk != user.pk]
    context = {
        "name": greeting_of(user),
        "new": new,
        "by": "" if by in (None, user.pk) else get_user_display_name(account(by)),
        "editors": ", ".join(each.email for each in others),
    }
    template = "editorial/mail/address_changed"
    letter = letters.letter(template, language_of(user), context)
    with transaction.atomic():
        _notice, is_new = Notice.objects.get_or_create(key=f"address:{key}")
        if is_new:
            letters.post(old, letter)


def listen():
    """Called once, when the apps are ready."""
    user_model = get_user_model()
    watched = ("email", "first_name", "last_name", "is_superuser", "is_active")
    watch(user_model, watched, account_saved)
    groups = user_model.groups.through
    connect(m2m_changed, groups, unless_silenced(groups_changed), "groups")
    connect(pre_delete, Group, unless_silenced(group_deleted), "deleted")
