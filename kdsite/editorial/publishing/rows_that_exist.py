"""What Wagtail checks whole, each time that it writes it, does not ask for rows that are there.

A log entry and the state of a workflow point to up to six rows each. Django asks for every one of
them, although each was just read, and for what the state's ``clean`` has asked already. What the
database itself holds stays: its foreign keys, and that a page is in one review.
"""

from django.db import models
from wagtail.models import WorkflowState
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
