"""Telling all editors at once of what changes who may do what, or where addresses lead."""

from functools import partial
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.db.models.signals import post_delete, post_save, pre_save
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.log_actions import get_active_log_context

from kdsite.editorial.history import site_record
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import later, tell, telling, unless_silenced


def announce(change, people=(), key="", **facts):
    """Tell every editor who has ever come in, who was one until a few days ago, and ``people``, and put
    it on the record.

    :param change: a key of :data:`.site_record.SENTENCES`, which takes ``facts``.
    :param key: names changes of which one mail says enough.
    """
    by = get_active_log_context().user
    site_record.record(change, facts, by)
    people = {each.pk for each in (*recipients.editors(), *people)}
    people = sorted(people | site_record.were_editors())
    later(tell_of_change, None, change, facts, people, by, str(key or uuid4()))


@telling(
    gettext_lazy(
        "The editors do not know yet what was changed in accounts or addresses."
    )
)
def tell_of_change(page, change, facts, people, by, key):
    """See :func:`announce`.

    :param page: ``None``: it is about none.
    """
    tell(
        "site_changed",
        get_user_model().objects.filter(pk__in=people),
        key=key,
        by=recipients.account(by),
        link=reverse("wagtailadmin_reports:site_history"),
        at_once=True,
        what=lambda: site_record.in_words(change, facts),
    )


def watch(model, watched, saved, deleted=None):
    """Call the receiver ``saved`` after each save of ``model``, which can ask what
    :func:`has_changed`, and ``deleted`` after each deletion.

    :param watched: the columns that are compared with the row as it was.
    """
    connect(pre_save, model, partial(_remember, watched), "before")
    connect(post_save, model, unless_silenced(saved), "saved")
    if deleted:
        connect(post_delete, model, unless_silenced(deleted), "deleted")


def connect(signal, sender, receiver, name):
    uid = f"kdsite.announcements.{sender.__name__}.{name}"
    signal.connect(receiver, sender=sender, dispatch_uid=uid, weak=False)


def _remember(watched, sender, instance, raw=False, update_fields=None, **kwargs):
    """What the row holds before it is saved (signal ``pre_save``); ``None``: it is new."""
    if raw or update_fields is not None and not set(update_fields) & set(watched):
        instance.before_save = _values(instance, watched)
    else:
        rows = (
            sender.objects.filter(pk=instance.pk)
            if instance.pk
            else sender.objects.none()
        )
        instance.before_save = rows.values(*watched).first()


def has_changed(instance, watched):
    """Is the row new, or another one in what is watched, since it was saved last?"""
    return instance.before_save != _values(instance, watched)


def _values(instance, watched):
    return {name: getattr(instance, name) for name in watched}
