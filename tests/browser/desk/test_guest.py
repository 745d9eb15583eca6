"""The guest's way, by hand in the browser: from the mail to a submitted text, without help."""

import io
import re

import pytest
from docx import Document
from docx.shared import Inches

from blog.models import BlogPage
from community.models import AuthorPage
from tests.browser.axe import violations
from tests.support.documents import png
from tests.support.helpers import fresh, make_slot
from tests.support.invited import sent

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]


def document():
    """A Word file with headings, a picture, a table and a question."""
    file = Document()
    file.add_heading("Yhteinen pöytä", 0)
    file.add_paragraph("Kirjoittaja: Maija Mäkelä, valtuutettu, Mallilan kaupunki")
    file.add_paragraph("Keväällä kutsuimme asukkaat saman pöydän ääreen.")
    file.add_heading("Näin me teimme", 1)
    file.add_picture(io.BytesIO(png()), width=Inches(1))
    table = file.add_table(rows=2, cols=2)
    for cell, text in zip(
        table._cells, ["Kylä", "Väkeä", "Rantala", "40"], strict=True
    ):
        cell.text = text
    file.add_paragraph("Neljäkymmentä tuli.")
    file.add_paragraph("Kuukauden kysymys: Kenen viereen sinä istuisit?")
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def passes_axe(page, part="main"):
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]}
    assert violations(page, rules, part) == []


def test_from_the_invitation_to_a_submitted_text(people, at_browser):
    """The editor invites; the guest follows the link, brings a Word file, says what its picture
    shows, gives consent and sends; the editor sees it in review, in its slot."""
    make_slot(days=30)
    editor = at_browser(people.editor).page
    editor.goto("/admin/invitations/new/")
    editor.fill("[name=given_name]", "Maija")
    editor.fill("[name=family_name]", "Mäkelä")
    editor.fill("[name=address]", "maija.makela@example.org")
    editor.check("[name=language][value=fi]")
    editor.select_option("[name=slot]", index=1)
    with editor.expect_navigation():
        editor.click("main form button.button:not(.button-secondary)")
    (letter,) = sent()
    link = re.search(r"https?://[^/\s]+(/\S+)", letter.body)[1]

    guest = at_browser(locale="fi-FI").page
    guest.set_viewport_size({"width": 390, "height": 844})
    guest.goto(link)
    passes_axe(guest)
    guest.fill("[name=new_password1]", "samaa-venetta-soudetaan")
    guest.fill("[name=new_password2]", "samaa-venetta-soudetaan")
    guest.click("form button")
    guest.wait_for_url("**/edit/")

    guest.click(".messages a[href*='/bring/']")
    guest.wait_for_url("**/bring/?language=fi")
    guest.set_input_files(
        "[name=file]",
        {
            "name": "teksti.docx",
            "mimeType": "application/octet-stream",
            "buffer": document(),
        },
    )
    assert guest.locator("[name=language][value=fi]").is_checked()
    guest.click("main form button")
    guest.wait_for_url(re.compile(r"/bring/\d+/"))
    passes_axe(guest, "main form")
    assert guest.locator("[name=into]").first.is_checked()
    guest.fill("[name=lead]", "Miksi samaan pöytään kannattaa istua.")
    guest.fill("[name=alt-0]", "Ihmisiä pitkän pöydän ääressä")
    guest.click("text=Tee tästä luonnos")
    guest.wait_for_url("**/edit/")
    post = BlogPage.objects.get()

    button = guest.locator(
        "footer [name=action-submit], footer [data-name=action-submit]"
    ).first
    with guest.expect_navigation():
        button.click()
    guest.wait_for_url("**/before-send/**")
    guest.check("[name=consent]")
    guest.click("#send button")
    guest.wait_for_url("**/edit/")

    assert fresh(post).workflow_in_progress
    assert AuthorPage.objects.count() == 1
    version = fresh(post).get_latest_revision_as_object()
    assert version.lead == "Miksi samaan pöytään kannattaa istua."
    kinds = {block.block_type for block in version.body}
    assert kinds == {"text", "image", "table"}
    assert version.own_question == "Kenen viereen sinä istuisit?"
    editor.goto("/admin/calendar/")
    held = editor.locator(".calendar__slot").first.inner_text()
    assert "Yhteinen pöytä" in held
    assert "Tarkistettavana" in held
