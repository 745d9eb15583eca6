"""``load_demo``: a site that shows everything, and what readers find on it."""

import io
from collections import defaultdict
from functools import cache

import pytest
from django.core.management import CommandError, call_command
from PIL import Image
from wagtail.models import Page

from blog.models import BlogPage
from community.models import AuthorPage, QuestionPage
from home.demo_site import pictures
from home.demo_site.accounts import ACCOUNTS, PASSWORD, make_accounts
from home.models import SearchedText, SearchTerm
from home.search.indexing import index_everything
from kdsite.languages import lemmas
from scripts.bench_search import judge_all
from tests.support import crawling, demo_walk, dictionaries, factories
from tests.support.factories import short_name
from tests.support.reader_page import ReaderPage

# Its pages are indexed with each kind of dictionary, not while it is loaded.
pytestmark = pytest.mark.django_db


def run(command):
    out, err = io.StringIO(), io.StringIO()
    call_command(command, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_the_demo_is_refused_where_it_is_off(site, settings):
    """One sentence, nothing made."""
    settings.DEMO = False
    with pytest.raises(CommandError, match="DEMO"):
        run("load_demo")
    assert not BlogPage.objects.exists()


def test_an_account_of_the_demo_that_has_another_address_is_kept(site):
    """The demo is loaded at each start, and somebody may have tried out to change it."""
    before = make_accounts()
    before["editor2"].email = "eero.toinen@example.org"
    before["editor2"].save()
    assert make_accounts() == before


@pytest.fixture
def plain_pictures(monkeypatch, tmp_path):
    """The demo's pictures are small and of one colour: each is drawn in some 30 sizes and formats,
    and nothing here looks at them. They are as wide as a social picture has to be."""
    folder = tmp_path / "plain"
    folder.mkdir()
    for path in pictures.FOLDER.iterdir():
        with Image.open(path) as image:
            width, height = image.size
        picture = factories.picture(size=(640, 640 * height // width))
        (folder / path.name).write_bytes(picture.read())
    monkeypatch.setattr(pictures, "FOLDER", folder)


def test_the_demo(site, plain_pictures, tmp_path):
    """All of it: 24 posts over a year by 12 authors, 12 questions, 6 themes, both languages."""
    run("load_demo")
    posts = BlogPage.objects.live()
    originals = {post.translation_key: post for post in posts.order_by("-pk")}
    assert len(originals) == 24
    dates = sorted({post.date for post in posts})
    assert [(b - a).days for a, b in zip(dates, dates[1:], strict=False)] == [14] * 23
    finnish = set(
        posts.filter(locale__language_code="fi").values_list(
            "translation_key", flat=True
        )
    )
    swedish = set(
        posts.filter(locale__language_code="sv").values_list(
            "translation_key", flat=True
        )
    )
    assert len(finnish & swedish) >= 17
    assert len(finnish - swedish) >= 3
    assert len(swedish - finnish) == 1
    assert AuthorPage.objects.live().count() == 24
    assert QuestionPage.objects.live().count() == 24
    for post in posts:
        assert post.bylines.exists()
        assert all(byline.name for byline in post.bylines.all())
    _everything_public_was_approved()
    _every_role_has_something_to_do()
    before = Page.objects.count()
    run("load_demo")
    assert Page.objects.count() == before
    # Each page is fetched and parsed once.
    read = cache(ReaderPage)
    assert demo_walk.disagreements(read) == {}
    _every_page_is_sound(read, {post.url for post in posts}, tmp_path)
    for kind in dictionaries.KINDS:
        _search_finds_what_it_should(kind)


def _every_page_is_sound(read, posts, folder):
    """What a reader can come to: no dead link, valid HTML, no cookie, nothing from elsewhere."""
    pages = crawling.crawl(read)
    assert posts <= set(pages)
    for address, page in pages.items():
        assert not page.response.cookies, address
        assert "Cookie" not in page.response.get("Vary", ""), address
        assert crawling.from_elsewhere(page.html) == [], address
    assert crawling.invalid(pages, folder) == []


def _search_finds_what_it_should(kind):
    """Of the gold, with any dictionary; by stems alone still every word that stands on a page."""
    recall_of, precision_of = (0.95, 0.9) if kind in dictionaries.READ else (0.65, 0.8)
    with pytest.MonkeyPatch.context() as patch:
        dictionaries.use(patch, kind)
        assert index_everything() == 0
        for language, _count, recall, precision in judge_all():
            found = (kind, language, recall, precision)
            assert recall >= recall_of and precision >= precision_of, found
        _every_word_finds()


def _every_word_finds():
    """As it stands, whatever the dictionary makes of it."""
    terms, pages = defaultdict(set), defaultdict(set)
    for page, term in SearchTerm.objects.values_list("page", "term"):
        terms[page].add(term)
    for text in SearchedText.objects.select_related("page__locale"):
        for word in {
            lemmas.written(match) for said in text.texts for match in lemmas.words(said)
        }:
            pages[word, text.page.locale.language_code].add(text.page_id)
    assert len({page for found in pages.values() for page in found}) > 100
    for (word, code), saying in pages.items():
        sought = lemmas.sought(word, code).keys()
        for page in saying:
            assert terms[page] & sought, (word, page)


def _everything_public_was_approved():
    from kdsite.editorial.policy import approval_rule

    for page in Page.objects.live().filter(depth__gt=1):
        revision = page.live_revision
        if revision.user_id is None:
            assert not revision.words.exists()
            continue
        assert approval_rule.is_backed(revision), page


def _every_role_has_something_to_do():
    from django.contrib.auth import get_user_model

    from kdsite.editorial.admin.homepage_panels import unfinished
    from kdsite.editorial.admin.to_do.of_reading import waiting_for

    people = {short_name(user): user for user in get_user_model().objects.all()}
    assert set(people) == set(ACCOUNTS)
    for user in people.values():
        assert user.check_password(PASSWORD)
    for name in ("editor", "editor2", "reviewer"):
        assert waiting_for(people[name], []), name
    assert unfinished("sv")
    for name in ("writer", "skribent"):
        assert BlogPage.objects.filter(owner=people[name], live=False).exists()
