"""The screen on which a review is decided."""

import pytest
from django.urls import reverse

from blog.models import BlogPageTheme
from tests.support.corrections import correct
from tests.support.factories import make_author, make_post, make_theme
from tests.support.forms.undrawn import context_of, form_on
from tests.support.helpers import (
    fill_in,
    fresh,
    logged_in,
    post_form,
    publish,
    publish_translation,
    revise,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


def test_the_review_screen_decides(people):
    """One screen: the difference, the page, and one click."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    revise(post, people.editor, title="Samaan suuntaan!")
    submit(post, people.editor)
    url = reverse("editorial:review", args=[post.pk])
    client = logged_in(people.editor2)
    response = client.get(url)
    assert "Samaan suuntaan<" in response.content.decode().replace("\n", "")
    seen = response.context["form"].initial["seen"]
    client.post(url, {"seen": seen, "action": "approve", "comment": ""})
    assert fresh(post).title == "Samaan suuntaan!"


def test_the_difference_is_only_what_differs(people):
    """Paragraphs that nobody touched are not shown, whatever the editor did to their markup."""
    body = [
        ("paragraph", "<p>Tämä pysyy.</p>"),
        ("paragraph", "<p>Tämä muuttuu.</p>"),
    ]
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author], body=body)
    post = publish(post, people.writer, people.editor)
    post_form(logged_in(people.editor), post)
    submit(post, people.editor)
    client = logged_in(people.editor2)
    url = reverse("editorial:review", args=[post.pk])
    assert context_of(client, url)["differences"] == []
    draft = fresh(post).get_latest_revision_as_object()
    draft.body[1].value = type(draft.body[1].value)("<p>Tämä on muuttunut.</p>")
    draft.save_revision(user=people.editor)
    (difference,) = context_of(client, url)["differences"]
    assert "muuttunut" in difference.shown
    assert "Tämä pysyy" not in difference.shown


def test_a_correction_of_a_new_text_is_shown(people):
    """Who is asked to agree sees what the editor changed, also before anything is public."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    url = reverse("editorial:review", args=[post.pk])
    assert context_of(logged_in(people.editor), url)["differences"] is None
    revise(post, people.editor, title="Korjattu otsikko")
    (difference,) = context_of(logged_in(people.writer), url)["differences"]
    assert "Korjattu otsikko" in difference.shown.replace("</span>", "").replace(
        '<span class="addition">', ""
    )


def test_a_conflict_on_the_review_screen_keeps_the_comment(people):
    """Where the text has changed meanwhile, the reviewer reads anew and types nothing twice."""
    post = make_post(people.writer)
    submit(post, people.writer)
    url = reverse("editorial:review", args=[post.pk])
    client = logged_in(people.editor)
    seen = form_on(client, url).initial["seen"]
    revise(post, people.editor2, title="Toinen ehti")
    response = client.post(
        url, {"seen": seen, "action": "reject", "comment": "Kerro lisää kunnasta."}
    )
    assert response.status_code == 200
    assert "Kerro lisää kunnasta." in response.content.decode()
    assert fresh(post).workflow_in_progress


def test_translators_do_not_send_what_is_in_review(people):
    """A translation in review is locked for its translator's strings, but not lost."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    assert fresh(target).workflow_in_progress


def test_a_theme_in_another_language_is_no_change(people):
    """Neither the row of the theme, which each saving of a translation makes anew, nor its version in
    the language of the readers, to which they are led anyway. Another theme is one."""
    theme, other = (
        publish(make_theme(name, people.editor), people.editor, people.editor2)
        for name in ("Lähidemokratia", "Osallisuus")
    )
    translated = publish_translation(theme, people.translator, people.reviewer)
    post = make_post(people.writer, post_themes=[BlogPageTheme(theme=theme)])
    post = publish(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    url, client = (
        reverse("editorial:review", args=[target.pk]),
        logged_in(people.reviewer),
    )
    client.get(url)
    fill_in(record, people.translator, words=lambda text: f"på sv {text}")
    send(record, people.translator)
    labels = {each.field_label() for each in client.get(url).context["differences"]}
    assert "Otsikko" in labels or "Rubrik" in labels
    assert not labels & {"Teman", "Teemat"}
    row = BlogPageTheme(theme=translated)
    correct(target, people.translator, post_themes=[row])
    context = client.get(url).context
    labels = {each.field_label() for each in context["differences"]}
    assert not labels & {"Teman", "Teemat"}
    assert context["beside"].links == []
    correct(target, people.translator, post_themes=[BlogPageTheme(theme=other)])
    context = client.get(url).context
    labels = {each.field_label() for each in context["differences"]}
    assert labels & {"Teman", "Teemat"}
    assert context["beside"].links


def test_who_saved_a_profile_last_stands_beside_it(people):
    """As of the page: it may be somebody else than who sent them."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    revise(author, people.editor2, biography="<p>Toisin.</p>")
    submit(post, people.writer)
    url = reverse("editorial:review", args=[post.pk])
    html = logged_in(people.editor).get(url).content.decode()
    beside = html.partition(f'id="companion-{author.pk}"')[2].partition("<iframe")[0]
    assert "Tämän version on tallentanut editor2@example.fi" in beside
