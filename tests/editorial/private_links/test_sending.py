"""Who sends a private link to whom, and the editors' screen."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import PageLogEntry

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models import DraftLink
from kdsite.editorial.private_links import answers, links
from tests.editorial.private_links.steps import ADDRESS, path, seen, send
from tests.support.factories import make_author, make_post, make_user
from tests.support.helpers import logged_in, publish, revise, submit

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


@pytest.mark.parametrize(
    "address",
    [
        "editor@example.fi",
        "Editor+maija@Example.fi",
        "editor2@example.fi",
        "admin@example.fi",
        "reviewer@example.fi",
        "writer2@example.fi",
    ],
)
def test_an_authors_link_goes_to_no_other_account(people, author, post, address):
    """Neither to oneself nor to a colleague, in whatever spelling."""
    with pytest.raises(Refusal):
        send(post, people.editor, author, address=address)
    assert not DraftLink.objects.exists()
    assert not mail.outbox


def test_an_author_with_an_account_is_written_to_at_its_address(people):
    author = make_author(user=people.writer)
    post = make_post(people.editor, authors=[author])
    with pytest.raises(Refusal):
        send(post, people.editor, author, address=ADDRESS)


def test_who_is_the_author_sends_themselves_no_link(people):
    author = make_author(user=people.editor, saved_by=people.editor2)
    post = make_post(people.editor2, authors=[author])
    with pytest.raises(Refusal):
        send(post, people.editor, author, address="editor@example.fi")
    assert send(post, people.editor2, author, address="editor@example.fi").pk


def test_one_address_is_one_author(people, author, post):
    """A mailbox that answers for several authors is somebody's of the house."""
    send(post, people.editor, author)
    other = make_author("Aino", "Toinen", saved_by=people.editor)
    second = make_post(people.editor, authors=[other])
    with pytest.raises(Refusal):
        send(second, people.editor, other)


def test_an_authors_link_is_in_the_mail_only(people, author, post):
    """Nobody finds it in the admin, nor in the history, nor in what others are mailed."""
    link = send(post, people.editor, author)
    token = path(link).split("/")[2]
    mails = {message.to[0]: message.body for message in mail.outbox}
    assert token in mails.pop(ADDRESS)
    assert set(mails) == {"editor2@example.fi"}
    assert ADDRESS in mails["editor2@example.fi"]
    shown = [*mails.values()]
    for person in (people.editor, people.admin):
        client = logged_in(person)
        for name in ("editorial:links", "wagtailadmin_pages:history"):
            shown.append(
                client.get(reverse(name, args=[post.pk])).content.decode(),
            )
    shown += [str(entry.data) for entry in PageLogEntry.objects.all()]
    assert not any(token in text or link.nonce in text for text in shown)


def test_answering_the_mail_with_the_link_reaches_who_sent_it(people, post):
    send(post, people.editor)
    assert [message.reply_to for message in mail.outbox] == [[people.editor.email]]


def test_an_ordinary_link_can_be_copied(people, post):
    link = send(post, people.editor)
    page = reverse("editorial:links", args=[post.pk])
    assert path(link) in logged_in(people.editor2).get(page).content.decode()


def test_an_editor_sends_and_revokes_on_one_screen(people, author, post):
    client = logged_in(people.editor)
    page = reverse("editorial:links", args=[post.pk])
    assert (
        page
        in client.get(
            reverse("wagtailadmin_pages:edit", args=[post.pk])
        ).content.decode()
    )
    data = {"author": "", "name": "Lukija", "address": ADDRESS, "language": "sv"}
    assert client.post(page, data).status_code == 302
    link = DraftLink.objects.get()
    assert (link.name, link.language, link.for_author) == ("Lukija", "sv", False)
    client.post(page, {"author": author.pk, "address": ADDRESS, "language": "fi"})
    assert DraftLink.objects.get(for_author=True).name == "Maija Malli"
    revoke = reverse("editorial:revoke_link", args=[post.pk, link.pk])
    assert client.get(revoke).status_code == 302
    assert DraftLink.objects.get(pk=link.pk).is_open
    client.post(revoke)
    assert not DraftLink.objects.get(pk=link.pk).is_open
    with pytest.raises(Conflict):
        links.revoke(link, people.editor)


def test_a_mistake_on_the_screen_is_one_sentence(people, author, post):
    """What was typed is kept."""
    client = logged_in(people.editor)
    page = reverse("editorial:links", args=[post.pk])
    data = {
        "author": author.pk,
        "name": "",
        "address": "editor2@example.fi",
        "language": "fi",
    }
    form = client.post(page, data).context["form"]
    assert form.errors["address"]
    assert form["address"].value() == "editor2@example.fi"
    for wrong in ({"address": "ei osoite"}, {"author": "", "name": ""}):
        assert client.post(page, data | wrong).context["form"].errors


@pytest.mark.parametrize("name", ["writer", "writer2", "translator"])
def test_only_editors_send_see_and_revoke(people, author, post, name):
    link = send(post, people.editor)
    person = getattr(people, name)
    client = logged_in(person)
    page = reverse("editorial:links", args=[post.pk])
    assert client.get(page).status_code == 302
    client.post(reverse("editorial:revoke_link", args=[post.pk, link.pk]))
    assert DraftLink.objects.get().is_open
    for act in (
        lambda: send(post, person),
        lambda: links.revoke(link, person),
    ):
        with pytest.raises(Refusal):
            act()


def test_there_is_nothing_to_send_of_a_public_page(people):
    post = publish(make_post(people.writer), people.writer, people.editor)
    with pytest.raises(Refusal):
        send(post, people.editor)
    revise(post, people.writer, title="Uusi")
    assert send(post, people.editor).pk


def test_answers_are_on_the_review_screen(people, author):
    """For those who decide; a guest who sent the page sees no stranger's words."""
    post = make_post(people.writer, authors=[make_author(user=people.writer)])
    answers.answer(send(post, people.editor), seen(post), False, "LUKIJAN SANAT")
    submit(post, people.writer)
    review = reverse("editorial:review", args=[post.pk])
    assert "LUKIJAN SANAT" in logged_in(people.editor).get(review).content.decode()
    assert "LUKIJAN SANAT" not in logged_in(people.writer).get(review).content.decode()


def test_a_closed_account_is_no_address_of_an_author(people, author, post):
    """Whose account is closed does not come in by another door."""
    closed = make_user("closed", is_active=False)
    with pytest.raises(Refusal):
        send(post, people.editor, author, address=closed.email)
