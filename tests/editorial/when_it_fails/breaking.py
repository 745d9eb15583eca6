"""The database refuses in earnest; what failed is tried again."""

from contextlib import contextmanager

from django.db import connection

from kdsite.editorial.follow_ups import queue
from kdsite.editorial.models import FollowUp


@contextmanager
def refusing(table, *acts):
    """The database refuses ``acts`` on ``table``, new and changed rows at least; for tests that commit."""
    acts = acts or ("INSERT", "UPDATE")
    name = "_".join(("refuse", *acts)).lower()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'the table refuses'; END $$"
            )
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE {' OR '.join(acts)} ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION {name}()"
            )
        else:
            for act in acts:
                cursor.execute(
                    f"CREATE TRIGGER refusing_{act} BEFORE {act} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'the table refuses'); END"
                )
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP FUNCTION {name}() CASCADE")
            else:
                for act in acts:
                    cursor.execute(f"DROP TRIGGER refusing_{act}")


def try_all_again():
    """As the scheduler does it when their time has come."""
    FollowUp.objects.update(next_try="2000-01-01T00:00:00+00:00")
    queue.do_due()
