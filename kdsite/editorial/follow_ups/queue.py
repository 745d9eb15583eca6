"""Does what follows a change after its commit, and again until it is done."""

import logging
from collections import defaultdict
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils.module_loading import import_string
from modelcluster.fields import ParentalKey
from wagtail.tasks import update_reference_index_task

from kdsite.editorial import signals
from kdsite.editorial.follow_ups.tasks import WRITTEN_DOWN, object_of
from kdsite.editorial.models import FollowUp
from kdsite.editorial.process_lock import take
from kdsite.editorial.reasons import reason_for

logger = logging.getLogger(__name__)
REFERENCES = update_reference_index_task.module_path

# What one change asks for, by task and arguments: what is asked twice is done once.
_gathered = ContextVar("gathered", default=None)


def add(task, arguments):
    """Do ``task`` (its path) after the commit of what is being changed."""
    row = FollowUp(task=task, arguments=list(arguments))
    rows = _gathered.get()
    if rows is not None:
        rows.setdefault(str(row), row)
    elif task in WRITTEN_DOWN:
        row.save()
        after_commit(partial(_do, row))
    else:
        after_commit(partial(_is_done, row))


def add_for(moment, task, arguments):
    """Do ``task`` (its path) at ``moment`` or soon after, once, however often it is asked for until
    then; at the first of the moments asked for. Inside a transaction, with what asks for it."""
    row, _is_new = FollowUp.objects.get_or_create(
        task=task, arguments=list(arguments), defaults={"next_try": moment}
    )
    if moment < row.next_try:
        row.next_try = moment
        row.save(update_fields=["next_try"])


def after_commit(function):
    """Call ``function`` once what is written now is there for everybody."""
    transaction.on_commit(function, robust=True)


@contextmanager
def gathered():
    """A context inside a transaction: all that its changes ask for is written down with them, so that
    not even the end of the process loses it. Elsewhere tasks of ours are; of Wagtail's only what
    fails."""
    if _gathered.get() is not None:
        yield
        return
    rows = {}
    token = _gathered.set(rows)
    try:
        yield
    finally:
        _gathered.reset(token)
    if rows := _once_for_each_page(rows.values()):
        rows = FollowUp.objects.bulk_create(rows)
        after_commit(partial(_do_all, rows))


def _once_for_each_page(rows):
    """``rows`` without those that would note the references of a page once more, for a row of it."""
    rows = list(rows)
    noted = {tuple(row.arguments) for row in rows if row.task == REFERENCES}
    ids = defaultdict(list)
    for label, name, pk in noted:
        ids[label, name].append(pk)
    for (label, name), pks in ids.items():
        model = apps.get_model(label, name)
        for field in model._meta.concrete_fields:
            if not isinstance(field, ParentalKey):
                continue
            page = field.related_model._meta
            owners = model.objects.filter(pk__in=pks).values_list("pk", field.attname)
            for pk, owner in owners:
                if (page.app_label, page.model_name, str(owner)) in noted:
                    noted.discard((label, name, str(pk)))
    return [r for r in rows if r.task != REFERENCES or tuple(r.arguments) in noted]


def _do_all(rows):
    done = [row.pk for row in rows if _is_done(row)]
    FollowUp.objects.filter(pk__in=done).delete()


def _do(row):
    if _is_done(row):
        row.delete()


def do_due():
    """Try again what has failed, or whose process ended before it was done.

    Safe from two processes at once: the second one does nothing.
    """
    with take("follow_ups") as mine:
        if not mine:
            return
        for row in FollowUp.objects.due()[:500]:
            row.begin()
            _do(row)


def _is_done(row):
    """Try ``row``; a failure is logged, kept in it and told, not raised."""
    try:
        import_string(row.task).call(*row.arguments)
    except Exception as error:
        if isinstance(error, ObjectDoesNotExist) and object_of(row) is None:
            # What it was about has been deleted.
            return True
        logger.exception("What follows a change failed, and is tried again: %s", row)
        row.keep(reason_for(error))
        signals.follow_up_failed.send_robust(sender=FollowUp, follow_up=row)
        return False
    return True
