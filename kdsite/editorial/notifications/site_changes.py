"""What changes where the site's addresses lead, which groups decide in which review, and which pages
are not for all readers.

By signals, so that it holds whichever screen or command is used.
"""

from functools import partial

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models.signals import m2m_changed
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, PageViewRestriction, Site, Task

from kdsite.editorial.models import ReviewTask
from kdsite.editorial.notifications.announcements import (
    announce,
    connect,
    has_changed,
    watch,
)
from kdsite.editorial.notifications.notify import unless_silenced
from kdsite.editorial.page_kinds import Kind

OF_SITES = ("hostname", "port", "site_name", "root_page_id", "is_default_site")
OF_REVIEWS = ("kind", "language", "active")
OF_TASKS = ("active",)
OF_RESTRICTIONS = ("restriction_type", "page_id", "password")
OF_REDIRECTS = ("old_path", "site_id", "redirect_page_id", "redirect_link")


def deciders_changed(sender, instance, action, reverse, pk_set, **kwargs):
    """The groups that decide in a review. One form takes groups out and then puts others in, which is one
    change: whoever decided before hears of it, too."""
    if reverse:
        return
    if action.startswith("pre_"):
        before = getattr(instance, "decided_before", set())
        instance.decided_before = before | set(instance.members())
    elif action == "post_add" or instance.groups.exists():
        _announce_deciders(instance, instance.decided_before)
    else:
        transaction.on_commit(partial(_announce_nobody, instance))


def _announce_nobody(task):
    """Of a review in which no group decides any more, unless another one was put in meanwhile."""
    if not task.groups.exists():
        _announce_deciders(task, task.decided_before)


def review_saved(sender, instance, **kwargs):
    """What a review decides on, or whether it does."""
    if has_changed(instance, OF_REVIEWS):
        _announce_deciders(instance)


def task_saved(sender, instance, **kwargs):
    """Wagtail takes a review out of use, and into use again, as a task like any other."""
    if has_changed(instance, OF_TASKS):
        for review in ReviewTask.objects.filter(pk=instance.pk):
            _announce_deciders(review)


def _announce_deciders(task, people=()):
    groups = task.groups.order_by("name") if task.active else Group.objects.none()
    names = ", ".join(groups.values_list("name", flat=True))
    on = ", ".join(filter(None, [task.get_kind_display(), task.language]))
    before = [each.pk for each in people] if task.kind == Kind.ORIGINAL else []
    announce(
        "deciders",
        {*people, *task.members()},
        task=f"{task.name} ({on})",
        groups=names,
        before=before,
    )


def site_saved(sender, instance, **kwargs):
    """A site was made, or its host name or front page changed."""
    if has_changed(instance, OF_SITES):
        announce("site", site=_site(instance))


def site_deleted(sender, instance, **kwargs):
    announce("no_site", site=_site(instance))


def redirect_saved(sender, instance, **kwargs):
    """By hand: what Wagtail makes where a page gets another address is not saved one by one."""
    is_new = instance.before_save is None
    if is_new and instance.automatically_created and not instance.redirect_link:
        return
    if has_changed(instance, OF_REDIRECTS):
        target = instance.redirect_link or str(instance.redirect_page or "–")
        _announce_redirect("redirect", old=instance.old_path, target=target)


def redirect_deleted(sender, instance, **kwargs):
    if not instance.automatically_created or instance.redirect_link:
        _announce_redirect("no_redirect", old=instance.old_path)


def restriction_saved(sender, instance, **kwargs):
    """A page, with all below it, is for some readers only, or for others than before."""
    if has_changed(instance, OF_RESTRICTIONS):
        _announce_hidden(instance)


def restricted_groups_changed(sender, instance, action, reverse, **kwargs):
    """Wagtail's form saves them after the restriction itself."""
    if not reverse and action in ("post_add", "post_remove", "post_clear"):
        _announce_hidden(instance)


def restriction_deleted(sender, instance, origin=None, **kwargs):
    """It is for all readers again; not where the page itself is deleted."""
    # An object, or a query set of them.
    if not issubclass(getattr(origin, "model", type(origin)), Page):
        _announce_privacy("shown", instance)


def _announce_hidden(restriction):
    groups = restriction.groups.order_by("name").values_list("name", flat=True)
    _announce_privacy(
        "hidden",
        restriction,
        kind=restriction.restriction_type,
        groups=", ".join(groups),
    )


def _announce_privacy(change, restriction, **facts):
    """One mail for one save of the form, for both languages; the record has each step."""
    uuid, page = get_active_log_context().uuid, restriction.page
    key = f"{change}:{page.translation_key}:{uuid}" if uuid else ""
    announce(change, key=key, page=page.title, **facts)


def _announce_redirect(change, **facts):
    """A file of many redirects is one mail; the record has each."""
    context = get_active_log_context()
    announce(change, key=f"redirects:{context.uuid}" if context.uuid else "", **facts)


def _site(site):
    return f"{site.hostname}:{site.port}, {site.root_page}"


def listen():
    """Called once, when the apps are ready."""
    watch(Site, OF_SITES, site_saved, site_deleted)
    watch(Redirect, OF_REDIRECTS, redirect_saved, redirect_deleted)
    watch(ReviewTask, OF_REVIEWS, review_saved)
    watch(Task, OF_TASKS, task_saved)
    watch(PageViewRestriction, OF_RESTRICTIONS, restriction_saved, restriction_deleted)
    restricted = PageViewRestriction.groups.through
    connect(
        m2m_changed, restricted, unless_silenced(restricted_groups_changed), "groups"
    )
    groups = ReviewTask.groups.through
    connect(m2m_changed, groups, unless_silenced(deciders_changed), "groups")
