"""On the record: who did what on the way to a release, from the audit log."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from kdsite.editorial.history import release_record
from kdsite.editorial.history.release_record import Act
from kdsite.editorial.models import Release
from kdsite.editorial.private_links import answers, links
from kdsite.editorial.publishing.manifest import manifest_of
from kdsite.editorial.releases.publish_due import publish_due
from kdsite.editorial.review import submission
from kdsite.editorial.review.decisions import token_of_review
from tests.editorial.private_links.steps import read
from tests.editorial.releases.record_steps import acts, save, written
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fill_in,
    fresh,
    its_time,
    logged_in,
    make_slot,
    publish_by_review,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(people):
    post = make_post(people.writer, title="Ensimmäinen")
    save(post, people.writer)
    return post


def test_every_act_of_everybody_in_the_order_of_time(people, post):
    """Written, sent, asked for changes, changed, sent, corrected, approved, published."""
    submit(post, people.writer)
    ask_for_changes(post, people.editor, comment="Lyhennä.")
    save(post, people.writer, title="Toinen")
    submit(post, people.writer)
    save(post, people.editor, title="Kolmas")
    submission.correct(fresh(post), people.editor)
    approve(post, people.editor2, seen=token_of_review(fresh(post)))
    lines = written(Release.objects.get())
    assert acts(lines) == [
        (Act.WROTE, "writer"),
        (Act.SUBMITTED, "writer"),
        (Act.ASKED, "editor"),
        (Act.CHANGED, "writer"),
        (Act.SUBMITTED, "writer"),
        (Act.CORRECTED, "editor"),
        (Act.APPROVED, "editor2"),
        (Act.PUBLISHED, "editor2"),
    ]
    assert lines[2].comment == "Lyhennä."
    numbers = [line.revision for line in lines]
    first, second, third = numbers[0], numbers[3], numbers[7]
    assert len({first, second, third}) == 3
    assert numbers == [first] * 3 + [second] * 2 + [third] * 3
    assert lines[6].role == "member"


def test_taken_back_is_on_the_record(people, post):
    submit(post, people.writer)
    submission.take_back(post, people.writer)
    publish_by_review(post, people.writer, people.editor)
    lines = written(Release.objects.get())
    assert (Act.TAKEN_BACK, "writer") in acts(lines)


def test_a_stand_in_is_named_so(people, post):
    """For an approval and for asking for changes."""
    for editor in (people.editor, people.editor2):
        editor.is_active = False
        editor.save()
    submit(post, people.writer)
    ask_for_changes(post, people.reviewer)
    submit(post, people.writer)
    approve(post, people.admin)
    lines = written(Release.objects.get())
    assert {line.act for line in lines if line.is_stand_in} == {
        Act.ASKED,
        Act.APPROVED,
    }
    asked = next(line for line in lines if line.act == Act.ASKED)
    assert asked.entry.user == people.reviewer


def test_only_since_it_was_public_before(people, post):
    """Each release has its own record."""
    publish_by_review(post, people.writer, people.editor)
    save(post, people.writer, title="Korjattu")
    publish_by_review(post, people.writer, people.editor2)
    second, first = Release.objects.all()
    assert acts(written(first))[-1] == (Act.PUBLISHED, "editor")
    assert acts(written(second)) == [
        (Act.CHANGED, "writer"),
        (Act.SUBMITTED, "writer"),
        (Act.APPROVED, "editor2"),
        (Act.PUBLISHED, "editor2"),
    ]


def test_both_languages_and_the_profile_are_in_one_record(people):
    """A release of a slot: original, translation and what was new with them."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    slot = make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record_ = translate(post, people.translator)
    fill_in(record_, people.translator)
    send(record_, people.translator)
    approve(target, people.reviewer)
    its_time(slot)
    (release,) = publish_due()
    lines = written(release)
    assert {line.language for line in lines} == {"fi", "sv"}
    titles = {line.entry.page_id for line in lines}
    assert {post.pk, target.pk, author.pk} <= titles
    assert (Act.TRANSLATED, "translator") in acts(lines)
    assert (Act.APPROVED, "reviewer") in acts(lines)
    assert [line.who for line in lines if line.act == Act.PUBLISHED] == [
        "Sivusto itse"
    ] * len(release.pages.all())
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert release_record.of_slot(slot) == release_record.of_release(release)


def test_an_author_without_an_account_is_named(people):
    """With the address that the answer came from."""
    author = make_author(saved_by=people.editor)
    post = make_post(people.editor, authors=[author])
    submit(post, people.editor)
    link = links.send(
        post, people.editor, "maija@example.org", "fi", author_id=author.pk
    )
    seen = manifest_of(fresh(post).latest_revision)
    answers.answer(link, seen, is_fine=True)
    read(post, people.editor2)
    (line,) = [x for x in written(Release.objects.get()) if x.act == Act.CONFIRMED]
    assert (line.who, line.address, line.role) == (
        "Maija Malli",
        "maija@example.org",
        "author",
    )


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("editor", True),
        ("admin", True),
        ("writer", False),
        ("translator", False),
    ],
)
def test_only_editors_and_superusers_read_it(people, post, name, allowed):
    """In the menu, the list, the record and the export; and nobody changes it."""
    slot = make_slot(post, days=-1, mode="original_first")
    publish_by_review(post, people.writer, people.editor)
    release = Release.objects.get()
    client = logged_in(getattr(people, name))
    for url in (
        reverse("editorial:releases"),
        reverse("editorial:record", args=[release.pk]),
        reverse("editorial:slot_record", args=[slot.pk]),
    ):
        assert (client.get(url).status_code == 200) == allowed, url
        assert client.get(url, {"export": "csv"}).status_code == (
            200 if allowed else 302
        )
        entries = PageLogEntry.objects.count()
        assert client.post(url).status_code in (302, 405)
        assert PageLogEntry.objects.count() == entries
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert (reverse("editorial:releases") in home) == allowed
