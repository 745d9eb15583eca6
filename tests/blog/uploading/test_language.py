"""What may be better in the language of a file is told with what was found in it, once each."""

import pytest

from tests.blog.uploading.bringing import bring
from tests.support.documents import PROSE
from tests.support.files.word import paragraph, text, word_file
from tests.support.helpers import logged_in

pytestmark = pytest.mark.django_db


def test_the_report_says_what_may_be_better(people):
    client = logged_in(people.writer)
    file = word_file(
        paragraph(text("Mikäli silta on on auki"), "Title"),
        paragraph(text(PROSE)),
        paragraph(text("Mikäli asukas osalistuu, hän on on mukana. " + PROSE)),
    )
    page = client.get(bring(client, file)["Location"])
    said = page.context["language"]
    assert said.count("”Mikäli” on helpompi sanoa näin: jos.") == 1
    assert said.count("Sama sana kahdesti: ”on on”.") == 1
    assert any("”osalistuu”" in each for each in said)
    assert "Sama sana kahdesti" in page.content.decode()
