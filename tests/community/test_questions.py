"""The question of the month and the posts that ask it."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from community.models import QuestionPage
from tests.support import factories
from tests.support.factories import index, make_post, make_question
from tests.support.helpers import publish, read
from tests.support.reader_page import ReaderPage

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_one_question_a_month(people):
    """A second question for the same month and language is refused."""
    make_question(datetime.date(2026, 11, 5), saved_by=people.editor)
    second = QuestionPage(
        month=datetime.date(2026, 11, 20),
        question="Toinen?",
        locale=index(factories.QuestionIndexPage).locale,
    )
    with pytest.raises(ValidationError, match="month"):
        second.clean()


def test_a_question_of_300_characters(people):
    """The page's title is shorter than the longest question; the question is kept whole."""
    words = "Kuka saa päättää? " * 16
    question = make_question(
        datetime.date(2026, 11, 1), words[:300].strip(), saved_by=people.editor
    )
    question = publish(question, people.editor, people.editor2)
    assert len(question.title) <= 255
    assert question.question == words[:300].strip()


def test_the_question_and_its_posts(people):
    """The post shows its question and the question lists its posts."""
    question = make_question(
        datetime.date(2026, 11, 1),
        "Mitä kysyisit?",
        saved_by=people.editor,
        facebook_url="https://www.facebook.com/groups/x/1",
    )
    question = publish(question, people.editor, people.editor2)
    post = publish(
        make_post(people.writer, question=question), people.writer, people.editor
    )
    text = read(post)[1]
    assert "Mitä kysyisit?" in text
    assert "https://www.facebook.com/groups/x/1" in text
    assert post.title in read(question)[1]


def test_its_description_is_plain_text(people):
    """Paragraphs of the background stay apart, and characters are escaped once."""
    question = make_question(
        datetime.date(2026, 11, 1),
        saved_by=people.editor,
        background="<p>Mitä?</p><p>Kunta &amp; sinä.</p>",
    )
    question = publish(question, people.editor, people.editor2)
    html = ReaderPage(question.url).html
    for name in ('name="description"', 'property="og:description"'):
        assert html.select_one(f"meta[{name}]")["content"] == "Mitä? Kunta & sinä."
