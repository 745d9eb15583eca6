"""Pages from the rows of a query that has read a part of their columns."""

from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db import DEFAULT_DB_ALIAS
from wagtail.models import Locale, Page


def page_from(row, model=None):
    """The page of a ``row`` (a dict with ``id``, ``locale_id`` and ``language``, the code of its
    locale), as one of ``model``; without a model, of its own type, by ``content_type_id``.

    What the row has and the model has not, becomes an attribute.
    """
    model = model or type_of(row)
    row = row | {model._meta.pk.attname: row["id"]}
    names = [f.attname for f in model._meta.concrete_fields if f.attname in row]
    page = model.from_db(DEFAULT_DB_ALIAS, names, [row.pop(name) for name in names])
    page.locale = _locale(page.locale_id, row.pop("language"))
    for name, value in row.items():
        setattr(page, name, value)
    return page


def type_of(row):
    """The model of the page of ``row``; ``Page``, where its type was taken out of the code."""
    found = ContentType.objects.get_for_id(row["content_type_id"])
    return found.model_class() or Page


@cache
def _locale(pk, code):
    return Locale(pk=pk, language_code=code)
