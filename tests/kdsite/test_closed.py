"""What is behind a password, withdrawn or not yet public stays so, and breaks nothing else."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import PageViewRestriction

from home.models import HomePage
from tests.support.factories import (
    index,
    make_author,
    make_image,
    make_post,
    make_theme,
)
from tests.support.helpers import fresh, publish, publish_translation, read
from tests.support.reader_page import ReaderPage

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]

PASSWORD = "vene"


def close(page):
    PageViewRestriction.objects.create(
        page=page,
        restriction_type=PageViewRestriction.PASSWORD,
        password=PASSWORD,
    )


def let_in(page):
    """A reader who has given the password of ``page``."""
    client = Client()
    form = client.get(page.url)
    answer = client.post(
        form.context["action_url"], {"password": PASSWORD, "return_url": page.url}
    )
    assert answer.status_code == 302
    return client


@pytest.fixture
def post(people):
    return publish(make_post(people.writer), people.writer, people.editor)


def test_the_question_for_the_password_tells_nothing(people, post):
    """In the frame of the site, in the page's language even after a mistake."""
    swedish = publish_translation(post, people.translator, people.reviewer)
    close(swedish)
    asked = ReaderPage(swedish.url)
    assert (asked.language, asked.title) == ("sv", "Sidan kräver lösenord")
    assert swedish.title not in asked.response.content.decode()
    assert asked.html.select_one("meta[name=robots]")["content"] == "noindex"
    wrong = Client().post(
        asked.response.context["action_url"],
        {"password": "båt", "return_url": swedish.url},
        headers={"accept-language": "fi"},
    )
    text = wrong.content.decode()
    assert '<html lang="sv">' in text
    assert "Lösenordet stämmer inte" in text
    assert swedish.title in let_in(swedish).get(swedish.url).content.decode()


def test_a_closed_front_page_breaks_no_page_below_it(people):
    """Before the launch everything is behind a password."""
    theme = publish(make_theme(saved_by=people.editor), people.editor, people.editor2)
    home = index(HomePage)
    close(home)
    client = let_in(home)
    for address in (home.url, theme.url, "/fi/blogi/"):
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("below", ["", "blogi/", "blogg/", "atom.xml"])
def test_a_language_without_a_public_front_page_shows_nothing(post, below):
    """Never the other language's tree below its address; of the page itself it says that it is
    gone."""
    index(HomePage, "sv").unpublish()
    assert Client().get(f"/sv/{below}").status_code == (404 if below else 410)
    assert Client().get(f"/sv/blogi/{post.slug}/").status_code == 404
    root = Client().get("/", headers={"accept-language": "sv"})
    assert root["Location"] == "/fi/"


def test_a_document_is_public_as_long_as_its_page(people):
    """Not after the page was withdrawn, and behind a password with it."""
    document = get_document_model().objects.create(
        title="Muistio",
        file=ContentFile(b"Muistio", name="muistio.txt"),
        uploaded_by_user=people.writer,
    )
    body = [("file", {"document": document, "title": "Lue muistio"})]
    post = make_post(people.writer, body=body)
    post = publish(post, people.writer, people.editor)
    assert Client().get(document.url).status_code == 200
    close(post)
    assert Client().get(document.url).status_code == 404
    assert let_in(post).get(document.url).status_code == 200
    PageViewRestriction.objects.all().delete()
    fresh(post).unpublish()
    assert Client().get(document.url).status_code == 404


def test_the_photo_of_a_closed_profile_is_not_shown_with_the_posts(people):
    author = make_author(saved_by=people.editor, photo=make_image(people.editor))
    author = publish(author, people.editor, people.editor2)
    post = make_post(people.writer, authors=[author])
    post = publish(post, people.writer, people.editor)
    assert 'class="portrait"' in read(post)[1]
    close(author)
    text = read(post)[1]
    assert author.name in text
    assert 'class="portrait"' not in text


@pytest.mark.parametrize("path", ["/liity/", "/blogi/", "/ei/mitaan/"])
def test_an_unknown_address_is_not_led_to_another_language(site, path):
    """Only the root goes by the language of the browser."""
    answer = Client().get(path, headers={"accept-language": "sv"})
    assert answer.status_code == 404
    assert "Accept-Language" in answer["Vary"]
    assert '<html lang="sv">' in answer.content.decode()
