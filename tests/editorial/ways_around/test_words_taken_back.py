"""A “no” ends what was agreed before: the newest word of a person is their only one."""

import pytest
from wagtail.test.utils.form_data import nested_form_data, streamfield

from blog.models import BlogIndexPage, BlogPage
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.releases import publish_due
from kdsite.editorial.releases.back_to_draft import take_back_to_draft
from kdsite.editorial.releases.readiness import read_state
from kdsite.editorial.releases.states import State
from kdsite.editorial.releases.waiting import waiting_of
from tests.editorial.private_links.steps import press, read, send
from tests.support.factories import index, make_author, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    ask_for_changes,
    form_data,
    fresh,
    its_time,
    logged_in,
    make_slot,
    submit,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_databases,
    pytest.mark.mailed,
]


@pytest.fixture
def author():
    """Without an account, so their word comes by a private link."""
    return make_author("Maija", "Malli")


@pytest.fixture
def post(people, author):
    return make_post(people.editor, authors=[author])


def wants_changes(link):
    response = press(link, answer="changes", text="Älä julkaise tätä.")
    assert response.status_code == 303


def test_an_author_who_takes_back_their_word_before_it_is_sent(people, author, post):
    """“Fine as it is”, then “do not publish”: sending makes nothing public."""
    link = send(post, people.editor, author)
    press(link)
    wants_changes(link)
    submit(post, people.editor)
    read(post, people.editor2)
    assert not fresh(post).live


def test_over_all_their_links(people, author, post):
    """The “no” came by another link than the “fine”."""
    press(send(post, people.editor, author))
    wants_changes(send(post, people.editor, author))
    submit(post, people.editor)
    read(post, people.editor2)
    assert not fresh(post).live


def test_only_a_new_yes_counts(people, author, post):
    """Whoever changes their mind twice has agreed."""
    link = send(post, people.editor, author)
    press(link)
    wants_changes(link)
    press(link)
    submit(post, people.editor)
    read(post, people.editor2)
    assert fresh(post).live


def test_somebody_elses_no_ends_no_authors_word(people, author, post):
    """A reader with a link of their own has an opinion."""
    press(send(post, people.editor, author))
    wants_changes(send(post, people.editor, address="lukija@example.org"))
    submit(post, people.editor)
    read(post, people.editor2)
    assert fresh(post).live


def test_an_author_who_takes_it_back_while_it_waits(people, author, post):
    """Nothing goes out; the calendar says so before its time, and it is a draft again."""
    slot = make_slot(post, mode="original_first")
    submit(post, people.editor)
    link = send(post, people.editor, author)
    press(link)
    read(post, people.editor2)
    assert read_state(slot).original.state == State.APPROVED
    wants_changes(link)
    assert read_state(slot).original.state == State.DRAFT
    assert waiting_of(post) is None
    its_time(slot)
    publish_due.publish_due()
    assert not fresh(post).live


def test_a_members_no_ends_everybodys_word(people, author):
    """A profile approved for a release cannot be sent again before it is a draft again; sent and
    refused then, it does not go out with its post."""
    profile = make_author("Aino", "Airo", user=people.writer)
    post = make_post(people.writer, authors=[profile])
    slot = make_slot(post, mode="original_first")
    submit(post, people.writer)
    approve(post, people.editor)
    with pytest.raises(Refusal):
        submit(profile, people.writer)
    take_back_to_draft(profile, people.editor)
    submit(profile, people.writer)
    ask_for_changes(profile, people.editor2)
    its_time(slot)
    publish_due.publish_due()
    assert fresh(post).live
    assert not fresh(profile).live


def test_after_a_no_the_same_person_may_say_yes_again(people):
    """To the same version, sent again without a change."""
    post = make_post(people.writer)
    post.latest_revision.user = None
    post.latest_revision.save()
    submit(post, people.writer)
    approve(post, people.editor)
    assert not fresh(post).live, "nobody knows who wrote it: it takes two"
    ask_for_changes(post, people.editor2)
    submit(post, people.writer)
    approve(post, people.editor2)
    assert not fresh(post).live, "the first approval ended with the refusal"
    approve(post, people.editor)
    assert fresh(post).live


@pytest.mark.parametrize("name", ["writer", "editor2"])
def test_back_to_draft_makes_nobody_the_second_person_of_their_own_words(people, name):
    """The draft has the words that were approved, in the name of whoever saved them."""
    writer = getattr(people, name)
    profile = make_author("Aino", "Airo", user=writer)
    post = make_post(writer, authors=[profile])
    make_slot(post)
    submit(post, writer)
    approve(post, people.editor)
    take_back_to_draft(fresh(post), people.editor)
    assert fresh(post).latest_revision.user == writer
    submit(post, writer)
    with pytest.raises(Refusal):
        approve(post, writer)
    approve(post, people.editor)
    assert waiting_of(post)


def test_a_form_that_made_a_page_writes_no_more_once_it_waits(people):
    """Sent again within its minute, after somebody approved."""
    client = logged_in(people.writer)
    url = f"/admin/pages/add/blog/blogpage/{index(BlogIndexPage).pk}/"
    form = form_on(client, url)
    profile = make_author("Aino", "Airo", user=people.writer)
    data = form_data(form) | {
        "bylines-TOTAL_FORMS": "1",
        "bylines-0-author": str(profile.pk),
        "bylines-0-ORDER": "1",
        "new_page": str(form.instance.translation_key),
        "title": "Uusi",
        "slug": "",
        "lead": "Ingressi",
        **nested_form_data({"body": streamfield([("quote", {"text": "Yhdessä."})])}),
    }
    client.post(url, data)
    post = BlogPage.objects.get(title="Uusi")
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    assert waiting_of(post)
    approved = fresh(post).latest_revision
    response = client.post(url, data | {"title": "Toinen"})
    assert fresh(post).latest_revision == approved
    assert response.status_code == 200
    assert "Toinen</textarea>" in response.content.decode()
    # A button that is pressed twice has nothing more to say.
    assert client.post(url, data).status_code == 302
    assert BlogPage.objects.filter(title="Toinen").count() == 0
