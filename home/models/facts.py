"""Facts that stand between the words of a page, and are the same in both languages."""

from datetime import date

from django.utils.formats import date_format


def facts_of(thing, path=""):
    """The columns that ``thing.shared_facts`` names, as ``[path, text]``; what is empty is left out.

    A date is written as both languages write it.
    """
    for name in thing.shared_facts:
        value = getattr(thing, name)
        if value:
            text = date_format(value, "j.n.Y") if isinstance(value, date) else value
            yield [f"{path}{name}", str(text)]
