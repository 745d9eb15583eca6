"""For machines: is the process alive, and is the site ready for people?"""

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kdsite.editorial import site_copy
from kdsite.editorial.models import Heartbeat
from kdsite.editorial.scheduling.scheduler import NAME as SCHEDULER

# For whoever runs the machine, in English as the rest of the answer.
A_COPY = (
    "This is a copy of the site: it publishes nothing and sends no mail until somebody runs "
    "manage.py release_copy here."
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
    503 with what does not."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        scheduler = not waiting and Heartbeat.alive(SCHEDULER)
        copy = not waiting and site_copy.is_copy()
    except DatabaseError:
        return JsonResponse({"database": False}, status=503)
    state = {"database": True, "migrations": not waiting, "scheduler": scheduler}
    working = not waiting and (scheduler or not settings.SCHEDULER_REQUIRED)
    if copy:
        state["copy"] = A_COPY
        working = False
    return JsonResponse(state, status=200 if working else 503)
