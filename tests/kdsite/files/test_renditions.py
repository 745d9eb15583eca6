"""Pictures in every size are made when a page becomes public."""

import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from wagtail.models import get_page_models

from kdsite.images.models import SiteRendition
from kdsite.images.renditions import BLOCK, filters_by_name, picture_fields
from kdsite.images.social import RENDITION
from tests.support.factories import make_author, make_image, make_post, make_question
from tests.support.helpers import fresh, logged_in, publish, publish_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """``with committed():`` what follows a commit is done at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def pictured_post(people, hero, in_text=None, **fields):
    words = {"hero_alt": "Vene", "hero_image": hero}
    body = [("paragraph", "<p>Kunta.</p>")]
    if in_text:
        in_text.contextual_alt_text, in_text.decorative = "Silta", False
        body.append(("image", {"image": in_text, "caption": ""}))
    return make_post(people.writer, body=body, **words, **fields)


def everything_made():
    files = {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}
    return set(SiteRendition.objects.values_list("pk", flat=True)), files


def test_no_reader_waits_for_a_picture(people, committed):
    """A reader's request makes no rendition and writes no file: of a post, its author, its
    question, the front page or a list, in either language."""
    with committed():
        portrait = make_image(people.editor, "green")
        author = make_author(saved_by=people.editor, photo=portrait)
        author = publish(author, people.editor, people.editor2)
        question = make_question(datetime.date(2026, 11, 1), saved_by=people.editor)
        question = publish(question, people.editor, people.editor2)
        hero = make_image(people.writer)
        bridge = make_image(people.writer, "red")
        post = pictured_post(people, hero, bridge, authors=[author], question=question)
        post = publish(post, people.writer, people.editor)
        swedish = publish_translation(post, people.translator, people.reviewer)
    made = everything_made()
    for image in (portrait, hero, bridge):
        assert image.renditions.filter(filter_spec__contains="avif").exists()
    lists = ["/fi/", "/sv/", "/fi/blogi/", "/sv/blogg/", "/fi/kirjoittajat/"]
    for address in [*lists, post.url, swedish.url, author.url, question.url]:
        text = Client().get(address).content.decode()
        assert "<picture>" in text, address
    assert everything_made() == made


def test_a_broken_picture_does_not_keep_a_page_from_readers(people, committed, caplog):
    """The page is public, its other pictures are made, and the log says which is missing."""
    broken, whole = make_image(people.writer), make_image(people.writer, "red")
    post = pictured_post(people, broken, whole)
    Path(broken.file.path).unlink()
    with committed():
        publish(post, people.writer, people.editor)
    assert fresh(post).live
    assert not broken.renditions.exists()
    assert whole.renditions.exists()
    assert f"Picture {broken.pk} of page {post.pk}" in caplog.text


def test_every_picture_that_a_template_draws_is_known():
    """A picture under another name in a template would be made while a reader waits."""
    fields = {name for model in get_page_models() for name in picture_fields(model)}
    assert set(filters_by_name()) == {*fields, BLOCK}


def test_nobody_guesses_the_name_of_a_picture(people):
    """The web server asks nobody who may see one: 16 characters of chance are in the name of the
    file and of every size, however long Wagtail makes the rest."""
    image, other = make_image(people.writer), make_image(people.writer)
    secret, _minus, own = image.filename.partition("-")
    assert (len(secret), own) == (16, "navy.jpg")
    assert secret != other.filename.partition("-")[0]
    image.focal_point_x = image.focal_point_y = 100
    image.focal_point_width = image.focal_point_height = 50
    image.save()
    for filters in filters_by_name().values():
        for made in image.get_renditions(*filters, RENDITION).values():
            assert Path(made.file.name).name.startswith(secret), made.file.name


def test_an_original_is_served_to_nobody(people):
    """Sizes are; in production nginx does the same (tests/kdsite/test_headers.py)."""
    image = make_image(people.writer)
    size = image.get_rendition("width-100")
    assert Client().get(size.url).status_code == 200
    for folder in ("original_images", "documents", "wagtail_uploads"):
        Path(settings.MEDIA_ROOT, folder).mkdir(exist_ok=True)
        Path(settings.MEDIA_ROOT, folder, "a.jpg").write_bytes(b"a")
        assert Client().get(f"/media/{folder}/a.jpg").status_code == 404
    assert logged_in(people.admin).get(image.file.url).status_code == 404
