"""Notices every write to what readers see, in the transaction that makes it.

Looks at the statements and not at signals: what many rows are changed by at once sends none.
"""

import re
from functools import cache

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate
from modelcluster.models import get_all_child_relations
from wagtail.models import Comment, Page, get_page_models

from kdsite.editorial.publishing.manifest import BOOKKEEPING
from kdsite.editorial.publishing.page_form import saves_a_draft
from kdsite.page_cache import generation, web_server
from kdsite.page_cache.models import ReadersChange

WRITE = re.compile(r'\s*(?:INSERT\b.*?\bINTO|UPDATE|DELETE FROM) "?(\w+)"?', re.DOTALL)
COLUMNS = re.compile(r'"(\w+)" = ')
# While migrations run there may be no table for the rows yet.
_is_migrating = False


def connect(app):
    """From now on, on every connection to a database.

    :param app: the configuration of the app whose migrations make the table.
    """
    connection_created.connect(_watch, dispatch_uid="kdsite.page_cache")
    pre_migrate.connect(_begin_migrating, app, dispatch_uid="kdsite.page_cache")
    post_migrate.connect(_end_migrating, app, dispatch_uid="kdsite.page_cache")


def _begin_migrating(**kwargs):
    global _is_migrating
    _is_migrating = True


def _end_migrating(using, **kwargs):
    """Whatever was migrated may be seen by readers."""
    global _is_migrating
    _is_migrating = False
    if ReadersChange._meta.db_table in connections[using].introspection.table_names():
        generation.add()
        generation.end()
        web_server.forget()


def _watch(connection, **kwargs):
    if _notice not in connection.execute_wrappers:
        connection.execute_wrappers.append(_notice)


@cache
def shown_tables():
    """The names of the tables that readers' pages are made of: of every type of page with what
    belongs to it, and the models that an app's ``shown_to_readers`` names."""
    models = set(get_page_models())
    for model in get_page_models():
        models |= {row.related_model for row in get_all_child_relations(model)}
    for app in apps.get_app_configs():
        named = getattr(app, "shown_to_readers", ())
        models |= {apps.get_model(name) for name in named}
    return {model._meta.db_table for model in models - {Comment}}


def is_seen(statement):
    """May ``statement``, in SQL, change what readers see?"""
    match = WRITE.match(statement)
    if not match or match[1] not in shown_tables():
        return False
    if match[1] != Page._meta.db_table or not statement.startswith("UPDATE"):
        return True
    columns, _where, _rest = statement.partition(" WHERE ")
    return "SELECT" in columns or not _of_a_draft().issuperset(COLUMNS.findall(columns))


@cache
def _of_a_draft():
    """What a draft and a review change in the row of a page, and no reader sees: columns."""
    return {Page._meta.get_field(name).column for name in BOOKKEEPING}


def _notice(execute, statement, parameters, many, context):
    result = execute(statement, parameters, many, context)
    if not (_is_migrating or saves_a_draft()) and is_seen(statement):
        _begin_another(context["connection"])
    return result


def _begin_another(connection):
    """Once for each transaction: Django forgets what is to follow a commit where a savepoint is
    rolled back, with the row that was written inside it."""
    if any(function is generation.end for _, function, _ in connection.run_on_commit):
        return
    generation.add()
    for follow in (generation.end, web_server.forget):
        transaction.on_commit(follow, using=connection.alias, robust=True)
