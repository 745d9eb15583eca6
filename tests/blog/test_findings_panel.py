"""What stands beside the editor is what stands before sending: one list."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from blog import checks
from blog.models import BlogIndexPage
from tests.support.factories import index, make_author, make_post
from tests.support.helpers import edit_url, fresh, logged_in, opened_form

pytestmark = pytest.mark.django_db

BODY = [("text", "<h3>Alle</h3><p>Lue <a href='https://example.fi'>tästä</a>.</p>")]


def panel_of(html):
    (panel,) = BeautifulSoup(html, "html.parser").select(".findings-panel")
    return panel


def links_of(part):
    return [link["href"].rpartition("#")[2] for link in part.select(".findings a")]


def test_the_panel_and_before_sending_are_one_list(people):
    post = make_post(people.writer, title="Ilman otsikkoa", lead="", body=BODY)
    client = logged_in(people.writer)
    page = BeautifulSoup(client.get(edit_url(post)).content, "html.parser")
    found = checks.findings(fresh(post).get_latest_revision_as_object())
    assert {"title", "lead", "heading-level", "link-text"} <= {f.code for f in found}
    (panel,) = page.select(".findings-panel")
    before = client.get(reverse("before_send", args=[post.pk])).content
    before = BeautifulSoup(before, "html.parser")
    anchors = [finding.anchor for finding in found]
    assert links_of(panel) == links_of(before) == anchors
    blocking = panel.select(".findings__blocks")
    assert len(blocking) == len([finding for finding in found if finding.blocks]) == 1
    (counter,) = page.select(
        "[data-side-panel-toggle=checks] [data-side-panel-toggle-counter]"
    )
    assert counter.text.strip() == str(len(found))


def test_a_save_brings_it_anew(people):
    """With the number on the button that opens it."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author], lead="", body=BODY)
    client = logged_in(people.writer)
    data = opened_form(client, post) | {"lead": "Mistä teksti kertoo."}
    answer = client.post(edit_url(post), data, headers={"Accept": "application/json"})
    panel = panel_of(answer.json()["html"])
    assert "id_lead" not in links_of(panel)
    assert panel.select("template")[0].text == str(len(links_of(panel)))


def test_a_new_text_says_when_it_is_checked(people):
    blog = index(BlogIndexPage)
    url = reverse("wagtailadmin_pages:add", args=["blog", "blogpage", blog.pk])
    panel = panel_of(logged_in(people.writer).get(url).content)
    assert links_of(panel) == []
    assert "kun teksti on tallennettu" in panel.text


def test_other_pages_have_the_checks_of_wagtail(people):
    answer = logged_in(people.writer).get(edit_url(make_author(user=people.writer)))
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.select("[data-checks-panel]")
    assert not page.select(".findings-panel")
