"""Mail about the review: after the commit, and never in the way of the work.

Wagtail sends inside the request and its transaction: a mail server that hangs or closes the
connection ends the submission with it (reliability.md R12).
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.db import transaction
from wagtail.admin import signal_handlers as stock
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

# Signal, sender, Wagtail's notifier, and the name under which Wagtail connects it.
NOTIFIERS = [
    (
        task_submitted,
        TaskState,
        stock.task_submission_email_notifier,
        "group_approval_task_submitted_email_notification",
    ),
    (
        workflow_submitted,
        WorkflowState,
        stock.workflow_submission_email_notifier,
        "workflow_state_submitted_email_notification",
    ),
    (
        workflow_rejected,
        WorkflowState,
        stock.workflow_rejection_email_notifier,
        "workflow_state_rejected_email_notification",
    ),
    (
        workflow_approved,
        WorkflowState,
        stock.workflow_approval_email_notifier,
        "workflow_state_approved_email_notification",
    ),
]

_silent = ContextVar("silent", default=False)


@contextmanager
def silenced():
    """No mail about what happens in this context: the demo is loaded, nobody is waiting."""
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)


def _after_commit(notifier, instance, **kwargs):
    if not _silent.get():
        # robust: a mail server that fails is logged, and the request goes on.
        transaction.on_commit(partial(notifier, instance, **kwargs), robust=True)


def connect():
    """Take the place of Wagtail's own receivers; called once, when the apps are ready."""
    for signal, sender, notifier, name in NOTIFIERS:
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(
            partial(_after_commit, notifier),
            sender=sender,
            dispatch_uid=f"kdsite.{name}",
            weak=False,
        )
