"""What no form or link of the site makes is answered in words, and nothing of it is stored."""

import builtins
import json
import logging
from types import FunctionType

import pytest
from wagtail.models import Revision

from blog.models import BlogPage
from kdsite.editorial.models import Slot
from tests.support.factories import make_author, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import form_data, logged_in, make_slot

WRONG = ["", "abc", "-1", "999999999999999999999", "\x00"]


def set_the_scene(people):
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    return {"post": post, "slot": make_slot(days=30)}


pytestmark = pytest.mark.django_db


@pytest.fixture
def post(scene):
    return scene.post


@pytest.fixture
def slot(scene):
    return scene.slot


@pytest.fixture
def page_form(people, post):
    """The edit form of a post as a browser sends it."""
    client = logged_in(people.writer)
    url = f"/admin/pages/{post.pk}/edit/"
    return client, url, form_data(form_on(client, url))


def answers_in_words(response):
    text = response.content.decode()
    assert response.status_code < 500
    assert response.status_code != 400 or "Mitään ei tallennettu." in text
    return response.status_code


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize(
    "name",
    [
        *("body-count", "body-0-order", "body-0-type", "body-0-deleted"),
        *("hero_image", "question", "bylines-0-author", "bylines-0-id"),
        *("bylines-TOTAL_FORMS", "themes-TOTAL_FORMS", "comments-TOTAL_FORMS"),
    ],
)
def test_a_page_form_with_a_wrong_number(page_form, post, name, wrong):
    client, url, data = page_form
    before = Revision.objects.count()
    status = answers_in_words(client.post(url, data | {name: wrong}))
    assert Revision.objects.count() == before or status == 302


@pytest.mark.parametrize("name", ["body-count", "bylines-TOTAL_FORMS", "comments-0-id"])
def test_a_page_form_without_its_numbers(page_form, post, name):
    client, url, data = page_form
    data.pop(name, None)
    answers_in_words(client.post(url, data))


def test_formatted_text_with_a_link_that_it_does_not_bring(page_form, post):
    """By the form of an old page, and by that of a new one."""
    client, url, data = page_form
    link = {"offset": 0, "length": 1, "key": 7}
    block = {"key": "a", "text": "Silta", "type": "unstyled", "depth": 0}
    block |= {"inlineStyleRanges": [], "entityRanges": [link]}
    data |= {
        "body-count": "1",
        "body-0-type": "paragraph",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-value": json.dumps({"blocks": [block], "entityMap": {}}),
    }
    add = f"/admin/pages/add/blog/blogpage/{post.get_parent().pk}/"
    for address in (url, add):
        assert answers_in_words(client.post(address, data)) == 400


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("name", ["page", "theme", "question", "writer", "at_0"])
def test_a_slot_with_a_wrong_choice(people, slot, name, wrong):
    """Nothing is put into the calendar."""
    before = Slot.objects.count()
    data = {"at_0": "1.3.2027", "at_1": "9.00", "mode": "together", name: wrong}
    client = logged_in(people.editor)
    for url in ("/admin/calendar/new/", f"/admin/calendar/edit/{slot.pk}/"):
        answers_in_words(client.post(url, data))
    assert Slot.objects.count() <= before + 1


@pytest.mark.parametrize(
    "path",
    [
        "images/chooser/chosen/a/",
        "documents/chooser/chosen/a/",
        "choose-page/?page_type=nothing.at.all",
        "choose-external-link/?parent_page_id=1e9",
        "choose-page/chosen-multiple/?id=%ED%A0%80",
        "pages/1/?p=%00",
        "pages/search/?q=%00",
        "reports/site-history/?timestamp_before=x&user=a",
    ],
)
def test_an_address_that_no_link_has(people, path):
    answers_in_words(logged_in(people.editor).get(f"/admin/{path}"))


@pytest.mark.parametrize("then", ["kunta", "{"])
def test_where_a_form_leads_is_looked_at_before_it_is_saved(people, post, then):
    """Wagtail would save, and only then find that the address is none."""
    client = logged_in(people.admin)
    answer = client.post(f"/admin/pages/{post.pk}/lock/", {"next": then})
    assert answers_in_words(answer) == 400
    assert not BlogPage.objects.get(pk=post.pk).locked
    here = f"/admin/pages/{post.pk}/edit/"
    answer = client.post(f"/admin/pages/{post.pk}/lock/", {"next": here})
    assert (answer.status_code, answer["Location"]) == (302, here)
    assert BlogPage.objects.get(pk=post.pk).locked


def test_who_is_nobody_is_answered_too(client):
    """Where an odd address asks for no log-in."""
    assert client.get("/admin/login/?next=kunta").status_code < 500


def test_a_failure_of_our_own_is_no_bad_form(people, page_form, monkeypatch, caplog):
    """What is wrong in the site itself stays a failure, and is in the log."""
    client, url, data = page_form
    client.raise_request_exception = False

    def fails(*args, **kwargs):
        raise ValueError("ours")

    ours = FunctionType(fails.__code__, vars(builtins) | {"__name__": "blog.models"})
    monkeypatch.setattr(BlogPage, "full_clean", ours)
    with caplog.at_level(logging.ERROR):
        assert client.post(url, data).status_code == 500
