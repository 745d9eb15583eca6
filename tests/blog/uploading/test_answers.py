"""Questions of the report are answered where they are asked, and its language can be put right."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from blog.models import BlogPage, UploadedFile
from tests.blog.uploading.bringing import bring
from tests.support.documents import PROSE
from tests.support.files.word import paragraph, text, word_file
from tests.support.forms.undrawn import context_of, form_on
from tests.support.helpers import logged_in

pytestmark = pytest.mark.django_db


def questionable():
    return word_file(
        paragraph(text("Silta - ja sen yli"), "Title"),
        paragraph(text(PROSE)),
        paragraph(text("Mitä nyt?", "<w:b/>")),
        paragraph(text("Soita 050 123 4567. " + PROSE)),
    )


def fields(form):
    return {str(field.label): field for field in form.choice_fields()}


def test_each_question_has_yes_and_no_beside_it(people):
    """As it is drawn: what was assumed is chosen, and what only words answer stands above."""
    client = logged_in(people.writer)
    page = client.get(bring(client, questionable())["Location"])
    drawn = BeautifulSoup(page.content, "html.parser")
    groups = {
        " ".join(group.legend.get_text().split()): group
        for group in drawn.select(".uploaded-choices fieldset")
    }
    assert groups.keys() == fields(page.context["form"]).keys()
    for label, field in fields(page.context["form"]).items():
        (chosen,) = groups[label].select("input[checked]")
        assert chosen["name"] == field.html_name
        assert chosen["value"] == field.value()
    values = {
        label: field.value() for label, field in fields(page.context["form"]).items()
    }
    assert [values[label] for label in values if "Mitä nyt?" in label] == ["yes"]
    assert [values[label] for label in values if " - " in label] == ["no"]
    assert ["050 123 4567" in each for each in page.context["questions"]].count(
        True
    ) == 1
    assert not set(values) & set(page.context["questions"])


@pytest.mark.parametrize("title", ["Silta - ja sen yli", "Oma otsikko - minun"])
def test_what_was_answered_is_done(people, title):
    """A title that somebody wrote in the form is as they wrote it."""
    client = logged_in(people.writer)
    url = bring(client, questionable())["Location"]
    answers = {
        field.html_name: "no" if "Mitä nyt?" in label else "yes"
        for label, field in fields(form_on(client, url)).items()
    }
    client.post(url, answers | {"title": title})
    post = BlogPage.objects.get().get_latest_revision_as_object()
    assert post.title == title.replace("Silta -", "Silta –")
    assert "<h2" not in post.body[0].value.source
    assert "<b>Mitä nyt?</b>" in post.body[0].value.source


def test_without_an_answer_nothing_is_changed(people):
    client = logged_in(people.writer)
    url = bring(client, questionable())["Location"]
    client.post(url, {"title": "Silta - ja sen yli"})
    post = BlogPage.objects.get().get_latest_revision_as_object()
    assert post.title == "Silta - ja sen yli"
    assert ">Mitä nyt?</h2>" in post.body[0].value.source


def test_the_language_is_put_right(people):
    """Nothing has to be brought again; the draft is in the other language then."""
    client = logged_in(people.writer)
    url = bring(client, questionable())["Location"]
    assert b'name="language" value="sv"' in client.get(url).content
    assert client.post(url, {"language": "sv"})["Location"] == url
    assert UploadedFile.objects.get().language == "sv"
    assert context_of(client, url)["other_languages"] == ["fi"]
    client.post(url, {"title": "Bron"})
    assert BlogPage.objects.get().locale.language_code == "sv"


@pytest.mark.parametrize("language", ["en", "", "sv\x00"])
def test_another_language_is_none(people, language):
    client = logged_in(people.writer)
    url = bring(client, questionable())["Location"]
    client.post(url, {"language": language})
    assert UploadedFile.objects.get().language == "fi"


def test_only_its_owner_puts_it_right(people):
    url = bring(logged_in(people.writer), questionable())["Location"]
    logged_in(people.writer2).post(url, {"language": "sv"})
    assert UploadedFile.objects.get().language == "fi"
    assert reverse("confirm_upload", args=[UploadedFile.objects.get().pk]) == url
