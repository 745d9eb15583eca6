"""What follows a post: how to answer, pass it on, and read on; what the blog is."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from blog.models import BlogPage, BlogPageTheme
from home.models import HomePage
from kdsite.editorial.publishing.facts import set_facts
from kdsite.editorial.texts.outdated import is_outdated
from tests.support.factories import (
    make_author,
    make_post,
    make_question,
    make_theme,
)
from tests.support.helpers import (
    approve,
    fresh,
    publish,
    publish_translation,
    revise,
    submit,
)
from tests.support.reader_page import ReaderPage

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def theme(people):
    return publish(make_theme(saved_by=people.editor), people.editor, people.editor2)


def post_of(people, day, title, themes=()):
    """A public Finnish post of that day of November 2026."""
    rows = [BlogPageTheme(theme=theme) for theme in themes]
    post = make_post(people.writer, title=title, post_themes=rows)
    post = publish(post, people.writer, people.editor)
    BlogPage.objects.filter(pk=post.pk).update(date=datetime.date(2026, 11, day))
    return fresh(post)


def steps(page):
    """``{"prev": address, "next": address}`` as far as the page leads there."""
    links = ReaderPage(page.url).html.select(".read-on__steps a")
    return {link["rel"][0]: link["href"] for link in links}


def related(page):
    return [
        link["href"] for link in ReaderPage(page.url).html.select(".read-on__list a")
    ]


def test_previous_and_next(people):
    """By date, and of one day by the moment of publication; drafts and closed ones are passed."""
    first = post_of(people, 1, "Ensin")
    second = post_of(people, 3, "Sitten")
    third = post_of(people, 3, "Samana päivänä")
    make_post(people.writer, title="Luonnos", date=datetime.date(2026, 11, 2))
    assert steps(first) == {"next": second.url}
    assert steps(second) == {"prev": first.url, "next": third.url}
    assert steps(third) == {"prev": second.url}


def test_previous_and_next_in_the_other_language(people):
    """What is not translated is led to in the reader's frame, labelled and marked."""
    first = post_of(people, 1, "Ensin")
    second = post_of(people, 3, "Sitten")
    swedish = publish_translation(second, people.translator, people.reviewer)
    BlogPage.objects.filter(pk=swedish.pk).update(date=second.date)
    address = first.url.replace("/fi/blogi/", "/sv/blogg/")
    link = ReaderPage(swedish.url).html.select_one(".read-on__steps a")
    assert (link["href"], link["lang"]) == (address, "fi")
    assert "Bara på finska" in link.parent.get_text()
    shown = ReaderPage(address).html.select_one(".read-on__steps a")
    assert shown["href"] == swedish.url
    assert "lang" not in shown.attrs


def test_related_posts(people, theme):
    """At most three, with most themes in common first; not those that are next to it."""
    other = publish(
        make_theme("Nuoret", saved_by=people.editor), people.editor, people.editor2
    )
    alone = publish(
        make_theme("Yksin", saved_by=people.editor), people.editor, people.editor2
    )
    both = post_of(people, 1, "Molemmat", [theme, other])
    old = post_of(people, 2, "Vanha", [theme])
    middle = post_of(people, 3, "Keski", [theme])
    new = post_of(people, 4, "Uusi", [theme])
    before = post_of(people, 5, "Juuri ennen", [theme])
    post = post_of(people, 6, "Tämä", [theme, other])
    unlike = post_of(people, 7, "Muusta", [alone])
    assert related(post) == [new.url, middle.url, both.url]
    assert old.url not in related(post)
    assert steps(post) == {"prev": before.url, "next": unlike.url}
    assert related(unlike) == []


def test_when_it_was_published_and_updated(people):
    """The moment of publication with its time; an update is named once other words are public."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    moment = timezone.localtime(post.first_published_at)
    page = ReaderPage(post.url)
    times = page.html.select("header .facts time")
    assert [time["datetime"] for time in times] == [moment.isoformat()]
    assert f"klo\N{NO-BREAK SPACE}{moment.hour}.{moment.minute:02}" in times[0].string
    revise(post, people.writer, lead="Toiset sanat.")
    assert "Päivitetty" not in Client().get(post.url).content.decode()
    submit(post, people.writer)
    approve(post, people.editor)
    facts = ReaderPage(post.url).html.select_one("header .facts")
    assert "Päivitetty" in facts.get_text()
    assert len(facts.select("time")) == 2


def test_sharing_needs_no_script_and_no_other_site(people):
    """Plain links and the address itself; that of the original where it is shown elsewhere."""
    post = publish(
        make_post(people.writer, title="Kuka & mitä?"), people.writer, people.editor
    )
    for address in (post.url, post.url.replace("/fi/blogi/", "/sv/blogg/")):
        html = ReaderPage(address).html
        (field,) = html.select(".share input")
        assert field["value"].endswith(post.url)
        mail, facebook, linkedin = (a["href"] for a in html.select(".share a"))
        assert mail.startswith("mailto:?subject=Kuka%20%26%20mit%C3%A4%3F&body=http%3A")
        assert facebook.startswith(
            "https://www.facebook.com/sharer/sharer.php?u=http%3A"
        )
        assert linkedin.startswith("https://www.linkedin.com/sharing/")
        # The button that copies comes with a script of ours; without it the field is there.
        assert html.select(".share button[hidden]")
        scripts = html.select("script:not([type='application/ld+json'])")
        assert [s["src"].partition("/js/")[2] for s in scripts] == ["reader.js"]


@pytest.mark.parametrize("is_open", [True, False])
def test_answering_without_facebook(people, is_open):
    """By e-mail to the coordinator, with the question as the subject, while it is open."""
    question = make_question(
        datetime.date(2026, 11, 1), "Kuka päättää?", saved_by=people.editor
    )
    question = publish(question, people.editor, people.editor2)
    set_facts(question, people.editor, {"is_open": is_open})
    post = make_post(people.writer, question=question)
    post = publish(post, people.writer, people.editor)
    assert "mailto:koordinaattori" not in Client().get(post.url).content.decode()
    HomePage.objects.update(contact="koordinaattori@example.fi")
    link = 'href="mailto:koordinaattori@example.fi?subject=Kuka%20p%C3%A4%C3%A4tt%C3%A4%C3%A4%3F"'
    for page in (post, question):
        assert (link in Client().get(page.url).content.decode()) == is_open


def test_the_box_about_the_blog(people):
    """In the reader's language, with the network in its editors' words and the way to join."""
    HomePage.objects.filter(locale__language_code="sv").update(
        network="Nätverkets ord."
    )
    post = publish(make_post(people.writer), people.writer, people.editor)
    box = ReaderPage(post.url.replace("/fi/blogi/", "/sv/blogg/")).html.select_one(
        "section.about"
    )
    assert "Nätverkets ord." in box.get_text()
    assert "i eget namn" in box.get_text()
    assert "/sv/ga-med/" in [link["href"] for link in box.select("a")]


def test_authors_stand_by_sector_and_name(people):
    """Sectors in their order, only those with somebody; å ä ö last."""
    for family, sector in (
        ("Öhman", "municipality"), ("Ahonen", "company"), ("Virtanen", "municipality"),
    ):  # fmt: skip
        draft = make_author("Maija", family, saved_by=people.editor, sector=sector)
        publish(draft, people.editor, people.editor2)
    sections = ReaderPage("/fi/kirjoittajat/").html.select("main section")
    assert [section.h2.string for section in sections] == ["Kunnat", "Yritykset"]
    assert [link.string for link in sections[0].select("a")] == [
        "Maija Virtanen",
        "Maija Öhman",
    ]


def test_themes_tell_how_many_posts_they_have(people, theme):
    """Those that readers of the language find on its page; drafts do not count."""
    post_of(people, 1, "Yksi", [theme])
    post_of(people, 2, "Kaksi", [theme])
    make_post(people.writer, "Luonnos", post_themes=[BlogPageTheme(theme=theme)])
    publish_translation(theme, people.translator, people.reviewer)
    assert "2 kirjoitusta" in Client().get("/fi/teemat/").content.decode()
    assert "2 inlägg" in Client().get("/sv/teman/").content.decode()


def test_the_other_language_follows_the_facts_of_the_front_page(people):
    """The coordinator's address alone: the translation is behind, and has it once two agree."""
    home = HomePage.objects.get(locale__language_code="fi")
    swedish = HomePage.objects.get(locale__language_code="sv")
    publish_translation(home, people.translator, people.reviewer)
    revise(home, people.editor, contact="koordinaattori@example.fi")
    publish(home, people.editor, people.editor2)
    assert is_outdated(swedish)
    publish_translation(home, people.translator, people.reviewer)
    assert not is_outdated(swedish)
    assert fresh(swedish).contact == "koordinaattori@example.fi"
