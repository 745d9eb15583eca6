"""A discussion that has ended says what came of it, or that this is being written."""

import datetime

import pytest

from kdsite.editorial.publishing.facts import set_facts
from tests.support.factories import make_question
from tests.support.helpers import publish, publish_translation, revise
from tests.support.reader_page import ReaderPage

pytestmark = pytest.mark.django_db


def test_what_came_of_a_question(people):
    """Nothing while it is open; then that a summary is coming, and then the summary."""
    day = datetime.date(2026, 10, 1)
    question = make_question(day, "Kuka päättää?", saved_by=people.editor)
    question = publish(question, people.editor, people.editor2)

    def outcome():
        found = ReaderPage(question.url).html.select_one(".outcome")
        return found and found.p.get_text()

    assert outcome() is None
    set_facts(question, people.editor, {"is_open": False})
    assert outcome() == "Keskustelusta kirjoitetaan yhteenvetoa."
    revise(question, people.editor, outcome="<p>Asukkaat päättävät.</p>")
    publish(question, people.editor, people.editor2)
    assert outcome() == "Asukkaat päättävät."


def test_both_languages_have_the_same_kind_of_address(people):
    """The month: /fi/kuukauden-kysymys/2026-10/ and /sv/manadens-fraga/2026-10/."""
    day = datetime.date(2026, 10, 1)
    question = make_question(day, "Kuka päättää?", saved_by=people.editor)
    question = publish(question, people.editor, people.editor2)
    swedish = publish_translation(question, people.translator, people.reviewer)
    assert question.slug == swedish.slug == "2026-10"
