"""An author with an account answers on the review what others answer by a private link."""

import pytest
from django.core import mail
from django.urls import reverse

from blog.models import Consent
from kdsite.editorial.models import Word
from kdsite.editorial.releases.publish_due import publish_due
from kdsite.editorial.review import submission
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    edit_url,
    fresh,
    its_time,
    logged_in,
    make_slot,
    post_form,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]

NO = "Älkää julkaisko."
THANKS = "Kiitos! Vastauksesi on lähetetty niille, jotka päättävät tekstistä."


def review(post):
    return reverse("editorial:review", args=[post.pk])


def opened(user, post):
    return logged_in(user).get(review(post), follow=True)


def presses(user, post, action, comment="", seen=None):
    """On the review as it is shown now, or with what was ``seen`` before."""
    seen = seen or opened(user, post).context["form"].initial["seen"]
    data = {"seen": seen, "action": action, "comment": comment}
    response = logged_in(user).post(review(post), data, follow=True)
    return response.content.decode()


def goes_out(post):
    its_time(fresh(post).slot)
    publish_due()
    return fresh(post).live


@pytest.fixture
def shared(people):
    """A post that ``writer`` has saved and sent, and that names ``writer2`` as well."""
    authors = [
        make_author("Maija", "Malli", user=people.writer),
        make_author("Matti", "Meikä", user=people.writer2),
    ]
    post = make_post(people.writer, title="Yhteinen", authors=authors)
    submit(post, people.writer)
    return post


@pytest.fixture
def corrected(people):
    """A post of ``writer`` whose words an editor has saved and sent."""
    author = make_author("Maija", "Malli", user=people.writer, saved_by=people.editor)
    post = make_post(people.editor, title="Toimitettu", authors=[author])
    submit(post, people.editor)
    return post


def wait(post, approver):
    make_slot(post, mode="original_first")
    approve(post, approver)
    return post


def test_a_co_author_says_no_to_what_waits(people, shared):
    """From the editor's button; the release waits, and those who decide hear of it."""
    wait(shared, people.editor)
    assert (
        review(shared)
        in logged_in(people.writer2).get(edit_url(shared)).content.decode()
    )
    html = presses(people.writer2, shared, "object")
    assert "Kirjoita, mitä pitäisi muuttaa." in html
    mail.outbox.clear()
    assert THANKS in presses(people.writer2, shared, "object", NO)
    told = {each.to[0]: each.body for each in mail.outbox}
    assert told.keys() == {"editor@example.fi", "editor2@example.fi"}
    assert all(NO in body and review(shared) in body for body in told.values())
    assert not goes_out(shared)
    assert NO in opened(people.editor, shared).content.decode()
    presses(people.editor, shared, "read")
    assert fresh(shared).live


def test_an_author_whose_words_an_editor_saved_says_no(people, corrected):
    """Whoever saved it does not lift it; the author may change their mind, with their consent."""
    wait(corrected, people.editor2)
    presses(people.writer, corrected, "object", NO)
    html = opened(people.editor, corrected).content.decode()
    assert 'value="read"' not in html
    assert "joku näistä on lukenut vastauksen tarkistuksessa: editor2@" in html
    assert not goes_out(corrected)
    html = opened(people.writer, corrected).content.decode()
    assert NO in html
    assert "minulla on oikeus julkaista" in html
    presses(people.writer, corrected, "fine")
    assert Consent.objects.filter(page=corrected, user=people.writer).exists()
    assert goes_out(corrected)


def test_a_no_in_a_review_is_seen_by_who_approves(people, shared):
    before = opened(people.editor, shared).context["form"].initial["seen"]
    assert THANKS in presses(people.writer2, shared, "object", NO)
    html = presses(people.editor, shared, "approve", seen=before)
    assert "on sillä välin vastannut: lue vastaus." in html
    assert NO in html
    assert not fresh(shared).live
    presses(people.editor, shared, "approve")
    assert fresh(shared).live


def test_an_author_agrees_as_before_where_that_counts(people, corrected):
    """An editor's words: “I agree with this version” is their “yes”, also after a “no”."""
    html = opened(people.writer, corrected).content.decode()
    assert 'value="approve"' in html
    assert 'value="fine"' not in html
    presses(people.writer, corrected, "object", NO)
    presses(people.writer, corrected, "approve")
    assert fresh(corrected).live


def test_who_wrote_and_sent_it_takes_back_their_word(people, shared):
    """It was one of two: an approved page is a draft again; in a review nothing goes out by one
    approval."""
    presses(people.writer, shared, "object", NO)
    presses(people.editor, shared, "approve")
    assert not fresh(shared).live
    assert fresh(shared).workflow_in_progress
    make_slot(shared, mode="original_first")
    presses(people.writer, shared, "fine")
    assert not fresh(shared).workflow_in_progress
    html = presses(people.writer, shared, "object", NO)
    assert f"{THANKS} Se on taas luonnos." in html
    assert not goes_out(shared)
    assert NO in mail.outbox[-1].body
    assert "Nyt se on taas luonnos" in mail.outbox[-1].body


def test_nobody_else_answers_as_an_author(people, corrected):
    """Neither an author of another page nor an editor, who asks for changes."""
    seen = opened(people.editor2, corrected).context["form"].initial["seen"]
    for user in (people.writer2, people.translator, people.editor2, people.editor):
        presses(user, corrected, "object", NO, seen)
        presses(user, corrected, "fine", seen=seen)
    assert not Word.objects.filter(way="answer").exists()
    assert 'value="object"' not in opened(people.editor2, corrected).content.decode()


def test_an_answer_is_to_what_was_shown(people, shared):
    seen = opened(people.writer2, shared).context["form"].initial["seen"]
    draft = fresh(shared).get_latest_revision_as_object()
    draft.title = "Vaihdettu"
    draft.save_revision(user=people.editor)
    html = presses(people.writer2, shared, "object", NO, seen)
    assert "Teksti on muuttunut" in html
    assert NO in html
    assert not Word.objects.filter(way="answer").exists()


def test_a_draft_is_answered_by_nobody(people, shared):
    """It is changed by its authors."""
    seen = opened(people.writer2, shared).context["form"].initial["seen"]
    url = reverse("editorial:take_back", args=[shared.pk])
    logged_in(people.writer).post(url)
    presses(people.writer2, shared, "object", NO, seen)
    answers = Word.objects.filter(way="answer", user=people.writer2)
    assert not answers.exists()


def test_nobody_stands_in_over_a_no_where_a_member_can_act(people, shared):
    """Both editors have said “yes” before the author's “no”, or have sent it since: they may still let
    it go on, so no other group is asked to."""
    wait(shared, people.editor)
    presses(people.writer, shared, "object", NO)
    submit(fresh(shared), people.editor2)
    for name in ("translator", "admin"):
        assert fresh(shared).workflow_in_progress
        page = opened(getattr(people, name), shared)
        assert 'value="approve"' not in page.content.decode()
        post = {"seen": "", "action": "approve"}
        logged_in(getattr(people, name)).post(review(shared), post)
    presses(people.editor, shared, "read")
    assert goes_out(shared)


def test_who_takes_their_text_back_is_heard_before_others_send_it(people, shared):
    """It holds as their “must change” does, and the review says so; to send it again lifts it."""
    approve(shared, people.editor)
    taken = make_post(people.writer, title="Vedetty pois", authors=authors_of(shared))
    submit(taken, people.writer)
    post_form(logged_in(people.writer), taken, **{"action-cancel-workflow": "1"})
    submit(fresh(taken), people.editor2)
    assert "Otin tekstin takaisin" in opened(people.editor, taken).content.decode()
    presses(people.editor2, taken, "approve")
    assert not fresh(taken).live
    submission.take_back(fresh(taken), people.editor2)
    submit(fresh(taken), people.writer)
    presses(people.editor, taken, "approve")
    assert fresh(taken).live


def authors_of(post):
    return [byline.author for byline in post.bylines.order_by("sort_order")]
