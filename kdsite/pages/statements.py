"""A query that Django writes once for a process, and not for every request.

Django makes the SQL of a query set anew each time, which was a third of what a post cost. Only
the statement is kept, never what it finds.
"""

from django.db import connection
from django.db.models import Value


class WrittenOnce:
    """Called with values by name, answers the rows of a query with them: a list of dicts.

    :param make: makes the query set, which ends in ``values()``, of an expression for each value,
        or of a list of them. A value is never ``None``, and a list never empty. What else it asks
        for stays in the statement: so nothing that changes, such as the time or the language.
    """

    def __init__(self, make):
        self.make = make
        # By the lengths of the lists.
        self.written = {}

    def __call__(self, **given):
        given = {name: _filled_up(value) for name, value in given.items()}
        lengths = tuple(len(v) for v in given.values() if isinstance(v, list))
        if lengths not in self.written:
            later = {name: _later(name, value) for name, value in given.items()}
            self.written[lengths] = _Statement(self.make(**later))
        return self.written[lengths].rows(given)


class _Statement:
    def __init__(self, queryset):
        self.compiler = queryset.query.get_compiler(connection=connection)
        self.sql, self.parameters = self.compiler.as_sql()
        self.names = list(queryset.query.selected)
        # What makes values of what the database gives.
        columns = [column for column, *_ in self.compiler.select]
        self.converters = self.compiler.get_converters(columns)

    def rows(self, given):
        values = [
            _adapted(each.among(given)) if isinstance(each, _Later) else each
            for each in self.parameters
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, values)
            rows = cursor.fetchall()
        if self.converters:
            rows = self.compiler.apply_converters(rows, self.converters)
        return [dict(zip(self.names, row, strict=True)) for row in rows]


class _Later:
    """Stands in a statement for a value that is given with each call."""

    def __init__(self, name, place=None):
        self.name, self.place = name, place

    def among(self, given):
        value = given[self.name]
        return value if self.place is None else value[self.place]


def _later(name, value):
    if isinstance(value, list):
        return [Value(_Later(name, place)) for place in range(len(value))]
    return Value(_Later(name))


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
