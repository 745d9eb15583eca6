"""What the policy of the admin lets in is enough: nothing on its screens is refused by the browser.

Every test with a browser looks for that (``tests/browser/conftest.py``); here are the screens and the
fields that no journey comes by.
"""

from datetime import date

import pytest
from django.urls import reverse

from blog.models import BlogIndexPage
from community.models import QuestionIndexPage
from tests.support.factories import (
    index,
    make_author,
    make_image,
    make_post,
    make_question,
    picture,
)
from tests.support.helpers import edit_url, make_slot, publish, submit, translate

pytestmark = [pytest.mark.django_db(transaction=True)]

VIDEO = "https://www.youtube.com/watch?v=abcdefghijk"
BODY = [
    ("paragraph", "<p>Kunta.</p>"),
    (
        "table",
        {
            "data": [["Kunta", "Iltoja"], ["Mallila", "2"]],
            "first_row_is_table_header": True,
            "table_caption": "Illat",
        },
    ),
    ("embed", {"title": "Video, 2 min", "url": VIDEO}),
]


def test_fields_start_without_a_script_in_the_page(people, at_browser):
    """A day is chosen from a calendar; rows are added to a form, and a page chosen for one."""
    make_author("Maija", "Malli", saved_by=people.editor)
    make_question(date(2026, 11, 1), "Kuka?", saved_by=people.editor)
    post = make_post(people.editor, body=BODY)
    editor = at_browser(people.editor)
    page = editor.page
    page.goto(edit_url(post))
    page.locator("#id_bylines-OPEN_MODAL").click()
    page.locator(".modal label", has_text="Malli").first.click()
    page.locator(".modal [data-multiple-choice-submit]").click()
    row = page.locator("[data-inline-panel-child]").last
    row.locator("[data-chooser-title]", has_text="Malli").wait_for()
    question = page.locator("#id_question-chooser")
    question.locator("[data-chooser-action-choose]:visible").click()
    page.locator(".modal a", has_text="Kuka?").click()
    question.locator("[data-chooser-title]", has_text="Kuka?").wait_for()
    page.goto("/admin/settings/editorial/rhythm/")
    page.locator("[name=starts_on]").click()
    page.locator(".xdsoft_datetimepicker:visible").wait_for()
    assert editor.errors == []


def test_the_preview_beside_the_editor_is_checked(people, at_browser):
    """The content checker reads it."""
    editor = at_browser(people.editor)
    page = editor.page
    page.goto(edit_url(make_author(saved_by=people.editor)))
    page.locator("[data-side-panel-toggle=preview]").click()
    page.frame_locator("#w-preview-iframe").locator("h1").wait_for()
    page.locator("[data-side-panel-toggle=checks]").click()
    page.locator("[data-side-panel=checks]:not([hidden])").wait_for()
    assert editor.errors == []


def test_other_screens(people, at_browser):
    """The calendar, a review with its pictures, the editor of translations, files, people,
    settings; a superuser sees them all."""
    image = make_image(people.editor)
    post = make_post(people.writer, body=BODY, hero_image=image, hero_alt="Vene")
    slot = make_slot(post, days=20)
    submit(post, people.writer)
    approved = make_post(people.writer, title="Käännettävä", body=BODY)
    approved = publish(approved, people.writer, people.editor)
    translated, _record = translate(approved, people.translator)
    admin = at_browser(people.admin)
    page = admin.page
    for address in (
        reverse("wagtailadmin_home"),
        reverse("calendar:index"),
        reverse("calendar:edit", args=[slot.pk]),
        "/admin/settings/editorial/rhythm/",
        reverse("editorial:review", args=[post.pk]),
        edit_url(translated),
        edit_url(post),
        reverse("wagtailadmin_pages:history", args=[post.pk]),
        reverse("wagtailimages:index"),
        reverse("wagtailimages:edit", args=[image.pk]),
        reverse("wagtailimages:add_multiple"),
        reverse("wagtaildocs:index"),
        reverse("wagtailusers_users:index"),
        reverse("wagtailadmin_account"),
        reverse("wagtailredirects:index"),
        reverse("wagtailadmin_workflows:index"),
        reverse("wagtailadmin_explore", args=[index(BlogIndexPage).pk]),
        reverse("wagtailadmin_explore", args=[index(QuestionIndexPage).pk]),
    ):
        response = page.goto(address)
        assert response.status == 200, address
        assert "script-src 'self'" in response.headers["content-security-policy"]
        page.wait_for_load_state("networkidle")
    page.goto(reverse("wagtailimages:add_multiple"))
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture("teal").read()}
    page.set_input_files("#fileupload", file)
    page.locator("#upload-list .upload-success canvas").first.wait_for()
    assert admin.errors == []


def test_a_player_opens_in_its_frame(people, at_browser):
    """On a click, and only the known ones: the answer of the page says which."""
    post = publish(make_post(people.writer, body=BODY), people.writer, people.editor)
    reader = at_browser()
    asked = []
    reader.context.route(
        "https://www.youtube-nocookie.com/**",
        lambda route: (asked.append(route.request.url), route.fulfill(body="player")),
    )
    response = reader.page.goto(post.url)
    assert "frame-src https://www" in response.headers["content-security-policy"]
    frame = reader.page.frame_locator("iframe.embed")
    assert asked == []
    frame.locator("a.button").click()
    frame.locator("text=player").wait_for()
    assert asked == ["https://www.youtube-nocookie.com/embed/abcdefghijk"]
    response = reader.page.goto("/fi/")
    assert "frame-src" not in response.headers["content-security-policy"]
