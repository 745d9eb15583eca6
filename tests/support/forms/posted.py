"""What a browser would post for a form."""

import json

from wagtail.blocks import StreamValue
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield


def form_data(form):
    """What a browser would post for ``form`` and its formsets, unchanged."""
    data = {}
    for bound in form:
        data |= _field_data(bound)
    for formset in form.formsets.values():
        for bound in formset.management_form:
            data |= _field_data(bound)
        for child in formset.forms:
            for bound in child:
                data |= _field_data(bound)
            data |= {
                key: value
                for nested in getattr(child, "formsets", {}).values()
                for field in nested.management_form
                for key, value in _field_data(field).items()
            }
    return data


def _field_data(bound):
    value = bound.value()
    if isinstance(value, StreamValue):
        rows = [(child.block_type, _block_data(child)) for child in value]
        ids = {
            f"{bound.html_name}-{n}-id": child.id or "" for n, child in enumerate(value)
        }
        return nested_form_data({bound.html_name: streamfield(rows)}) | ids
    if value is False or value == []:
        return {}
    if isinstance(value, list):
        return {bound.html_name: [str(getattr(each, "pk", each)) for each in value]}
    value = getattr(value, "pk", value)
    return {bound.html_name: "" if value is None else str(value)}


def _block_data(child):
    if isinstance(child.value, RichText):
        features = child.block.features
        return rich_text(child.value.source, editor="default", features=features)
    state = child.block.get_form_state(child.value)
    if isinstance(child.block, TableBlock):
        return json.dumps(state)
    if isinstance(state, dict):
        return {name: _posted(value) for name, value in state.items()}
    return state


def _posted(state):
    """A select's state is a list of one; that of a chooser says more than the id which is posted."""
    if isinstance(state, list):
        return state[0]
    return state["id"] if isinstance(state, dict) and "id" in state else state
