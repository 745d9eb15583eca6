"""A number for what readers see now; a copy of another number is never given."""

import logging
import time

from django.core.cache import caches
from django.db import DatabaseError
from django.db.models import Count, Max, Min

from kdsite.page_cache.models import ReadersChange

logger = logging.getLogger(__name__)

# The copy of the number outside the database with the time of it, and how many seconds it lives: a
# process that ends between a commit and the end of the copy leaves nothing older than that.
COPY, LIVES = "kdsite:generation-at", 1
# The last one that was read, for as long as the database is away.
LAST = "kdsite:last-generation"


def current():
    """The generation, a short text, of what was committed at most a second ago; while the database
    is away the last one that was read. :raises DatabaseError: there is none."""
    copies = caches["pages"]
    found, at = copies.get(COPY) or (None, 0)
    # Where the clock was set back since, a copy in memory would live until it has caught up.
    if found is not None and at <= time.time() + LIVES:
        return found
    try:
        found = read()
    except DatabaseError:
        found = copies.get(LAST)
        if found is None:
            raise
        logger.exception("The database is away; pages are answered as they were")
    else:
        copies.set(LAST, found, None)
    copies.set(COPY, (found, time.time()), LIVES)
    return found


def read():
    """The generation as the database has it.

    The number of rows belongs to it, because transactions do not commit in the order of their
    rows; the first one, because old rows are removed.
    """
    row = ReadersChange.objects.aggregate(Count("pk"), Min("pk"), Max("pk"))
    return "-".join(str(row[f"pk__{name}"] or 0) for name in ("count", "min", "max"))


def end():
    """Forget the copy outside the database: what was committed is read at once."""
    caches["pages"].delete(COPY)


def add():
    """Begin another generation with what is being changed."""
    row = ReadersChange.objects.create()
    if row.pk % ReadersChange.KEPT == 0:
        ReadersChange.objects.filter(pk__lte=row.pk - ReadersChange.KEPT).delete()
