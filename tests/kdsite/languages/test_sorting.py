"""One order of names everywhere."""

import pytest

from community.models import AuthorPage
from kdsite.languages.sorting import sort_key
from tests.support.factories import make_author
from tests.support.helpers import publish

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

NAMES = ["Ahonen", "Virtanen", "Wallin", "Ylä-Mononen", "Zitting", "Åberg", "Ärling", "Öhman"]  # fmt: skip


def test_names_sort_with_the_nordic_letters_last(people):
    """å ä ö last, V before W, on every database alike (typography.md)."""
    for name in reversed(NAMES):
        publish(
            make_author("Maija", name, saved_by=people.editor),
            people.editor,
            people.editor2,
        )
    names = (
        AuthorPage.objects.readable().by_name().values_list("family_name", flat=True)
    )
    assert list(names) == NAMES


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Virtanen", "Wallin"),
        ("Vuori", "Wahl"),
        ("Müller", "Myyrä"),
        ("Lindén", "Lindman"),
        ("Æbelø", "Öhman"),
    ],
)
def test_sort_keys(first, second):
    """Accents do not part names; ü sorts as y, æ as ä, ø as ö."""
    assert sort_key(first) < sort_key(second)
