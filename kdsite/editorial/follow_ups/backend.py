"""Takes the tasks that a change asks for.

A module of its own because Wagtail declares tasks, and so wants this, while its models are being
defined, before any of ours exist.
"""

from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import TaskResult, TaskResultStatus
from django_tasks.utils import get_random_id


class FollowUpBackend(BaseTaskBackend):
    """The setting ``TASKS`` names it. Tasks take their arguments in order, without names."""

    supports_priority = True

    def enqueue(self, task, args, kwargs):
        from kdsite.editorial.follow_ups import queue

        self.validate_task(task)
        if kwargs:
            raise TypeError("A follow-up takes no named arguments.")
        queue.add(task.module_path, args)
        return TaskResult(
            task=task,
            id=get_random_id(),
            status=TaskResultStatus.READY,
            enqueued_at=None,
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=list(args),
            kwargs={},
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
