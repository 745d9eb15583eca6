"""What changes who may do what, or where the site's addresses lead: all editors are told at once.

By signals, so that it holds whichever screen or command is used.
"""

from functools import partial
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models.signals import (
    m2m_changed,
    post_delete,
    post_save,
    pre_delete,
    pre_save,
)
from django.urls import reverse
from wagtail.admin.utils import get_user_display_name
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import get_active_log_context
from wagtail.models import Site

from kdsite.editorial.history import site_record
from kdsite.editorial.models import ReviewTask
from kdsite.editorial.notifications import letters, recipients
from kdsite.editorial.notifications.notify import (
    greeting_of,
    kept_apart,
    language_of,
    tell,
    unless_silenced,
)

# What is compared with the row before it is saved.
WATCHED_OF_ACCOUNTS = ("email", "is_superuser", "is_active")
WATCHED_OF_SITES = ("hostname", "port", "site_name", "root_page_id", "is_default_site")
WATCHED_OF_REDIRECTS = ("old_path", "site_id", "redirect_page_id", "redirect_link")


def announce(change, people=(), key="", **facts):
    """Tell every editor who has ever come in, and ``people``, and put it on the record.

    :param change: a key of :data:`.site_record.SENTENCES`, which takes ``facts``.
    :param key: names changes of which one mail says enough.
    """
    by = get_active_log_context().user
    site_record.record(change, facts, by)
    tell(
        "site_changed",
        [each for each in {*recipients.editors(), *people} if _was_used(each)],
        key=key or uuid4(),
        by=by,
        link=reverse("wagtailadmin_reports:site_history"),
        at_once=True,
        what=lambda: site_record.in_words(change, facts),
    )


def _remember(watched, sender, instance, update_fields=None, **kwargs):
    """What the row holds before it is saved (signal ``pre_save``); ``None``: it is new."""
    if update_fields is not None and not set(update_fields) & set(watched):
        instance._before_save = _values(instance, watched)
    else:
        rows = (
            sender.objects.filter(pk=instance.pk)
            if instance.pk
            else sender.objects.none()
        )
        instance._before_save = rows.values(*watched).first()


def account_saved(sender, instance, **kwargs):
    """A superuser made, an account closed or opened again, an address changed."""
    before = instance._before_save
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
        if _was_used(instance):
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
    groups = Group.objects.filter(pk__in=ids)
    return not (
        user.groups.exclude(pk__in=ids).exists()
        or groups.filter(reviewtask__isnull=False).exists()
        or groups.exclude(permissions=None)
        .exclude(permissions__codename="access_admin")
        .exists()
    )


def deciders_changed(sender, instance, action, reverse, pk_set, **kwargs):
    """The groups that decide in a review."""
    if reverse or action not in ("post_add", "post_remove", "post_clear"):
        return
    members = get_user_model().objects.filter(groups__in=pk_set or ())
    names = instance.groups.order_by("name").values_list("name", flat=True)
    announce("deciders", members, task=instance.name, groups=", ".join(names) or "–")


def site_saved(sender, instance, **kwargs):
    """A site was made, or its host name or front page changed."""
    if _has_changed(instance, WATCHED_OF_SITES):
        announce("site", site=_site(instance))


def site_deleted(sender, instance, **kwargs):
    announce("no_site", site=_site(instance))


def redirect_saved(sender, instance, **kwargs):
    """By hand: what Wagtail makes where a page gets another address is not saved one by one."""
    is_new = instance._before_save is None
    if is_new and instance.automatically_created and not instance.redirect_link:
        return
    if _has_changed(instance, WATCHED_OF_REDIRECTS):
        target = instance.redirect_link or str(instance.redirect_page or "–")
        _announce_redirect("redirect", old=instance.old_path, target=target)


def redirect_deleted(sender, instance, **kwargs):
    if not instance.automatically_created or instance.redirect_link:
        _announce_redirect("no_redirect", old=instance.old_path)


def _announce_redirect(change, **facts):
    """A file of many redirects is one mail; the record has each."""
    context = get_active_log_context()
    announce(change, key=f"redirects:{context.uuid}" if context.uuid else "", **facts)


def _has_changed(instance, watched):
    return instance._before_save != _values(instance, watched)


def _values(instance, watched):
    return {name: getattr(instance, name) for name in watched}


def _named(user):
    name = get_user_display_name(user)
    return name if name == user.email else f"{name} ({user.email})"


def _site(site):
    return f"{site.hostname}:{site.port}, {site.root_page}"


def _was_used(user):
    """Has anybody come in by it? An invited person is told of nothing but the invitation."""
    return bool(user.has_usable_password() or user.last_login)


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


def connect():
    """Called once, when the apps are ready."""
    user_model = get_user_model()
    for model, watched, saved, deleted in (
        (user_model, WATCHED_OF_ACCOUNTS, account_saved, None),
        (Site, WATCHED_OF_SITES, site_saved, site_deleted),
        (Redirect, WATCHED_OF_REDIRECTS, redirect_saved, redirect_deleted),
    ):
        _connect(pre_save, model, partial(_remember, watched), "before")
        _connect(post_save, model, unless_silenced(saved), "saved")
        if deleted:
            _connect(post_delete, model, unless_silenced(deleted), "deleted")
    _connect(pre_delete, Group, unless_silenced(group_deleted), "deleted")
    groups, deciders = user_model.groups.through, ReviewTask.groups.through
    _connect(m2m_changed, groups, unless_silenced(groups_changed), "groups")
    _connect(m2m_changed, deciders, unless_silenced(deciders_changed), "deciders")


def _connect(signal, sender, receiver, name):
    uid = f"kdsite.site_changes.{sender.__name__}.{name}"
    signal.connect(receiver, sender=sender, dispatch_uid=uid, weak=False)
