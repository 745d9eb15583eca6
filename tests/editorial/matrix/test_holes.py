"""Holes that Wagtail once had are closed here, where the table of who is let in does not show it."""

import json

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from kdsite.blocks.story import StoryBlock
from tests.bad_input.scene import set_the_scene
from tests.support.factories import make_image, picture
from tests.support.forms.posted import form_data
from tests.support.forms.undrawn import form_on
from tests.support.helpers import logged_in

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db
SCRIPT = '"><xmp>'


def test_what_is_not_there_has_no_hole():
    """Forms for readers, and two ways of Wagtail in whose place are others."""
    for name in ("contrib.forms", "contrib.modeladmin", "contrib.simple_translation"):
        assert not apps.is_installed(f"wagtail.{name}")


def test_a_hash_tells_nothing_of_a_document(scene):
    """A stranger gets the same answer, whether or not the hash is right."""
    scene.document.get_file_hash()
    address = reverse("wagtaildocs_serve", args=[scene.document.pk, "x.txt"])
    answers = [
        Client().get(address, headers={"If-None-Match": f'"{hashed}"'})
        for hashed in (scene.document.file_hash, "0" * 40)
    ]
    assert {(each.status_code, each.content) for each in answers} == {
        (answers[0].status_code, answers[0].content)
    }
    assert answers[0].status_code in (403, 404)


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_no_file_is_chosen_by_its_number(people, scene, kind):
    """But by whoever may choose it."""
    number = getattr(scene, kind.removesuffix("s")).pk
    for address in (
        f"/admin/{kind}/chooser/chosen/{number}/",
        f"/admin/{kind}/chooser/chosen-multiple/?id={number}",
    ):
        owners, strangers = (
            logged_in(user).get(address).content.decode()
            for user in (people.writer, people.writer2)
        )
        assert "SALA" in owners
        assert "SALA" not in strangers


def test_a_preview_of_a_new_page_shows_nothing_of_others(people, scene):
    """Whoever may choose somebody else's picture looks at the post with it; a guest does not."""
    kind = ["blog", "blogpage", scene.draft.get_parent().pk]
    address = reverse("wagtailadmin_pages:preview_on_add", args=kind)
    begun = {"title": "Omani", "slug": "omani"}
    picture = {"hero_image": str(scene.image.pk), "hero_alt": "SALAALT"}
    for user in (people.admin, people.writer2):
        client = logged_in(user)
        form = form_data(form_on(client, reverse("wagtailadmin_pages:add", args=kind)))
        for chosen, word in (({}, "Omani"), (picture, "SALAALT")):
            client.post(address, form | begun | chosen)
            shown = client.get(address).content.decode()
            assert (word in shown) == (user == people.admin or not chosen), word


@pytest.mark.parametrize("action", ["delete", "set_active_state", "assign_role"])
def test_a_refused_action_names_no_account(people, action):
    address = reverse("wagtail_bulk_action", args=["accounts", "user", action])
    for method in ("get", "post"):
        ask = getattr(logged_in(people.writer2), method)
        answer = ask(f"{address}?id={people.editor.pk}", follow=True)
        assert people.editor.email not in answer.content.decode()
    shown = logged_in(people.admin).get(f"{address}?id={people.editor.pk}")
    assert (people.editor.email in shown.content.decode()) == (action == "assign_role")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x"]
)
def test_a_link_to_a_script_is_not_kept(address):
    """Whatever a script sends in the place of the editor."""
    text = {
        "blocks": [
            {
                "key": "a",
                "text": "Tästä",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"key": 0, "offset": 0, "length": 5}],
            }
        ],
        "entityMap": {
            "0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": address}}
        },
    }
    field = get_rich_text_editor_widget()
    kept = field.value_from_datadict({"text": json.dumps(text)}, {}, "text")
    assert "Tästä" in kept
    assert address not in kept


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("heading", {"text": SCRIPT, "level": "h2"}),
        ("quote", {"text": SCRIPT, "source": SCRIPT}),
        (
            "embed",
            {"title": SCRIPT, "url": "https://www.youtube.com/watch?v=abcdef12345"},
        ),
    ],
)
def test_a_block(name, value):
    block = StoryBlock().child_blocks[name]
    html = block.render(block.to_python(value))
    assert "<xmp" not in html
    assert "&lt;xmp" in html
    within = Template("{% load wagtailcore_tags %}{% include_block block %}")
    for child in block.to_python(value).bound_blocks.values():
        assert "<xmp" not in within.render(Context({"block": child}))


def test_a_table():
    """Nothing of the class of a cell is drawn; its words and its width are no markup."""
    block = StoryBlock().child_blocks["table"]
    drawn = block.render(
        {
            "data": [[SCRIPT, "a"], ["b", SCRIPT]],
            "first_row_is_table_header": True,
            "first_col_is_header": True,
            "table_caption": SCRIPT,
            "cell": [{"row": 1, "col": 1, "className": SCRIPT}],
            "mergeCells": [{"row": 1, "col": 0, "rowspan": SCRIPT, "colspan": "2"}],
        }
    )
    assert drawn.count("&lt;xmp") == 5
    assert "<xmp" not in drawn


LARGE = {
    "images": ("a.jpg", picture().read()),
    "documents": ("a.pdf", b"%PDF-" + b"a" * 100),
}


@pytest.mark.parametrize("kind", LARGE)
@pytest.mark.parametrize(
    ("how", "field"), [("add/", "file"), ("multiple/add/", "files[]")]
)
def test_a_file_that_is_too_large_is_refused(people, settings, scene, kind, how, field):
    """In words, and nothing of it is kept."""
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 100
    name, data = LARGE[kind]
    answer = logged_in(people.editor).post(
        f"/admin/{kind}/{how}",
        {"title": "Suuri", field: SimpleUploadedFile(name, data)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert "liian suuri" in answer.content.decode(
        "unicode_escape" if "multiple" in how else "utf-8"
    )
    assert get_image_model().objects.get() == scene.image
    assert get_document_model().objects.get() == scene.document


def test_a_long_word_is_searched_for(people):
    """As fast as many short ones: the time is not that of its length squared."""
    client = logged_in(people.editor)
    for name in ("search", "search_results"):
        answer = client.get(reverse(f"wagtailadmin_pages:{name}"), {"q": "a" * 60_000})
        assert answer.status_code == 200


@pytest.mark.parametrize(
    "spec", ["rotate-90", "format-png", "max-9x9|bgcolor-fff", "x"]
)
def test_a_size_is_only_a_size(people, spec):
    image = make_image(people.editor)
    address = reverse("wagtailimages:preview", args=[image.pk, spec])
    answer = logged_in(people.editor).get(address)
    assert answer.status_code == 400
    assert answer["Content-Type"].startswith("text/plain")
