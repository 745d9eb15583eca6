"""Advice on the language of a post: it blocks nothing, and whoever may edit the post dismisses it."""

import pytest
from django.urls import reverse

from blog import checks
from blog.checks.language import remarks
from tests.support.factories import make_post
from tests.support.helpers import fill_in, fresh, logged_in, publish, send, translate

pytestmark = pytest.mark.django_db

TEXT = (
    "text",
    "<p>Valtuusto kokoontui on on tiistaina. Mikäli kuulijoita on, hyvä.</p>",
)


@pytest.fixture
def post(people):
    return make_post(people.writer, body=[TEXT])


def words_of(post):
    draft = fresh(post).get_latest_revision_as_object()
    return [each.words for each in remarks(draft)]


def test_it_names_what_to_look_at(post):
    draft = fresh(post).get_latest_revision_as_object()
    (block,) = draft.body
    assert [(each.sentence, each.anchor) for each in remarks(draft)] == [
        ("Sama sana kahdesti: ”on on”.", f"block-{block.id}-section"),
        ("”Mikäli” on helpompi sanoa näin: jos.", f"block-{block.id}-section"),
    ]


def test_it_blocks_nothing(post):
    assert checks.blocking(fresh(post).get_latest_revision_as_object()) == []


def test_a_name_of_the_network_is_no_mistake(people):
    text = "<p>Pedersöressä ja Pedersören kunnassa kysyttiin.</p>"
    assert words_of(make_post(people.writer, body=[("text", text)])) == []


@pytest.mark.parametrize("name", ["writer", "editor"])
def test_whoever_may_edit_dismisses_it(people, post, name):
    client = logged_in(getattr(people, name))
    screen = reverse("before_send", args=[post.pk])
    page = client.get(screen).content.decode()
    assert "Sama sana kahdesti" in page
    answer = client.post(
        reverse("advice_dismiss", args=[post.pk]),
        {"kind": "doubled", "words": "on on", "next": screen},
    )
    assert answer.url == f"{screen}#language"
    assert words_of(post) == ["Mikäli"]
    page = client.get(screen).content.decode()
    assert "Sama sana kahdesti" not in page
    assert "1 vinkki on ohitettu." in page
    client.post(reverse("advice_give_again", args=[post.pk]))
    assert words_of(post) == ["on on", "Mikäli"]


def test_nobody_else_does(people, post):
    client = logged_in(people.translator)
    for name in ("dismiss", "give_again"):
        client.post(
            reverse(f"advice_{name}", args=[post.pk]),
            {"kind": "doubled", "words": "on on"},
        )
    assert words_of(post) == ["on on", "Mikäli"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [("", "on on"), ("no kind", "on on"), ("doubled", ""), ("doubled", "\x00")],
)
def test_what_no_button_sends_is_not_kept(people, post, kind, words):
    client = logged_in(people.writer)
    client.post(
        reverse("advice_dismiss", args=[post.pk]), {"kind": kind, "words": words}
    )
    assert post.dismissed_advice.count() == 0


def test_a_translation_is_read_in_its_own_language(people, post):
    publish(post, people.writer, people.editor)
    page, record = translate(post, people.translator)
    fill_in(record, people.translator, lambda _text: "Man bör erhålla det.")
    send(record, people.translator)
    assert words_of(page) == ["erhålla"]
