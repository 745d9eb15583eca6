"""One person saves a text, another sends it, and either presses the button of the review."""

from django.urls import reverse

from kdsite.editorial.review import decisions
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    fresh,
    logged_in,
    post_form,
    publish,
    send_after_reading,
)


def set_the_scene(people):
    theirs = make_author(user=people.writer)
    publish(theirs, people.writer, people.editor)
    nobodys = make_author("Pekka", "Ponsi", saved_by=people.editor)
    publish(nobodys, people.editor, people.editor2)
    return {"theirs": theirs, "nobodys": nobodys}


def review_url(page):
    return reverse("editorial:review", args=[page.pk])


def review_of(page, user):
    return logged_in(user).get(review_url(page))


def press(page, user, action="approve"):
    """As the screen, or a forged form, does it."""
    seen = decisions.token_of_review(fresh(page))
    return logged_in(user).post(review_url(page), {"action": action, "seen": seen})


def saved_and_sent(scene, saver, sender):
    """``saver`` saves a draft, and ``sender`` sends it from the editor."""
    post = make_post(saver, authors=[scene.nobodys])
    post_form(logged_in(saver), post, title="Yhdessä tehty")
    post_form(logged_in(sender), post, **{"action-submit": "1"})
    if not fresh(post).workflow_in_progress:
        send_after_reading(logged_in(sender), fresh(post))
    assert fresh(post).workflow_in_progress
    assert fresh(post).get_latest_revision().user == saver
    return post


def can_press(page, user):
    return "approve" in review_of(page, user).context["actions"]


def is_public(page):
    return fresh(page).live
