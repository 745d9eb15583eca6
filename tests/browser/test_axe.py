"""WCAG 2.2 AA by axe-core, on every kind of page that a reader meets."""

import datetime

import pytest
from wagtail.models import Page

from blog.models import BlogPageTheme
from tests.browser.axe import wrong_on
from tests.factories import (
    make_author,
    make_image,
    make_post,
    make_question,
    make_theme,
)
from tests.helpers import publish, publish_translation

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]

NOT_THERE = ["/fi/ei-ole/", "/sv/finns-inte/"]
# One thing of each that a text can hold.
STORY = [
    ("heading", {"text": "Ensin kuunnellaan", "level": "h2"}),
    ("paragraph", '<p>Kunta on <a href="https://example.fi/">yhteisö</a>.</p>'),
    ("quote", {"text": "Vene kulkee.", "source": "Soutaja"}),
    ("list", "<ul><li>Yksi</li><li>Kaksi</li></ul>"),
    ("table", {"data": [["Kunta", "Asukkaita"], ["Mallila", "1 234"]],
               "first_row_is_table_header": True, "table_caption": "Kunnat"}),
    ("embed", {"title": "Video", "url": "https://www.youtube.com/watch?v=abcdefghijk"}),
]  # fmt: skip


def addresses(people):
    """One page of each kind in each language, each with what it can show."""
    by_editors = {"saved_by": people.editor}
    image = make_image(people.editor, description="Kuva", photographer="Kuvaaja")
    made = [
        make_author(photo=image, biography="Kuka olen.", **by_editors),
        make_theme(**by_editors),
        make_question(datetime.date(2026, 11, 1), **by_editors),
    ]
    for number, draft in enumerate(made):
        made[number] = publish(draft, people.editor, people.editor2)
        publish_translation(made[number], people.translator, people.reviewer)
    author, theme, question = made
    post = make_post(
        people.writer,
        authors=[author],
        question=question,
        hero_image=image,
        hero_alt="Vene",
        body=STORY,
        post_themes=[BlogPageTheme(theme=theme)],
    )
    post = publish(post, people.writer, people.editor)
    publish_translation(post, people.translator, people.reviewer)
    found = {}
    for page in Page.objects.live().filter(depth__gt=1):
        found[page.content_type_id, page.locale_id] = page.url
    return [*found.values(), *NOT_THERE]


def test_reader_pages_pass_axe(people, at_browser):
    """Light and dark, 320 and 1280 px, in both languages: nothing is wrong and nothing is wider
    than the window."""
    page = at_browser().page
    wrong = []
    for address in addresses(people):
        page.goto(address)
        wrong += [(address, *found) for found in wrong_on(page)]
    assert wrong == []
