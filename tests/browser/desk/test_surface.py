"""Writing in the browser: one surface, and what is more than text put between its lines."""

import pytest

from blog.models import BlogPage
from tests.support.factories import make_post
from tests.support.helpers import edit_url, fresh, submit

pytestmark = pytest.mark.django_db(transaction=True)

EDITOR = ".public-DraftEditor-content"
EARLIER = {"Väliotsikko", "Kappale", "Luettelo"}
MORE = {"Kuva", "Sitaatti", "Taulukko"}


def offered(page):
    """The names in the menu that is open."""
    options = page.locator("[role=option]:visible")
    options.first.wait_for()
    return {text.split("\n")[0].strip() for text in options.all_inner_texts()}


def test_a_new_text_is_ready_to_type_in(people, at_browser):
    """Nothing has to be chosen first, and what is typed is saved, without a title, too. A slash and the ⊕ offer what is more, and no block of before."""
    page = at_browser(people.writer).page
    page.goto("/admin/")
    page.goto(
        page.locator("a[href*='/admin/pages/add/blog/blogpage/']").first.get_attribute(
            "href"
        )
    )
    page.locator(EDITOR).first.click()
    page.keyboard.type("Ensin. ")
    page.locator("footer .editor-state", has_text="Tallennettu klo").wait_for()
    assert (
        "Ensin."
        in BlogPage.objects.get().get_latest_revision_as_object().body[0].value.source
    )
    page.keyboard.type("/")
    names = offered(page)
    assert names >= MORE
    assert not names & EARLIER
    page.keyboard.press("Escape")
    page.locator(
        "[data-streamfield-stream-container] .c-sf-add-button:visible"
    ).last.click()
    names = offered(page)
    assert names >= MORE | {"Teksti"}
    assert not names & EARLIER


def test_a_text_in_the_blocks_of_before_opens(people, at_browser):
    """Each of them is shown, and can be changed."""
    post = make_post(people.writer)
    someone = at_browser(people.writer)
    someone.page.goto(edit_url(post))
    someone.page.locator(EDITOR).first.wait_for()
    field = someone.page.locator("[name=body-0-value-text]")
    assert field.input_value() == "Ensin kuunnellaan"
    assert someone.errors == []


def bar(page):
    """The words of the buttons in sight at the bottom of the window, and where the page stands."""
    buttons = page.locator("footer .actions :is(a, button):visible")
    height = page.viewport_size["height"]
    for box in (button.bounding_box() for button in buttons.all()):
        assert box["y"] > height / 2
        assert box["y"] + box["height"] <= height
    said = page.locator("footer .editor-state").inner_text()
    return [button.inner_text().strip() for button in buttons.all()], said


@pytest.mark.parametrize("width", [390, 1280])
def test_send_and_save_are_in_reach_without_scrolling(people, at_browser, width):
    """No menu hides them, sending comes first, and words say where the page stands."""
    post = make_post(people.writer)
    page = at_browser(people.writer).page
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(edit_url(post))
    buttons, said = bar(page)
    assert buttons == ["Lähetä tarkistettavaksi", "Tallenna luonnos"]
    assert said.startswith("Tallennettu klo\xa0")
    submit(post, people.writer)
    page.goto(edit_url(post))
    buttons, said = bar(page)
    assert "Ota takaisin tarkistuksesta" in buttons
    assert said.startswith("Tarkistettavana ")


def test_enter_in_a_field_saves_and_never_sends(people, at_browser):
    """Sending is pressed, not slipped into."""
    post = make_post(people.writer)
    page = at_browser(people.writer).page
    page.goto(edit_url(post))
    page.fill("[name=hero_alt]", "Vene")
    with page.expect_navigation():
        page.press("[name=hero_alt]", "Enter")
    post = fresh(post)
    assert post.get_latest_revision_as_object().hero_alt == "Vene"
    assert not post.workflow_in_progress


def test_a_long_title_is_seen_whole_on_a_phone(people, at_browser):
    """Over several lines, which are one when they are saved."""
    post = make_post(
        people.writer, "Kuka päättää, kun kaikki ovat jo päättäneet kotona?"
    )
    page = at_browser(people.writer).page
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(edit_url(post))
    title = page.locator("[name=title]")
    hidden = "field => field.scrollWidth > field.clientWidth || field.scrollHeight > field.clientHeight + 4"
    assert not title.evaluate(hidden)
    title.press("Control+End")
    title.press_sequentially("\nTai töissä")
    assert not title.evaluate(hidden)
    with page.expect_navigation():
        page.locator("footer .action-save").click()
    saved = fresh(post).get_latest_revision_as_object().title
    assert saved == "Kuka päättää, kun kaikki ovat jo päättäneet kotona? Tai töissä"


def test_headings_stay_in_order(people, at_browser):
    """A sentence stands beside the field as soon as one leaves it, and goes when it is no longer true;
    who does not see the field hears it."""
    body = [("text", "<h3>Alle</h3><p>Kunta.</p>"), ("text", "<h2>Ylle</h2>")]
    post = make_post(people.writer, body=body)
    writer = at_browser(people.writer)
    page = writer.page
    page.goto(edit_url(post))
    fields = page.locator(EDITOR)
    fields.nth(1).click()
    assert page.locator(".heading-order").count() == 0
    page.locator("#id_lead").click()
    note = page.locator(".heading-order[role=status]")
    note.filter(has_text="yläpuolella ei ole väliotsikkoa").wait_for()
    assert note.count() == 1
    described = fields.first.get_attribute("aria-describedby").split()
    assert note.get_attribute("id") in described
    fields.first.click()
    page.keyboard.press("Control+Home")
    page.keyboard.press("Control+Alt+2")
    page.locator("#id_lead").click()
    page.locator(".heading-order:empty").wait_for(state="attached")
    assert writer.errors == []
