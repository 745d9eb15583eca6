"""Private links to a draft: read without an account, answered, and what an author's word counts."""

import re

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import PageLogEntry

from blog.models import Consent
from kdsite.editorial import answers, links, submission
from kdsite.editorial.models import Approval, DraftAnswer, DraftLink
from kdsite.editorial.refusals import Conflict, Refusal
from tests.factories import make_author, make_post, make_user
from tests.helpers import (
    approve,
    ask_for_changes,
    fresh,
    logged_in,
    make_slot,
    post_form,
    publish,
    read,
    revise,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db

ADDRESS = "maija@example.org"


@pytest.fixture
def author(people):
    """A profile without an account."""
    return make_author(saved_by=people.editor)


@pytest.fixture
def post(people, author):
    """An editor's version of a post by somebody without an account."""
    return make_post(people.editor, title="SALAOTSIKKO", authors=[author])


def send(post, by, author=None, address=ADDRESS, language="fi", name="Lukija"):
    return links.send(
        post, by, address, language, name, author_id=author.pk if author else None
    )


def path(link):
    return links.path_of(link)


def seen(post):
    return answers.token(fresh(post).latest_revision)


def fine(link):
    return answers.answer(link, seen(link.page), is_fine=True)


def press(link, client=None, **data):
    data = {"seen": seen(link.page), "answer": "fine", "text": ""} | data
    return (client or Client()).post(path(link), data)


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


# What an author's word counts.


def test_an_author_confirms_an_editors_version(people, author, post):
    """Two people stand behind it, so the review ends, and the consent is kept."""
    submit(post, people.editor)
    link = send(post, people.editor, author)
    fine(link)
    post = fresh(post)
    assert post.live
    approval = Approval.objects.get(revision=post.live_revision)
    assert (approval.user, approval.author_name, approval.role) == (
        None,
        "Maija Malli",
        "author",
    )
    consent = Consent.objects.get(page=post)
    assert (consent.name, consent.user, consent.language) == ("Maija Malli", None, "fi")
    entry = PageLogEntry.objects.get(page=post.pk, action="editorial.approve")
    assert (entry.user, entry.data["address"]) == (None, ADDRESS)


def test_the_consent_is_on_the_screen(people, author, post):
    """Only of an author it is asked."""
    text = Client().get(path(send(post, people.editor, author))).content.decode()
    assert "minulla on oikeus julkaista" in text
    text = Client().get(path(send(post, people.editor))).content.decode()
    assert "minulla on oikeus julkaista" not in text


def test_a_draft_waits_for_being_sent(people, author, post):
    """Outside a review the author's word makes nothing public; sending the page ends it."""
    link = send(post, people.editor, author)
    fine(link)
    assert not Approval.objects.exists()
    assert not fresh(post).live
    response = post_form(
        logged_in(people.editor), post, **{"action-submit": "1", "title": post.title}
    )
    assert response.status_code == 302
    assert not fresh(post).live, "the form made a version of its own"
    fine(link)
    assert fresh(post).live


def test_sending_it_ends_the_review_at_once(people, author, post):
    """Where nothing was changed since the author read it; whoever sends it is told."""
    fine(send(post, people.editor, author))
    state = submit(post, people.editor)
    assert state.status == state.STATUS_APPROVED
    assert "hyväksytty" in submission.sent_sentence(state)
    assert fresh(post).live


def test_it_waits_for_its_slot(people, author, post):
    """Ended by an author's word, the review schedules like any other."""
    make_slot(post, mode="original_first")
    submit(post, people.editor)
    fine(send(post, people.editor, author))
    assert not fresh(post).live
    assert fresh(post).waiting.approved_by is None


def test_an_ordinary_readers_word_counts_nothing(people, author, post):
    """“Fine as it is” from anybody else is an opinion."""
    submit(post, people.editor)
    fine(send(post, people.editor, name="Maija Malli"))
    assert not Approval.objects.exists()
    assert not Consent.objects.exists()
    assert not fresh(post).live


def test_an_author_confirms_nothing_but_a_members_words(people, author):
    """A guest's version needs an editor: the author's word is only consent."""
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    Consent.objects.all().delete()
    fine(send(post, people.editor, author))
    assert not fresh(post).live
    assert Consent.objects.get().name == "Maija Malli"
    approve(post, people.editor)
    assert fresh(post).live


def test_what_should_change_confirms_nothing(people, author, post):
    submit(post, people.editor)
    link = send(post, people.editor, author)
    answers.answer(link, seen(post), is_fine=False, text="Ei näin.")
    assert not fresh(post).live
    assert not Consent.objects.exists()


def test_a_correction_needs_the_authors_word_anew(people, author, post):
    """The answer is of exactly the version that was read."""
    link = send(post, people.editor, author)
    fine(link)
    revise(post, people.editor, title="Korjattu")
    submit(post, people.editor)
    assert not fresh(post).live
    fine(link)
    assert fresh(post).title == "Korjattu"


def test_text_written_over_in_place_was_not_read(people, author, post):
    """Autosave keeps the revision's id (B13): the answer does not count for the new words."""
    fine(send(post, people.editor, author))
    draft = fresh(post).get_latest_revision_as_object()
    draft.title = "Vaihdettu"
    draft.save_revision(
        user=people.editor, overwrite_revision=fresh(post).latest_revision
    )
    submit(post, people.editor)
    assert not fresh(post).live


def test_who_is_no_author_any_more_confirms_nothing(people, author, post):
    link = send(post, people.editor, author)
    draft = fresh(post).get_latest_revision_as_object()
    draft.bylines = [type(draft.bylines.all()[0])(author=make_author("Aino", "Toinen"))]
    draft.save_revision(user=people.editor)
    submit(post, people.editor)
    fine(link)
    assert not fresh(post).live
    assert not Consent.objects.exists()


def test_a_revoked_links_answer_does_not_count_later(people, author, post):
    """It was sent to the wrong address: what came from there is worth nothing."""
    link = send(post, people.editor, author)
    fine(link)
    links.revoke(link, people.editor2)
    submit(post, people.editor)
    assert not fresh(post).live
    with pytest.raises(answers.Closed):
        fine(link)


def test_an_answer_does_not_undo_a_decision(people, author):
    """An editor asked for changes after the author had answered: sent again unchanged, the page
    needs a new word, even where the rule would let the old one count by now."""
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    link = send(post, people.editor, author)
    fine(link)
    ask_for_changes(post, people.editor)
    people.writer.groups.add(people.editor.groups.get())
    submit(post, people.writer)
    assert not fresh(post).live
    assert not Approval.objects.exists()


def test_what_was_taken_down_does_not_come_back_by_an_old_answer(people, author, post):
    """Taking down takes one editor; putting up again takes two people anew."""
    link = send(post, people.editor, author)
    submit(post, people.editor)
    approve(post, people.editor2)
    DraftAnswer.objects.create(
        link=link,
        revision=fresh(post).latest_revision,
        saved_at=fresh(post).latest_revision.created_at,
        is_fine=True,
    )
    fresh(post).unpublish(user=people.editor)
    submit(post, people.editor)
    assert not fresh(post).live


def test_a_translation_is_not_confirmed_by_its_author(people, author):
    """The language team decides; the author may read, as anybody."""
    post = publish(
        make_post(people.writer, authors=[author]), people.writer, people.editor
    )
    target, _record = translate(post, people.translator)
    with pytest.raises(Refusal):
        send(target, people.editor, author)
    assert send(target, people.editor).pk


def test_an_author_with_an_account_answers_as_that_account(people):
    """Nobody is two people: the account approves once, whichever way."""
    author = make_author(user=people.writer)
    post = make_post(people.editor, authors=[author])
    submit(post, people.editor)
    fine(send(post, people.editor, author, address="Writer@example.fi"))
    approval = Approval.objects.get(revision=fresh(post).live_revision)
    assert (approval.user, approval.author) == (people.writer, None)


def test_an_author_does_not_confirm_their_own_version_by_a_link(people):
    """Whoever saved last is one person, also without logging in."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    fine(send(post, people.editor, author, address="writer@example.fi"))
    assert not fresh(post).live
    assert not Approval.objects.exists()


def test_a_profile_that_got_an_account_meanwhile(people, author, post):
    """The link was for somebody without one: its answer is not that account's word."""
    submit(post, people.editor)
    link = send(post, people.editor, author)
    type(author).objects.filter(pk=author.pk).update(user=people.writer)
    fine(link)
    assert not fresh(post).live


# An editor who plays the author.


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


def test_an_ordinary_link_can_be_copied(people, post):
    link = send(post, people.editor)
    page = reverse("editorial:links", args=[post.pk])
    assert path(link) in logged_in(people.editor2).get(page).content.decode()


# The editors' screen.


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
