"""On the journeys of the writer, the translator and the editor nothing is in English,
and nothing in the other language of the site."""

import pytest
from django.urls import reverse
from wagtail.models import Comment
from wagtail.users.models import UserProfile

from blog.invitations import services
from blog.models import BlogIndexPage
from kdsite.editorial.models import Release
from kdsite.editorial.private_links import links
from tests.browser.desk.foreign import foreign_in
from tests.support.factories import index, make_author, make_image, make_post
from tests.support.helpers import (
    ask_for_changes,
    edit_url,
    fill_in,
    make_slot,
    publish,
    publish_translation,
    send,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]


class Walk:
    """What one person sees of the screens, and which of it is not in theirs."""

    def __init__(self, person, language):
        self.page, self.language = person.page, language
        self.found = {}

    def look(self, where):
        texts = foreign_in(self.page, self.language)
        if texts:
            self.found[where] = sorted(texts)

    def visit(self, *addresses):
        for address in addresses:
            response = self.page.goto(address)
            assert response.status == 200, address
            # The menu is drawn by a script, which is on every page of the admin.
            self.page.wait_for_function(
                "() => !document.querySelector('#wagtail-sidebar') ||"
                " document.querySelector('#wagtail-sidebar nav, #wagtail-sidebar .sidebar')"
            )
            self.look(address)

    def press(self, selector, where, shows=None):
        self.page.locator(selector).first.click()
        if shows:
            self.page.locator(shows).first.wait_for()
        self.look(where)

    def open_side_panels(self):
        for toggle in self.page.locator("[data-side-panel-toggle]").all():
            panel = toggle.get_attribute("data-side-panel-toggle")
            is_open = self.page.locator(f"[data-side-panel={panel}]:not([hidden])")
            # The button of an open one closes it.
            if not is_open.count():
                toggle.evaluate("button => button.click()")
                is_open.wait_for(state="attached")
            self.look(f"side panel {toggle.get_attribute('aria-label')}")


@pytest.fixture
def walk(people, at_browser, language):
    """``walk(user)``: somebody logged in whose admin speaks ``language``."""

    def sit_down(user):
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = language
        profile.save()
        return Walk(at_browser(user, locale=f"{language}-FI"), language)

    return sit_down


def every_block():
    """A body with a block of each kind that needs no file."""
    image = make_image()
    image.decorative, image.contextual_alt_text = False, "Satama aamulla"
    return [
        ("heading", {"text": "Ensin kuunnellaan", "level": "h2"}),
        ("paragraph", "<p>Kunta on asukkaidensa yhteisö.</p>"),
        ("image", {"image": image, "caption": "Satama"}),
        ("quote", {"text": "Yhdessä.", "source": "Malli"}),
        ("list", "<ul><li>Kuule</li></ul>"),
    ]


def name(*args, **kwargs):
    return reverse(args[0], args=args[1:], **kwargs)


def test_the_writers_journey(people, walk, language):
    """From the log-in to a text that came back with a comment."""
    profile = make_author("Maija", "Malli", user=people.writer)
    post = make_post(people.writer, authors=[profile], body=every_block())
    make_slot(post, days=20)
    draft = make_post(people.writer, title="Kesken")
    sent = make_post(people.writer, title="Odottaa lukijaa")
    submit(sent, people.writer)
    submit(post, people.writer)
    ask_for_changes(post, people.editor)
    Comment.objects.create(
        page=draft, user=people.editor, text="Hyvä alku.", contentpath="title"
    )
    writer = walk(people.writer)
    blog = index(BlogIndexPage)
    writer.visit(
        "/admin/",
        name("wagtailadmin_explore", blog.pk),
        name("wagtailadmin_pages:add", "blog", "blogpage", blog.pk),
        edit_url(sent),
        name("before_send", draft.pk),
        name("upload"),
        name("wagtailadmin_account"),
        name("wagtailimages:index"),
        edit_url(post),
    )
    page = writer.page
    writer.open_side_panels()
    writer.press(
        "[data-streamfield-stream-container] button[title]",
        "the blocks to choose from",
        "[role=option]",
    )
    page.keyboard.press("Escape")
    page.locator(".public-DraftEditor-content").first.click()
    page.locator(".Draftail-BlockToolbar__trigger").first.wait_for()
    writer.look("the text editor")
    writer.visit(edit_url(draft))
    page.locator("#id_hero_image-chooser .unchosen button").first.click()
    page.locator(".modal-body #search-results").wait_for(state="attached")
    # Only then Escape closes it.
    page.wait_for_function("() => document.activeElement.closest('.modal')")
    writer.look("the choice of an image")
    page.keyboard.press("Escape")
    assert not writer.found, "\n".join(f"{k}: {v}" for k, v in writer.found.items())


def test_the_log_in(people, at_browser, language):
    """Also with a wrong password, for somebody whose browser speaks the language."""
    walk = Walk(at_browser(locale=f"{language}-FI"), language)
    walk.visit("/admin/login/", "/account/password/reset/")
    walk.visit("/admin/login/")
    walk.page.fill("[name=login]", "kuka@example.fi")
    walk.page.fill("[name=password]", "väärä")
    walk.press("main form button", "a wrong password", ".error")
    assert not walk.found, "\n".join(f"{k}: {v}" for k, v in walk.found.items())


def test_the_translators_journey(people, walk):
    """From the list of what can be translated to the decision about a translation."""
    post = publish(
        make_post(people.writer, body=every_block()), people.writer, people.editor
    )
    other = publish(
        make_post(people.writer, title="Toinen"), people.writer, people.editor
    )
    target, record = translate(other, people.reviewer)
    fill_in(record, people.reviewer)
    send(record, people.reviewer)
    make_slot(days=10)
    translator = walk(people.translator)
    page = translator.page
    translator.visit("/admin/", name("calendar:index"), name("editorial:outdated"))
    page.goto("/admin/")
    page.click(f"form[action*='/translate/{post.pk}/sv/'] button")
    page.wait_for_url("**/edit/")
    cell = page.locator(".tt-cell").first
    cell.wait_for()
    translator.look("the table of a translation")
    cell.fill("Samma håll")
    with page.expect_response(lambda response: response.request.method == "PUT"):
        cell.press("Control+Enter")
    page.locator(".tt-said:not(:empty)").first.wait_for()
    translator.look("a string that was translated")
    translator.visit(
        edit_url(target),
        name("editorial:review", target.pk),
        name("wagtailadmin_pages:history", target.pk),
    )
    assert not translator.found, "\n".join(
        f"{k}: {v}" for k, v in translator.found.items()
    )


def test_the_editors_journey(people, walk):
    """The desk, the calendar, invitations, reviews, links, records and reports."""
    post = make_post(people.writer, body=every_block())
    submit(post, people.writer)
    public = publish(
        make_post(people.writer, title="Julki"), people.writer, people.editor2
    )
    swedish = publish_translation(public, people.translator, people.reviewer)
    slot = make_slot(make_post(people.writer, title="Tuleva"), days=20)
    make_slot(days=40)
    services.invite(people.editor, "Maija", "Malli", "maija@example.fi", "fi")
    links.send(post, people.editor, "m@example.org", "fi", name="Lukija")
    release = Release.objects.latest("pk")
    theme = make_image(people.writer)
    editor = walk(people.editor)
    editor.visit(
        "/admin/",
        name("wagtailadmin_explore", index(BlogIndexPage).pk),
        name("editorial:review", post.pk),
        edit_url(swedish),
        name("editorial:facts", public.pk),
        name("editorial:links", post.pk),
        name("editorial:record", release.pk),
        name("editorial:outdated"),
        name("invitations:index"),
        name("invitations:add"),
        name("calendar:index"),
        name("calendar:sheet"),
        name("calendar:edit", slot.pk),
        name("wagtailsettings:edit", "editorial", "rhythm"),
        name("wagtailimages:index"),
        name("wagtailimages:edit", theme.pk),
        name("wagtailadmin_pages:history", public.pk),
        name("wagtailadmin_pages:unpublish", public.pk),
        edit_url(post),
    )
    editor.open_side_panels()
    assert not editor.found, "\n".join(f"{k}: {v}" for k, v in editor.found.items())
