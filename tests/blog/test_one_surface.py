"""A text is written on one surface; texts in the blocks of before are kept as they are."""

import pytest

from blog import checks
from blog.models import BlogPage
from blog.uploading.drafts import story
from blog.uploading.empty_drafts import is_empty
from kdsite.blocks.surface import in_one_block
from tests.support.factories import make_post
from tests.support.helpers import fresh, publish, revise

pytestmark = pytest.mark.django_db

HEADING = ("heading", {"level": "h2", "text": "Kysy & kuuntele"})
PARAGRAPH = ("paragraph", "<p>Kunta on asukkaidensa yhteisö.</p>")
LIST = ("list", "<ul><li>Kysy.</li></ul>")
PICTURE = ("image", {"image": None, "caption": "Vene"})


def kinds(post):
    return [block.block_type for block in post.body]


def found(post):
    """Code and quoted words of each finding of the newest version."""
    draft = fresh(post).get_latest_revision_as_object()
    return [(each.code, each.where) for each in checks.findings(draft)]


def test_a_new_page_is_ready_to_type_in():
    """One block of text, which says nothing yet."""
    assert kinds(BlogPage(title="Uusi")) == ["text"]


def test_nothing_but_an_empty_surface_is_an_empty_draft(people):
    """A file may fill it."""
    post = make_post(
        people.writer, lead="", body=[("text", '<p data-block-key="a"></p>')]
    )
    assert is_empty(post)
    revise(post, people.writer, body=[("text", "<p>Alku</p>")])
    assert not is_empty(fresh(post))


def test_a_file_becomes_as_few_blocks_as_its_text_needs():
    """Only what is more than text stands by itself."""
    values = [HEADING, PARAGRAPH, LIST, PICTURE, PARAGRAPH, PARAGRAPH]
    (first, text), picture, (last, more) = in_one_block(values)
    assert (first, last, picture) == ("text", "text", PICTURE)
    assert text == f"<h2>Kysy &amp; kuuntele</h2>{PARAGRAPH[1]}{LIST[1]}"
    assert more == PARAGRAPH[1] * 2
    nobodys = ("quote", {"text": "Kysy.\nKuule & kysy.", "source": ""})
    somebodys = ("quote", {"text": "Kysy.", "source": "Maija Malli"})
    assert in_one_block([nobodys, somebodys]) == [
        ("text", "<blockquote>Kysy.<br/>Kuule &amp; kysy.</blockquote>"),
        somebodys,
    ]
    blocks = [{"type": kind, "value": value} for kind, value in (HEADING, PARAGRAPH)]
    assert [kind for kind, _value in story(blocks, [], [])] == ["text"]


def test_a_text_of_headings_alone_is_no_text(people):
    """As a heading in a block of its own."""
    post = make_post(people.writer, body=[("text", "<h2>Kysy</h2><p> </p>")])
    assert [code for code, _where in found(post)] == ["empty"]


def test_a_heading_under_no_heading_is_found_inside_a_text(people):
    """In the order of the text, over blocks of both kinds."""
    low = "<p>Alku.</p><h3>Liian alhaalla</h3><h2>Otsikko</h2><h3>Kohdallaan</h3>"
    post = make_post(people.writer, body=[("text", low), ("text", "<h3>Yhä</h3>")])
    assert [code for code, _where in found(post)] == ["heading-level"]
    assert "Liian alhaalla" in found(post)[0][1]
    revise(
        post, people.writer, body=[HEADING, ("text", "<h3>Kohdallaan</h3><p>On.</p>")]
    )
    assert found(post) == []


def test_a_link_that_says_nothing_is_found_inside_a_text(people):
    words = '<p>Lue <a href="https://example.fi/">tästä</a>.</p>'
    post = make_post(people.writer, body=[("text", words)])
    assert [code for code, _where in found(post)] == ["link-text"]


def test_a_text_of_before_is_saved_and_published_as_it_is(people, client):
    """In its own blocks."""
    post = publish(
        make_post(people.writer, body=[HEADING, PARAGRAPH, LIST]),
        people.writer,
        people.editor,
    )
    assert kinds(fresh(post)) == ["heading", "paragraph", "list"]
    page = client.get(post.url).content.decode()
    assert "Kysy &amp; kuuntele</h2>" in page
    assert "<li>Kysy.</li>" in page


def test_readers_see_headings_lists_and_quotations(people, client):
    """Of one block."""
    text = "<h2>Kysy</h2><p>Ensin.</p><blockquote>Kuule.</blockquote><ol><li>Yksi</li></ol>"
    post = publish(
        make_post(people.writer, body=[("text", text)]), people.writer, people.editor
    )
    page = client.get(post.url).content.decode()
    for part in ("<h2>Kysy</h2>", "<blockquote>Kuule.</blockquote>", "<li>Yksi</li>"):
        assert part in page
