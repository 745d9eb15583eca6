"""Are there people enough? Publishing takes two."""

from kdsite.editorial.models import ReviewTask

ENOUGH = 2


def short_groups(tasks=None):
    """``(group name, active members)`` of each deciding group with fewer than two.

    :param tasks: :meth:`.ReviewTask.in_use`, where the caller has read them.
    """
    found = {}
    for task in ReviewTask.in_use() if tasks is None else tasks:
        count = len(task.members_read)
        if count < ENOUGH:
            for group in task.groups.all():
                found[group.name] = count
    return sorted(found.items())
