"""Addresses made from titles, and what becomes of old ones."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from kdsite.editorial.slugs import make_slug
from tests.support.factories import make_post
from tests.support.helpers import approve, publish, revise, submit

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Förhållande och kommuninvånarnas", "forhallande-och-kommuninvanarnas"),
        ("Etäkokouksetko? – Kyllä!", "etakokouksetko-kylla"),
        ("Kunta\u00addemokratia\u00a0verkosto", "kuntademokratia-verkosto"),
        ("Šakki & Žižek, Ærø straße", "sakki-zizek-aro-strasse"),
        ("Sana " * 40, "-".join(["sana"] * 16)),
        ("???", ""),
    ],
)
def test_slugs(title, slug):
    """å ä to a, ö to o; cut at a word at 80 characters (typography.md)."""
    assert make_slug(title) == slug
    assert len(make_slug(title)) <= 80


def test_titles_that_collide_get_a_number(people):
    """ "Saari" and "Sääri" have the same address but for ``-2``."""
    assert make_post(people.writer, title="Saari").slug == "saari"
    assert make_post(people.writer, title="Sääri").slug == "saari-2"


def test_a_changed_slug_leaves_a_redirect(people, django_capture_on_commit_callbacks):
    """The old address leads to the new one."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    old = post.url
    revise(post, people.editor, slug="uusi-osoite")
    submit(post, people.editor)
    with django_capture_on_commit_callbacks(execute=True):
        approve(post, people.editor2)
    assert Redirect.objects.filter(old_path=old.rstrip("/")).exists()
    response = Client().get(old)
    assert response.status_code == 301
    assert response["Location"].endswith("/fi/blogi/uusi-osoite/")
