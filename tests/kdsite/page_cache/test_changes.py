"""What ends the copies of readers' pages: every change of what they show, and no other."""

import datetime
import re

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from home.models import SearchTerm
from kdsite.editorial.publishing.facts import set_facts
from kdsite.page_cache import generation
from kdsite.page_cache.changes import shown_tables
from kdsite.page_cache.models import ReadersChange
from tests.support.factories import make_image, make_post
from tests.support.helpers import (
    fresh,
    logged_in,
    post_form,
    publish,
    revise,
    submit,
    task_state,
)

pytestmark = [pytest.mark.django_db(transaction=True)]

AUTOSAVE = {"accept": "application/json"}
READ = re.compile(r'(?:FROM|JOIN) "(\w+)"')
# Nobody who reads sees these: names of types, and what was done when.
NOT_SHOWN = {
    "django_content_type",
    "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry",
}


def set_the_scene(people):
    post = publish(make_post(people.writer), people.writer, people.editor)
    draft = make_post(people.writer, title="Luonnos")
    waiting = make_post(people.writer2, title="Tarkistettavana")
    submit(waiting, people.writer2)
    return {
        "post": post,
        "draft": draft,
        "waiting": waiting,
        "image": make_image(people.editor),
    }


def test_whatever_a_page_is_made_of_is_watched(scene):
    """Every table that readers' pages, feeds, search and machines' files are read from."""
    pages = Page.objects.live().filter(depth__gt=1)
    more = ["/sitemap.xml", "/fi/atom.xml", "/fi/haku/?q=kunta", "/fi/ei-ole/"]
    read = set()
    for address in [*(page.url for page in pages), *more]:
        with CaptureQueriesContext(connection) as queries:
            Client().get(address)
        read |= {name for query in queries for name in READ.findall(query["sql"])}
    assert "blog_blogpage" in read
    assert read - shown_tables() - NOT_SHOWN == set()


def of_the_page(scene, people):
    publish(
        revise(scene.post, people.writer, lead="Toisin").content_object,
        people.writer,
        people.editor,
    )


CHANGES = {
    "a release": lambda scene, people: publish(
        scene.draft, people.writer, people.editor
    ),
    "another version": of_the_page,
    "taking down": lambda scene, people: scene.post.unpublish(user=people.editor),
    "a fact": lambda scene, people: set_facts(
        scene.post, people.editor, {"date": datetime.date(2026, 1, 1)}
    ),
    "a redirect": lambda scene, people: Redirect.add_redirect("/vanha/", scene.post),
    "a picture's words": lambda scene, people: scene.image.save(),
    "a restriction": lambda scene, people: PageViewRestriction.objects.create(
        page=scene.post, restriction_type=PageViewRestriction.LOGIN
    ),
    "the host": lambda scene, people: Site.objects.update(hostname="toinen.example.fi"),
    "search": lambda scene, people: SearchTerm.objects.all().delete(),
    "many at once": lambda scene, people: Page.objects.filter(depth=3).update(
        show_in_menus=True
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_begins_another_generation(scene, people, change):
    """Also what is changed in bulk, past every signal."""
    before = generation.current()
    CHANGES[change](scene, people)
    assert generation.current() == generation.read() != before


OF_EDITORS = {
    "a draft": lambda scene, people: revise(scene.draft, people.writer, lead="Toisin"),
    "a draft of what is public": lambda scene, people: revise(
        scene.post, people.writer, lead="Toisin"
    ),
    "a draft in the editor": lambda scene, people: post_form(
        logged_in(people.writer), scene.draft, title="Toisin", headers=AUTOSAVE
    ),
    "sending": lambda scene, people: submit(scene.draft, people.writer),
    "taking back": lambda scene, people: task_state(
        scene.waiting
    ).workflow_state.cancel(user=people.writer2),
    "logging in": lambda scene, people: Client().force_login(people.writer),
}


@pytest.mark.parametrize("act", OF_EDITORS)
def test_what_no_reader_sees_ends_no_copy(scene, people, act):
    """Ten people who write must not make every reader wait."""
    before = generation.read()
    OF_EDITORS[act](scene, people)
    assert generation.read() == before


def test_a_draft_above_what_is_public_is_seen(scene, people):
    """Its words are on the way to the page below it."""
    above = scene.post.get_parent().specific
    Page.objects.filter(pk=above.pk).update(live=False)
    before = generation.read()
    post_form(logged_in(people.editor), above, title="Toisin", headers=AUTOSAVE)
    assert fresh(above).title == "Toisin"
    assert generation.read() != before


def test_what_is_undone_began_nothing(scene, people):
    """A change that is rolled back, or a part of one; what is left of it counts."""
    before = generation.read()
    with transaction.atomic():
        Site.objects.update(hostname="toinen.example.fi")
        transaction.set_rollback(True)
    assert generation.read() == before
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            Site.objects.update(hostname="toinen.example.fi")
            raise ZeroDivisionError
        Site.objects.update(hostname="kolmas.example.fi")
    assert generation.read() != before


def test_old_rows_go_and_no_generation_comes_twice(scene):
    """However many changes there were."""
    ReadersChange.objects.bulk_create(
        ReadersChange() for _ in range(2 * ReadersChange.KEPT)
    )
    seen = set()
    for _ in range(ReadersChange.KEPT + 1):
        generation.add()
        seen.add(generation.read())
    assert len(seen) == ReadersChange.KEPT + 1
    assert ReadersChange.objects.count() <= 2 * ReadersChange.KEPT
