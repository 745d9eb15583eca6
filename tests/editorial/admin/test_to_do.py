"""What must be done stands on top of the front page: the most urgent first, each with its one button."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from blog.models import Invitation
from kdsite.editorial.models import DraftAnswer, Slot
from kdsite.editorial.private_links import answers, links
from kdsite.editorial.publishing.manifest import manifest_of
from tests.support.factories import make_post, make_user
from tests.support.helpers import (
    approve,
    edit_url,
    fresh,
    its_time,
    logged_in,
    make_slot,
    publish,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db]


def things(user):
    """``(kind, title, where its button leads)`` of each thing on their front page, in its order."""
    html = logged_in(user).get(reverse("wagtailadmin_home")).content
    found = []
    for thing in BeautifulSoup(html, "html.parser").select(".to-do__thing"):
        (button,) = thing.select(".to-do__do :is(a, button)")
        form = button.find_parent("form")
        found.append(
            (
                thing["class"][1].rpartition("--")[2],
                thing.h3.get_text(),
                form["action"] if form else button["href"],
            )
        )
    return found


def test_the_most_urgent_comes_first_each_with_its_one_button(people):
    """What failed, what is late, what is to be read, the week's deadlines, what nobody has planned."""
    failed = make_post(people.writer, "Ohi")
    its_time(make_slot(failed))
    late = make_post(people.writer, "Myöhässä")
    make_slot(late, days=10)
    week = make_post(people.writer, "Viikolla")
    make_slot(week, days=17)
    empty = make_slot(days=60)
    sent = make_post(people.writer, "Lähetetty")
    submit(sent, people.writer)
    assert things(people.editor) == [
        ("failed", "Ohi", edit_url(failed)),
        ("late", "Myöhässä", edit_url(late)),
        ("review", "Lähetetty", reverse("editorial:review", args=[sent.pk])),
        ("this_week", "Viikolla", edit_url(week)),
        (
            "empty",
            things(people.editor)[-1][1],
            reverse("calendar:edit", args=[empty.pk]),
        ),
    ]
    html = logged_in(people.editor).get(reverse("wagtailadmin_home")).content.decode()
    assert html.index("Tehtävää nyt") < html.index("Seuraavaksi kalenterissa")


def test_what_the_next_release_lacks_is_the_teams_and_the_editors(people):
    """Its team begins at once; who cannot translate finds its time. Not what a later one lacks."""
    post, later = (
        make_post(people.writer, "Seuraava"),
        make_post(people.writer, "Sitten"),
    )
    slot = make_slot(post, days=20)
    make_slot(later, days=30)
    for each in (post, later):
        submit(each, people.writer)
        approve(each, people.editor)
    (editors,) = things(people.editor)
    assert editors == ("missing", "Seuraava", reverse("calendar:edit", args=[slot.pk]))
    (teams,) = things(people.translator)
    address = reverse("editorial:translate", args=[post.pk, "sv"])
    assert teams == ("missing", "Seuraava", address)
    target, _record = translate(post, people.translator)
    assert things(people.translator)[0][2] == edit_url(target)
    Slot.objects.filter(pk=slot.pk).update(at=timezone.now() + timedelta(days=3))
    assert things(people.translator)[0][0] == "late"
    assert things(people.writer) == []


def test_an_answer_stands_there_until_an_editor_says_that_it_is_read(people):
    """Whoever it was who read it; the writer's page does not have it."""
    post = make_post(people.writer, "Laituri")
    link = links.send(post, people.editor, "kaisa@example.org", "fi", name="Kaisa")
    seen = manifest_of(fresh(post).latest_revision)
    answers.answer(link, seen, is_fine=False, text="Missä se on?")
    screen = reverse("editorial:links", args=[post.pk])
    assert ("answer", "Laituri", screen) in things(people.editor)
    assert "answer" not in [kind for kind, *_rest in things(people.writer)]
    client, read = (
        logged_in(people.editor2),
        reverse("editorial:answers_read", args=[post.pk]),
    )
    newest = str(DraftAnswer.objects.get().pk)
    assert f'name="upto" value="{newest}"' in client.get(screen).content.decode()
    answers.answer(link, seen, is_fine=False, text="Ja milloin?")
    client.post(read, {"upto": newest})
    assert things(people.editor) == [("answer", "Laituri", screen)]
    logged_in(people.writer).post(read, {"upto": "999999"})
    assert things(people.editor) != []
    client.post(read, {"upto": "999999"})
    assert things(people.editor) == []


def test_who_has_the_review_finds_the_answer_there(people):
    """It is not there twice."""
    post = make_post(people.writer, "Laituri")
    link = links.send(post, people.editor, "kaisa@example.org", "fi", name="Kaisa")
    submit(post, people.writer)
    answers.answer(
        link, manifest_of(fresh(post).latest_revision), is_fine=True, text=""
    )
    assert [kind for kind, *_rest in things(people.editor)] == ["review"]


@pytest.mark.parametrize(("days", "shown"), [(1, False), (3, True), (40, True)])
def test_an_invitation_that_nobody_opened_is_sent_again_from_here(people, days, shown):
    """Some days after it was sent; also one that has expired. Not once the guest has come in."""
    guest = make_user("vieras")
    guest.set_unusable_password()
    guest.save()
    invitation = Invitation.objects.create(
        address=guest.email,
        user=guest,
        language="fi",
        sent_at=timezone.now() - timedelta(days=days),
    )
    thing = (
        "invitation",
        guest.email,
        reverse("invitations:renew", args=[invitation.pk]),
    )
    assert (thing in things(people.editor)) == shown
    guest.set_password("kuntademokratia")
    guest.save()
    assert thing not in things(people.editor)


def test_where_nothing_waits_it_says_so(people):
    """To whoever is of the house; a guest's page does not begin with an empty list."""
    assert things(people.editor) == []
    html = logged_in(people.editor).get(reverse("wagtailadmin_home")).content.decode()
    assert "Mikään ei odota sinua nyt." in html
    html = logged_in(people.writer).get(reverse("wagtailadmin_home")).content.decode()
    assert "Mikään ei odota sinua nyt." not in html


def test_who_translates_sees_by_when(people):
    """Of what waits for its time the day by which it is needed; of what is public since when it is."""
    planned, public = (
        make_post(people.writer, "Tulossa"),
        make_post(people.writer, "Julki"),
    )
    slot = make_slot(planned, days=30)
    submit(planned, people.writer)
    approve(planned, people.editor)
    publish(public, people.writer, people.editor)

    def rows():
        html = logged_in(people.translator).get(reverse("wagtailadmin_home")).content
        found = BeautifulSoup(html, "html.parser").select("tr:has(th.title a)")
        return {row.th.a.get_text(): " ".join(row.get_text().split()) for row in found}

    due = slot.translation_due
    needed = f"Behövs senast {due.day}.{due.month}.{due.year}."
    today = timezone.localdate()
    assert needed in rows()["Tulossa"]
    assert (
        f"Publicerad sedan {today.day}.{today.month}.{today.year}." in rows()["Julki"]
    )
    translate(planned, people.translator)
    assert needed in rows()["Tulossa"]
