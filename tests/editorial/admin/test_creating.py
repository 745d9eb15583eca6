"""One form makes one page, however often it arrives."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.models import Page

from blog.models import BlogIndexPage, BlogPage
from community.models import ThemeIndexPage, ThemePage
from kdsite.editorial.admin.pages.create import AT_ONCE
from tests.support.at_once import at_once
from tests.support.factories import index, make_author, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import edit_url, form_data, fresh, logged_in, publish, revise

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
JSON = {"Accept": "application/json"}


def hidden_in(html):
    """The page and the version of it that the form on a page names."""
    names = "new_page|loaded_revision_id|loaded_revision_created_at"
    return dict(re.findall(rf'name="({names})" value="([^"]*)"', html))


class Form:
    """The form for a new post, opened by ``user``."""

    def __init__(self, user):
        self.user = user
        self.url = reverse(
            "wagtailadmin_pages:add", args=["blog", "blogpage", index(BlogIndexPage).pk]
        )
        form = form_on(logged_in(user), self.url)
        self.data = form_data(form) | {
            "new_page": str(form.instance.translation_key),
            "slug": "",
            "lead": "Ingressi",
            "body-count": "0",
            "bylines-TOTAL_FORMS": "1",
            "bylines-0-author": str(make_author(user=user).pk),
            "bylines-0-ORDER": "1",
            "bylines-0-id": "",
        }

    def send(self, title="Uusi", client=None, **more):
        client = client or logged_in(self.user)
        headers = more.pop("headers", None)
        return client.post(
            self.url, self.data | {"title": title} | more, headers=headers
        )


def test_the_button_beside_an_autosave(people):
    """What was autosaved and then sent by the button is one post, with each author once; both
    versions are kept."""
    form = Form(people.writer)
    answer = form.send("Uusi teks", headers=JSON)
    assert answer.json()["success"]
    assert form.send("Uusi teksti", **{"action-submit": "1"}).status_code == 302
    post = BlogPage.objects.get()
    assert post.pk == answer.json()["pk"]
    assert post.title == "Uusi teksti"
    assert post.bylines.count() == 1
    titles = [r.content["title"] for r in post.revisions.order_by("pk")]
    assert titles == ["Uusi teks", "Uusi teksti"]
    assert post.subscribers.count() == 1


def test_an_autosave_that_comes_after_the_button(people):
    """It changes nothing: the button brought the newer text."""
    form = Form(people.writer)
    form.send("Uusi teksti", **{"action-submit": "1"})
    assert form.send("Uusi teks", headers=JSON).status_code == 400
    post = BlogPage.objects.get()
    assert post.revisions.count() == 1
    assert post.get_latest_revision_as_object().title == "Uusi teksti"


def test_a_form_that_comes_back_later_is_a_page_of_its_own(people):
    """Somebody who goes back to the form after a while writes another post; the first stays."""
    form = Form(people.writer)
    form.send("Ensimmäinen")
    first = BlogPage.objects.get()
    Page.objects.filter(pk=first.pk).update(
        latest_revision_created_at=first.latest_revision_created_at
        - timedelta(minutes=2)
    )
    form.send("Toinen")
    titles = set(BlogPage.objects.values_list("title", flat=True))
    assert titles == {"Ensimmäinen", "Toinen"}
    assert len(set(BlogPage.objects.values_list("translation_key"))) == 2


@pytest.mark.parametrize("button", ["", "action-submit"])
def test_a_form_that_made_a_page_writes_over_nobody(people, button):
    """Somebody else has saved since, and the browser goes back to the form: it says so and keeps what was
    typed, until who typed it has looked and saves once more, however long that takes."""
    form = Form(people.writer)
    form.send("Uusi")
    post = BlogPage.objects.get()
    theirs = revise(post, people.editor, title="Toisin", lead="Pitkä korjaus")
    pressed = {button: "1"} if button else {}
    response = form.send("Omin sanoin", **pressed)
    assert response.status_code == 200
    html = response.content.decode()
    assert "editor@example.fi on tallentanut uudemman version" in html
    assert reverse("wagtailadmin_pages:history", args=[post.pk]) in html
    assert "Omin sanoin</textarea>" in html
    assert "w-autosave#save" not in html
    assert fresh(post).latest_revision == theirs
    assert not fresh(post).workflow_in_progress
    Page.objects.filter(pk=post.pk).update(
        latest_revision_created_at=theirs.created_at - 2 * AT_ONCE
    )
    form.data |= hidden_in(html)
    assert form.send("Omin sanoin", **pressed).status_code == 302
    assert BlogPage.objects.get().get_latest_revision_as_object().title == "Omin sanoin"
    assert fresh(post).bylines.count() == 1


def test_what_was_saved_after_it_was_told_is_told_again(people):
    """Who has looked at one version has not seen the next."""
    form = Form(people.writer)
    form.send("Uusi")
    post = BlogPage.objects.get()
    revise(post, people.editor, title="Toisin")
    form.data |= hidden_in(form.send("Omin sanoin").content.decode())
    newest = revise(post, people.editor2, title="Vielä toisin")
    html = form.send("Omin sanoin").content.decode()
    assert "editor2@example.fi on tallentanut uudemman version" in html
    assert fresh(post).latest_revision == newest


def test_who_has_saved_on_top_of_others_is_not_told_of_themselves(people):
    """The form has still not loaded what the other one wrote."""
    form = Form(people.writer)
    form.send("Uusi")
    post = BlogPage.objects.get()
    revise(post, people.editor, title="Toisin")
    revise(post, people.writer, title="Yhdessä")
    html = form.send("Omin sanoin").content.decode()
    assert "editor@example.fi on tallentanut uudemman version" in html


def test_what_oneself_has_saved_since_is_no_conflict(people):
    """The history keeps it."""
    form = Form(people.writer)
    form.send("Uusi")
    post = BlogPage.objects.get()
    revise(post, people.writer, title="Toisin")
    assert form.send("Omin sanoin").status_code == 302
    assert fresh(post).get_latest_revision_as_object().title == "Omin sanoin"


@pytest.mark.parametrize("key", ["somebody", "public", "nonsense"])
def test_nobody_writes_into_another_page_by_its_key(people, key):
    """A key of another's draft or of a public page makes a new page with a key of its own."""
    other = make_post(people.writer2, title="Toisen")
    if key == "public":
        other = publish(
            make_post(people.writer, title="Toisen"), people.writer, people.editor
        )
    form = Form(people.writer)
    before = fresh(other).latest_revision_id
    value = "%00" if key == "nonsense" else str(other.translation_key)
    assert form.send("Minun", new_page=value).status_code == 302
    mine = BlogPage.objects.get(title="Minun")
    assert mine.translation_key != other.translation_key
    assert fresh(other).latest_revision_id == before
    assert fresh(other).title == "Toisen"


def test_a_button_that_is_pressed_twice_sends_once(people):
    """What the first press sent is in review; the second changes nothing."""
    url = reverse(
        "wagtailadmin_pages:add",
        args=["community", "themepage", index(ThemeIndexPage).pk],
    )
    client = logged_in(people.editor)
    form = form_on(client, url)
    data = form_data(form) | {
        "new_page": str(form.instance.translation_key),
        "slug": "",
        "title": "Lähidemokratia",
        "action-submit": "1",
    }
    for _press in range(2):
        assert client.post(url, data).status_code == 302
    theme = ThemePage.objects.get()
    assert theme.workflow_in_progress
    assert theme.revisions.count() == 1


def test_what_was_typed_after_it_was_sent_is_not_dropped_unsaid(people):
    """The page that is in review stays as it was sent; the new words stay in the form, and a sentence
    says so and leads to the page."""
    url = reverse(
        "wagtailadmin_pages:add",
        args=["community", "themepage", index(ThemeIndexPage).pk],
    )
    client = logged_in(people.editor)
    form = form_on(client, url)
    data = form_data(form) | {
        "new_page": str(form.instance.translation_key),
        "slug": "",
        "title": "Lähidemokratia",
        "action-submit": "1",
    }
    client.post(url, data)
    response = client.post(url, data | {"title": "Lähidemokratia kunnissa"})
    assert response.status_code == 200
    html = response.content.decode()
    assert "on jo lähetetty tarkistettavaksi" in html
    assert "Lähidemokratia kunnissa</textarea>" in html
    theme = ThemePage.objects.get()
    assert edit_url(theme) in html
    assert theme.revisions.count() == 1
    assert theme.get_latest_revision_as_object().title == "Lähidemokratia"


@pytest.mark.django_db(transaction=True)
def test_both_at_the_same_moment(people):
    """Also where the two arrive at once, in real parallel requests, one post is made."""
    form = Form(people.writer)
    clients = [logged_in(people.writer), logged_in(people.writer)]
    at_once(
        lambda: form.send("Uusi", clients[0], headers=JSON),
        lambda: form.send("Uusi", clients[1], **{"action-submit": "1"}),
    )
    assert BlogPage.objects.count() == 1
