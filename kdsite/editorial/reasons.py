"""Why something failed, in words that a person understands."""

import json

import psycopg
from django.core.exceptions import ValidationError
from django.db import DatabaseError, models
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from kdsite.editorial.exceptions import Refusal

# SQL's states, by their first letters, where PostgreSQL is away: the connection is none or was broken
# off, the server stops or starts, it has no place for one more.
AWAY = ("08", "57P", "53300")


class Reason(models.TextChoices):
    """What went wrong, where it was not a refusal, which has its own sentence."""

    DATABASE = "database", gettext_lazy("The database did not take it.")
    FILE = "file", gettext_lazy("A file is missing or cannot be read.")
    PROGRAM = (
        "program",
        gettext_lazy(
            "There is a fault in the program. Whoever maintains the site finds it in the log."
        ),
    )


def reason_for(error):
    """What is kept of ``error``, to be read by :func:`in_words`."""
    if isinstance(error, Refusal):
        return json.dumps(error.sentences) if error.sentences else str(error)
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    cause = error
    while cause is not None:
        if isinstance(cause, DatabaseError):
            return Reason.DATABASE.value
        if isinstance(cause, OSError):
            return _with_name(cause)
        cause = cause.__cause__ or cause.__context__
    return Reason.PROGRAM.value


def _with_name(error):
    name = str(error.filename or "").rpartition("/")[2]
    return f"{Reason.FILE.value}\n{name}" if name else Reason.FILE.value


def in_words(problem):
    """The sentence for what :func:`reason_for` kept, in the reader's language."""
    if problem.startswith("{"):
        sentences = json.loads(problem)
        return sentences.get(get_language()) or next(iter(sentences.values()))
    kind, _newline, name = problem.partition("\n")
    if kind == Reason.FILE and name:
        return _("A file is missing or cannot be read: %(name)s.") % {"name": name}
    return str(Reason(kind).label) if kind in Reason.values else problem


def is_database_away(error):
    """Did ``error``, or what it came from, say that PostgreSQL cannot be reached just now?"""
    while error is not None:
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) and (
            # Nobody has answered.
            error.sqlstate is None or error.sqlstate.startswith(AWAY)
        ):
            return True
        error = error.__cause__ or error.__context__
    return False
