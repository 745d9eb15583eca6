"""People, questions and themes are chosen from lists in the language of the text."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from blog.models import BlogIndexPage
from community.models import AuthorPage
from tests.support.factories import (
    index,
    make_author,
    make_image,
    make_post,
    make_question,
    make_theme,
)
from tests.support.helpers import (
    edit_url,
    fresh,
    logged_in,
    opened_form,
    post_form,
)

pytestmark = pytest.mark.django_db


def public(page):
    """As readers see it; how it came there is no matter here."""
    Page.objects.filter(pk=page.pk).update(live=True)
    return fresh(page)


def listed(client, chooser, **query):
    address = reverse(f"{chooser}:choose_results")
    answer = client.get(address, {"locale": "fi"} | query)
    return answer, [str(row) for row in answer.context_data["results"]]


def test_people_of_one_language_by_name(people):
    """With title and organisation; nothing of the tree is seen."""
    public(make_author("Maija", "Öberg", job_title="tutkija"))
    public(make_author("Aatu", "Åberg", organisation="Yhdistys"))
    public(make_author("Maj", "Malm", language="sv", job_title="fullmäktigeledamot"))
    client = logged_in(people.writer)
    answer, names = listed(client, "author_chooser")
    assert names == ["Aatu Åberg", "Maija Öberg"]
    for facts in ("tutkija, Mallilan kaupunki", "valtuutettu, Yhdistys"):
        assert facts in answer.content.decode()
    assert listed(client, "author_chooser", locale="sv")[1] == ["Maj Malm"]
    assert listed(client, "author_chooser", q="yhdistys aatu")[1] == ["Aatu Åberg"]
    assert listed(client, "author_chooser", q="ledamot")[1] == []


def test_questions_newest_first(people):
    for month in (9, 11, 10):
        public(make_question(datetime.date(2026, month, 1), f"Kysymys {month}?"))
    public(make_question(datetime.date(2026, 12, 1), "En fråga?", language="sv"))
    _answer, questions = listed(logged_in(people.writer), "question_chooser")
    assert questions == ["Kysymys 11?", "Kysymys 10?", "Kysymys 9?"]


def test_a_draft_of_others_is_not_offered(people):
    """Neither in the list nor by its id; an id that is none is not found."""
    secret = make_author("Salainen", "Nimi", user=people.writer2)
    client = logged_in(people.writer)
    assert listed(client, "author_chooser")[1] == []
    for pk in (secret.pk, "a", 10**20):
        address = reverse("author_chooser:chosen", args=[pk])
        assert client.get(address, {"locale": "fi"}).status_code == 404
    address = reverse("author_chooser:chosen_multiple")
    answer = client.get(address, {"locale": "fi", "id": [secret.pk, "a"]})
    assert answer.json()["result"] == []


def test_as_many_queries_for_ten_people_as_for_one(people):
    photo = make_image(people.editor)
    client = logged_in(people.writer)
    counts = []
    for number in range(10):
        public(make_author("Maija", f"Malli{number}", photo=photo))
        listed(client, "author_chooser")
        with CaptureQueriesContext(connection) as captured:
            listed(client, "author_chooser")
        counts.append(len(captured))
    assert counts[0] == counts[-1]


def test_a_new_author_is_added_in_place(people):
    """In the language of the text: a draft of whoever adds it, and nobody's account."""
    client = logged_in(people.writer)
    given = {"given_name": "Kaisa", "family_name": "Koivu", "job_title": "tutkija"}
    address = reverse("author_chooser:create") + "?locale=sv"
    answer = client.post(address, given).json()
    profile = AuthorPage.objects.get(pk=answer["result"]["id"])
    assert answer["result"]["title"] == "Kaisa Koivu"
    assert (profile.locale.language_code, profile.live) == ("sv", False)
    assert (profile.owner, profile.user) == (people.writer, None)
    count = AuthorPage.objects.count()
    refused = client.post(address, given | {"family_name": ""}).json()
    assert refused["step"] == "reshow_creation_form"
    assert AuthorPage.objects.count() == count


def test_an_author_of_the_other_language_is_refused(people):
    """In a sentence; what a draft of before has stays, and the draft is saved."""
    mine = public(make_author("Maija", "Malli", user=people.writer))
    other = public(make_author("Maj", "Malm", language="sv", job_title="forskare"))
    client = logged_in(people.writer)
    post = make_post(people.writer, authors=[mine])
    answer = post_form(client, post, **{"bylines-0-author": str(other.pk)})
    assert "valitse suomenkielinen" in answer.content.decode()
    assert [row.author_id for row in draft_of(post).bylines.all()] == [mine.pk]
    old = make_post(people.writer, "Vanha", authors=[other])
    assert post_form(client, old, title="Uusi").status_code == 302
    assert [row.author_id for row in draft_of(old).bylines.all()] == [other.pk]


def test_no_title_of_the_other_language_comes_into_a_byline(people):
    other = public(make_author("Maj", "Malm", language="sv", job_title="forskare"))
    post = make_post(people.editor, authors=[other])
    assert [(row.name, row.job_title) for row in draft_of(post).bylines.all()] == [
        ("Maj Malm", "")
    ]


def test_who_has_a_profile_in_one_language_alone_signs_in_both(people):
    """By the one in the language of the text where there is one."""
    client = logged_in(people.writer)
    mine = make_author("Maija", "Malli", user=people.writer)
    for language in ("fi", "sv"):
        blog = index(BlogIndexPage, language)
        url = reverse("wagtailadmin_pages:add", args=["blog", "blogpage", blog.pk])
        form = client.get(url).context["form"]
        (row,) = form.formsets["bylines"].forms
        assert row["author"].value() == mine.pk
    svensk = make_author("Maija", "Malli", language="sv", user=people.writer)
    (row,) = client.get(url).context["form"].formsets["bylines"].forms
    assert row["author"].value() == svensk.pk


def test_a_question_of_the_other_language_is_refused(people):
    question = public(
        make_question(datetime.date(2026, 12, 1), "En fråga?", language="sv")
    )
    post = make_post(people.writer)
    answer = post_form(logged_in(people.writer), post, question=str(question.pk))
    assert "valitse suomenkielinen" in answer.content.decode()
    assert draft_of(post).question_id is None


def draft_of(page):
    return fresh(page).get_latest_revision_as_object()


def themes_of(post):
    return [row.theme.title for row in draft_of(post).post_themes.all()]


def test_themes_are_ticked(people):
    """In the language of the text; at most three; a tick keeps its row; autosaving goes on."""
    names = ["Osallisuus", "Päätöksenteko", "Talous", "Vaalit"]
    themes = {name: public(make_theme(name)) for name in names}
    public(make_theme("Ekonomi", language="sv"))
    client = logged_in(people.writer)
    post = make_post(people.writer, authors=[make_author(user=people.writer)])
    field = client.get(edit_url(post)).context["form"]["themes"]
    assert [label for _value, label in field.field.choices] == names

    def tick(*names, **headers):
        data = opened_form(client, post)
        data["themes"] = [str(themes[name].pk) for name in names]
        return client.post(edit_url(post), data, headers=headers)

    tick("Talous", "Vaalit")
    assert themes_of(post) == ["Talous", "Vaalit"]
    answer = tick("Osallisuus", "Talous", Accept="application/json")
    assert answer.json()["success"]
    assert themes_of(post) == ["Talous", "Osallisuus"]
    assert "Valitse enintään kolme teemaa" in tick(*names).content.decode()
    tick()
    assert themes_of(post) == []


def test_a_theme_that_a_draft_has_stays(people):
    """Also where it is of the other language, or no longer public."""
    old = make_theme("Vanha")
    post = make_post(people.writer, authors=[make_author(user=people.writer)])
    post.post_themes = [post.post_themes.model(theme=old)]
    post.save_revision(user=people.writer)
    assert post_form(logged_in(people.writer), post, title="Uusi").status_code == 302
    assert themes_of(post) == ["Vanha"]
