"""A query that Django writes once for a process, and not for every request.

Django makes the SQL of a query set anew each time, which was a third of what a post cost. Only
the statement is kept, never what it finds.
"""

from django.db import connection
from django.db.models import Value


class WrittenOnce:
    """Called with values by name, answers the rows of a query with them: a list of dicts.

    :param make: makes the query set, which ends in ``values()``, of an expression for each value,
        or a list of them. A value is never ``None``, and a list never empty.
    """

    def __init__(self, make):
        self.make = make
        # By the lengths of the lists: a compiler that has written the statement, with its SQL and
        # parameters.
        self.written = {}

    def __call__(self, **given):
        given = {name: _filled_up(value) for name, value in given.items()}
        lengths = tuple(len(v) for v in given.values() if isinstance(v, list))
        if lengths not in self.written:
            self.written[lengths] = self._write(given)
        compiler, sql, parameters = self.written[lengths]
        values = [
            _adapted(p.among(given)) if isinstance(p, _Later) else p for p in parameters
        ]
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            rows = compiler.results_iter([cursor.fetchall()])
        names = list(compiler.query.selected)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def _write(self, given):
        expressions = {
            name: [Value(_Later(name, place)) for place in range(len(value))]
            if isinstance(value, list)
            else Value(_Later(name))
            for name, value in given.items()
        }
        compiler = self.make(**expressions).query.get_compiler(connection=connection)
        return compiler, *compiler.as_sql()


class _Later:
    """Stands in a statement for a value that is given with each call."""

    def __init__(self, name, place=None):
        self.name, self.place = name, place

    def among(self, given):
        value = given[self.name]
        return value if self.place is None else value[self.place]


def _filled_up(value):
    """A list of ids or the like at one of few lengths, each of which has a statement of its own."""
    if not isinstance(value, list):
        return value
    length = 1 << (len(value) - 1).bit_length()
    return value + value[-1:] * (length - len(value))


def _adapted(value):
    """As the database takes it: SQLite has no type for some."""
    if isinstance(value, (int, str)):
        return value
    _sql, (adapted,) = Value(value).as_sql(None, connection)
    return adapted
