"""A text that came back: what was asked, what was done about it, and what is other now."""

import pytest
from django.urls import reverse

from kdsite.editorial.models import AskedChange, Look
from tests.support.factories import make_author, make_post, make_theme
from tests.support.helpers import (
    ask_for_changes,
    edit_url,
    fresh,
    logged_in,
    post_form,
    publish,
    revise,
    send_after_reading,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]

COMMENT = "- Kerro, mistä kunnasta on kyse.\n\n– Lyhennä loppua.\nKorjaa nimi."


def set_the_scene(people):
    """A post of the writer's that an editor gave back with three wishes."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    look_at(post, people.editor)
    ask_for_changes(post, people.editor, COMMENT)
    return {"author": author, "post": post}


def look_at(page, user, **query):
    url = reverse("editorial:review", args=[page.pk])
    return logged_in(user).get(url, query)


def names_of(post):
    """The names of the fields for each line that was asked."""
    response = logged_in(post.owner).get(reverse("before_send", args=[post.pk]))
    (asked,) = response.context["asked"]
    return [f"{asked.pk}-{line.number}" for line in asked.lines]


def test_a_comment_is_a_list(people, scene):
    """Its lines, without what began them, stand on the writer's screen as boxes to tick."""
    response = logged_in(people.writer).get(
        reverse("before_send", args=[scene.post.pk])
    )
    (asked,) = response.context["asked"]
    assert [line.text for line in asked.lines] == [
        "Kerro, mistä kunnasta on kyse.",
        "Lyhennä loppua.",
        "Korjaa nimi.",
    ]
    assert response.content.decode().count('id="done-') == 3


def test_the_editor_leads_to_the_list(people, scene):
    """Whoever opens the text to change it finds the way to the list, and sending passes by it."""
    url = reverse("before_send", args=[scene.post.pk])
    client = logged_in(people.writer)
    assert f'href="{url}"' in client.get(edit_url(scene.post)).content.decode()
    response = post_form(client, scene.post, **{"action-submit": "x"})
    assert response.url == url


def test_the_reviewer_sees_what_was_done(people, scene):
    """The mark and the writer's word stand on top of the review."""
    first, second, _third = names_of(scene.post)
    revise(scene.post, people.writer, lead="Mallilassa kysyttiin.")
    send_after_reading(
        logged_in(people.writer),
        scene.post,
        **{
            f"done-{first}": "on",
            f"asked-{first}": "Lisäsin Mallilan.",
            f"asked-{second}": "Tarvitsen sen.",
        },
    )
    shown = look_at(scene.post, people.editor).content.decode()
    assert shown.count("Merkitty tehdyksi.") == 1
    assert shown.count("Ei tehty.") == 1
    assert "Lisäsin Mallilan." in shown
    assert "Tarvitsen sen." in shown
    assert shown.index("Lisäsin Mallilan.") < shown.index("Mitä on muuttunut")


def test_marks_are_kept_where_the_text_cannot_be_sent(people, scene):
    """A form that sends nothing, because the text is newer, keeps what was marked."""
    first = names_of(scene.post)[0]
    url = reverse("before_send", args=[scene.post.pk])
    response = logged_in(people.writer).post(
        url, {"seen": "1@x", f"done-{first}": "on", f"asked-{first}": "Tehty."}
    )
    assert not fresh(scene.post).workflow_in_progress
    assert 'value="Tehty."' in response.content.decode()
    assert AskedChange.objects.get().is_done


def test_marks_of_another_page_are_passed_over(people, scene):
    """The numbers in the form name lines of this page, whatever is posted."""
    first = names_of(scene.post)[0]
    other = make_post(people.writer, authors=[scene.author], title="Toinen")
    logged_in(people.writer).post(
        reverse("before_send", args=[other.pk]), {f"asked-{first}": "x", "seen": ""}
    )
    assert not AskedChange.objects.exists()


@pytest.mark.parametrize(
    "name", ["asked-9", "asked-99999999999999999999-1", "asked-x-1"]
)
def test_names_that_no_form_has(people, scene, name):
    """What nobody asked is no error."""
    url = reverse("before_send", args=[scene.post.pk])
    response = logged_in(people.writer).post(url, {name: "x", "seen": ""})
    assert response.status_code == 200


def test_a_page_without_before_you_send_has_a_list_of_its_own(people):
    """Themes, profiles, questions and translations, too, are ticked off."""
    theme = make_theme(saved_by=people.editor)
    submit(theme, people.editor)
    ask_for_changes(theme, people.editor2, COMMENT)
    url = reverse("editorial:asked", args=[theme.pk])
    client = logged_in(people.editor)
    assert f'href="{url}"' in client.get(edit_url(theme)).content.decode()
    number = task_of(theme)
    client.post(url, {f"asked-{number}-2": "Nimi on oikein."})
    submit(theme, people.editor)
    assert "Nimi on oikein." in look_at(theme, people.editor2).content.decode()


def task_of(page):
    return fresh(page).current_workflow_state.current_task_state_id


def test_others_do_not_tick_off(people, scene):
    """The list is for those who may write the text."""
    url = reverse("editorial:asked", args=[scene.post.pk])
    response = logged_in(people.writer2).get(url)
    assert response.status_code == 302
    assert not AskedChange.objects.exists()


def test_differences_since_this_reviewer_looked(people, scene):
    """Each reviewer sees what is other than what they saw, also after they look again."""
    revise(scene.post, people.writer, lead="Mallilassa kysyttiin.")
    submit(scene.post, people.writer)
    for _again in range(2):
        response = look_at(scene.post, people.editor)
        (difference,) = response.context["differences"]
        assert "Mallilassa" in difference.shown
        assert response.context["basis"].against == "seen"
    # Whoever has seen nothing reads the whole.
    assert look_at(scene.post, people.editor2).context["differences"] is None


def test_what_was_sent_again_as_it_was(people, scene):
    """Whoever has read this very version before is told so, also when they look once more."""
    submit(scene.post, people.writer)
    for _again in range(2):
        response = look_at(scene.post, people.editor)
        assert response.context["differences"] == []
        assert "ei ole sen jälkeen muuttunut" in response.content.decode()


def test_a_switch_to_what_is_public(people):
    """Of a public page one can see what changes for readers instead."""
    post = publish(
        make_post(people.writer, lead="Julkinen ingressi."),
        people.writer,
        people.editor,
    )
    revise(post, people.editor, lead="Ensimmäinen korjaus.")
    submit(post, people.editor)
    first = look_at(post, people.editor2)
    assert first.context["basis"].against == "public"
    ask_for_changes(post, people.editor2)
    revise(post, people.editor, lead="Toinen korjaus.")
    submit(post, people.editor)
    again = look_at(post, people.editor2)
    assert "?against=public" in again.content.decode()
    assert "Ensimmäinen" in again.context["differences"][0].shown
    public = look_at(post, people.editor2, against="public")
    assert "Julkinen" in public.context["differences"][0].shown
    assert "?against=seen" in public.content.decode()


def test_a_version_that_was_written_over_is_not_compared(people, scene):
    """What a look saw is gone where autosave wrote over it; it is not taken for what was seen."""
    Look.objects.update(saved_at="2020-01-01T00:00Z")
    revise(scene.post, people.writer, lead="Mallilassa kysyttiin.")
    submit(scene.post, people.writer)
    assert look_at(scene.post, people.editor).context["differences"] is None


def test_words_that_the_page_does_not_show_since_the_last_look(people, scene):
    """The list beside the page begins at the same version as the differences."""
    revise(scene.post, people.writer, seo_title="Uusi hakuotsikko")
    submit(scene.post, people.writer)
    response = look_at(scene.post, people.editor)
    rows = [row for _of, rows in response.context["beside"].groups for row in rows]
    assert [row.word.text for row in rows if row.before] == ["Uusi hakuotsikko"]


def test_where_the_last_writers_account_comes_from(people, scene):
    """Whoever decides reads it before the first publication; an author does not read addresses."""
    people.writer.invited_by, people.writer.invited_to = (
        people.editor2,
        "kutsu@example.org",
    )
    people.writer.invited_at = people.writer.date_joined
    people.writer.save()
    submit(scene.post, people.writer)
    assert "kutsu@example.org" in look_at(scene.post, people.editor).content.decode()
    shown = look_at(scene.post, people.writer).content.decode()
    assert "kutsu@example.org" not in shown
