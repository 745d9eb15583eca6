"""No word that a person writes becomes markup in the admin."""

import json
import re

import pytest
from django.apps import apps

from tests.bad_input.scene import set_the_scene
from tests.editorial.every_address.conftest import values, visitor  # noqa: F401
from tests.editorial.every_address.scene import admin_addresses, undone_after_each
from tests.support.at_once import IS_SOAK

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db
TAG = '"><xmp>'
# A formatted text is markup, and cleaned when it is saved.
MARKED = re.compile("SALA(?!TEKSTI)|Piilonimi")


@pytest.fixture
def written(scene):
    """Every word of the scene begins with a tag."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.get_internal_type() in ("CharField", "TextField", "JSONField"):
                write(model, field.attname)


def write(model, name):
    for number, value in model._base_manager.values_list("pk", name):
        if isinstance(value, str):
            tagged = MARKED.sub(rf"{TAG}\g<0>", value)
        elif isinstance(value, (dict, list)):
            tagged = json.loads(MARKED.sub(r'\\"><xmp>\g<0>', json.dumps(value)))
        else:
            continue
        if tagged != value:
            model._base_manager.filter(pk=number).update(**{name: tagged})


def html_of(response):
    if response.streaming:
        return ""
    kind = response.headers.get("Content-Type", "")
    if kind.startswith("application/json"):
        answer = response.json()
        return str(answer.get("html", "")) if isinstance(answer, dict) else ""
    return response.content.decode(errors="replace") if "html" in kind else ""


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_word_of_a_person_becomes_markup(visitor, values, written, method):  # noqa: F811
    """At no address of the admin, nor in what is said after a step; in the soak, about every page."""
    client = visitor("admin")
    client.raise_request_exception = False
    found, shown = set(), 0
    for address, _written in undone_after_each(
        admin_addresses(values, limit=6 if IS_SOAK else 1)
    ):
        html = html_of(getattr(client, method)(address, follow=True))
        shown += "&lt;xmp&gt;" in html
        if "<xmp" in html:
            found.add(address)
    assert found == set()
    assert shown > 10
