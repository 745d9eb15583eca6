"""From a file to a draft: the command, what it makes, and what it never does."""

import datetime
import io
import json
import zipfile

import docx
import pytest
from django.core.management import CommandError, call_command
from PIL import Image
from wagtail.images import get_image_model

from blog.models import BlogPage
from community.models import AuthorPage
from tests.support.factories import make_author, make_question

pytestmark = pytest.mark.django_db

TEXT = """Kirjoittajat: Maija-Liisa Malli, osallisuusasiantuntija, Mallilan kaupunki ja Onni Esimerkki, tutkija, Esimerkkilän yliopisto

Yhteinen pöytä

Keväällä kutsuimme asukkaat saman pöydän ääreen. Tulijoita oli enemmän kuin tuoleja.

Mitä pöydässä tapahtui?

Ensin kuunneltiin, sitten kysyttiin. Kunta- ja järjestöväki istui sekaisin.

Tämän blogin kysymys on: Kenen kanssa sinä istuisit samaan pöytään?
"""


def import_text(tmp_path, text=TEXT, name="teksti.txt", **options):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    out = io.StringIO()
    call_command("import_post", str(path), stdout=out, format="json", **options)
    return json.loads(out.getvalue())


def test_a_text_file_becomes_a_draft(people, tmp_path):
    """Title, both authors, heading, paragraphs and question; nothing is public."""
    report = import_text(tmp_path, owner="writer")
    post = BlogPage.objects.get(pk=report["page"])
    assert not post.live
    assert post.owner == people.writer
    assert post.latest_revision.user == people.writer
    assert post.title == "Yhteinen pöytä"
    assert post.slug == "yhteinen-poyta"
    assert [b.block_type for b in post.body] == ["text"]
    assert post.own_question == "Kenen kanssa sinä istuisit samaan pöytään?"
    bylines = [(b.name, b.job_title, b.organisation) for b in post.bylines.all()]
    assert bylines == [
        ("Maija-Liisa Malli", "osallisuusasiantuntija", "Mallilan kaupunki"),
        ("Onni Esimerkki", "tutkija", "Esimerkkilän yliopisto"),
    ]
    assert [byline.sort_order for byline in post.bylines.all()] == [0, 1]
    assert report["headings"] == ["Mitä pöydässä tapahtui?"]
    assert set(report) == {
        "page", "title", "lead", "authors", "date", "headings", "question",
        "left_out", "decide",
    }  # fmt: skip


def test_a_dry_run_saves_nothing(people, tmp_path):
    """The report without a page."""
    report = import_text(tmp_path, dry_run=True)
    assert report["page"] is None
    assert report["title"] == "Yhteinen pöytä"
    assert not BlogPage.objects.exists()
    assert not AuthorPage.objects.exists()


def test_authors_are_found_again(people, tmp_path):
    """An author who exists is not doubled, whatever the case of the letters."""
    known = make_author("Maija-Liisa", "Malli", saved_by=people.editor)
    report = import_text(tmp_path)
    post = BlogPage.objects.get(pk=report["page"])
    assert post.bylines.first().author == known
    import_text(tmp_path)
    assert AuthorPage.objects.count() == 2


def test_a_known_question_becomes_a_link(people, tmp_path):
    """The same wording as a question of the month links to it."""
    question = make_question(
        datetime.date(2026, 11, 1),
        "Kenen kanssa sinä istuisit samaan pöytään?",
        saved_by=people.editor,
    )
    post = BlogPage.objects.get(pk=import_text(tmp_path)["page"])
    assert post.question == question
    assert post.own_question == ""


def test_a_bylines_date_stays(people, tmp_path):
    """The date of an older text is kept."""
    text = TEXT.replace(TEXT.splitlines()[0], "Maija Malli ja Onni Esimerkki 5.6.2018")
    post = BlogPage.objects.get(pk=import_text(tmp_path, text)["page"])
    assert post.date == datetime.date(2018, 6, 5)


def test_a_swedish_text(people, tmp_path):
    """Swedish goes below the Swedish list of posts."""
    text = (
        "Skribent: Karin Exempel, utvecklare, Exempelby kommun\n\n"
        "Ett gemensamt bord\n\nPå våren bjöd vi in invånarna.\n\n"
        "Månadens fråga: Vem skulle du sitta bredvid?\n"
    )
    post = BlogPage.objects.get(pk=import_text(tmp_path, text, language="sv")["page"])
    assert post.locale.language_code == "sv"
    assert post.own_question == "Vem skulle du sitta bredvid?"


def test_a_word_file_with_a_picture(people, tmp_path):
    """Headings, a list and a picture of a Word file arrive as blocks."""
    document = docx.Document()
    document.add_heading("Yhteinen pöytä", 0)
    document.add_paragraph("Kirjoittaja: Maija Malli, valtuutettu, Mallilan kaupunki")
    document.add_paragraph("Keväällä kutsuimme asukkaat pöydän ääreen.")
    document.add_heading("Näin kävi", 1)
    document.add_paragraph("Kuunneltiin", style="List Bullet")
    document.add_paragraph("Kysyttiin", style="List Bullet")
    picture = tmp_path / "p.png"
    Image.new("RGB", (40, 30), "navy").save(picture)
    document.add_picture(str(picture))
    path = tmp_path / "teksti.docx"
    document.save(path)
    report = import_text(tmp_path, path.read_bytes(), "teksti.docx", owner="writer")
    post = BlogPage.objects.get(pk=report["page"])
    kinds = [block.block_type for block in post.body]
    assert kinds == ["text", "image"]
    for part in (">Keväällä", ">Näin kävi</h2>", ">Kysyttiin</li>"):
        assert part in post.body[0].value.source
    image = get_image_model().objects.get()
    assert image.uploaded_by_user == people.writer
    assert post.body[1].value["image"].pk == image.pk


def bomb():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", b"0" * 300_000_000)
    return buffer.getvalue()


def with_macros():
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    with zipfile.ZipFile(buffer, "a") as file:
        file.writestr("word/vbaProject.bin", b"macro")
    return buffer.getvalue()


def png():
    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("tyhja.txt", lambda: b""),
        ("kuva.docx", png),
        ("pommi.docx", bomb),
        ("makro.docx", with_macros),
        ("suuri.txt", lambda: b"a" * 50_000_000),
        ("koodaus.txt", lambda: b"\x81\x8d\x8f\x90\x9d" * 50),
        ("nolla.txt", lambda: b"Otsikko\n\nTeksti\x00kin.\n"),
        ("esitys.pptx", lambda: b"PK"),
    ],
)
def test_bad_files_end_in_one_sentence(people, tmp_path, name, make):
    """One clear sentence, and nothing is created."""
    with pytest.raises(CommandError) as caught:
        import_text(tmp_path, make(), name)
    assert str(caught.value).count("\n") == 0
    assert str(caught.value).endswith(".")
    assert not BlogPage.objects.exists()
    assert not AuthorPage.objects.exists()
    assert not get_image_model().objects.exists()


def test_an_unknown_owner_is_named(people, tmp_path):
    """A typing error in the account's name creates nothing."""
    with pytest.raises(CommandError, match="nobody"):
        import_text(tmp_path, owner="nobody")
    assert not BlogPage.objects.exists()


def test_a_missing_file_is_one_sentence(people):
    """As is a path that leads nowhere."""
    with pytest.raises(CommandError):
        call_command("import_post", "ei/ole.txt")


def test_the_printed_report_is_in_finnish(people, tmp_path):
    """What the coordinator reads on the screen is not in English."""
    path = tmp_path / "teksti.txt"
    path.write_text(TEXT)
    out = io.StringIO()
    call_command("import_post", str(path), stdout=out)
    text = out.getvalue()
    assert "Otsikko: Yhteinen pöytä" in text
    for english in ("Author", "Left out", "Draft", "Question"):
        assert english not in text
