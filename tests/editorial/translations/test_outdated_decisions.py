"""Who sees what changed, who may say that it does not matter, and what readers are told."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import PageLogEntry

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.texts.outdated import is_outdated
from kdsite.editorial.translations.outdated_decisions import (
    declare_of_no_consequence,
    tell_readers,
)
from tests.editorial.translations.public_in_both import change, set_the_scene
from tests.support.forms.undrawn import context_of, form_on
from tests.support.helpers import (
    approve,
    edit_url,
    fill_in,
    logged_in,
    publish_by_review,
    read,
    revise,
    send,
    submit,
    translate,
)

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


@pytest.fixture
def post(scene):
    """A public original with a hero picture and two paragraphs."""
    return scene.post


@pytest.fixture
def swedish(scene):
    """Its public translation."""
    return scene.swedish


def compare(page):
    return reverse("editorial:comparison", args=[page.pk])


def test_the_team_sees_what_is_behind_and_just_what_changed(people, post, swedish):
    """On their front page, in the report, and string by string beside today's translation."""
    change(post, people, title="Eri suuntiin")
    client = logged_in(people.translator)
    for address in ("/admin/", reverse("editorial:outdated")):
        assert compare(swedish) in client.get(address).content.decode()
    changes = context_of(client, compare(swedish))["comparison"].changes
    assert [(c.how, c.before, c.now, c.present) for c in changes] == [
        ("changed", "Samaan suuntaan", "Eri suuntiin", "sv Samaan suuntaan")
    ]


def test_the_editor_of_the_translation_shows_what_changed(people, post, swedish):
    """Before and after the translation is brought up to date, until it is done."""
    change(post, people, title="Eri suuntiin")
    client = logged_in(people.translator)
    page = client.get(edit_url(swedish)).content.decode()
    button = reverse("editorial:translate", args=[post.pk, "sv"])
    assert "sv Samaan suuntaan" in page
    assert button in page
    client.post(button)
    page = client.get(edit_url(swedish)).content.decode()
    assert "translation-behind" in page
    assert button not in page
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(swedish, people.reviewer)
    page = client.get(edit_url(swedish)).content.decode()
    assert "translation-behind" not in page


@pytest.mark.parametrize("name", ["writer", "writer2"])
def test_guests_have_neither_list_nor_comparison(people, post, swedish, name):
    """They have no part in it."""
    change(post, people, title="Eri suuntiin")
    client = logged_in(getattr(people, name))
    for address in (reverse("editorial:outdated"), compare(swedish)):
        assert client.get(address).status_code == 302
    assert compare(swedish) not in client.get("/admin/").content.decode()


def test_an_editor_says_that_a_change_does_not_matter(people, post, swedish):
    """The translation is current again, with a line in its history; the next change counts."""
    change(post, people, title="Eri suuntiin")
    client = logged_in(people.editor)
    seen = form_on(client, compare(swedish)).initial["seen"]
    client.post(compare(swedish), {"action": "accept", "seen": seen})
    assert not is_outdated(swedish)
    entry = PageLogEntry.objects.get(action="editorial.no_consequence")
    assert (entry.user, entry.page_id) == (people.editor, swedish.pk)
    assert entry.message
    change(post, people, title="Aivan eri suuntiin")
    assert is_outdated(swedish)


def test_it_is_said_of_the_text_that_was_read(people, post, swedish):
    """A change made meanwhile has not been judged by anybody."""
    change(post, people, title="Eri suuntiin")
    client = logged_in(people.editor)
    seen = form_on(client, compare(swedish)).initial["seen"]
    change(post, people, title="Aivan eri suuntiin")
    client.post(compare(swedish), {"action": "accept", "seen": seen})
    assert is_outdated(swedish)


@pytest.mark.parametrize("name", ["translator", "reviewer"])
def test_who_translates_says_so_too_and_the_editors_are_told(
    people, post, swedish, name
):
    """Those who know best whether a comma matters; what readers are told stays the editors'."""
    change(post, people, title="Eri suuntiin")
    mail.outbox.clear()
    person = getattr(people, name)
    client = logged_in(person)
    html = client.get(compare(swedish)).content.decode()
    assert 'value="accept"' in html
    assert 'value="tell"' not in html
    with pytest.raises(Refusal):
        tell_readers(swedish, person)
    seen = form_on(client, compare(swedish)).initial["seen"]
    client.post(compare(swedish), {"action": "accept", "seen": seen})
    assert not is_outdated(swedish)
    told = {each.to[0]: each for each in mail.outbox}
    assert set(told) == {"editor@example.fi", "editor2@example.fi"}
    assert told["editor@example.fi"].subject.startswith("Pidetään ajantasaisena")
    assert person.email in told["editor@example.fi"].body


def test_an_editors_word_is_told_to_nobody(people, post, swedish):
    change(post, people, title="Eri suuntiin")
    mail.outbox.clear()
    declare_of_no_consequence(swedish, people.editor)
    assert mail.outbox == []


def test_the_writer_does_not_say_so(people, post, swedish):
    change(post, people, title="Eri suuntiin")
    with pytest.raises(Refusal):
        declare_of_no_consequence(swedish, people.writer)
    with pytest.raises(Refusal):
        tell_readers(swedish, people.writer)
    assert is_outdated(swedish)


def test_who_translates_does_not_say_so_of_a_change_of_their_own(people, post, swedish):
    """A member of the team can be an author as well."""
    revise(post, people.translator, title="Eri suuntiin")
    publish_by_review(post, people.translator, people.editor)
    with pytest.raises(Refusal):
        declare_of_no_consequence(swedish, people.translator)
    declare_of_no_consequence(swedish, people.reviewer)
    assert not is_outdated(swedish)


def test_the_words_that_changed_are_marked(people, post, swedish):
    """Before and now, and only these."""
    change(post, people, title="Samaan suuntaan taas")
    html = logged_in(people.translator).get(compare(swedish)).content.decode()
    assert "Samaan suuntaan<ins> taas</ins>" in html
    assert "<del>" not in html


def test_an_editor_does_not_say_so_of_a_change_of_their_own(people, post, swedish):
    """Whoever wrote it is not the one who finds it small."""
    revise(post, people.editor, title="Eri suuntiin")
    publish_by_review(post, people.editor, people.editor2)
    with pytest.raises(Refusal):
        declare_of_no_consequence(swedish, people.editor)
    declare_of_no_consequence(swedish, people.editor2)
    assert not is_outdated(swedish)


def test_what_is_current_is_not_declared(people, swedish):
    """Nothing to say where nothing has changed."""
    with pytest.raises(Conflict):
        declare_of_no_consequence(swedish, people.editor)
    with pytest.raises(Conflict):
        tell_readers(swedish, people.editor)


def test_readers_are_told_only_if_an_editor_asks(people, post, swedish):
    """In their language, with a link to the original; a new translation is silent again."""
    line = "Originalet har ändrats"
    change(post, people, title="Eri suuntiin")
    assert line not in read(swedish)[1]
    client = logged_in(people.editor)
    client.post(compare(swedish), {"action": "tell", "seen": "x"})
    text = read(swedish)[1]
    assert line in text
    assert f'href="{post.url}"' in text
    assert line not in read(post)[1]
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(swedish, people.reviewer)
    assert line not in read(swedish)[1]
    change(post, people, title="Aivan eri suuntiin")
    assert line not in read(swedish)[1]


def test_the_approver_is_asked_at_once(people, post, swedish):
    """After the approval of a change the comparison is one click away."""
    revise(post, people.writer, title="Eri suuntiin")
    submit(post, people.writer)
    client = logged_in(people.editor)
    address = reverse("editorial:review", args=[post.pk])
    seen = form_on(client, address).initial["seen"]
    response = client.post(
        address, {"action": "approve", "seen": seen, "comment": ""}, follow=True
    )
    assert compare(swedish) in str(next(iter(response.context["messages"])))
