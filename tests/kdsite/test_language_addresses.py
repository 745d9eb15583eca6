"""The address of a post in the language that has no version of it, and who takes it."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import BlogPage
from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    fresh,
    publish,
    publish_translation,
    revise,
    submit,
    translate,
)
from tests.support.reader_page import ReaderPage

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def public_post(people, title, language="fi", **fields):
    post = make_post(people.editor, title=title, language=language, **fields)
    return publish(post, people.editor, people.editor2)


def leads_to(address):
    """Where a reader ends who opens ``address``."""
    page = ReaderPage(address)
    if page.status == 302:
        return page.response["Location"]
    return address if page.status == 200 else page.status


def shown(post, language="sv"):
    """Where the list of the other language, the switcher and the router say that ``post`` is:
    they must agree."""
    (address,) = ReaderPage(post.url).switcher.values()
    assert address in ReaderPage(f"/{language}/").cards
    page = ReaderPage(address)
    assert (page.status, page.title) == (200, post.title)
    return address


def test_a_published_translation_wins(people):
    """It stands at its own address, and whoever knows the former one is led to it. Taken down,
    it gives the place back."""
    post = public_post(people, "Samaan suuntaan")
    former = shown(post)
    swedish = publish_translation(post, people.translator, people.reviewer)
    assert ReaderPage(post.url).switcher == {"sv": swedish.url}
    assert leads_to(former) == swedish.url != former
    assert former not in ReaderPage("/sv/blogg/").links
    swedish.unpublish()
    assert shown(post) == former == "/sv/blogg/samaan-suuntaan/"


def test_a_translation_with_the_same_slug_takes_the_same_address(people):
    """The draft changes nothing; published, it stands where the original was shown."""
    post = public_post(people, "Kommun")
    target, _record = translate(post, people.translator)
    BlogPage.objects.filter(pk=target.pk).update(slug="kommun")
    assert shown(post) == "/sv/blogg/kommun/"
    swedish = publish_translation(
        post, people.translator, people.reviewer, words=lambda text: text
    )
    assert swedish.url == "/sv/blogg/kommun/"
    page = ReaderPage(swedish.url)
    assert page.canonical == swedish.url
    assert page.alternates == {
        "fi": post.url,
        "sv": swedish.url,
        "x-default": post.url,
    }


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("is_public", [True, False])
def test_a_clash_gets_a_number(people, language, is_public):
    """A page of the readers' language keeps its address, draft or public."""
    other = {"fi": "sv", "sv": "fi"}[language]
    post = public_post(people, "Saari", language)
    first = shown(post, other)
    own = make_post(people.editor, title="Saari", language=other)
    if is_public:
        own = publish(own, people.editor, people.editor2)
        assert ReaderPage(first).canonical == first == own.url
    else:
        assert leads_to(first) == shown(post, other)
    assert shown(post, other) == f"{first[:-1]}-2/"


def test_numbers_that_are_taken_are_left_out(people):
    """Neither a page of either language nor another post's address is ever the same."""
    for title in ("Saari", "Saari 3"):
        public_post(people, title, "sv")
    posts = [public_post(people, title) for title in ("Saari", "Saari 2")]
    last = f"/sv/blogg/saari-{posts[0].pk}/"
    assert [shown(post) for post in posts] == [last, "/sv/blogg/saari-2/"]


def test_the_number_leads_to_the_translation_too(people):
    """Also the former address with a number."""
    post = public_post(people, "Saari")
    public_post(people, "Saari", "sv")
    assert shown(post) == "/sv/blogg/saari-2/"
    swedish = publish_translation(post, people.translator, people.reviewer)
    assert leads_to("/sv/blogg/saari-2/") == swedish.url
    assert leads_to("/sv/blogg/saari-4/") == swedish.url
    assert leads_to(f"{swedish.url[:-1]}-2/") == 404


def test_the_originals_former_slug_leads_on(people, django_capture_on_commit_callbacks):
    """As it does in the original's own language."""
    post = public_post(people, "Samaan suuntaan")
    former = shown(post)
    revise(post, people.editor, slug="uusi-osoite")
    submit(post, people.editor)
    with django_capture_on_commit_callbacks(execute=True):
        approve(post, people.editor2)
    assert leads_to(former) == "/sv/blogg/uusi-osoite/" == shown(fresh(post))


@pytest.mark.parametrize(
    "path",
    ["x" * 255, "x" * 4000, "ei-ole", "-2", "2", "saari/2", "åäö", "saari-" * 40],
)
def test_what_is_not_there_is_not_found(people, path):
    """Never an error, whatever the address says."""
    public_post(people, "Saari")
    assert ReaderPage(f"/sv/blogg/{path}/").status == 404


def test_lists_are_in_order_of_date_and_counted(people):
    """Both languages together, newest first; pages hold ten of them."""
    today = timezone.localdate()
    for number in range(12):
        public_post(
            people,
            f"Nummer {number}",
            ("fi", "sv")[number % 2],
            date=today - datetime.timedelta(days=number),
        )
    for address in ("/fi/blogi/", "/sv/blogg/"):
        pages = [ReaderPage(f"{address}?page={number}") for number in (1, 2)]
        titles = [
            card.select_one(".card-title").get_text(strip=True)
            for page in pages
            for card in page.cards.values()
        ]
        assert titles == [f"Nummer {number}" for number in range(12)]
        assert len(pages[0].cards) == 10


def test_it_costs_no_query_more(people):
    """The same number of queries for one post of the other language and for nine."""

    def count(address):
        ReaderPage(address)
        with CaptureQueriesContext(connection) as queries:
            assert ReaderPage(address).status == 200
        return len(queries)

    post = public_post(people, "Saari 1")
    public_post(people, "Saari 10")
    before = [count(address) for address in ("/sv/", "/sv/blogg/", post.url)]
    for number in range(2, 10):
        public_post(people, f"Saari {number}")
        public_post(people, f"Saari {number}", "sv")
    after = [count(address) for address in ("/sv/", "/sv/blogg/", post.url)]
    assert after == before
    assert max(after) <= 18
