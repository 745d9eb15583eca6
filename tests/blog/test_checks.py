"""What is checked before a post is sent for review: the law blocks, the rest is advice."""

from datetime import date

import pytest

from blog import checks
from blog.models import BlogPageAuthor
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import Slot
from kdsite.editorial.publishing import guard
from kdsite.editorial.review import submission
from tests.support.factories import make_image, make_post, make_question
from tests.support.helpers import (
    ask_for_changes,
    fill_in,
    fresh,
    logged_in,
    make_slot,
    post_form,
    publish,
    revise,
    send,
    send_after_reading,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db

TEXT = ("paragraph", "<p>Kunta on asukkaidensa yhteisö.</p>")
TABLE = {
    "data": [["Vuosi", "Aloitteita"], ["2025", "12"]],
    "first_row_is_table_header": False,
    "first_col_is_header": False,
    "table_caption": "Aloitteet",
}


def found(post):
    """``{code: does it block}`` of the newest version."""
    draft = fresh(post).get_latest_revision_as_object()
    return {each.code: each.blocks for each in checks.findings(draft)}


def pictured(image, alt, decorative=False):
    image.contextual_alt_text, image.decorative = alt, decorative
    return ("image", {"image": image, "caption": ""})


def test_nothing_is_found_in_a_good_post(people):
    assert found(make_post(people.writer)) == {}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"lead": " "}, {"lead": False}),
        ({"title": "P" * 101}, {"title-length": False}),
        ({"title": "P" * 100}, {}),
        (
            {"body": [("heading", {"text": "Vain tämä", "level": "h2"})]},
            {"empty": True},
        ),
        ({"body": [("paragraph", "<p> </p>")]}, {"empty": True}),
        (
            {"body": [("heading", {"text": "Alle", "level": "h3"}), TEXT]},
            {"heading-level": False},
        ),
        (
            {
                "body": [
                    ("heading", {"text": "Yksi", "level": "h2"}),
                    ("heading", {"text": "Alle", "level": "h3"}),
                    TEXT,
                ]
            },
            {},
        ),
        ({"body": [("quote", {"text": "", "source": "Kuka"})]}, {"unfinished": True}),
        ({"body": [("text", "<h2></h2><p>Sana.</p>")]}, {"empty-heading": False}),
        (
            {"body": [("text", "<p><b>Kuka päättää</b></p><p>Sana.</p>")]},
            {"bold-heading": False},
        ),
        ({"body": [("text", "<p><b>Kunta</b> on asukkaidensa.</p>")]}, {}),
        ({"body": [("table", TABLE)]}, {"table-header": True}),
        ({"body": [("table", TABLE | {"first_row_is_table_header": True})]}, {}),
        ({"body": [("table", TABLE | {"first_col_is_header": True})]}, {}),
    ],
)
def test_each_rule(people, changes, expected):
    """One thing in the text, one finding; the law and an empty page block, the rest advises."""
    body = changes.pop("body", None)
    assert found(make_post(people.writer, body=body, **changes)) == expected


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("tästä", True),
        ("Tässä.", True),
        ("lue lisää", True),
        ("Klikkaa <b>tästä</b>!", True),
        ("här", True),
        ("Klicka här", True),
        ("läs mer", True),
        ("Lue lisää kuntalaisaloitteesta", False),
        ("kuntalaki", False),
    ],
)
def test_a_link_says_where_it_leads(people, words, is_found):
    """Screen readers list links without the sentences around them."""
    body = [("list", f'<ul><li><a href="https://example.fi/">{words}</a></li></ul>')]
    assert ("link-text" in found(make_post(people.writer, body=body))) == is_found


def test_pictures_need_their_words_or_a_mark_as_decoration(people):
    """WCAG 1.1.1, level A: it blocks."""
    image = make_image(people.writer)
    for alt, decorative, expected in (
        ("", False, {"image-alt": True}),
        (" ", False, {"image-alt": True}),
        ("Vene rannassa", False, {}),
        ("", True, {}),
    ):
        body = [TEXT, pictured(image, alt, decorative)]
        assert found(make_post(people.writer, body=body)) == expected
    post = make_post(people.writer, hero_image=image, hero_alt="Vene")
    draft = fresh(post).get_latest_revision_as_object()
    draft.hero_alt = ""
    assert [each.code for each in checks.blocking(draft)] == ["hero-alt"]


def test_a_post_has_an_author_with_a_name(people):
    post = make_post(people.writer)
    draft = fresh(post).get_latest_revision_as_object()
    draft.bylines = []
    assert [each.code for each in checks.blocking(draft)] == ["author"]
    draft.bylines = [BlogPageAuthor(author_id=1)]
    assert [each.code for each in checks.blocking(draft)] == ["author-name"]


def test_a_question_only_where_the_slot_expects_one(people):
    """A slot without a question asks for none; an unpublished question is not quoted."""
    question = make_question(date(2031, 1, 1), "Kenen vuoro?", saved_by=people.editor)
    post = make_post(people.writer)
    slot = make_slot(post)
    assert found(post) == {}
    Slot.objects.filter(pk=slot.pk).update(question=question)
    (finding,) = checks.findings(fresh(post))
    assert (finding.code, finding.blocks, finding.where) == ("question", False, "")
    revise(post, people.writer, own_question="Entä sinun?")
    assert found(post) == {}


def test_every_way_into_review_is_checked(people):
    """The service refuses, and so does Wagtail's own start of a workflow."""
    post = make_post(people.editor, body=[("table", TABLE)])
    with pytest.raises(Refusal):
        submission.submit(post, people.editor)
    with pytest.raises(Refusal):
        fresh(post).get_workflow().start(fresh(post), people.editor)
    ask = make_post(people.writer)
    submit(ask, people.writer)
    ask_for_changes(ask, people.editor)
    draft = fresh(ask).get_latest_revision_as_object()
    draft.body = []
    draft.save_revision(user=people.writer)
    with pytest.raises(Refusal):
        submission.submit(ask, people.writer)
    assert not fresh(ask).workflow_in_progress


def test_advice_does_not_keep_a_post_back(people):
    """It is shown once more before it is sent, and to whoever decides."""
    post = make_post(people.editor, title="P" * 101)
    client = logged_in(people.editor)
    response = post_form(client, post, **{"action-submit": "1"})
    page = client.get(response["Location"])
    (advice,) = page.context["advice"]
    assert f'#{advice.anchor}"' in page.content.decode()
    assert not fresh(post).workflow_in_progress
    send_after_reading(client, post)
    assert fresh(post).workflow_in_progress
    review = logged_in(people.editor2).get(f"/admin/editorial/review/{post.pk}/")
    assert advice.sentence in review.content.decode()


def test_what_blocks_is_listed_and_nothing_is_sent(people):
    """Everything at once, saved as it was typed; a forged post is refused, too."""
    post = make_post(
        people.editor, body=[("heading", {"text": "Vain tämä", "level": "h2"})]
    )
    client = logged_in(people.editor)
    response = post_form(client, post, title="Uusi", lead="", **{"action-submit": "1"})
    assert fresh(post).draft_title == "Uusi"
    page = client.get(response["Location"])
    assert [each.code for each in page.context["blocking"]] == ["empty"]
    assert [each.code for each in page.context["advice"]] == ["lead"]
    assert 'name="seen"' not in page.content.decode()
    again = send_after_reading(client, post)
    assert page.context["blocking"][0].sentence in again.content.decode()
    assert not fresh(post).workflow_in_progress


def test_a_good_text_of_an_editor_is_sent_at_once(people):
    post = make_post(people.editor)
    post_form(logged_in(people.editor), post, **{"action-submit": "1"})
    assert fresh(post).workflow_in_progress


def test_what_was_not_read_is_not_sent(people):
    """A version saved meanwhile is shown before it goes."""
    post = make_post(people.editor, title="P" * 101)
    client = logged_in(people.editor)
    response = send_after_reading(client, post, seen="1@2020-01-01T00:00:00")
    assert response.status_code == 200
    assert not fresh(post).workflow_in_progress
    seen = response.context["form"].initial["seen"]
    client.post(f"/admin/before-send/{post.pk}/", {"seen": seen})
    assert fresh(post).workflow_in_progress


def test_only_who_edits_sees_the_screen(people):
    post = make_post(people.writer, title="P" * 101)
    for person in (people.writer2, people.translator):
        response = logged_in(person).get(f"/admin/before-send/{post.pk}/")
        assert response.status_code == 302
    submit(post, people.writer)
    response = logged_in(people.writer).get(f"/admin/before-send/{post.pk}/")
    assert response.status_code == 302


def test_a_translator_answers_for_their_own_words_only(people):
    """What the original has as well is not asked of them; an empty alternative text is."""
    link = '<p><a href="https://example.fi/">tästä</a></p>'
    image = make_image(people.writer)
    body = [("paragraph", link), pictured(image, "Vene rannassa")]
    post = make_post(people.writer, title="P" * 101, body=body)
    publish(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    assert found(target) == {}
    fill_in(record, people.translator, words=lambda text: text if "<a" in text else " ")
    with pytest.raises(Refusal):
        send(record, people.translator)
    assert not fresh(target).workflow_in_progress
    assert guard.Page.objects.get(pk=target.pk).live is False
