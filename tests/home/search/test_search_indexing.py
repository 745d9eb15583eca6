"""Indexing that fails is logged and tried again; it stops no publication and no search."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from blog.models import BlogPage
from home.models import SearchedText, SearchTerm
from home.search import indexing
from kdsite.editorial.releases.publish_due import publish_due
from kdsite.editorial.scheduling import scheduler
from kdsite.languages import lemmas
from tests.support import dictionaries
from tests.support.dictionaries import Broken
from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    fresh,
    its_time,
    make_slot,
    publish,
    read,
    revise,
    submit,
)

pytestmark = [
    pytest.mark.usefixtures("scene"),
    pytest.mark.indexed,
    pytest.mark.both_databases,
]


def set_the_scene(people):
    return {"post": publish(_post(people), people.writer, people.editor)}


def _post(people, title="Silta", words="Kunnissa tavattiin."):
    body = [("paragraph", f"<p>{words}</p>")]
    return make_post(people.writer, title, body=body)


def found(query):
    """The titles of the results, and the page."""
    response = Client().get("/fi/haku/", {"q": query})
    assert response.status_code == 200
    titles = [result.page.title for result in response.context["results"]]
    return titles, response.content.decode()


def job():
    (job,) = [job for job, _pause in scheduler.JOBS if job is indexing.index_missing]
    return job


@pytest.fixture
def broken(monkeypatch):
    """Finnish is read by a dictionary that fails with every word; returns what makes it whole."""

    def use(speaker):
        monkeypatch.setattr(lemmas, "_languages", lemmas.load() | {"fi": speaker})

    use(Broken())
    return lambda: use(dictionaries.languages("debian")["fi"])


def test_a_dictionary_that_fails_stops_no_publication(people, broken, caplog):
    """The page is found by its words as they stand; by its lemmas once it is indexed again."""
    page = publish(_post(people, "Laituri"), people.writer, people.editor)
    assert read(page)[0] == 200
    assert f"Page {page.pk} could not be indexed" in caplog.text
    assert "the dictionary is broken" in caplog.text
    assert "Laituri" in found("kunnissa")[0]
    assert not SearchedText.objects.filter(page=page.pk).exists()
    broken()
    assert "Laituri" not in found("kunta")[0]
    job()()
    titles, html = found("kunta")
    assert "Laituri" in titles
    assert "<mark>Kunnissa</mark> tavattiin" in html


def test_one_word_is_enough_to_be_tried_again(people, monkeypatch):
    """No page is taken for indexed that is not."""
    speaker = Broken("kunnissa")
    monkeypatch.setattr(lemmas, "_languages", lemmas.load() | {"fi": speaker})
    page = publish(_post(people, "Laituri"), people.writer, people.editor)
    assert not SearchedText.objects.filter(page=page.pk).exists()
    assert "Laituri" in found("laituri")[0]


def test_a_release_goes_out_whatever_its_index_says(people, broken):
    """At its time, with no problem told of its slot."""
    post = _post(people, "Laituri")
    slot = make_slot(post, mode="original_first")
    submit(post, people.writer)
    approve(post, people.editor)
    its_time(slot)
    (release,) = publish_due()
    assert [each.page_id for each in release.pages.all()] == [post.pk]
    slot.refresh_from_db()
    assert slot.problem == ""
    assert fresh(post).live


def test_a_page_that_cannot_be_read_is_not_found_by_what_it_said(
    scene, people, monkeypatch, caplog
):
    """Its old words may no longer be public; the new version is, and is found in the end."""

    def fails(page):
        raise ValueError("no words")

    with monkeypatch.context() as patch:
        patch.setattr(BlogPage, "searched", fails)
        revise(scene.post, people.writer, title="Majakka")
        publish(fresh(scene.post), people.writer, people.editor)
        assert fresh(scene.post).title == "Majakka"
        assert "no words" in caplog.text
        assert found("silta")[0] == found("majakka")[0] == []
        job()()
        assert found("majakka")[0] == []
    job()()
    assert found("majakka")[0] == ["Majakka"]


def test_what_the_database_refuses_stops_no_publication(people, monkeypatch):
    """The transaction goes on, on both databases."""
    monkeypatch.setattr(lemmas, "terms", lambda word, language: {None: lemmas.SAME})
    page = publish(_post(people, "Laituri"), people.writer, people.editor)
    assert read(page)[0] == 200
    assert found("laituri")[0] == ["Laituri"]


def test_only_what_is_missing_is_indexed_again(scene, monkeypatch):
    """What is indexed, a draft, what was taken down and the root of the tree are left alone."""
    fresh(scene.post).unpublish()
    tried = []
    monkeypatch.setattr(indexing, "index_page", tried.append)
    job()()
    assert tried == []


def test_one_page_that_fails_is_not_in_the_others_way(scene, people, monkeypatch):
    """``update_index`` indexes what it can, and ends with an error that counts the rest."""
    publish(_post(people, "Laituri"), people.writer, people.editor)
    before = SearchTerm.objects.exclude(page=scene.post.pk).count()
    SearchTerm.objects.all().delete()
    searched = BlogPage.searched

    def fails_with_one(page):
        if page.pk == scene.post.pk:
            raise ValueError("no words")
        return searched(page)

    monkeypatch.setattr(BlogPage, "searched", fails_with_one)
    with pytest.raises(CommandError, match="^1 "):
        call_command("update_index", verbosity=0)
    assert SearchTerm.objects.count() == before


def test_search_with_a_broken_dictionary_finds_words_as_they_stand(broken):
    """In title and text, in capitals, too; and the page of results is whole."""
    for query in ("silta", "KUNNISSA", "kunnissa xyzzyx"):
        titles, html = found(query)
        assert titles == ["Silta"]
        assert "</html>" in html
