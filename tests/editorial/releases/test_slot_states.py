"""What the calendar says of a slot and of its text, and to whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.models import BlogPageTheme
from kdsite.editorial.calendar.entries import entries
from kdsite.editorial.models import Slot
from kdsite.editorial.releases.waiting import waiting_without_slot
from tests.support.factories import make_post, make_theme
from tests.support.forms.undrawn import context_of
from tests.support.helpers import (
    approve,
    fill_in,
    logged_in,
    make_slot,
    publish,
    revise,
    send,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.mark.parametrize("name", ["index", "sheet"])
def test_the_language_team_sees_words_only_of_approved_texts(people, name):
    """Of drafts and plans it sees the state, neither title nor writer nor question."""
    post = make_post(people.writer, title="SALAOTSIKKO", own_question="SALAKYSYMYS")
    make_slot(post, days=3)
    make_slot(
        days=4, working_title="SALASUUNNITELMA", note="SALAA", writer=people.writer2
    )
    client = logged_in(people.translator)
    hidden = client.get(reverse(f"calendar:{name}") + "?writer=1&theme=1")
    assert "SALA" not in hidden.content.decode()
    assert "writer2" not in hidden.content.decode()
    submit(post, people.writer)
    approve(post, people.editor)
    shown = client.get(reverse(f"calendar:{name}")).content.decode()
    assert "SALAOTSIKKO" in shown
    assert "SALASUUNNITELMA" not in shown


def test_the_calendar_is_filtered_by_theme_and_writer(people):
    """By what is planned, and by what the newest version of the text says."""
    theme = publish(make_theme(saved_by=people.editor), people.editor, people.editor2)
    planned = make_slot(days=9, working_title="AIHE", theme=theme.page_ptr)
    invited = make_slot(days=10, working_title="KUTSU", writer=people.writer2)
    post = make_post(people.writer, title="TEKSTI")
    revise(post, people.writer, post_themes=[BlogPageTheme(theme=theme)])
    written = make_slot(post, days=11)
    client = logged_in(people.editor)

    def found(**asked):
        months = context_of(client, reverse("calendar:index"), asked)["months"]
        return [entry.slot for month in months for entry in month.entries]

    assert found() == [planned, invited, written]
    assert found(theme=theme.pk) == [planned, written]
    assert found(writer=people.writer2.pk) == [invited]
    assert found(writer=people.writer.pk) == [written]
    assert client.get(reverse("calendar:index"), {"theme": "x"}).status_code == 200


def test_approved_pages_without_a_time_are_not_forgotten(people):
    """Also the one whose slot is not used; not the translation of a text that has a slot."""
    post = make_post(people.writer, title="ODOTTAA")
    slot = make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    assert list(waiting_without_slot()) == []
    Slot.objects.filter(pk=slot.pk).update(is_skipped=True)
    assert {page.pk for page in waiting_without_slot()} == {post.pk, target.pk}
    assert (
        "ODOTTAA"
        in logged_in(people.editor).get(reverse("calendar:index")).content.decode()
    )


def test_the_next_slots_are_on_the_front_page_of_editors(people):
    make_slot(days=30)
    make_slot(days=10, working_title="AIHE")
    shown = logged_in(people.editor).get(reverse("wagtailadmin_home")).content.decode()
    assert "Tälle ajalle ei ole suunniteltu mitään" in shown
    assert "Myöhässä" in shown
    for person in (people.writer, people.translator):
        shown = logged_in(person).get(reverse("wagtailadmin_home")).content.decode()
        assert "AIHE" not in shown


def test_a_year_costs_as_many_queries_as_a_quarter(people):
    """The states and words of 3 slots and of 12, half of them with a text."""

    def count(number):
        slots = list(Slot.objects.for_calendar().order_by("at")[:number])
        with CaptureQueriesContext(connection) as queries:
            entries(slots, people.editor)
        return len(queries)

    for number in range(12):
        post = (
            make_post(people.writer, title=f"Teksti {number}") if number % 2 else None
        )
        make_slot(post, days=number + 1)
    entries(list(Slot.objects.for_calendar()), people.editor)
    assert count(12) == count(3) <= 10
