"""For machines: is the process alive, and is the site ready for people?"""

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kdsite.backups import services as backups
from kdsite.editorial import site_copy
from kdsite.editorial.models import Heartbeat, Message
from kdsite.editorial.scheduling.scheduler import NAME as SCHEDULER

# For whoever runs the machine, in English as the rest of the answer.
A_COPY = (
    "This is a copy of the site: it publishes nothing and sends no mail until somebody runs "
    "manage.py release_copy here."
)


NEWER = (
    "The database is newer than the code: install the newer code, or restore the backup that was "
    "made with this one."
)


@never_cache
@require_safe
def alive(request):
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def ready(request):
    """Database, migrations and scheduler do their work, and it is no copy of the site: 200, else
    503 with what does not.

    Whether mail leaves and whether there is a backup is said, and changes no answer: readers
    are served without either."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        newer = _is_newer(executor.loader)
        scheduler = not waiting and Heartbeat.alive(SCHEDULER)
        copy = not waiting and site_copy.is_copy()
        mail = waiting or Message.objects.waiting().exclude(problem="").exists()
        backup = not waiting and backups.is_recent()
    except DatabaseError:
        return JsonResponse({"database": False}, status=503)
    fits = not waiting and not newer
    state = {"database": True, "migrations": fits, "scheduler": scheduler}
    state |= {"mail": not mail, "backup": backup}
    if newer:
        state["newer"] = NEWER
    working = fits and (scheduler or not settings.SCHEDULER_REQUIRED)
    if copy:
        state["copy"] = A_COPY
        working = False
    return JsonResponse(state, status=200 if working else 503)


def _is_newer(loader):
    """Has the database a migration of this site's that the code does not know?"""
    ours = {
        app.label
        for app in apps.get_app_configs()
        if app.name.partition(".")[0] in settings.OWN_PACKAGES
    }
    unknown = loader.applied_migrations.keys() - loader.disk_migrations.keys()
    return any(label in ours for label, _name in unknown)
