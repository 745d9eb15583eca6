"""How a database that cannot be reached is known by its failure."""

from psycopg import InterfaceError, OperationalError

# By the first letters of SQL's states: the connection is none or was broken off, the server stops or
# starts, it has no place for one more.
AWAY = ("08", "57P", "53300")


def is_database_away(error):
    """Did ``error``, or what it came from, say that PostgreSQL cannot be reached just now?"""
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            state = error.sqlstate
            if state is None or state.startswith(AWAY):
                return True
        error = error.__cause__ or error.__context__
    return False
