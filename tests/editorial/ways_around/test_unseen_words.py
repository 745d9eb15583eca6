"""C12: nobody approves a word or the target of a link without having it on the screen."""

import pytest
from django.urls import reverse
from wagtail.documents import get_document_model

from community.models import AuthorLink
from tests.editorial.ways_around.steps import set_the_scene
from tests.support import factories
from tests.support.factories import make_author, make_image, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    fill_in,
    fresh,
    logged_in,
    publish,
    revise,
    send,
    send_after_reading,
    submit,
    translate,
)

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db

WORDS = {
    "seo_title": "Hakukoneen otsikko",
    "search_description": "Hakukoneen kuvaus",
    "slug": "toinen-osoite",
}
DOOR = "https://www.example.org/ovi"
TRAP = "https://www.example.org/ansa"


def paragraph(address):
    return [("paragraph", f'<p>Lue <a href="{address}">lisää täältä</a>.</p>')]


def review_of(page, user):
    """The review screen as ``user`` gets it."""
    response = logged_in(user).get(reverse("editorial:review", args=[page.pk]))
    return response.content.decode()


def before_send_of(page, user):
    response = logged_in(user).get(reverse("before_send", args=[page.pk]))
    return response.content.decode()


@pytest.mark.parametrize("name", WORDS)
def test_c12_words_for_machines_of_a_first_sending(people, author, name):
    """C12: search title, description and the end of the address stand on the screen of whoever
    sends, and of whoever approves."""
    post = make_post(people.writer, authors=[author])
    revise(post, people.writer, **{name: WORDS[name]})
    assert f">{WORDS[name]}" in text_of(before_send_of(post, people.writer))
    send_after_reading(logged_in(people.writer), post)
    assert f">{WORDS[name]}" in text_of(review_of(post, people.editor))


@pytest.mark.parametrize("name", WORDS)
def test_c12_words_for_machines_of_a_public_page(people, author, name):
    """C12: what readers have now stands beside what they would get."""
    post = make_post(people.writer, authors=[author], **{name: f"vanha-{name}"})
    post = publish(post, people.writer, people.editor)
    revise(post, people.editor, **{name: WORDS[name]})
    assert f"<del>vanha-{name}</del>" in text_of(before_send_of(post, people.editor))
    submit(post, people.editor)
    shown = text_of(review_of(post, people.editor2))
    assert f">{WORDS[name]}" in shown
    assert f"<del>vanha-{name}</del>" in shown


def text_of(html):
    """Without the blanks between a tag and its text."""
    lines = (line.strip() for line in html.splitlines())
    return "".join(lines).replace("> ", ">").replace(" <", "<")


def test_c12_another_target_under_the_same_words(people, author):
    """C12: a link of a public page leads elsewhere, and its words did not change."""
    post = make_post(people.writer, authors=[author], body=paragraph(DOOR))
    post = publish(post, people.writer, people.editor)
    assert DOOR not in review_of_changes(people, post, lead="Toinen ingressi.")
    draft = fresh(post).get_latest_revision_as_object()
    block = draft.body[0]
    block.value = type(block.value)(paragraph(TRAP)[0][1])
    draft.save_revision(user=people.editor)
    shown = review_of(post, people.editor2)
    assert TRAP in shown
    assert DOOR in shown
    assert "lisää täältä" in shown


def review_of_changes(people, post, **changes):
    revise(post, people.editor, **changes)
    submit(post, people.editor)
    return review_of(post, people.editor2)


@pytest.mark.parametrize(
    "link",
    [
        f'<a href="{TRAP}">',
        '<a href="mailto:ansa@example.org">',
        '<a linktype="page" id="{page}">',
        '<a linktype="document" id="{document}">',
    ],
)
def test_c12_every_kind_of_link_of_a_first_sending(people, author, post, link):
    """C12: whoever sends and whoever approves sees where each link leads."""
    document = get_document_model().objects.create(
        title="Ansa", file=factories.picture(), uploaded_by_user=people.writer
    )
    link = link.format(page=post.pk, document=document.pk)
    new = make_post(
        people.writer,
        authors=[author],
        title="Uusi",
        body=[("paragraph", f"<p>{link}tänne</a></p>")],
    )
    address = {
        "page": post.url,
        "document": document.url,
    }.get(link.partition('linktype="')[2].partition('"')[0])
    address = address or link.partition('href="')[2].partition('"')[0]
    assert f">{address}<" in before_send_of(new, people.writer)
    submit(new, people.writer)
    assert f">{address}<" in review_of(new, people.editor)


def test_c12_a_file_a_player_and_the_discussion(people, author):
    """C12: blocks and the fact that is a button lead somewhere, too."""
    document = get_document_model().objects.create(
        title="Liite", file=factories.picture(), uploaded_by_user=people.writer
    )
    facebook = "https://www.facebook.com/groups/kuntademokratiaverkosto/"
    post = make_post(
        people.writer,
        authors=[author],
        facebook_url=facebook,
        body=[
            ("embed", {"title": "Video", "url": "https://youtu.be/abcdefg"}),
            ("file", {"title": "Liite", "document": document}),
        ],
    )
    submit(post, people.writer)
    shown = review_of(post, people.editor)
    for address in (facebook, "https://youtu.be/abcdefg", document.url):
        assert f">{address}<" in shown


def test_c12_pictures_with_their_words(people, author):
    """C12: alternative text, photographer and licence of each picture, at its place, and which
    picture goes with links; another file under the same words is a change."""
    old = make_image(people.editor, title="Vene", photographer="Kuvaaja Vanha")
    new = make_image(
        people.editor,
        color="red",
        title="Vene",
        photographer="Kuvaaja Uusi",
        licence="CC BY 4.0",
    )
    picture = {"image": old, "decorative": False, "alt_text": "Vene rannassa"}
    body = [("image", {"image": picture, "caption": "Ranta"})]
    post = make_post(
        people.writer, authors=[author], hero_image=old, hero_alt="Kansi", body=body
    )
    post = publish(post, people.writer, people.editor)
    revise(post, people.editor, hero_image=new)
    submit(post, people.editor)
    shown = text_of(review_of(post, people.editor2))
    for words in ("Vene rannassa", "Kansi", "Kuvaaja Uusi", "CC BY 4.0"):
        assert f">{words}<" in shown
    assert "<del>Kuvaaja Vanha</del>" in shown
    # The file itself, at the top and with links to the page.
    assert shown.count("<del>Vene</del>") == 2


def test_c12_a_companion_whole(people):
    """C12: the same of a profile that goes out with the post."""
    author = make_author(user=people.writer, saved_by=people.editor)
    draft = author.get_latest_revision_as_object()
    draft.search_description = "Kuvaus koneille"
    draft.links = [AuthorLink(label="Kotisivu", url=TRAP)]
    draft.save_revision(user=people.editor)
    post = make_post(people.writer, authors=[author])
    for shown in (before_send_of(post, people.writer), sent(post, people)):
        assert "Kuvaus koneille" in shown
        assert "Kotisivu" in shown
        assert TRAP in shown


def sent(post, people):
    submit(post, people.writer)
    return review_of(post, people.editor)


def test_c12_translations(people, author, post):
    """C12: slug and description are strings of a translation, written by one person."""
    revise(post, people.editor, search_description="Kuvaus koneille")
    submit(post, people.editor)
    approve_by(people, post)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    shown = text_of(review_of(target, people.reviewer))
    assert ">sv Kuvaus koneille<" in shown
    assert f">{fresh(target).get_latest_revision_as_object().slug}<" in shown


def approve_by(people, post):
    url = reverse("editorial:review", args=[post.pk])
    client = logged_in(people.editor2)
    seen = form_on(client, url).initial["seen"]
    client.post(url, {"seen": seen, "action": "approve", "comment": ""})
