"""Every address, by GET and POST, lets in whom the table says, whatever state the page is in.

After a wanted change: ``GOLDEN=write SOAK_ROUNDS=1 python -m pytest -n0 tests/editorial/matrix``, then
read the difference before committing it.
"""

import os
import re
from collections import defaultdict

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Group
from django.template.base import Template
from django.test import Client

from kdsite.editorial.models import ReviewTask
from tests.editorial.every_address.conftest import values  # noqa: F401
from tests.editorial.every_address.scene import admin_routes, undone_after_each
from tests.editorial.matrix import table
from tests.editorial.matrix.asking import answer
from tests.editorial.matrix.states import (
    ASKED_IN_EVERY_RUN,
    ROLES,
    STATES,
    places_of,
    set_the_scene,
)
from tests.support.addresses import addresses
from tests.support.at_once import IS_SOAK
from tests.support.helpers import logged_in

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db

METHODS = ("GET", "POST")
# Addresses that are about a page in some state.
OF_A_PAGE = re.compile(
    r"<int:(page_\w+|revision_id|translation_\w+)>|/\^?pages/(\^\(\?P<pk>|<int:pk>)"
)
SHOWN_STATES = [
    number for number, state in enumerate(STATES * 2) if IS_SOAK or state.isupper()
]


@pytest.fixture
def undrawn(monkeypatch):
    """Nobody looks at the answers, so no page is drawn; a message that says nothing is none."""
    monkeypatch.setattr(Template, "render", lambda self, context=None: "drawn")


@pytest.fixture
def comes(people, scene, settings, monkeypatch):
    """``comes(role)``: a client of that person, who is read once and not for every address."""
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    persons = {
        "owner": people.writer,
        "coauthor": scene.coauthor,
        "stranger": scene.stranger,
        "translator": people.translator,
        "reviewer": people.reviewer,
        "editor": people.editor,
        "superuser": people.admin,
    }

    def client(role):
        if role == "anonymous":
            return Client()
        person = persons[role]
        monkeypatch.setattr(ModelBackend, "get_user", lambda self, pk: person)
        return logged_in(person)

    return client


@pytest.fixture
def asked(scene, people, values):  # noqa: F811 - the fixture
    """``{(route, number of the state): address}``; 0 for what is about no page."""
    pages = [
        places_of(getattr(scene, f"{kind}_{state}"))
        for kind in ("post", "translation")
        for state in STATES
    ]
    held = {
        "admin/users/": people.writer2,
        "admin/groups/": Group.objects.first(),
        "admin/workflows/tasks/": ReviewTask.objects.first(),
        "admin/workflows/": ReviewTask.objects.first().workflows.get(),
        "admin/calendar/": scene.slot,
        "admin/api/main/^documents/": scene.document,
        "admin/api/main/^images/": scene.image,
        "admin/documents/": scene.document,
        "admin/images/": scene.image,
    }
    found = {}
    for route in admin_routes():
        if OF_A_PAGE.search(route):
            for number in SHOWN_STATES:
                filled = values | pages[number]
                found[route, number] = next(addresses(route, filled))
        else:
            which = next(
                (held[start] for start in held if route.startswith(start)), None
            )
            filled = values | {"pk": [which.pk if which else 1]}
            found[route, 0] = next(addresses(route, filled))
    return found


@pytest.mark.parametrize("role", ROLES if IS_SOAK else ASKED_IN_EVERY_RUN)
def test_who_is_let_in(comes, asked, undrawn, role):
    client = comes(role)
    agreed, found = table.read(), {}
    for method in METHODS:
        each = zip(asked, undone_after_each(asked.values()), strict=True)
        for (route, number), (address, _written) in each:
            found[f"{method} {route}", number] = answer(client, method, address)
    if os.environ.get("GOLDEN") == "write":
        table.write(agreed := with_signs(agreed, role, found))
    wrong = [
        (row, number, sign)
        for (row, number), sign in found.items()
        if agreed.get(row, {}).get(role, "")[number : number + 1] != sign
    ]
    assert wrong == []


def with_signs(agreed, role, found):
    """The table with what was ``found`` for ``role``, and without rows that are no more."""
    signs = defaultdict(str)
    for (row, _number), sign in found.items():
        signs[row] += sign
    return {row: agreed.get(row, {}) | {role: signs[row]} for row in signs}
