"""Nothing beside the text can stop a publication: each thing that follows one is broken in earnest,
and the release is out, in both languages; what is missing is kept, told and done in the end."""

from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ReferenceIndex

from home.models import SearchTerm
from kdsite.editorial.follow_ups.tasks import sentence_of
from kdsite.editorial.models import FollowUp, Notice
from kdsite.editorial.reasons import in_words
from kdsite.editorial.releases.publish_due import publish_due
from tests.editorial.when_it_fails.breaking import refusing, try_all_again
from tests.editorial.when_it_fails.scene import set_the_scene
from tests.support.factories import make_post
from tests.support.helpers import logged_in, publish, read, revise

__all__ = ["set_the_scene"]

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.both_databases,
    pytest.mark.indexed,
    pytest.mark.mailed,
]


@contextmanager
def without_the_picture(scene):
    path = Path(scene.image.file.path)
    hidden = path.rename(path.with_suffix(".hidden"))
    try:
        yield
    finally:
        hidden.rename(path)


BROKEN = {
    "readers' search": (
        lambda scene: refusing("home_searchterm"),
        "home.search.indexing.follow_publication",
        "Lukijat eivät vielä löydä",
        lambda scene: SearchTerm.objects.filter(page=scene.post.pk).exists(),
    ),
    "the admin's search": (
        lambda scene: refusing("wagtailsearch_indexentry"),
        "modelsearch.tasks.insert_or_update_object_task",
        "Hallinnan haku ei vielä tunne",
        lambda scene: True,
    ),
    "references": (
        lambda scene: refusing("wagtailcore_referenceindex"),
        "wagtail.tasks.update_reference_index_task",
        "mitä tiedostoja ja sivuja",
        lambda scene: ReferenceIndex.get_references_to(scene.image).exists(),
    ),
    "pictures": (
        without_the_picture,
        "kdsite.images.renditions.make_pictures",
        "ei vielä ole kaikkia kokoja",
        lambda scene: scene.image.renditions.filter(
            filter_spec__contains="avif"
        ).exists(),
    ),
    "the table of mails": (
        lambda scene: refusing("editorial_notice"),
        "kdsite.editorial.notifications.release_events.announce",
        "ei ole vielä kerrottu",
        lambda scene: Notice.objects.filter(key__startswith="published:").exists(),
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_each_thing_beside_the_text_may_fail(scene, people, what):
    """The release is out at once; the row says what is missing, and why; when what was broken is
    whole again it is done, and the row is gone."""
    breaking, task, sentence, is_done = BROKEN[what]
    ReferenceIndex.objects.all().delete()
    with breaking(scene):
        (release,) = publish_due()
        assert {page.language for page in release.pages.all()} == {"fi", "sv"}
        assert read(scene.post)[0] == read(scene.target)[0] == 200
        assert scene.slot.problem == ""
        rows = list(FollowUp.objects.failed())
        assert {row.task for row in rows} == {task}
        with override("fi"):
            assert sentence in sentence_of(rows[0])
            why = in_words(rows[0].problem)
        assert why.startswith(("Tietokanta", "Tiedosto puuttuu"))
        try_all_again()
        assert FollowUp.objects.failed().count() == len(rows)
        front = logged_in(people.editor).get(reverse("wagtailadmin_home"))
        assert sentence in front.content.decode()
    try_all_again()
    assert not FollowUp.objects.exists()
    assert is_done(scene)
    assert len({letter.to[0] for letter in mail.outbox}) == len(mail.outbox)


def test_the_editors_hear_of_what_goes_on_failing(scene, people):
    """Once, in words, after some tries: what fails for a minute is nobody's business."""
    with without_the_picture(scene):
        publish_due()
        mail.outbox.clear()
        try_all_again()
        try_all_again()
        assert mail.outbox == []
        for _again in range(3):
            try_all_again()
    letters = [letter for letter in mail.outbox if "Laituri" in letter.body]
    assert {letter.to[0] for letter in letters} == {
        "editor@example.fi",
        "editor2@example.fi",
    }
    assert "Tiedosto puuttuu" in letters[0].body
    assert "Error" not in letters[0].body


def test_a_former_address_leads_on_in_the_end(scene, people):
    """A publication with a new address is out, whatever the table of redirects says."""
    post = publish(make_post(people.writer, "Lossi"), people.writer, people.editor)
    old = post.url
    revise(post, people.writer, slug="silta")
    with refusing("wagtailredirects_redirect"):
        page = publish(post, people.writer, people.editor)
        assert page.slug == "silta"
        assert Client().get(old).status_code == 404
        assert FollowUp.objects.failed().exists()
    try_all_again()
    assert Client().get(old, follow=True).redirect_chain[-1][0] == page.url
    assert Redirect.objects.filter(automatically_created=True).exists()


def test_a_process_that_ends_after_the_commit_loses_nothing(scene, monkeypatch):
    """What follows was written down with the release."""
    monkeypatch.setattr(
        "kdsite.editorial.follow_ups.queue.after_commit", lambda function: None
    )
    publish_due()
    assert FollowUp.objects.exists()
    monkeypatch.undo()
    try_all_again()
    assert not FollowUp.objects.exists()
    assert SearchTerm.objects.filter(page=scene.post.pk).exists()


def test_what_was_taken_down_is_gone_whatever_the_index_says(scene, people):
    """Search and lists ask what is public."""
    publish_due()
    assert "Laituri" in Client().get("/fi/haku/", {"q": "laituri"}).content.decode()
    with refusing("home_searchterm"), refusing_deletion("home_searchterm"):
        url = reverse("wagtailadmin_pages:unpublish", args=[scene.post.pk])
        logged_in(people.editor).post(url, {"which": "both"})
        assert SearchTerm.objects.filter(page=scene.post.pk).exists()
        for address in ("/fi/haku/?q=laituri", "/sv/sok/?q=laituri", "/fi/blogi/"):
            html = Client().get(address).content.decode()
            assert scene.post.url not in html
            assert scene.target.url not in html
    try_all_again()
    assert not SearchTerm.objects.filter(page=scene.post.pk).exists()


def refusing_deletion(table):
    return refusing(table, "DELETE")


def test_a_page_that_is_deleted_meanwhile_has_nothing_to_follow(scene):
    """Its rows go, and nobody is told that they failed."""
    post = make_post(None, "Poistettu")
    row = FollowUp.objects.create(
        task="modelsearch.tasks.insert_or_update_object_task",
        arguments=["blog", "blogpage", str(post.pk)],
    )
    post.delete()
    try_all_again()
    assert not FollowUp.objects.filter(pk=row.pk).exists()
