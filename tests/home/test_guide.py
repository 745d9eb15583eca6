"""The guide: a page for each role, in both languages alike, with its pictures; nothing of it in English."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.urls import reverse
from wagtail.users.models import UserProfile

from home.guide.views import ROLES, address_of
from tests.support.helpers import logged_in

pytestmark = pytest.mark.django_db


def page_of(user, role, language):
    UserProfile.objects.update_or_create(
        user=user, defaults={"preferred_language": language}
    )
    answer = logged_in(user).get(address_of(role))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


@pytest.mark.parametrize("role", ROLES)
def test_both_languages_say_as_much(people, role):
    pages = [page_of(people.writer, role, language) for language in ("fi", "sv")]
    shapes = [
        [each.name for each in page.select(".guide :is(h2, p, li, img)")]
        for page in pages
    ]
    assert shapes[0] == shapes[1]
    assert "img" in shapes[0]
    assert pages[0].select_one(".guide").text != pages[1].select_one(".guide").text


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("role", ROLES)
def test_every_picture_is_there_and_says_what_it_shows(people, role, language):
    for picture in page_of(people.writer, role, language).select(".guide img"):
        name = picture["src"].partition("/static/")[2].partition("?")[0]
        assert finders.find(name), name
        assert len(picture["alt"]) > 20


@pytest.mark.parametrize(
    ("who", "role"),
    [("writer", "writer"), ("editor", "editor"), ("translator", "translator")],
)
def test_one_begins_with_ones_own_role(people, who, role):
    answer = logged_in(getattr(people, who)).get(reverse("guide_own"))
    assert answer.url == address_of(role)


def test_the_help_menu_leads_to_no_guide_in_english(people):
    menu = logged_in(people.writer).get("/admin/").content.decode()
    assert reverse("guide_own") in menu
    assert "guide.wagtail.org" not in menu
    assert "docs.wagtail.org" not in menu


def test_another_role_there_is_none(people):
    answer = logged_in(people.writer).get("/admin/guide/reader/")
    assert answer.status_code == 404
