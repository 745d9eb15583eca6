"""Are there people enough? Publishing takes two."""

from kdsite.editorial.models import ReviewTask

ENOUGH = 2


def short_groups():
    """``(group name, active members)`` of each deciding group with fewer than two."""
    found = {}
    tasks = ReviewTask.objects.filter(active=True).prefetch_related("groups")
    counts = ReviewTask.member_counts()
    for task in tasks:
        count = counts.get(task.pk, 0)
        if count < ENOUGH:
            for group in task.groups.all():
                found[group.name] = count
    return sorted(found.items())
