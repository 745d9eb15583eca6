"""Comments at a place in the text reach whom they concern, without their asking for it."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, CommentReply, PageSubscription

from kdsite.editorial.notifications.comments import to_answer
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    ask_for_changes,
    edit_url,
    fresh,
    logged_in,
    post_form,
    revise,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def set_the_scene(people):
    """A draft of two writers who have accounts."""
    authors = [
        make_author(user=people.writer),
        make_author("Kai", "Kaveri", user=people.writer2),
    ]
    return {"post": make_post(people.writer, authors=authors)}


def comment(page, user, text="Onko tämä oikea sana?", **changes):
    """In the editor, as a browser does it."""
    mail.outbox.clear()
    data = {
        "comments-TOTAL_FORMS": "1",
        "comments-0-text": text,
        "comments-0-contentpath": "title",
        "comments-0-position": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    }
    post_form(logged_in(user), page, **(data | changes))
    return {
        message.to[0].partition("@")[0]: message.body
        for message in mail.outbox
        if "omment" in message.subject
    }


def left_by(page, user, **fields):
    fields = {"contentpath": "title", "text": "Miksi näin?"} | fields
    return Comment.objects.create(page_id=page.pk, user=user, **fields)


def test_writers_hear_of_it_who_have_opened_the_editor(people, scene):
    """To open one's text is not to turn its comments off."""
    for writer in (people.writer, people.writer2):
        logged_in(writer).get(edit_url(scene.post))
    assert {"writer", "writer2"} <= set(comment(scene.post, people.editor))


def test_the_mail_has_the_words(people, scene):
    """Nobody needs to log in to know what is asked."""
    told = comment(scene.post, people.editor, "Kerro, mistä kunnasta.")
    assert "Kerro, mistä kunnasta." in told["writer"]


def test_the_editors_who_work_on_it(people, scene):
    """Whoever decided on it or saved it; where no editor has, all of them."""
    assert {"editor", "editor2"} <= set(comment(scene.post, people.writer))
    submit(scene.post, people.writer)
    ask_for_changes(scene.post, people.editor)
    Comment.objects.all().delete()
    told = comment(scene.post, people.writer2, "Entä nyt?")
    assert "editor" in told
    assert "editor2" not in told
    assert "writer" in told


def test_whoever_turned_it_off_is_left_alone(people, scene):
    """The switch in the editor is a choice, which the site keeps."""
    logged_in(people.writer).get(edit_url(scene.post))
    PageSubscription.objects.filter(user=people.writer).update(
        comment_notifications=False
    )
    logged_in(people.writer).get(edit_url(scene.post))
    left_by(scene.post, people.editor)
    assert "writer" not in comment(scene.post, people.editor)
    assert to_answer(people.writer) == []


def test_the_front_page_says_how_many(people, scene):
    """In words with the right number, with the way to the text."""
    left_by(scene.post, people.editor)
    client = logged_in(people.writer)
    home = reverse("wagtailadmin_home")
    shown = client.get(home).content.decode()
    assert "1 kommentti odottaa vastausta" in shown
    assert f'href="{edit_url(scene.post)}"' in shown
    for _number in range(2):
        left_by(scene.post, people.editor)
    assert "3 kommenttia odottaa vastausta" in client.get(home).content.decode()
    # The co-author and the editors, too; not others.
    assert [each.count for each in to_answer(people.writer2)] == [3]
    assert to_answer(people.translator) == []


def test_an_answer_turns_it_around(people, scene):
    """What waits is the thread in which somebody else had the last word."""
    thread = left_by(scene.post, people.editor)
    assert to_answer(people.editor) == []
    CommentReply.objects.create(comment=thread, user=people.writer, text="Siksi.")
    assert to_answer(people.writer) == []
    assert [each.page.pk for each in to_answer(people.editor)] == [scene.post.pk]
    thread.resolved_at = timezone.now()
    thread.save()
    assert to_answer(people.editor) == []


def test_a_reply_is_told_to_its_thread(people, scene):
    """Not to whoever has commented elsewhere on the page."""
    asked, elsewhere = people.editor, people.reviewer
    data = {"comments-TOTAL_FORMS": "2", "comments-INITIAL_FORMS": "2"}
    for number, user in enumerate((asked, elsewhere)):
        prefix = f"comments-{number}"
        data |= {
            f"{prefix}-text": "Miksi näin?",
            f"{prefix}-contentpath": "title",
            f"{prefix}-position": "",
            f"{prefix}-replies-INITIAL_FORMS": "0",
            f"{prefix}-id": str(left_by(scene.post, user).pk),
            f"{prefix}-replies-TOTAL_FORMS": str(1 - number),
        }
    told = comment(
        scene.post, people.writer, **data | {"comments-0-replies-0-text": "Siksi."}
    )
    assert "Siksi." in told["editor"]
    assert "reviewer" not in told


def test_editors_find_what_no_editor_works_on(people, scene):
    """And once one of them does, the others are left alone."""
    left_by(scene.post, people.writer)
    assert to_answer(people.editor2)
    revise(scene.post, people.editor, lead="Toisin.")
    assert to_answer(people.editor)
    assert to_answer(people.editor2) == []


def test_a_removed_co_author_hears_no_more(people, scene):
    """A draft that one may not see any more is not named on the front page."""
    logged_in(people.writer2).get(edit_url(scene.post))
    left_by(scene.post, people.editor)
    draft = fresh(scene.post)
    draft.bylines = list(draft.bylines.all())[:1]
    draft.save()
    assert to_answer(people.writer2) == []


def test_a_comment_on_a_paragraph_that_is_gone_waits_for_nobody(people, scene):
    """The editor does not show it, so nobody could settle it."""
    block = fresh(scene.post).get_latest_revision_as_object().body[1]
    left_by(scene.post, people.editor, contentpath=f"body.{block.id}")
    assert to_answer(people.writer)
    revise(scene.post, people.writer, body=[])
    assert to_answer(people.writer) == []


def test_many_take_as_many_queries_as_one(people, scene):
    """The front page is opened often."""
    left_by(scene.post, people.editor)

    def count():
        with CaptureQueriesContext(connection) as queries:
            to_answer(people.writer)
        return len(queries)

    count()
    one = count()
    for number in range(3):
        other = make_post(people.writer, title=f"Toinen {number}")
        left_by(other, people.editor)
    assert len(to_answer(people.writer)) == 4
    assert count() == one
