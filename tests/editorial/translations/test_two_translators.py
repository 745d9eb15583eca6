"""Two people at one translation: nobody writes over what they have not read; what was there is kept."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import escape
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
)

from kdsite.editorial.models import EarlierWording
from tests.editorial.translations.in_the_editor import put, saved_to
from tests.support.factories import make_image, make_post
from tests.support.forms.undrawn import context_of
from tests.support.helpers import edit_url, fill_in, logged_in, publish, translate

pytestmark = pytest.mark.django_db


def set_the_scene(people):
    """A translation that the translator has filled in."""
    image = make_image(people.writer)
    post = make_post(people.writer, "Silta", hero_image=image, hero_alt="Silta")
    post = publish(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    return {"image": image, "post": post, "target": target, "record": record}


@pytest.fixture
def segment(scene):
    return StringSegment.objects.get(source=scene.record.source, context__path="title")


def opened(user, scene):
    return saved_to(user, scene.target)


def words_of(scene, segment):
    row = StringTranslation.objects.get(
        translation_of=segment.string,
        context=segment.context,
        locale=scene.record.target_locale,
    )
    return row.data


def test_the_later_one_is_told_what_the_other_wrote(scene, people, segment):
    """Nothing is written over; the typed words stay in the answer, with the other's beside them."""
    key = ("string", segment.pk)
    first = opened(people.translator, scene)[key]
    second = opened(people.reviewer, scene)[key]
    assert put(people.reviewer, second, "Bron").status_code == 200
    answer = put(people.translator, first, "Spången")
    assert answer.status_code == 409
    assert words_of(scene, segment) == "Bron"
    body = answer.json()
    assert body["data"] == "Spången"
    assert "“Bron”" in body["error"].replace("”Bron”", "“Bron”")
    assert "reviewer" in body["error"]


def test_who_has_read_it_may_write_over_it(scene, people, segment):
    """With the name of what the answer showed; the other's words are kept."""
    key = ("string", segment.pk)
    first = opened(people.translator, scene)[key]
    put(people.reviewer, opened(people.reviewer, scene)[key], "Bron")
    seen = put(people.translator, first, "Spången").json()["seen"]
    again = f"{first.partition('?')[0]}?seen={seen}"
    assert put(people.translator, again, "Spången").status_code == 200
    assert words_of(scene, segment) == "Spången"
    kept = EarlierWording.objects.filter(data="Bron").get()
    assert (kept.written_by, kept.replaced_by) == (people.reviewer, people.translator)


def test_ones_own_words_are_no_strangers(scene, people, segment):
    """Saving twice from one page is no conflict."""
    address = opened(people.translator, scene)["string", segment.pk]
    for words in ("Bron", "Spången", "Bron igen"):
        assert put(people.translator, address, words).status_code == 200
    assert words_of(scene, segment) == "Bron igen"


def test_nothing_is_taken_away_unread_either(scene, people, segment):
    address = opened(people.translator, scene)["string", segment.pk]
    put(people.reviewer, opened(people.reviewer, scene)["string", segment.pk], "Bron")
    assert logged_in(people.translator).delete(address).status_code == 409
    assert words_of(scene, segment) == "Bron"


def test_what_was_taken_away_is_not_brought_back_unread(scene, people, segment):
    address = opened(people.translator, scene)["string", segment.pk]
    fresh_one = opened(people.reviewer, scene)["string", segment.pk]
    assert logged_in(people.reviewer).delete(fresh_one).status_code == 200
    assert put(people.translator, address, "Spången").status_code == 409


def test_an_address_that_does_not_say_what_was_loaded(scene, people, segment):
    """Writes over nobody else's words."""
    address = opened(people.reviewer, scene)["string", segment.pk].partition("?")[0]
    assert put(people.reviewer, address, "Bron").status_code == 409
    assert put(people.translator, address, "Bron").status_code == 200


def test_another_picture_is_not_written_over_unread(scene, people):
    """An override is a word, too; and nobody writes one that the text cannot be made with."""
    picture = OverridableSegment.objects.get(
        source=scene.record.source, context__path="hero_image"
    )
    key = ("synchronised_value", picture.pk)
    first, second = (
        opened(people.translator, scene)[key],
        opened(people.reviewer, scene)[key],
    )
    assert put(people.reviewer, second, 999_999).status_code == 400
    assert put(people.reviewer, second, scene.image.pk).status_code == 201
    assert put(people.translator, first, 7).status_code == 409
    override = SegmentOverride.objects.get(context=picture.context)
    assert override.data == str(scene.image.pk)


def test_a_save_of_nothing_is_told_so(scene, people, segment):
    address = opened(people.translator, scene)["string", segment.pk]
    assert logged_in(people.translator).put(address).status_code == 400
    assert words_of(scene, segment) == "sv Silta"


def download(user, scene):
    url = reverse("wagtail_localize:download_pofile", args=[scene.record.pk])
    return logged_in(user).get(url).content.decode()


def upload(user, scene, po):
    url = reverse("wagtail_localize:upload_pofile", args=[scene.record.pk])
    file = SimpleUploadedFile("sv.po", po.encode() if isinstance(po, str) else po)
    return logged_in(user).post(url, {"file": file}, follow=True)


@pytest.mark.parametrize("made", [r"\g<0>", "xx", "2099-01-01 00:00+0000"])
def test_an_older_po_file_takes_the_rest(scene, people, segment, made):
    """What somebody else wrote after the file was fetched stays, whatever time is written into it
    by hand; the rest of the file comes in."""
    po = download(people.translator, scene)
    po = re.sub(r"(?<=POT-Creation-Date: )[^\\]+", made, po)
    po = po.replace('msgstr "sv Silta"', 'msgstr "Ur filen"')
    address = opened(people.reviewer, scene)["string", segment.pk]
    put(people.reviewer, address, "Bron")
    html = upload(people.translator, scene, po).content.decode()
    assert words_of(scene, segment) == "Bron"
    assert "Lämnades som det är" in html
    assert "Bron" in html
    alt = StringSegment.objects.get(
        source=scene.record.source, context__path="hero_alt"
    )
    assert words_of(scene, alt) == "Ur filen"


def test_a_po_file_may_be_brought_in_twice(scene, people, segment):
    """Who corrects their own file is no other."""
    po = download(people.translator, scene)
    for words in ("Ett", "Två"):
        again = po.replace('msgstr "sv Silta"', f'msgstr "{words}"')
        upload(people.translator, scene, again)
        assert words_of(scene, segment) == words


@pytest.mark.parametrize(
    "content", [b"hej", b"\xff\xfe\x00", b"", b"/etc/passwd", b"msgid\nmsgstr\n"]
)
def test_what_is_no_po_file_is_said_to_be_none(scene, people, segment, content):
    response = upload(people.translator, scene, content)
    assert response.status_code == 200
    assert "PO-fil" in response.content.decode()
    assert words_of(scene, segment) == "sv Silta"


def test_an_upload_without_a_file_is_told_so(scene, people):
    url = reverse("wagtail_localize:upload_pofile", args=[scene.record.pk])
    response = logged_in(people.translator).post(url, follow=True)
    assert "PO-fil" in response.content.decode()


# What was written over.


def test_an_ordinary_translator_finds_and_takes_back(scene, people, segment):
    """From the editor to a list that says who wrote what when; one button."""
    address = opened(people.reviewer, scene)["string", segment.pk]
    put(people.reviewer, address, "Bron")
    earlier = reverse("translation_strings:earlier", args=[scene.record.pk])
    client = logged_in(people.translator)
    assert earlier in client.get(edit_url(scene.target)).content.decode()
    html = client.get(earlier).content.decode()
    for words in ("sv Silta", "Bron", "translator", "reviewer"):
        assert escape(words) in html
    (kept,) = context_of(client, earlier)["rows"]
    data = {"earlier": kept["wording"].pk, "seen": kept["wording"].token}
    client.post(earlier, data)
    assert words_of(scene, segment) == "sv Silta"
    assert EarlierWording.objects.filter(data="Bron").exists()


def test_taking_back_writes_over_nobody_unread(scene, people, segment):
    put(people.reviewer, opened(people.reviewer, scene)["string", segment.pk], "Bron")
    earlier = reverse("translation_strings:earlier", args=[scene.record.pk])
    client = logged_in(people.translator)
    (kept,) = context_of(client, earlier)["rows"]
    data = {"earlier": kept["wording"].pk, "seen": kept["wording"].token}
    put(people.reviewer, opened(people.reviewer, scene)["string", segment.pk], "Bron 2")
    html = client.post(earlier, data, follow=True).content.decode()
    assert "Bron 2" in html
    assert words_of(scene, segment) == "Bron 2"


@pytest.mark.parametrize("name", ["writer", "writer2"])
def test_nobody_else_sees_or_takes_back(scene, people, segment, name):
    put(people.reviewer, opened(people.reviewer, scene)["string", segment.pk], "Bron")
    kept = EarlierWording.objects.get()
    earlier = reverse("translation_strings:earlier", args=[scene.record.pk])
    client = logged_in(getattr(people, name))
    assert "Bron" not in client.get(earlier, follow=True).content.decode()
    client.post(earlier, {"earlier": kept.pk, "seen": "none"})
    assert words_of(scene, segment) == "Bron"


def test_a_button_pressed_with_nonsense(scene, people):
    earlier = reverse("translation_strings:earlier", args=[scene.record.pk])
    client = logged_in(people.translator)
    for asked in ("", "x", "-1", "999999999"):
        assert client.post(earlier, {"earlier": asked}).status_code == 404
