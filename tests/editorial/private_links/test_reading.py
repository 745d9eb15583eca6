"""A private link is read and answered without an account."""

import re

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import PageLogEntry

from kdsite.editorial.follow_ups.queue import do_due
from kdsite.editorial.models import DraftAnswer, DraftLink
from kdsite.editorial.private_links import links
from kdsite.editorial.private_links.answers import MOST
from tests.editorial.private_links.steps import name_author, path, press, seen, send
from tests.support.factories import make_author, make_post
from tests.support.helpers import fresh, logged_in, read, revise

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def test_the_link_shows_the_newest_version(people, post):
    """As readers will see it, with a bar that says whose it is and that it is not public."""
    link = send(post, people.editor)
    assert "SALAOTSIKKO" in Client().get(path(link)).content.decode()
    revise(post, people.editor, title="Uusin otsikko")
    text = Client().get(path(link)).content.decode()
    assert "Uusin otsikko" in text
    assert "Luonnos – ei julkinen" in text
    assert read(post)[0] == 404


def test_the_bar_speaks_the_language_of_the_link(people, post):
    """A Finnish draft that is sent to somebody who reads Swedish."""
    link = send(post, people.editor, language="sv")
    assert path(link).startswith("/utkast/")
    text = Client(headers={"accept-language": "fi"}).get(path(link)).content.decode()
    assert "Utkast – inte offentligt" in text
    assert '<html lang="fi">' in text


@pytest.mark.parametrize("how", ["get", "post", "closed", "document"])
def test_nothing_of_it_is_kept_anywhere(people, how):
    """No cookie, no index, no cache, no address for other sites; also for who is logged in."""
    post = with_document(people)
    link = send(post, people.editor)
    client = logged_in(people.editor)
    before = dict(client.cookies)
    if how == "closed":
        links.revoke(link, people.editor)
    if how == "post":
        response = press(link, client)
    elif how == "document":
        response = client.get(document_path(client.get(path(link))))
    else:
        response = client.get(path(link))
    assert not response.cookies
    assert dict(client.cookies) == before
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "")
    if how in ("get", "closed"):
        text = response.content.decode()
        assert 'name="robots" content="noindex' in text
        assert 'rel="canonical"' not in text
        assert "csrfmiddlewaretoken" not in text


def test_opening_it_changes_nothing(people, post):
    """Mail scanners follow links."""
    link = send(post, people.editor)
    entries = PageLogEntry.objects.count()
    for method in ("get", "head", "options"):
        getattr(Client(), method)(path(link))
    assert PageLogEntry.objects.count() == entries
    assert not DraftAnswer.objects.exists()
    assert Client().get(path(link) + "?answer=fine").status_code == 200
    assert not DraftAnswer.objects.exists()


@pytest.mark.parametrize("how", ["revoked", "expired", "forged", "deleted"])
def test_a_closed_link_says_so(people, post, how):
    """One honest sentence, in the link's language, and no word of the draft."""
    link = send(post, people.editor)
    address = path(link)
    if how == "revoked":
        links.revoke(link, people.editor2)
    elif how == "expired":
        DraftLink.objects.update(expires_at=timezone.now())
    elif how == "forged":
        address = address[:-4] + "AAA/"
    else:
        fresh(post).delete()
    for response in (Client().get(address), Client().post(address, {"answer": "fine"})):
        assert response.status_code == 410
        text = response.content.decode()
        assert "SALAOTSIKKO" not in text
        assert "Linkki" in text
    assert not DraftAnswer.objects.exists()


def test_who_is_no_author_any_more_reads_nothing(people, author, post):
    """The link answers as an expired one does, and opens again for who is named again; whose
    account is named by another profile is an author still."""
    link = send(post, people.editor, author)
    address = path(link)
    assert Client().get(address).status_code == 200
    before = seen(post)
    name_author(
        post, people.editor, make_author("Aino", "Toinen", saved_by=people.editor)
    )
    for response in (Client().get(address), press(link, seen=before)):
        assert response.status_code == 410
        assert "Linkki on vanhentunut" in response.content.decode()
        assert "SALAOTSIKKO" not in response.content.decode()
    assert not DraftAnswer.objects.exists()
    screen = logged_in(people.editor).get(reverse("editorial:links", args=[post.pk]))
    assert "Se ei avaa mitään" in screen.content.decode()
    name_author(post, people.editor, author)
    assert Client().get(address).status_code == 200


def test_an_author_by_account_is_named_by_any_profile(people):
    """The person is who they are, whichever of their profiles the page names."""
    author = make_author(user=people.writer)
    post = make_post(people.editor, authors=[author])
    link = send(post, people.editor, author, address="writer@example.fi")
    name_author(post, people.editor, make_author("Maija", "Meri", user=people.writer))
    assert Client().get(path(link)).status_code == 200


def test_many_answers_are_few_mails(people, post, time_machine):
    """All are kept. The first is told at once, the newest of the others an hour later, once."""
    link = send(post, people.editor)
    mail.outbox.clear()
    time_machine.move_to(timezone.now())
    for number in range(MOST):
        assert press(link, answer="changes", text=f"Kohta {number}.").status_code == 303
    assert link.answers.count() == MOST
    assert ["Kohta 0." in message.body for message in mail.outbox] == [True, True]
    time_machine.shift(59 * 60)
    do_due()
    assert len(mail.outbox) == 2
    time_machine.shift(2 * 60)
    do_due()
    do_due()
    last = [f"Kohta {MOST - 1}." in message.body for message in mail.outbox[2:]]
    assert last == [True, True]


def test_what_should_change_is_kept_and_mailed(people, post):
    """With the version it is about; to the editor who asked and the group that decides."""
    link = send(post, people.editor)
    mail.outbox.clear()
    response = press(link, answer="changes", text="Toinen kappale on liian pitkä.")
    assert response.status_code == 303
    said = link.answers.get()
    revision = fresh(post).latest_revision
    assert (said.revision, said.saved_at) == (revision, revision.created_at)
    assert {m.to[0] for m in mail.outbox} == {
        "editor@example.fi",
        "editor2@example.fi",
    }
    assert all("Toinen kappale" in message.body for message in mail.outbox)
    entry = PageLogEntry.objects.get(action="editorial.answer")
    assert entry.comment == "Toinen kappale on liian pitkä."
    assert "Kiitos!" in Client().get(path(link)).content.decode()


def test_the_answer_is_to_the_version_that_was_shown(people, post):
    """A newer one is a conflict: it is shown, and what was typed is kept."""
    link = send(post, people.editor)
    before = seen(post)
    revise(post, people.editor, title="Uudempi")
    response = press(link, seen=before, answer="changes", text="Kirjoitin tämän.")
    text = response.content.decode()
    assert response.status_code == 409
    assert "Uudempi" in text
    assert "Kirjoitin tämän." in text
    assert "uudempi versio" in text
    assert not link.answers.exists()
    assert press(link, answer="changes", text="Kirjoitin tämän.").status_code == 303


@pytest.mark.parametrize(
    "data",
    [
        {"answer": "changes", "text": "  "},
        {"answer": "fine", "text": "mutta tämä"},
        {"answer": "changes", "text": "x" * 10_001},
        {"answer": "muuta"},
        {"seen": ""},
    ],
)
def test_a_mistake_is_one_sentence(people, post, data):
    """Nothing is recorded, the page is shown again, and what was typed is kept."""
    link = send(post, people.editor)
    response = press(link, **data)
    assert response.status_code in (400, 409)
    assert data.get("text", "") in response.content.decode()
    assert not link.answers.exists()


def test_the_same_said_twice_is_said_once(people, post):
    """A double click is one answer and one mail to each."""
    link = send(post, people.editor)
    mail.outbox.clear()
    press(link)
    press(link)
    assert link.answers.count() == 1
    assert len(mail.outbox) == 2


def with_document(people, **fields):
    document = get_document_model().objects.create(
        title="Liite",
        file=ContentFile(b"LIITE", name="liite.txt"),
        uploaded_by_user=people.editor,
    )
    return make_post(
        people.editor,
        body=[("file", {"document": document, "title": "Liite"})],
        **fields,
    )


def document_path(response):
    return re.search(r'href="(/luonnos/[^"]+/\d+/)"', response.content.decode())[1]


def test_documents_of_the_draft_load_by_the_link(people):
    """Only its own, and only by the link: for everybody else they stay in."""
    post = with_document(people)
    link = send(post, people.editor)
    address = document_path(Client().get(path(link)))
    assert b"".join(Client().get(address).streaming_content) == b"LIITE"
    document = get_document_model().objects.get()
    assert Client().get(document.url).status_code == 404
    other = get_document_model().objects.create(
        title="Muu", file=ContentFile(b"MUU", name="muu.txt")
    )
    assert Client().get(f"{path(link)}{other.pk}/").status_code == 410
    links.revoke(link, people.editor)
    assert Client().get(address).status_code == 410
