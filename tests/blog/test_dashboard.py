"""The front page of the admin: what is mine, where it stands, and what waits for whom."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from blog.models import BlogPage
from blog.writer.standings import drafts_of, next_deadline, standings
from kdsite.editorial.models import Slot
from tests.support.corrections import correct
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    ask_for_changes,
    its_time,
    logged_in,
    make_slot,
    publish,
    revise,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

HOME = reverse("wagtailadmin_home")


def front_page(user):
    return logged_in(user).get(HOME).content.decode()


def only(user):
    (found,) = standings(user, drafts_of(user))
    return found


@pytest.fixture
def shared(people):
    """A draft of ``writer`` that names ``writer2`` as well."""
    authors = [
        make_author("Maija", "Malli", user=people.writer),
        make_author("Matti", "Meikä", user=people.writer2),
    ]
    return make_post(people.writer, title="Yhteinen", authors=authors)


def test_where_a_draft_stands(people, shared, untranslated):
    """Draft, in review, back with a comment, approved: who has it, and what is asked."""
    found = only(people.writer)
    assert "You have it" in found.who
    assert found.asked
    submit(shared, people.writer)
    for user in (people.writer, people.writer2):
        found = only(user)
        assert "editorial team is reading" in found.who
        assert found.asked == ""
    ask_for_changes(shared, people.editor, comment="Kerro, missä kunnassa.")
    found = only(people.writer)
    assert (found.comment, found.since) == (
        "Kerro, missä kunnassa.",
        found.page.current_workflow_state.current_task_state.finished_at,
    )
    assert found.asked
    submit(shared, people.writer2)
    make_slot(shared, days=20)
    approve(shared, people.editor)
    found = only(people.writer)
    assert "Approved" in found.who
    assert found.slot
    assert found.asked == ""


@pytest.mark.parametrize("is_approved", [False, True])
def test_a_time_that_has_passed_is_not_promised(people, shared, is_approved):
    """The text is not public: what happens now is said in its place."""
    slot = make_slot(shared, days=20)
    assert "Julkaistaan" in front_page(people.writer)
    if is_approved:
        submit(shared, people.writer)
        approve(shared, people.editor)
    its_time(slot)
    page = front_page(people.writer)
    assert "Julkaistaan" not in page
    assert "Odottaa julkaisuaikaansa" not in page
    assert "aika meni ohi. Se julkaistaan, kun se on hyväksytty" in page


def test_a_correction_asks_the_author_to_agree(people, shared, untranslated):
    """An editor changed the text in review: a named author can confirm it."""
    submit(shared, people.writer)
    correct(shared, people.editor, title="Yhteinen asia")
    found = only(people.writer)
    assert "corrected" in found.asked
    assert found.url == reverse("editorial:review", args=[shared.pk])


def test_what_is_public_is_no_draft(people, untranslated):
    """A published post comes back to the list with its next version; a translation never."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    translate(post, people.translator)
    assert standings(people.writer, drafts_of(people.writer)) == []
    revise(post, people.writer, title="Uusi otsikko")
    assert "Readers see the version before" in only(people.writer).who


def test_nobody_finds_somebody_elses_draft(people, shared):
    """Neither title nor co-author nor deadline."""
    make_slot(shared, days=20, writer=people.writer)
    make_slot(days=30, writer=people.writer, working_title="Salainen suunnitelma")
    page = front_page(people.translator)
    assert "Yhteinen" not in page
    assert "Salainen suunnitelma" not in page
    BlogPage.objects.get(pk=shared.pk).bylines.all()[1].delete()
    assert "Yhteinen" not in front_page(people.writer2)
    assert next_deadline(people.writer2, drafts_of(people.writer2)) is None


def test_a_guest_sees_three_things(people, shared):
    """Drafts, deadline, profile; none of Wagtail's own panels, summary or search."""
    make_slot(shared, days=20)
    page = front_page(people.writer)
    for words in ("Luonnokseni", "Seuraava määräpäiväni", "Esittelyni", "Matti Meikä"):
        assert words in page
    for words in ('role="search"', "w-summary", "recent-edits", "Tekijöitä puuttuu"):
        assert words not in page
    assert "Kutsu vieraskynä" not in page


def test_the_front_page_begins_with_no_figures(people):
    """Of pages and pictures: nobody has to do anything about them."""
    assert "w-summary" not in front_page(people.editor)


def test_the_next_deadline_is_the_first_that_is_not_sent(people):
    """From the slots of one's drafts and plans; a text that was sent has met it."""
    first, second = (make_post(people.writer, title=title) for title in ("A", "B"))
    slot = make_slot(first, days=30)
    make_slot(second, days=60)
    planned = make_slot(days=90, writer=people.writer)
    found = next_deadline(people.writer, drafts_of(people.writer))
    assert (found.slot, found.due, found.is_late) == (slot, slot.text_due, False)
    submit(first, people.writer)
    assert next_deadline(people.writer, drafts_of(people.writer)).page.title == "B"
    submit(second, people.writer)
    assert (next_deadline(people.writer, drafts_of(people.writer)).slot, next_deadline(people.writer, drafts_of(people.writer)).page) == (
        planned, None,
    )  # fmt: skip
    Slot.objects.filter(pk=planned.pk).update(
        own_text_due=timezone.localdate() - timedelta(days=1)
    )
    assert next_deadline(people.writer, drafts_of(people.writer)).is_late
    assert "määräpäivä oli" in front_page(people.writer)


def test_a_planned_writer_starts_the_draft_in_the_slot(people):
    """One click; nobody else can, and not twice."""
    slot = make_slot(days=40, writer=people.writer, working_title="Kuka kuulee?")
    url = reverse("start_in_slot", args=[slot.pk])
    logged_in(people.writer2).post(url)
    assert not BlogPage.objects.exists()
    client = logged_in(people.writer)
    assert client.get(url)["Location"] == HOME
    response = client.post(url)
    post = BlogPage.objects.get()
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[post.pk])
    slot.refresh_from_db()
    assert (slot.page_id, post.title, post.owner) == (
        post.pk, "Kuka kuulee?", people.writer,
    )  # fmt: skip
    client.post(url)
    assert BlogPage.objects.count() == 1


def test_the_profile_says_whether_readers_see_it(people):
    """Not public yet, then public; without one there is a way to make it."""
    assert "Esittele itsesi suomeksi" in front_page(people.writer)
    profile = make_author("Maija", "Malli", user=people.writer)
    assert "Ei vielä julkinen" in front_page(people.writer)
    publish(profile, people.writer, people.editor)
    assert "Julkinen." in front_page(people.writer)


def test_editors_see_which_group_is_short_of_people(people):
    """With the number of members; guests do not."""
    assert "Tekijöitä puuttuu" not in front_page(people.editor)
    people.reviewer.groups.clear()
    for user in (people.editor, people.translator, people.admin):
        page = front_page(user)
        assert "1 jäsen" in page or "1 medlem" in page
    assert "1 jäsen" not in front_page(people.writer)
    assert Group.objects.filter(name__contains="kieliryhmä").exists()


def test_what_waits_for_an_editor_is_shown_once(people, shared):
    """Wagtail's own lists of pages in review do not repeat ours."""
    submit(shared, people.writer)
    page = front_page(people.editor)
    assert page.count(">Yhteinen<") == 1
    assert "Kutsu vieraskynä" in page


def test_more_drafts_cost_no_queries_of_their_own_kind(
    people, django_assert_max_num_queries
):
    """The front page stays affordable with many drafts: a bounded number for each."""
    for n in range(8):
        make_post(people.writer, title=f"Luonnos {n}")
    client = logged_in(people.writer)
    client.get(HOME)
    with django_assert_max_num_queries(140):
        client.get(HOME)
