"""An approved translation that waits, and whose original was changed: whoever is told that it is behind
has the button that takes it back to draft, and brings it up to date from there."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import PageLogEntry

from kdsite.editorial.releases.publish_due import publish_due
from kdsite.editorial.releases.readiness import read_state
from kdsite.editorial.releases.waiting import waiting_of
from kdsite.editorial.texts.outdated import is_outdated
from tests.editorial.notifications.mails import names, told
from tests.editorial.translations.in_the_editor import (
    open_editor,
    press_send,
    put,
    saved_to,
)
from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    edit_url,
    fill_in,
    fresh,
    its_time,
    logged_in,
    make_slot,
    publish_translation_by_review,
    revise,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def set_the_scene(people):
    post = make_post(people.writer, title="Laituri", lead="Vanha alku")
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    swedish = publish_translation_by_review(post, people.translator, people.reviewer)
    editor = logged_in(people.editor2)
    editor.post(back_to_draft(post))
    revise(post, people.writer, lead="Aivan uusi alku")
    submit(post, people.writer)
    approve(post, people.editor)
    return {"post": post, "swedish": swedish}


def back_to_draft(page):
    return reverse("editorial:back_to_draft", args=[page.pk])


def comparison(page):
    return reverse("editorial:comparison", args=[page.pk])


def update(page):
    return reverse("editorial:translate", args=[page.pk, "sv"])


def html_of(user, address):
    return logged_in(user).get(address).content.decode()


@pytest.mark.parametrize("name", ["translator", "reviewer", "editor", "admin"])
def test_the_button_stands_wherever_it_is_said(people, scene, name):
    """In the editor of the translation, beside the change, and in the list; what the front page says
    leads to the change first."""
    person, swedish = getattr(people, name), scene.swedish
    assert waiting_of(swedish) and is_outdated(swedish)
    for address in (
        edit_url(swedish),
        comparison(swedish),
        reverse("editorial:outdated"),
    ):
        html = html_of(person, address)
        assert f'action="{back_to_draft(swedish)}"' in html, address
        form = html.partition(f'action="{back_to_draft(swedish)}"')[2]
        assert re.search(r'csrfmiddlewaretoken" value="\w{20,}"', form), address
        assert f'action="{update(scene.post)}"' not in html
    front = html_of(person, reverse("wagtailadmin_home"))
    assert f'href="{comparison(swedish)}"' in front


def test_an_editor_finds_it_from_the_calendar(people, scene):
    """Beside the sentence that the translation is from an older text."""
    html = html_of(people.editor, reverse("calendar:index"))
    assert comparison(scene.swedish) in html


@pytest.mark.parametrize("name", ["translator", "reviewer", "editor"])
def test_it_leads_to_the_form_that_brings_it_up_to_date(people, scene, name):
    """It is a draft, the release misses it, and the team translates only what has changed."""
    person, swedish, post = getattr(people, name), scene.swedish, scene.post
    answer = logged_in(person).post(back_to_draft(swedish), follow=True)
    assert answer.redirect_chain[-1][0] == edit_url(swedish)
    assert waiting_of(swedish) is None
    state = read_state(fresh(post).slot)
    assert len(state.missing) == 1
    assert "Käännöstä ei ole vielä hyväksytty." in state.missing[0]
    entry = PageLogEntry.objects.get(action="editorial.back_to_draft", page=swedish.pk)
    assert entry.user == person
    html = open_editor(people.translator, swedish)
    assert f'action="{update(post)}"' in html
    logged_in(people.translator).post(update(post))
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator, words=lambda text: f"ny {text}")
    press_send(people.translator, open_editor(people.translator, swedish))
    approve(swedish, people.reviewer)
    assert waiting_of(swedish) and not is_outdated(swedish)
    its_time(fresh(post).slot)
    publish_due()
    assert fresh(post).live and fresh(swedish).live


def test_what_waits_and_is_current_is_not_said_to_be_behind(people, scene):
    """Nor once it was brought up to date: no string waits below."""
    swedish = scene.swedish
    logged_in(people.translator).post(back_to_draft(swedish))
    logged_in(people.translator).post(update(scene.post))
    _target, record = translate(scene.post, people.translator)
    fill_in(record, people.translator, words=lambda text: f"ny {text}")
    press_send(people.translator, open_editor(people.translator, swedish))
    approve(swedish, people.reviewer)
    html = open_editor(people.translator, swedish)
    assert "translation-behind" not in html
    assert back_to_draft(swedish) not in html


def test_who_cannot_update_it_reads_who_can(people, scene):
    """An editor has the button to take it back, and the names of the team for the rest."""
    names_of_team = (people.translator.email, people.reviewer.email)
    for address in (edit_url(scene.swedish), comparison(scene.swedish)):
        html = html_of(people.editor, address)
        assert all(name in html for name in names_of_team), address
        assert "Sen voi päivittää" in html
        assert "Sen voi päivittää" not in html_of(people.translator, address)
    logged_in(people.editor).post(back_to_draft(scene.swedish))
    html = html_of(people.editor, edit_url(scene.swedish))
    assert all(name in html for name in names_of_team)
    assert "sitten käännät vain" not in html


def test_a_refused_string_says_who_can_act(people, scene):
    """What is typed meanwhile is refused, in words that are true of a translation."""
    address = next(iter(saved_to(people.translator, scene.swedish).values()))
    answer = put(people.translator, address, "Ny")
    assert answer.status_code == 403
    sentence = answer.json()["error_message"]
    assert "En redaktör, eller den som beslutar om översättningen" in sentence


@pytest.mark.parametrize("name", ["writer", "writer2"])
def test_nobody_else_takes_it_back(people, scene, name):
    """A guest does not, also where the original is theirs; nor does the team take back an original."""
    logged_in(getattr(people, name)).post(back_to_draft(scene.swedish))
    assert waiting_of(scene.swedish)
    logged_in(people.translator).post(back_to_draft(scene.post))
    assert waiting_of(scene.post)


@pytest.mark.parametrize("name", ["reviewer", "editor"])
def test_the_others_are_told(people, scene, name):
    """The editors, who plan the release, and the rest of the team; not who did it, nor the writer."""
    mail.outbox.clear()
    logged_in(getattr(people, name)).post(back_to_draft(scene.swedish))
    mails = told()
    everybody = {"editor", "editor2", "translator", "reviewer"}
    assert names(mails) == everybody - {name}
    assert edit_url(scene.swedish) in mails["translator@example.fi"].body


def test_that_it_was_taken_back_approves_nothing(people, scene):
    """Sent again as it is, it takes two again; and what was approved before no longer counts."""
    swedish = scene.swedish
    logged_in(people.reviewer).post(back_to_draft(swedish))
    submit(swedish, people.reviewer)
    assert waiting_of(swedish) is None
    url = reverse("editorial:review", args=[swedish.pk])
    seen = logged_in(people.translator).get(url).context["form"].initial["seen"]
    logged_in(people.reviewer).post(url, {"action": "approve", "seen": seen})
    assert waiting_of(swedish) is None
    logged_in(people.translator).post(url, {"action": "approve", "seen": seen})
    assert waiting_of(swedish)
