"""How many queries a reader's page may take."""

import datetime

import pytest
from django.test import Client

from blog.models import BlogPageTheme
from tests.factories import (
    make_author,
    make_image,
    make_post,
    make_question,
    make_theme,
)
from tests.helpers import (
    publish,
    publish_translation,
    read,
)

pytestmark = pytest.mark.django_db

NAMES = ["Ahonen", "Virtanen", "Wallin", "Ylä-Mononen", "Zitting", "Åberg", "Ärling", "Öhman"]  # fmt: skip
BUDGETS = {"post": 20, "index": 20}


def test_query_budget_of_a_post(people, django_assert_max_num_queries):
    """A post with everything on it, without any cache: at most 20 queries."""
    authors = [
        publish(make_author("Maija", name, saved_by=people.editor), people.editor, people.editor2)
        for name in NAMES[:3]
    ]  # fmt: skip
    question = publish(
        make_question(datetime.date(2026, 11, 1), saved_by=people.editor),
        people.editor,
        people.editor2,
    )
    theme = publish(make_theme(saved_by=people.editor), people.editor, people.editor2)
    image = make_image(people.writer)
    post = make_post(
        people.writer,
        authors=authors,
        question=question,
        hero_image=image,
        hero_alt="Vene",
    )
    draft = post.get_latest_revision_as_object()
    draft.post_themes = [BlogPageTheme(theme=theme)]
    draft.save_revision(user=people.writer)
    post = publish(post, people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    for page in (post, swedish):
        read(page)
        _forget()
        with django_assert_max_num_queries(BUDGETS["post"]):
            read_only(page)


def test_query_budget_of_the_list(people, django_assert_max_num_queries):
    """The list of posts: at most 20, and the same for 1 post and for 20."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    author = make_author(user=people.writer)
    image = make_image(people.writer)

    def one_more(number):
        post = make_post(
            people.writer,
            title=f"Kirjoitus {number}",
            authors=[author],
            hero_image=image,
            hero_alt="Vene",
        )
        publish(post, people.writer, people.editor)

    def count():
        Client().get("/fi/blogi/")
        _forget()
        with CaptureQueriesContext(connection) as queries:
            Client().get("/fi/blogi/")
        return len(queries)

    one_more(0)
    alone = count()
    for number in range(1, 20):
        one_more(number)
    # Twenty posts are two pages of ten: pagination may cost no query more.
    assert count() == alone <= BUDGETS["index"]


def read_only(page):
    response = Client().get(page.url)
    assert response.status_code == 200


def _forget():
    from django.core.cache import cache
    from wagtail.models import Site

    cache.clear()
    Site.clear_site_root_paths_cache()
