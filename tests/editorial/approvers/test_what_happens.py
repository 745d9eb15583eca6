"""What stands beside the button is what then happens."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Revision

from kdsite.editorial.dates import on_day
from kdsite.editorial.models import ApprovedText, Mode, Waiting
from tests.editorial.approvers.buttons import ONLY_FINNISH, press, said
from tests.editorial.private_links.steps import fine
from tests.editorial.private_links.steps import send as links_send
from tests.support.factories import make_author, make_post, make_theme
from tests.support.helpers import (
    ask_for_changes,
    fill_in,
    fresh,
    its_time,
    logged_in,
    make_slot,
    publish,
    revise,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


def test_published_at_once(people):
    """Without a slot, and whatever the slot where readers have the page already."""
    post = make_post(people.writer)
    submit(post, people.writer)
    assert said(post, people.editor) == ONLY_FINNISH
    press(post, people.editor)
    assert fresh(post).live
    make_slot(post)
    revise(post, people.editor, title="Uusi otsikko")
    submit(post, people.editor)
    assert said(post, people.editor2) == ONLY_FINNISH
    press(post, people.editor2)
    assert fresh(post).title == "Uusi otsikko"


def test_in_its_slot_with_the_other_language(people):
    """When, and how far the other language is: not started, not approved, ready."""
    post = make_post(people.writer)
    slot = make_slot(post)
    when = on_day(timezone.localtime(slot.at))
    submit(post, people.writer)
    assert said(post, people.editor) == (
        f"Julkaistaan {when} ruotsinkielisen version kanssa, jota ei ole vielä aloitettu."
    )
    press(post, people.editor)
    assert Waiting.objects.filter(page_id=post.pk).exists()
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    assert said(target, people.reviewer).endswith("med den finska versionen.")
    press(target, people.reviewer)
    assert not fresh(target).live
    assert Waiting.objects.filter(page_id=target.pk).exists()


def test_the_other_language_is_in_review(people):
    """An original that is read again, while its translation is a draft."""
    post = make_post(people.writer)
    make_slot(post)
    submit(post, people.writer)
    press(post, people.editor)
    translate(post, people.translator)
    Waiting.objects.all().delete()
    revise(post, people.writer, title="Toinen")
    submit(post, people.writer)
    assert said(post, people.editor).endswith(
        "ruotsinkielisen version kanssa, jota ei ole vielä hyväksytty."
    )


def test_the_original_first(people):
    """Where the slot does not wait for the translation nothing is said of it."""
    post = make_post(people.writer)
    slot = make_slot(post, mode=Mode.ORIGINAL_FIRST)
    submit(post, people.writer)
    when = on_day(timezone.localtime(slot.at))
    assert said(post, people.editor) == f"Julkaistaan {when}."
    press(post, people.editor)
    assert not fresh(post).live


def test_a_slot_whose_time_has_come(people):
    """What is missing keeps it; the last approval takes both languages out at once."""
    post = make_post(people.writer)
    slot = make_slot(post)
    submit(post, people.writer)
    its_time(slot)
    assert said(post, people.editor).startswith(
        "Julkaistaan heti, kun mitään ei puutu."
    )
    press(post, people.editor)
    assert not fresh(post).live
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    assert said(target, people.reviewer) == "Publiceras genast på båda språken."
    press(target, people.reviewer)
    assert fresh(post).live
    assert fresh(target).live


def test_one_more_person(people):
    """Where nobody knows who wrote it, the first approval publishes nothing, the second does."""
    theme = make_theme()
    submit(theme, people.editor)
    Revision.objects.filter(pk=fresh(theme).latest_revision_id).update(user=None)
    one_more = "Mitään ei vielä julkaista: vielä yhden ihmisen on hyväksyttävä."
    assert said(theme, people.editor) == one_more
    press(theme, people.editor)
    assert not fresh(theme).live
    assert said(theme, people.editor2) == ONLY_FINNISH
    press(theme, people.editor2)
    assert fresh(theme).live


def test_whoever_invited_the_guest(people):
    """The first text of a guest is published by somebody who did not invite them."""
    people.writer.invited_by = people.editor
    people.writer.save()
    post = make_post(people.writer)
    submit(post, people.writer)
    sentence = said(post, people.editor)
    assert "vielä yhden ihmisen on hyväksyttävä." in sentence
    assert "toinen teistä on kutsunut toisen" in sentence
    press(post, people.editor)
    assert not fresh(post).live
    assert said(post, people.editor2) == ONLY_FINNISH
    press(post, people.editor2)
    assert fresh(post).live


def test_to_read_an_authors_answer_may_publish(people):
    """It is no approval, and can be what was missing: the button says which."""
    author = make_author(saved_by=people.editor)
    post = make_post(people.editor, authors=[author])
    submit(post, people.editor)
    fine(links_send(post, people.editor, author))
    assert said(post, people.editor2, "read") == ONLY_FINNISH
    press(post, people.editor2, "read")
    assert fresh(post).live


def test_to_read_it_of_a_version_by_somebody_unknown(people):
    """There an author's word is not the one that is missing."""
    author = make_author(saved_by=people.editor)
    post = make_post(people.editor, authors=[author])
    submit(post, people.editor)
    fine(links_send(post, people.editor, author))
    Revision.objects.filter(pk=post.latest_revision_id).update(user=None)
    assert said(post, people.editor2, "read").endswith("ihmisen on hyväksyttävä.")
    press(post, people.editor2, "read")
    assert not fresh(post).live


def test_with_the_page_that_it_belongs_to(people):
    """A profile is approved by itself and stays out of sight until its post is."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    assert said(author, people.editor) == (
        "Julkaistaan sen sivun kanssa, johon tämä kuuluu."
    )
    press(author, people.editor)
    assert not fresh(author).live
    press(post, people.editor)
    assert fresh(author).live


def test_a_companion_that_stays_in_review(people):
    """Of what goes with the page the screen says what this approval does not cover."""
    own = make_author(user=people.writer, saved_by=people.editor)
    other = make_author("Kai", "Kaveri", user=people.writer2)
    post = make_post(people.writer, authors=[own, other])
    submit(post, people.writer)
    response = logged_in(people.editor).get(reverse("editorial:review", args=[post.pk]))
    stays = {each.page.pk for each in response.context["companions"] if each.stays}
    assert stays == {own.pk}
    press(post, people.editor)
    assert fresh(own).workflow_in_progress
    assert not fresh(other).workflow_in_progress


def test_asking_for_changes_publishes_nothing(people):
    """Of a new text nothing is published, of a public one the readers keep what they have."""
    post = make_post(people.writer)
    submit(post, people.writer)
    assert said(post, people.editor, "reject").endswith("Mitään ei julkaista.")
    press(post, people.editor, "reject", "Kerro lisää.")
    assert not fresh(post).live
    assert not fresh(post).workflow_in_progress
    public = publish(make_post(people.writer, title="A"), people.writer, people.editor)
    revise(public, people.editor, title="B")
    submit(public, people.editor)
    assert "nykyinen julkinen versio" in said(public, people.editor2, "reject")
    ask_for_changes(public, people.editor2)
    assert fresh(public).title == "A"


def test_looking_changes_nothing(people):
    """The slot is read as it would be then, and nothing of that is written, not for a moment."""
    post = make_post(people.writer)
    make_slot(post)
    submit(post, people.writer)
    with CaptureQueriesContext(connection) as queries:
        said(post, people.editor)
    tables = (Waiting._meta.db_table, ApprovedText._meta.db_table)
    written = [q["sql"] for q in queries if not q["sql"].startswith("SELECT")]
    assert not [sql for sql in written if any(table in sql for table in tables)]
    assert fresh(post).workflow_in_progress


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fi", "tiistaina 12. tammikuuta klo 9"), ("sv", "tisdagen den 12 januari kl. 9")],
)
def test_a_day_in_words(language, expected):
    """As people say it (typography.md), the number and its unit never parted."""
    with override(language):
        words = on_day(datetime(2027, 1, 12, 9))
    assert words.replace("\N{NO-BREAK SPACE}", " ") == expected
