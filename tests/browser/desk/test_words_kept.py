"""Words that were typed are kept or asked about; where nothing would be stored, nothing is typed."""

import re

import pytest
from django.contrib.sessions.models import Session

from tests.support.factories import PASSWORD, make_post
from tests.support.helpers import (
    approve,
    edit_url,
    fill_in,
    fresh,
    make_slot,
    send,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]


def leaves(page, address):
    """Go away; the sentence is what the browser asks before, if it does."""
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(address)
    return asked


def test_words_typed_at_once_are_saved(people, at_browser):
    """Before Wagtail begins to watch the form: by its script, or else asked about."""
    post = make_post(people.writer)
    page = at_browser(people.writer).page
    page.goto(edit_url(post))
    page.locator("[name=title]").press_sequentially("Heti ")
    assert leaves(page, edit_url(post)) == ["beforeunload"]
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.locator("[name=title]").press_sequentially("Heti ")
    page.locator("form[data-w-unsaved-has-edits-value=false]").wait_for()
    assert "Heti" in fresh(post).get_latest_revision_as_object().title
    assert leaves(page, "/admin/") == []


def test_words_typed_just_before_leaving_are_asked_about(people, at_browser):
    """Wagtail looks twice a second whether something changed; a link is pressed sooner."""
    post = make_post(people.writer)
    submit(post, people.writer)
    page = at_browser(people.editor).page
    page.add_init_script(
        "document.addEventListener('w-unsaved:watch-edits', ({ target }) => target.classList.add('watched'));"
    )
    page.goto(edit_url(post))
    page.locator("form.watched").wait_for()
    page.locator("[name=title]").press_sequentially("Nyt ")
    assert leaves(page, "/admin/") == ["beforeunload"]


def test_words_typed_while_the_form_is_saved_are_saved_next(people, at_browser):
    post = make_post(people.writer)
    page = at_browser(people.writer).page
    page.goto(edit_url(post))
    held = []
    page.route(
        "**/edit/", lambda route: route.continue_() if held else held.append(route)
    )
    title = page.locator("[name=title]")
    title.press_sequentially("Heti ")
    while not held:
        page.wait_for_timeout(20)
    title.press_sequentially("taas ")
    with page.expect_response(
        lambda answer: b"Heti taas" in (answer.request.post_data_buffer or b"")
    ):
        held[0].continue_()
    assert "Heti taas" in fresh(post).get_latest_revision_as_object().title


def test_a_comment_on_the_review_is_asked_about(people, at_browser):
    post = make_post(people.writer)
    submit(post, people.writer)
    page = at_browser(people.editor).page
    page.goto(f"/admin/editorial/review/{post.pk}/")
    page.locator("[name=comment]").press_sequentially("Lyhyemmin.")
    assert leaves(page, edit_url(post)) == ["beforeunload"]
    page.goto(f"/admin/editorial/review/{post.pk}/")
    page.locator("[name=comment]").press_sequentially("Lyhyemmin.")
    page.click("button[value=reject]")
    page.wait_for_url("**/admin/")


def test_a_locked_page_is_closed_to_the_keyboard(people, at_browser):
    """Tab leads past its fields."""
    post = make_post(people.writer)
    submit(post, people.writer)
    page = at_browser(people.writer).page
    page.goto(edit_url(post))
    title = page.locator("[name=title]")
    title.evaluate("field => field.focus()")
    page.keyboard.type("Hukkaan")
    assert "Hukkaan" not in title.input_value()


def test_an_approved_translation_has_nothing_to_press(people, at_browser):
    """Words that were begun before stay on the screen, with the reason."""
    post = make_post(people.writer)
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(fresh(post), people.translator)
    fill_in(record, people.translator)
    page = at_browser(people.translator).page
    page.goto(edit_url(target))
    cell = page.locator(".tt-cell").first
    cell.fill("Andra ord")
    send(record, people.translator)
    approve(target, people.reviewer)
    cell.press("Control+Enter")
    page.locator(".translation-review__overtaken p").wait_for()
    assert "väntar på sin publiceringstid" in page.locator("main").inner_text()
    assert cell.input_value() == "Andra ord"
    assert leaves(page, edit_url(target)) == ["beforeunload"]
    page.goto(edit_url(target))
    page.get_by_text("Samaan suuntaan").first.wait_for()
    assert (
        page.locator(
            "[contenteditable=true], .tt-cell:not([readonly]):is(textarea)"
        ).count()
        == 0
    )
    assert page.locator(".tt-send").count() == 0


@pytest.fixture
def in_review(people):
    """A translation that the translator has sent; a member of the team corrects it."""
    post = make_post(people.writer)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(fresh(post), people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    return target


def type_without_saving(page, target, words):
    """In the title, which is not left."""
    page.goto(edit_url(target))
    cell = page.locator(".tt-cell").first
    cell.fill(words)
    return cell


def test_an_open_string_goes_into_the_correction(people, at_browser, in_review):
    """The cell was not left; and nobody goes away from it unasked."""
    page = at_browser(people.reviewer).page
    type_without_saving(page, in_review, "Rätt rubrik")
    assert leaves(page, edit_url(in_review)) == ["beforeunload"]
    type_without_saving(page, in_review, "Rätt rubrik")
    page.get_by_role("button", name="Spara som rättelse").click()
    page.get_by_text("Din rättelse har sparats").wait_for()
    newest = fresh(in_review).get_latest_revision()
    assert newest.content["title"] == "Rätt rubrik"
    assert newest.user == people.reviewer


def test_what_cannot_be_saved_is_not_sent(people, at_browser, in_review):
    """The words stay on the screen, with the reason; and a saved one says what is left to do."""
    page = at_browser(people.reviewer).page
    cell = type_without_saving(page, in_review, "Rätt rubrik")
    unfinished = page.locator(".translation-review__unfinished")
    assert not unfinished.is_visible()
    page.route("**/strings/*/edit/*", lambda route: route.abort())
    page.get_by_role("button", name="Spara som rättelse").click()
    page.get_by_text("En text kunde inte sparas").wait_for()
    assert cell.input_value() == "Rätt rubrik"
    assert fresh(in_review).get_latest_revision().user == people.translator
    page.unroute("**/strings/*/edit/*")
    cell.press("Control+Enter")
    unfinished.wait_for()
    page.get_by_role("button", name="Spara som rättelse").click()
    page.get_by_text("Din rättelse har sparats").wait_for()
    assert fresh(in_review).get_latest_revision().content["title"] == "Rätt rubrik"


@pytest.fixture
def unwritten(people):
    """A translation of which nothing is written yet."""
    post = make_post(people.writer)
    submit(post, people.writer)
    approve(post, people.editor)
    target, _record = translate(fresh(post), people.translator)
    return target


def log_in_beside(page, user):
    """By the link of the page, in another tab."""
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Logga in i en annan flik").click()
    tab = opened.value
    tab.fill("[name=login]", user.email)
    tab.fill("[name=password]", PASSWORD)
    tab.click("main form button")
    tab.wait_for_url("**/admin/")
    tab.close()


@pytest.mark.parametrize("end", ["of the session", "of all cookies"])
def test_a_string_outlives_its_session(people, at_browser, unwritten, end):
    """Who is logged out is told so: the words stay, nothing goes out without them, nobody leaves them
    unasked, and after a log-in in another tab they are saved."""
    person = at_browser(people.translator)
    page = person.page
    cell = type_without_saving(page, unwritten, "Mot samma mål")
    if end == "of all cookies":
        person.context.clear_cookies()
    else:
        Session.objects.all().delete()
    cell.press("Control+Enter")
    said = page.get_by_role("alert").get_by_text("Du är inte inloggad längre")
    said.wait_for()
    assert cell.input_value() == "Mot samma mål"
    page.get_by_role("button", name="Skicka för granskning").click()
    page.get_by_text("En text kunde inte sparas").wait_for()
    log_in_beside(page, people.translator)
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("window.location.reload()")
    while not asked:
        page.wait_for_timeout(20)
    cell.press("Control+Enter")
    said.wait_for(state="hidden")
    page.locator(".tt-row", has_text="Sparat").first.wait_for()
    assert leaves(page, edit_url(unwritten)) == []
    assert cell.input_value() == "Mot samma mål"


def test_how_much_is_left_is_true_after_each_string(people, at_browser, unwritten):
    page = at_browser(people.translator).page
    page.goto(edit_url(unwritten))
    left = page.locator(".translation-review__progress")
    count = int(re.match(r"\d+", left.inner_text().strip())[0])
    assert count > 1
    for number in range(count - 1, -1, -1):
        page.keyboard.type(f"Text {number}")
        page.keyboard.press("Control+Enter")
        words = "Allt är översatt" if number == 0 else f"{number} text"
        left.get_by_text(words).wait_for()
