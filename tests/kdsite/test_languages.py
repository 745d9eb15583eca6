"""Two equal languages: what exists in one of them only, for readers of the other one (readers.md)."""

import datetime

import pytest
from django.utils.translation import gettext, override
from wagtail.models import PageViewRestriction

from blog.models import BlogIndexPage, BlogPageTheme
from community.models import AuthorPage, QuestionPage
from tests.support.factories import (
    index,
    make_author,
    make_post,
    make_question,
    make_theme,
)
from tests.support.helpers import fresh, publish, publish_translation
from tests.support.reader_page import ReaderPage

pytestmark = pytest.mark.django_db

LISTS = {"fi": "/fi/blogi/", "sv": "/sv/blogg/"}
OTHER = {"fi": "sv", "sv": "fi"}
LABELS = {"fi": "Only in Finnish", "sv": "Only in Swedish"}


def words(message, language):
    with override(language):
        return gettext(message)


def public_post(people, title, language="fi", **fields):
    post = make_post(people.editor, title=title, language=language, **fields)
    return publish(post, people.editor, people.editor2)


def set_the_scene(people):
    """An author, a theme and a question in both languages, and a post in each one only."""
    both = {}
    for name, page in {
        "author": make_author(saved_by=people.editor),
        "theme": make_theme(saved_by=people.editor),
        "question": make_question(datetime.date(2026, 10, 1), saved_by=people.editor),
    }.items():
        page = publish(page, people.editor, people.editor2)
        both[name] = page
        both[f"{name}_sv"] = publish_translation(
            page, people.translator, people.reviewer
        )
    posts = {}
    for language, title in (("fi", "Vain meille"), ("sv", "Bara för oss")):
        post = make_post(
            people.editor,
            title=title,
            language=language,
            authors=[both["author"]],
            question=both["question"],
        )
        draft = post.get_latest_revision_as_object()
        draft.post_themes = [BlogPageTheme(theme=both["theme"])]
        draft.save_revision(user=people.editor)
        posts[language] = publish(post, people.editor, people.editor2)
    return both | posts


@pytest.fixture(params=["fi", "sv"])
def language(request):
    """The language of the original."""
    return request.param


@pytest.fixture
def original(scene, language):
    return getattr(scene, language)


@pytest.fixture
def elsewhere(original, language):
    """Where readers of the other language find it."""
    return f"{LISTS[OTHER[language]]}{original.slug}/"


@pytest.mark.parametrize("name", ["list", "front", "author", "theme", "question"])
def test_lists_show_it_labelled(scene, original, elsewhere, language, name):
    """Label, ``lang`` on its words, and a link to it in the readers' frame."""
    reader = OTHER[language]
    address = {"list": LISTS[reader], "front": f"/{reader}/"}.get(name)
    if not address:
        address = getattr(scene, name if reader == "fi" else f"{name}_sv").url
    listed = ReaderPage(address).cards
    assert len(listed) == 2
    card = listed[elsewhere]
    label = card.select_one(".label-language").get_text(strip=True)
    assert label == words(LABELS[language], reader)
    assert card.select_one(":is(h2, h3) a")["lang"] == language
    assert card.find("p", string=original.lead)["lang"] == language
    (own,) = [card for address, card in listed.items() if address != elsewhere]
    assert not own.select(".label-language, [lang]")


def test_it_stands_in_the_readers_frame(original, elsewhere, language):
    """Menu, notice and date in the readers' language; its own words carry theirs."""
    page = ReaderPage(elsewhere)
    assert (page.status, page.language) == (200, OTHER[language])
    assert page.title == original.title
    for element in (page.html.h1, page.html.select_one(".lead, .prose")):
        assert element["lang"] == language
    assert page.html.select_one("article .prose")["lang"] == language
    assert page.html.select_one("main .notice")
    assert words(LABELS[language], OTHER[language]) in page.html.title.string
    frame = page.html.select(".breadcrumb a, .navigation a, .site-footer a")
    assert len(frame) > 5
    assert all(a["href"].startswith(f"/{OTHER[language]}/") for a in frame)
    (here,) = page.html.select(".navigation [aria-current]")
    assert here["href"] == LISTS[OTHER[language]]


def test_search_engines_are_led_to_the_original(original, elsewhere, language):
    """Canonical to the original, ``noindex``, and no language claims it as its own."""
    page = ReaderPage(elsewhere)
    assert page.canonical == original.url
    assert not page.is_indexed
    assert page.alternates == {}
    itself = ReaderPage(original.url)
    assert itself.is_indexed
    assert itself.canonical == original.url
    default = {"x-default": original.url} if language == "fi" else {}
    assert itself.alternates == {language: original.url} | default


def test_the_switcher_leads_there_and_back(original, elsewhere, language):
    """To the same post in the other language's frame, and from there to the original."""
    assert ReaderPage(original.url).switcher == {OTHER[language]: elsewhere}
    assert ReaderPage(elsewhere).switcher == {language: original.url}


def test_its_links_are_in_the_readers_language(scene, elsewhere, language):
    """Author, theme and question lead to the pages of the frame's language."""
    end = "_sv" if language == "fi" else ""
    links = ReaderPage(elsewhere).links
    for name in ("author", "theme", "question"):
        assert getattr(scene, name + end).url in links


def test_a_link_to_the_other_language_is_marked(people, scene):
    """A theme that has no version in the frame's language says which language it is in."""
    scene.theme_sv.unpublish()
    link = ReaderPage(f"/sv/blogg/{scene.fi.slug}/").html.find(
        "a", href=scene.theme.url
    )
    assert (link["lang"], link["hreflang"]) == ("fi", "fi")


@pytest.mark.parametrize("hide", ["unpublish", "restrict", "draft"])
def test_what_readers_may_not_see_is_in_no_language(people, scene, hide):
    """Neither a draft nor a post taken down nor one behind a log-in."""
    post = scene.fi
    if hide == "unpublish":
        post.unpublish()
    elif hide == "restrict":
        PageViewRestriction.objects.create(page=post, restriction_type="login")
    else:
        post = make_post(people.editor, title="Pelkkä luonnos")
    address = f"/sv/blogg/{post.slug}/"
    assert ReaderPage(address).status == 404
    assert address not in ReaderPage("/sv/blogg/").links
    if hide == "restrict":
        PageViewRestriction.objects.update(page=index(BlogIndexPage, "sv"))
        assert "/sv/blogg" not in "".join(ReaderPage(scene.fi.url).links)


def test_a_closed_translation_does_not_take_its_place(people, scene):
    """Readers who may not open the translation are shown the original."""
    swedish = publish_translation(scene.fi, people.translator, people.reviewer)
    PageViewRestriction.objects.create(page=swedish, restriction_type="login")
    assert ReaderPage(f"/sv/blogg/{scene.fi.slug}/").status == 200
    assert ReaderPage(scene.fi.url).alternates.keys() == {"fi", "x-default"}


def test_other_pages_switch_to_the_nearest_page_above(people):
    """An author, theme or question in one language only: to the list of them in the other."""
    author = publish(
        make_author("Aino", "Airola", saved_by=people.editor),
        people.editor,
        people.editor2,
    )
    question = publish(
        make_question(datetime.date(2026, 9, 1), saved_by=people.editor),
        people.editor,
        people.editor2,
    )
    for page, model in ((author, AuthorPage), (question, QuestionPage)):
        assert type(page) is model
        above = page.get_parent().get_translations().get(locale__language_code="sv")
        assert ReaderPage(page.url).switcher == {"sv": above.url}


def test_the_switcher_stands_on_error_pages(scene):
    """It leads to the other language's front page."""
    for address, other in (("/fi/ei-ole/", "sv"), ("/sv/finns-inte/", "fi")):
        page = ReaderPage(address)
        assert page.status == 404
        assert page.switcher == {other: f"/{other}/"}


def test_titles_are_one_for_each_version(people, scene):
    """A translated post is listed once, in the language of the list."""
    swedish = publish_translation(scene.fi, people.translator, people.reviewer)
    assert list(ReaderPage("/sv/blogg/").cards) == [swedish.url, scene.sv.url]
    assert fresh(scene.fi).url in ReaderPage("/fi/blogi/").cards
