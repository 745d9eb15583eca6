"""Taking down is one act of one editor: both languages, unless they say which and why."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageLogEntry

from kdsite.editorial.page_kinds import translation_of
from tests.support.factories import make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    fresh,
    logged_in,
    publish,
    publish_translation,
    send,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed, pytest.mark.indexed]


def set_the_scene(people):
    post = publish(make_post(people.writer), people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    return {"post": post, "swedish": swedish}


# Where readers find what is public.
FINNISH = ["/fi/", "/fi/blogi/", "/fi/atom.xml", "/fi/haku/?q=samaan+suuntaan"]
SWEDISH = ["/sv/", "/sv/blogg/", "/sv/atom.xml", "/sv/sok/?q=samaan+suuntaan"]


def html_of(address):
    return Client().get(address).content.decode()


def take_down(page, user, **data):
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    return logged_in(user).post(url, data)


def letters():
    return {letter.to[0].partition("@")[0]: letter for letter in mail.outbox}


@pytest.mark.parametrize("name", ["post", "swedish"])
def test_both_languages_go_at_once(people, scene, name):
    """From either of them; readers of both are told the same, and nobody is told a half."""
    take_down(getattr(scene, name), people.editor, which="both")
    assert not scene.post.live
    assert not scene.swedish.live
    for address in (scene.post.url, scene.swedish.url):
        answer = Client().get(address)
        assert answer.status_code == 410
        assert "vielä" not in answer.content.decode()


def test_the_screen_has_both_chosen(people, scene):
    url = reverse("wagtailadmin_pages:unpublish", args=[scene.post.pk])
    form = form_on(logged_in(people.editor), url)
    assert form["which"].value() == "both"


def test_only_one_needs_a_reason(people, scene):
    """What was typed is kept, nothing is taken down, and one sentence says what is missing."""
    response = take_down(scene.swedish, people.editor, which="this", why=" ")
    assert response.status_code == 200
    assert "Kerro, miksi" in response.content.decode()
    assert scene.swedish.live
    take_down(scene.swedish, people.editor, which="this", why="Käännös on väärä.")
    assert not scene.swedish.live
    assert scene.post.live


def test_the_reason_reaches_writer_and_language_team(people, scene):
    """And stands in the history of both."""
    take_down(scene.post, people.editor, which="both", why="Luvut olivat vääriä.")
    sent = letters()
    assert set(sent) == {"writer", "translator", "reviewer"}
    for letter in sent.values():
        assert "Luvut olivat vääriä." in letter.body
    assert "kummallakaan kielellä" in sent["writer"].body
    assert "inte längre på något språk" in sent["translator"].body
    entries = PageLogEntry.objects.filter(action="editorial.take_down")
    assert {entry.page_id for entry in entries} == {scene.post.pk, scene.swedish.pk}
    assert {entry.message for entry in entries} == {"Luvut olivat vääriä."}


def test_a_translation_alone_is_told_as_one(people, scene):
    take_down(scene.swedish, people.editor, which="this", why="Väärä käännös.")
    sent = letters()
    assert "käännöksen" in sent["writer"].body
    assert "Originalet är fortfarande publicerat" in sent["reviewer"].body


def test_a_page_in_one_language_is_not_asked_which(people):
    post = publish(make_post(people.writer, "Yksin"), people.writer, people.editor)
    url = reverse("wagtailadmin_pages:unpublish", args=[post.pk])
    assert "which" not in form_on(logged_in(people.editor), url).fields
    take_down(post, people.editor)
    assert not fresh(post).live


def test_not_in_bulk(people, scene):
    """There nobody is asked which and why."""
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    logged_in(people.editor).post(f"{url}?id={scene.post.pk}")
    assert scene.post.live


@pytest.mark.parametrize("name", ["post", "swedish"])
def test_no_list_feed_map_or_search_leads_to_either(people, scene, name):
    """At once."""
    everywhere = [*FINNISH, *SWEDISH, "/sitemap.xml"]
    assert scene.post.url in html_of("/fi/blogi/")
    take_down(getattr(scene, name), people.editor, which="both")
    for address in everywhere:
        for page in (scene.post, scene.swedish):
            assert f'{page.url}"' not in html_of(address), address
            assert f"{page.url}<" not in html_of(address), address


def test_the_addresses_say_that_it_was_taken_down(people, scene):
    """In the language of the address, in the site's own frame, without its title."""
    take_down(scene.post, people.editor, which="both")
    for page, words in (
        (scene.post, "Sivu on poistettu julkaisusta"),
        (scene.swedish, "Sidan har avpublicerats"),
    ):
        answer = Client().get(page.url)
        assert answer.status_code == 410
        assert words in answer.content.decode()
        assert page.title not in answer.content.decode()
    assert Client().get("/fi/blogi/ei-ole-koskaan-ollut/").status_code == 404


def test_editors_may_let_the_address_lead_elsewhere(people, scene):
    take_down(scene.post, people.editor, which="both")
    Redirect.add_redirect(scene.post.url, "/fi/blogi/", is_permanent=False)
    answer = Client().get(scene.post.url)
    assert (answer.status_code, answer.url) == (302, "/fi/blogi/")


@pytest.mark.parametrize(
    ("name", "other", "lists", "taken_down", "not_yet", "only", "label"),
    [
        (
            *("post", "swedish", FINNISH, "on poistettu julkaisusta suomeksi"),
            *("ei ole vielä", "Vain ruotsiksi", "Ruotsiksi"),
        ),
        (
            *("swedish", "post", SWEDISH, "har avpublicerats på svenska"),
            *("finns ännu inte", "Bara på finska", "På finska"),
        ),
    ],
)
def test_readers_of_the_one_that_went_are_told_the_truth(
    people, scene, name, other, lists, taken_down, not_yet, only, label
):
    """The other one is shown to them: it is neither the only one, nor is theirs still to come."""
    page, other = getattr(scene, name), getattr(scene, other)
    take_down(page, people.editor, which="this", why="Luvut olivat vääriä.")
    html = Client().get(page.url, follow=True).content.decode()
    assert taken_down in html
    assert f"({label})" in html.partition("</title>")[0]
    assert not_yet not in html
    assert only not in html
    assert other.title in html
    for address in lists[:2]:
        assert other.title in html_of(address), address
        assert label in html_of(address)
        assert only not in html_of(address)
    assert Client().get(other.url).status_code == 200


def test_a_post_that_never_was_in_the_language_is_the_only_one(people):
    post = publish(make_post(people.writer, "Yksin"), people.writer, people.editor)
    assert "Bara på finska" in html_of("/sv/blogg/")
    assert "finns ännu inte" in html_of(f"/sv/blogg/{post.slug}/")


def test_it_is_put_back_like_any_other(people, scene):
    """By a review of its own for each language; until then nothing of it is public."""
    take_down(scene.post, people.editor, which="both")
    submit(scene.post, people.writer)
    assert Client().get(scene.post.url).status_code == 410
    approve(scene.post, people.editor2)
    assert Client().get(scene.post.url).status_code == 200
    assert not scene.swedish.live
    send(translation_of(scene.swedish), people.reviewer)
    approve(scene.swedish, people.translator)
    assert Client().get(scene.swedish.url).status_code == 200
