"""What pages hold and show."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from blog.models import BlogPage, BlogPageTheme
from community.models import AuthorPage, QuestionPage
from home.models import HomePage
from kdsite.editorial.slugs import make_slug
from kdsite.sorting import sort_key
from tests import factories
from tests.factories import (
    BlogIndexPage,
    index,
    make_author,
    make_image,
    make_post,
    make_question,
    make_theme,
)
from tests.helpers import (
    approve,
    fresh,
    publish,
    publish_translation,
    read,
    revise,
    submit,
)

pytestmark = pytest.mark.django_db

NAMES = ["Ahonen", "Virtanen", "Wallin", "Ylä-Mononen", "Zitting", "Åberg", "Ärling", "Öhman"]  # fmt: skip


def test_names_sort_with_the_nordic_letters_last(people):
    """å ä ö last, V before W, on every database alike (typography.md)."""
    for name in reversed(NAMES):
        publish(
            make_author("Maija", name, saved_by=people.editor),
            people.editor,
            people.editor2,
        )
    names = (
        AuthorPage.objects.readable().by_name().values_list("family_name", flat=True)
    )
    assert list(names) == NAMES


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Virtanen", "Wallin"),
        ("Vuori", "Wahl"),
        ("Müller", "Myyrä"),
        ("Lindén", "Lindman"),
        ("Æbelø", "Öhman"),
    ],
)
def test_sort_keys(first, second):
    """Accents do not part names; ü sorts as y, æ as ä, ø as ö."""
    assert sort_key(first) < sort_key(second)


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


def test_the_date_is_that_of_the_first_publication(people):
    """Set once; a later version does not change it."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    assert post.date == timezone.localdate()
    BlogPage.objects.filter(pk=post.pk).update(date=datetime.date(2026, 1, 13))
    revise(post, people.writer, title="Uusi")
    submit(post, people.writer)
    approve(post, people.editor)
    assert fresh(post).date == datetime.date(2026, 1, 13)


def test_an_imported_text_keeps_its_date(people):
    """The byline's date stays where an importer has set it."""
    post = make_post(people.writer, date=datetime.date(2018, 6, 5))
    assert publish(post, people.writer, people.editor).date == datetime.date(2018, 6, 5)


def test_authors_keep_the_position_that_they_had(people):
    """A later change of the profile does not rewrite the post."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    post = publish(post, people.writer, people.editor)
    revise(author, people.writer, job_title="kunnanjohtaja", family_name="Toinen")
    submit(author, people.writer)
    approve(author, people.editor)
    byline = fresh(post).authors[0]
    assert (byline.name, byline.job_title) == ("Maija Malli", "valtuutettu")
    assert "kunnanjohtaja" not in read(post)[1]


def test_an_author_without_a_public_profile_has_no_link(people):
    """The name is shown; nothing links to a page that does not exist for readers."""
    author = make_author(saved_by=people.editor)
    post = publish(
        make_post(people.writer, authors=[author]), people.writer, people.editor
    )
    text = read(post)[1]
    assert "Maija Malli" in text
    assert "/kirjoittajat/maija-malli/" not in text
    approve(author, people.editor2)
    assert "/kirjoittajat/maija-malli/" in read(post)[1]


def test_words_of_an_unpublished_profile_are_not_shown(people):
    """What the writer changes in a draft profile after approval reaches no reader."""
    author = make_author(user=people.writer)
    post = publish(
        make_post(people.writer, authors=[author]), people.writer, people.editor
    )
    revise(author, people.writer, given_name="Hyväksymätön", job_title="väärä")
    text = read(post)[1]
    assert "Hyväksymätön" not in text
    assert "väärä" not in text


def test_one_question_a_month(people):
    """A second question for the same month and language is refused."""
    make_question(datetime.date(2026, 11, 5), saved_by=people.editor)
    second = QuestionPage(
        month=datetime.date(2026, 11, 20),
        question="Toinen?",
        locale=index(factories.QuestionIndexPage).locale,
    )
    with pytest.raises(ValidationError, match="month"):
        second.clean()


def test_a_question_of_300_characters(people):
    """The page's title is shorter than the longest question; the question is kept whole."""
    words = "Kuka saa päättää? " * 16
    question = make_question(
        datetime.date(2026, 11, 1), words[:300].strip(), saved_by=people.editor
    )
    question = publish(question, people.editor, people.editor2)
    assert len(question.title) <= 255
    assert question.question == words[:300].strip()


def test_a_post_asks_one_question(people):
    """Either the question of the month or its own."""
    question = make_question(datetime.date(2026, 11, 1), saved_by=people.editor)
    post = make_post(people.writer, own_question="Oma?")
    post.question = question
    with pytest.raises(ValidationError):
        post.clean()


def test_the_question_and_its_posts(people):
    """The post shows its question and the question lists its posts."""
    question = make_question(
        datetime.date(2026, 11, 1),
        "Mitä kysyisit?",
        saved_by=people.editor,
        facebook_url="https://www.facebook.com/groups/x/1",
    )
    question = publish(question, people.editor, people.editor2)
    post = publish(
        make_post(people.writer, question=question), people.writer, people.editor
    )
    text = read(post)[1]
    assert "Mitä kysyisit?" in text
    assert "https://www.facebook.com/groups/x/1" in text
    assert post.title in read(question)[1]


def test_a_theme_lists_its_posts(people):
    """Newest first, only public ones."""
    theme = publish(make_theme(saved_by=people.editor), people.editor, people.editor2)
    for title in ("Vanha", "Uusi", "Luonnos"):
        post = make_post(people.writer, title=title)
        draft = post.get_latest_revision_as_object()
        draft.post_themes = [BlogPageTheme(theme=theme)]
        draft.save_revision(user=people.writer)
        if title != "Luonnos":
            publish(post, people.writer, people.editor)
    assert [post.title for post in fresh(theme).posts] == ["Uusi", "Vanha"]


@pytest.mark.parametrize("page", ["", "0", "-1", "2", "99", "abc", "1.5", "%00", "²"])
def test_bad_page_numbers_are_harmless(people, page):
    """A page number that makes no sense shows the first or the last page."""
    publish(make_post(people.writer), people.writer, people.editor)
    response = Client().get(f"/fi/blogi/?page={page}")
    assert response.status_code == 200
    assert "Samaan suuntaan" in response.content.decode()


def test_drafts_and_restricted_posts_are_not_listed(people):
    """Neither drafts nor pages behind a log-in."""
    from wagtail.models import PageViewRestriction

    make_post(people.writer, title="Pelkkä luonnos")
    hidden = publish(
        make_post(people.writer, title="Suljettu"), people.writer, people.editor
    )
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    text = Client().get("/fi/blogi/").content.decode()
    assert "Pelkkä luonnos" not in text
    assert "Suljettu" not in text


def test_page_types_have_their_places(people):
    """Posts below the list of posts and nowhere else; one front page for each language."""
    assert BlogPage.can_create_at(index(BlogIndexPage))
    assert not BlogPage.can_create_at(index(HomePage))
    assert not HomePage.can_create_at(Page.objects.get(depth=1))
    assert HomePage.objects.count() == 2
    assert not BlogIndexPage.can_create_at(index(HomePage))


def test_a_picture_needs_an_alternative_text(people):
    """A hero image without words for it does not pass."""
    with pytest.raises(ValidationError) as caught:
        make_post(people.writer, hero_image=make_image(people.writer))
    assert "hero_alt" in caught.value.message_dict


@pytest.mark.parametrize(
    "path",
    ["/fi/", "/sv/", "/fi/blogi/", "/sv/blogg/", "/fi/teemat/", "/sv/teman/",
     "/fi/kirjoittajat/", "/sv/skribenter/", "/fi/kuukauden-kysymys/",
     "/sv/manadens-fraga/", "/fi/liity/", "/sv/ga-med/", "/fi/tietosuojaseloste/",
     "/sv/dataskyddsbeskrivning/", "/fi/saavutettavuusseloste/",
     "/sv/tillganglighetsutlatande/"],
)  # fmt: skip
def test_every_address_of_a_new_site_answers(site, path):
    """The skeleton is there in both languages, without a cookie."""
    response = Client().get(path)
    assert response.status_code == 200
    assert f'<html lang="{path[1:3]}"' in response.content.decode()
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize(
    ("accepts", "language"),
    [("sv", "sv"), ("sv-FI,fi;q=0.5", "sv"), ("fi", "fi"), ("en", "fi"), ("", "fi"), ("de, sv;q=0.2", "sv")],
)  # fmt: skip
def test_the_root_leads_to_the_readers_language(site, accepts, language):
    """By Accept-Language, Finnish when in doubt; a deep link never redirects."""
    response = Client().get("/", headers={"accept-language": accepts})
    assert response.status_code == 302
    assert response["Location"] == f"/{language}/"
    deep = Client().get("/fi/blogi/", headers={"accept-language": "sv"})
    assert deep.status_code == 200


@pytest.mark.parametrize("path", ["/fi/ei-ole/", "/sv/finns-inte/"])
def test_what_is_not_there_says_so_in_the_readers_language(site, path):
    """404 in the language of the address."""
    response = Client().get(path)
    assert response.status_code == 404
    words = {"fi": "Sivua ei löytynyt", "sv": "Sidan hittades inte"}[path[1:3]]
    assert words in response.content.decode()


def test_a_public_post_in_swedish_is_linked_from_the_finnish_one(people):
    """The switcher leads to the same post."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    assert f'href="{swedish.url}"' in read(post)[1]
    assert f'href="{post.url}"' in read(swedish)[1]


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
