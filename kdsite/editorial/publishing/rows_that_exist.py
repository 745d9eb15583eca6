"""What Wagtail checks whole, each time that it writes or reads it, does not ask for rows that are there.

A log entry and the state of a workflow point to up to six rows each. Django asks for every one of
them, although each was just read, and for what the state's ``clean`` has asked already. What the
database itself holds stays: its foreign keys, and that a page is in one review.

A version of a page leads to rows that may be gone by now: a picture, the profile of each of its
authors. Those of one kind are asked for together, not one after the other.
"""

from collections import defaultdict

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Page, WorkflowState
from wagtail.models.audit_log import BaseLogEntry


def names_of_rows_that_exist(row):
    """The relations of ``row`` that lead to a row: the database says so, or it is in hand."""
    return {
        field.name
        for field in row._meta.concrete_fields
        if field.many_to_one or field.one_to_one
        if getattr(row, field.attname) is not None
        if field.db_constraint or field.is_cached(row)
    }


def full_clean(self, exclude=None, **kwargs):
    """Django's, but for the rows that exist."""
    exclude = {*(exclude or ()), *names_of_rows_that_exist(self)}
    models.Model.full_clean(self, exclude, validate_constraints=False)


def connect():
    """Called once, when the apps are ready."""
    for model in (BaseLogEntry, WorkflowState):
        model.full_clean = full_clean


def without_ways(model, content, names):
    """The stored ``content`` of a version of ``model`` without the fields ``names``, which are taken
    from the page itself, and without the ways of its rows to it: nobody asks for these."""
    content = {name: value for name, value in content.items() if name not in names}
    for relation in get_all_child_relations(model):
        way, name = relation.field.name, relation.get_accessor_name()
        if name in content:
            content[name] = [
                {key: value for key, value in row.items() if key != way}
                for row in content[name]
            ]
    return content


def without_gone(model, content):
    """The stored ``content`` of a version of ``model`` without what it led to and is gone, as
    modelcluster leaves it out: an empty field, or a row less."""
    found = defaultdict(set)
    for field, value in _ways(model, content):
        found[_table(field)].add(value)
    there = {
        table: set(
            table._default_manager.filter(pk__in=ids).values_list("pk", flat=True)
        )
        for table, ids in found.items()
    }

    def is_gone(field, value):
        return value not in there[_table(field)]

    return _without(model, content, is_gone)


def _without(model, content, is_gone, is_row=False):
    content = dict(content)
    for field, value in _own_ways(model, content):
        if not is_gone(field, value):
            continue
        if is_row and field.remote_field.on_delete == models.CASCADE:
            return None
        content[field.name] = None
    for relation, rows in _rows(model, content):
        kept = [_without(relation.related_model, row, is_gone, True) for row in rows]
        content[relation.get_accessor_name()] = [row for row in kept if row]
    return content


def _ways(model, content):
    yield from _own_ways(model, content)
    for relation, rows in _rows(model, content):
        for row in rows:
            yield from _ways(relation.related_model, row)


def _own_ways(model, content):
    """The relations of ``model`` that are filled in ``content``, and lead to rows that may be gone."""
    for field in model._meta.concrete_fields:
        leads_on = isinstance(field.remote_field, models.ManyToOneRel)
        if not leads_on or field.remote_field.parent_link:
            continue
        ends = (models.CASCADE, models.SET_NULL)
        value = content.get(field.name)
        if value is not None and field.remote_field.on_delete in ends:
            yield field, field.target_field.to_python(value)


def _rows(model, content):
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        # Comments are the page's, not the version's: Wagtail reads them anew.
        if name != COMMENTS_RELATION_NAME and (rows := content.get(name)):
            yield relation, rows


def _table(field):
    """Where to look: pages of every kind are in one."""
    model = field.related_model
    return Page if issubclass(model, Page) else model
