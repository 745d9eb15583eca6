"""The whole way of a text, by hand in the browser, in both languages."""

import re

import pytest
from wagtail.models import Page

from blog.models import BlogIndexPage, BlogPage
from kdsite.editorial.page_kinds import translation_of
from tests.browser.axe import violations
from tests.support.factories import index, make_author, make_post
from tests.support.helpers import edit_url, fresh, publish, translate

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]


def write(page, text):
    """Type into the text that a new page begins with."""
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.type(text)
    # The editor hands its text to the form a moment after the last key.
    page.wait_for_function(
        "text => [...document.querySelectorAll('[name$=-value]')]"
        ".some(field => field.value.includes(text))",
        arg=text[:10],
    )


def choose(page, name):
    """Press a button of the bar under the editor."""
    page.locator(f"footer [name={name}], footer [data-name={name}]").first.click()


def test_from_the_writers_desk_to_a_finnish_reader(people, at_browser):
    """The writer writes and sends, the editor asks for changes, the writer ticks them off and sends
    again, the editor approves, and a reader reads."""
    make_author("Maija", "Malli", user=people.writer)
    writer = at_browser()
    writer.log_in(people.writer)
    page = writer.page
    page.goto(f"/admin/pages/add/blog/blogpage/{index(BlogIndexPage).pk}/")
    page.fill("[name=title]", "Kuunnellaan ensin")
    page.fill("[name=lead]", "Miksi kuulemisen pitää tulla ennen päätöstä.")
    write(page, "Kunta on asukkaidensa yhteisö.")
    choose(page, "action-submit")
    page.wait_for_url("**/before-send/**")
    assert "Maija Malli, valtuutettu" in page.locator("main").inner_text()
    assert violations(page, {"runOnly": ["wcag2a", "wcag2aa"]}, "main form") == []
    page.check("[name=consent]")
    page.click("main form button")
    page.wait_for_url("**/edit/")
    post = BlogPage.objects.get()
    assert fresh(post).workflow_in_progress

    editor = at_browser(people.editor)
    editor.page.goto("/admin/")
    thing = editor.page.locator(".to-do__thing", has_text="Kuunnellaan ensin")
    thing.locator(".to-do__do a").click()
    editor.page.wait_for_url("**/editorial/review/**")
    preview = editor.page.frame_locator("iframe").first
    assert preview.locator("h1").inner_text() == "Kuunnellaan ensin"
    assert "asukkaidensa yhteisö" in preview.locator("article").inner_text()
    editor.page.fill("[name=comment]", "Kerro lopussa, mistä kunnasta puhut.")
    editor.page.click("button[value=reject]")
    editor.page.wait_for_url("**/admin/")

    # Wagtail's script looks at the form for a moment before it notices changes, as a person reads
    # first; and again after each autosave.
    page.add_init_script(
        "window.looks = 0; addEventListener('w-unsaved:watch-edits', () => { looks += 1 })"
    )
    page.goto(f"/admin/pages/{post.pk}/edit/")
    assert "Kerro lopussa, mistä kunnasta puhut." in page.content()
    # Two autosaves before the button: they are the writer's own, no conflict.
    leads = ("Mallilassa kuullaan.", "Mallilassa kuullaan ennen päätöstä.")
    for number, lead in enumerate(leads, 1):
        page.wait_for_function("number => window.looks >= number", arg=number)
        with page.expect_response(
            lambda answer: answer.request.method == "POST" and "/edit/" in answer.url
        ):
            # Key by key: what is typed while it looks is noticed with the next key.
            page.fill("[name=lead]", "")
            page.locator("[name=lead]").press_sequentially(lead, delay=50)
            page.press("[name=lead]", "Tab")
    choose(page, "action-submit")
    page.wait_for_url("**/before-send/**")
    assert violations(page, {"runOnly": ["wcag2a", "wcag2aa"]}, "main") == []
    page.check("text=Kerro lopussa, mistä kunnasta puhut.")
    page.fill("[name^=asked-]", "Mallila on ingressissä.")
    page.click("main form button")
    page.wait_for_url("**/edit/")
    assert fresh(post).workflow_in_progress

    editor.page.goto(f"/admin/editorial/review/{post.pk}/")
    assert "Mallila on ingressissä." in editor.page.locator("main").inner_text()
    assert violations(editor.page, {"runOnly": ["wcag2a", "wcag2aa"]}, "main") == []
    editor.page.click("button[value=approve]")
    editor.page.wait_for_url("**/admin/")

    reader = at_browser().page
    response = reader.goto("/fi/blogi/kuunnellaan-ensin/")
    assert response.status == 200
    assert "Mallilassa kuullaan" in reader.locator("main").inner_text()
    assert "Maija Malli" in reader.locator("main").inner_text()
    assert reader.context.cookies() == []
    assert not writer.errors
    assert not editor.errors


def test_from_the_translators_desk_to_a_swedish_reader(people, at_browser):
    """The translator translates and sends, the reviewer approves, a reader switches language."""
    post = publish(
        make_post(people.writer, title="Samaan suuntaan"), people.writer, people.editor
    )
    translator = at_browser(people.translator)
    page = translator.page
    page.goto("/admin/")
    page.click(f"form[action*='/translate/{post.pk}/sv/'] button")
    page.wait_for_url("**/edit/")
    target = BlogPage.objects.get(locale__language_code="sv")
    record = translation_of(target)
    words = {
        "Samaan suuntaan": "Åt samma håll",
        "Mistä kirjoitus kertoo.": "Vad texten handlar om.",
        "Ensin kuunnellaan": "Först lyssnar vi",
        "Kunta on asukkaidensa yhteisö.": "Kommunen är invånarnas gemenskap.",
    }
    held = []
    # The first cell has the focus; Ctrl+Enter leads from each to the next, and it is saved.
    cells = page.locator(".tt-row:not([data-value])")
    assert cells.count() == len(words)
    for number in range(len(words)):
        row = cells.nth(number)
        source = row.locator(".tt-original .tt-text").inner_text()
        assert row.locator(".tt-cell").evaluate("e => e === document.activeElement")
        page.keyboard.type(words[source])
        if number < len(words) - 1:
            with page.expect_response(lambda answer: answer.request.method == "PUT"):
                page.keyboard.press("Control+Enter")
        else:
            page.route(
                re.compile(r"/strings/\d+/edit/"), lambda route: held.append(route)
            )
            page.keyboard.press("Control+Enter")
    # The last string is on its way to a slow server: sending waits for it.
    with page.expect_navigation():
        page.click(f"form[action*='/translation/{record.pk}/send/'] button")
        held.pop().continue_()
    assert fresh(target).workflow_in_progress

    reviewer = at_browser(people.reviewer).page
    reviewer.goto("/admin/")
    thing = reviewer.locator(".to-do__thing", has_text="Åt samma håll")
    thing.locator(".to-do__do a").click()
    reviewer.wait_for_url("**/editorial/review/**")
    frames = reviewer.locator("iframe")
    assert frames.count() == 2
    translated = reviewer.frame_locator("iframe >> nth=1")
    assert translated.locator("h1").inner_text() == "Åt samma håll"
    reviewer.click("button[value=approve]")
    reviewer.wait_for_url("**/admin/")

    reader = at_browser().page
    reader.goto("/fi/blogi/samaan-suuntaan/")
    reader.click("text=På svenska")
    reader.wait_for_url("**/sv/blogg/at-samma-hall/")
    assert "Kommunen är invånarnas gemenskap." in reader.locator("main").inner_text()
    assert reader.locator("html").get_attribute("lang") == "sv"


@pytest.mark.parametrize(
    ("name", "offered"),
    [("editor", ["delete", "lock"]), ("translator", ["delete"]), ("reviewer", [])],
)
def test_a_translation_is_not_offered_to_be_stopped(people, at_browser, name, offered):
    """All that is offered beside the table can be done: stopping is closed to everybody."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    target, _record = translate(post, people.translator)
    Page.objects.filter(pk=target.pk).update(owner=people.translator)
    page = at_browser(getattr(people, name)).page
    page.goto(edit_url(target))
    page.locator(".tt-cell").first.wait_for()
    html = page.content()
    assert "/disable/" not in html
    assert "convert_to_alias" not in html
    found = [
        each for each in ("delete", "lock") if f"/pages/{target.pk}/{each}/" in html
    ]
    assert found == offered


def test_a_video_loads_only_on_click(people, at_browser):
    """Nothing is asked of the other site before the reader opens it, and no script is needed."""
    video = {"title": "Video", "url": "https://www.youtube.com/watch?v=abcdefghijk"}
    post = make_post(people.writer, body=[("embed", video)])
    post = publish(post, people.writer, people.editor)
    page = at_browser(java_script_enabled=False).page
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("https://**", lambda route: route.fulfill(status=200, body="player"))
    page.goto(post.url, wait_until="networkidle")
    page.mouse.wheel(0, 5000)
    assert [url for url in asked if url.startswith("https:")] == []
    with page.expect_request("https://www.youtube-nocookie.com/**"):
        page.frame_locator("iframe").locator("a").click()
    assert asked[-1] == "https://www.youtube-nocookie.com/embed/abcdefghijk"
