"""The record of a release on the screen and as a file for machines."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from kdsite.editorial.history import release_record
from kdsite.editorial.history.release_record import Act
from kdsite.editorial.models import Release
from tests.editorial.releases.record_steps import acts, save, written
from tests.support.factories import make_post
from tests.support.helpers import (
    fresh,
    logged_in,
    publish_by_review,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def post(people):
    post = make_post(people.writer, title="Ensimmäinen")
    save(post, people.writer)
    return post


def test_autosaves_are_one_line_to_read_and_all_in_the_export(people, post):
    """The page view collapses saves in a row by one person, the CSV keeps each."""
    for number in range(5):
        save(post, people.writer, title=f"Versio {number}")
    publish_by_review(post, people.writer, people.editor)
    lines = release_record.of_release(Release.objects.get())
    wrote = [line for line in lines if line.act == Act.WROTE]
    assert len(wrote) == 6
    (short,) = [
        line for line in release_record.shortened(lines) if line.act == Act.WROTE
    ]
    assert short.times == 6
    assert (short.first_at, short.at) == (wrote[0].at, wrote[-1].at)
    rows = export(people.editor)
    assert len([row for row in rows if row["Koodi"] == "wrote"]) == 6


def export(person, release=None):
    release = release or Release.objects.latest("pk")
    url = reverse("editorial:record", args=[release.pk])
    response = logged_in(person).get(url, {"export": "csv"})
    raw = b"".join(response.streaming_content)
    assert response["Content-Type"].startswith("text/csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))


def test_the_export_is_for_machines_and_safe_to_open(people, post):
    """ISO times in UTC beside local ones; a cell never begins a formula."""
    save(post, people.writer, title='=HYPERLINK("http://x")')
    publish_by_review(post, people.writer, people.editor)
    rows = export(people.editor)
    assert all(not row["Otsikko"].startswith("=") for row in rows)
    entry = PageLogEntry.objects.filter(action="wagtail.publish").latest("pk")
    last = rows[-1]
    assert last["Aika (UTC)"] == entry.timestamp.isoformat()
    assert last["Aika (UTC)"].endswith("+00:00")
    local = timezone.localtime(entry.timestamp)
    assert last["Aika Suomessa"] == local.strftime("%d.%m.%Y %H.%M.%S")
    assert (last["Koodi"], last["Tunnus"]) == ("published", "editor@example.fi")
    assert last["Versio"] == str(fresh(post).live_revision_id)


def test_it_speaks_the_readers_language(people, post):
    """Headings and acts, for a Swedish editor."""
    publish_by_review(post, people.writer, people.editor)
    profile = people.editor2.wagtail_userprofile
    profile.preferred_language = "sv"
    profile.save()
    rows = export(people.editor2)
    assert rows[-1]["Vad"] == "Publicerade"
    url = reverse("editorial:record", args=[Release.objects.get().pk])
    text = logged_in(people.editor2).get(url).content.decode()
    assert "Skickade för granskning" in text


def test_a_deleted_page_keeps_its_record(people, post):
    """The log and the titles outlive the page; the record can still be read and exported."""
    publish_by_review(post, people.writer, people.editor)
    release = Release.objects.get()
    before = acts(written(release))
    page = fresh(post)
    page.unpublish(user=people.editor)
    page.delete(user=people.editor)
    assert acts(written(release)) == before
    released = release.pages.get()
    assert (released.page, released.revision) == (None, None)
    assert released.revision_number
    client = logged_in(people.editor)
    text = client.get(reverse("editorial:record", args=[release.pk])).content.decode()
    assert "Ensimmäinen" in text
    assert "sivu on poistettu" in text
    assert export(people.editor)


def test_the_list_is_filtered_by_day(people, post):
    publish_by_review(post, people.writer, people.editor)
    Release.objects.update(happened_at=timezone.now() - timezone.timedelta(days=400))
    other = make_post(people.writer, title="Tuore")
    publish_by_review(other, people.writer, people.editor)
    client = logged_in(people.editor)
    for name in ("editorial:releases", "editorial:releases_results"):
        url = reverse(name)
        text = client.get(url).content.decode()
        assert "Tuore" in text
        assert "Ensimmäinen" in text
        day = timezone.localdate().isoformat()
        text = client.get(url, {"happened_at_from": day}).content.decode()
        assert "Tuore" in text
        assert "Ensimmäinen" not in text
