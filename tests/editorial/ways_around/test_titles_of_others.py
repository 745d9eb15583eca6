"""The title of a draft that was never sent is its writer's: no address tells it, by any id."""

import pytest
from django.urls import reverse

from tests.support.factories import make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import logged_in, submit

pytestmark = pytest.mark.django_db

ADDRESSES = [
    ("get", "wagtailadmin_choose_page_chosen_multiple", (), "?id={id}"),
    ("get", "wagtailadmin_choose_page_child", ("{id}",), ""),
    ("get", "wagtailadmin_choose_page_child", ("{id}",), "?page_type=blog.blogpage"),
    ("get", "wagtailadmin_explore", ("{id}",), ""),
    ("get", "wagtailadmin_explore_results", ("{id}",), ""),
    ("get", "editorial:review", ("{id}",), ""),
    ("post", "editorial:review", ("{id}",), ""),
]  # fmt: skip


@pytest.fixture
def post(people):
    return make_post(people.writer, title="Salaisuus")


def answer(user, page, method, name, ids, query):
    url = reverse(name, args=[text.format(id=page.pk) for text in ids])
    client = logged_in(user)
    return getattr(client, method)(url + query.format(id=page.pk), follow=True)


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
@pytest.mark.parametrize("name", ["writer2", "translator", "reviewer"])
def test_no_address_tells_it(people, post, name, address):
    response = answer(getattr(people, name), post, *address)
    assert "alaisuus" not in response.content.decode()


def test_a_decision_without_the_right_to_decide(people, post):
    """A whole form, by hand: a sentence, and nothing of the page."""
    submit(post, people.writer)
    url = reverse("editorial:review", args=[post.pk])
    data = {"seen": "1@2", "comment": "Hyvä.", "action": "approve"}
    response = logged_in(people.writer2).post(url, data, follow=True)
    assert "alaisuus" not in response.content.decode()
    assert response.context["messages"]


@pytest.mark.parametrize("address", ADDRESSES[:5], ids=str)
@pytest.mark.parametrize("name", ["writer", "editor"])
def test_its_writer_and_editors_find_it(people, post, name, address):
    response = answer(getattr(people, name), post, *address)
    assert response.status_code == 200
    assert "alaisuus" in response.content.decode()


@pytest.mark.parametrize("change", [{"seen": ""}, {"comment": "a\0b"}, {"comment": "a" * 10_001}],
                         ids=["nothing seen", "null", "endless"])  # fmt: skip
def test_a_form_that_decides_nothing_says_why(people, post, change):
    submit(post, people.writer)
    client = logged_in(people.editor)
    url = reverse("editorial:review", args=[post.pk])
    seen = form_on(client, url).initial["seen"]
    data = {"seen": seen, "comment": "Hyvä.", "action": "reject"} | change
    response = client.post(url, data)
    assert len(response.context["messages"]) == 1
    assert response.context["form"].initial["comment"] == data["comment"]
    assert post.workflow_in_progress
