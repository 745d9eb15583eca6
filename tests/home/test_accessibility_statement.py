"""The accessibility statement says what the law asks for, in both languages, and stays true."""

from datetime import date, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext, override

from home.models import AccessibilityGap
from home.search.finding import find
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.notifications.reminders import remind
from kdsite.editorial.texts.outdated import is_behind
from tests.editorial.private_links.steps import path, send
from tests.support.helpers import (
    approve,
    fresh,
    logged_in,
    post_form,
    publish,
    publish_translation,
    read,
    revise,
    submit,
)
from tests.support.reader_page import ReaderPage
from tests.support.statements import (
    ADDRESSES,
    FACTS,
    GAP,
    WORDS,
    Conformance,
    Method,
    Reason,
    reminded,
    shown,
    statement,
    text_of,
)

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def set_the_scene(people):
    revise(
        statement(),
        people.editor,
        gaps=[AccessibilityGap(**GAP)],
        body=[("paragraph", "<p>Ja vielä tämä.</p>")],
        **WORDS,
        **FACTS,
    )
    page = publish(statement(), people.editor, people.editor2)
    swedish = publish_translation(page, people.translator, people.reviewer)
    return {"page": page, "swedish": swedish}


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_readers_find_every_field(scene, language):
    """Words in the language of the page, facts the same in both, days as the language has them."""
    text = text_of(language)
    mark = "sv " if language == "sv" else ""
    texts = {n: w for n, w in GAP.items() if n not in AccessibilityGap.shared_facts}
    for words in [*WORDS.values(), *texts.values(), "Ja vielä tämä."]:
        assert f"{mark}{words}" in text
    for name in ("assessed_on", "made_on", "reviewed_on"):
        assert shown(FACTS[name], language) in text
    assert shown(GAP["mended_by"], language) in text
    with override(language):
        for sentence in (Conformance.PARTIAL, Method.BOTH, Reason.BURDEN):
            assert str(sentence.label) in text
        assert gettext("You get an answer within 14 days.") in text
    html = ReaderPage(ADDRESSES[language]).html.main
    links = {a["href"] for a in html.select("a")}
    assert {"mailto:palaute@example.fi", "tel:+358295345000"} <= links
    assert any(link.endswith(f"/{language}/") for link in links)
    assert "Traficom" in text
    assert html.address.find("a", href="mailto:palaute@example.fi")


def test_its_headings_are_in_order(scene):
    """One h1, and no level is left out on the way down."""
    html = ReaderPage(ADDRESSES["fi"]).html
    levels = [int(tag.name[1]) for tag in html.select("h1, h2, h3, h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize("address", ["/fi/", "/sv/", "/fi/blogi/", "/sv/liity/"])
def test_every_footer_leads_to_it(site, address):
    """Also that of a page which is not there."""
    html = BeautifulSoup(Client().get(address).content, "lxml")
    links = {a["href"] for a in html.select("footer a")}
    assert ADDRESSES[address[1:3]] in links


# Still to come where midnight passes while the tests run.
TO_COME = str(TODAY + timedelta(2))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"assessed_on": TO_COME}, "This day has not come yet."),
        ({"made_on": TO_COME, "reviewed_on": TO_COME}, "This day has not come yet."),
        (
            {"reviewed_on": str(FACTS["made_on"] - timedelta(1))},
            "A statement is reviewed on the day it is made, or later.",
        ),
        (
            {"conformance": "full"},
            "A service with gaps meets the requirements in part at most.",
        ),
        (
            {"gaps-0-DELETE": "on"},
            "Add at least one gap: what is missing from the requirements?",
        ),
        (
            {"conformance": "none", "gaps-0-DELETE": "on"},
            "Add at least one gap: what is missing from the requirements?",
        ),
        (
            {"conformance": "not_assessed"},
            "It has been assessed: say how accessible the service is.",
        ),
        (
            {"assessed_on": ""},
            "Say when it was assessed and by whom: without that nobody can say how "
            "accessible the service is.",
        ),
        (
            {"gaps-0-explanation": ""},
            "Write why the burden would be disproportionate.",
        ),
    ],
)
def test_what_cannot_be_said_together_is_not_sent(scene, people, typed, sentence):
    """One sentence says what is wrong, and what was typed is still there."""
    page = scene.page
    response = post_form(
        logged_in(people.editor),
        page,
        **{"lead": "Juuri kirjoitettu", "action-submit": "1"},
        **typed,
    )
    html = response.content.decode()
    assert escape(gettext(sentence)) in html
    assert "Juuri kirjoitettu" in html
    assert fresh(page).latest_revision_id == page.latest_revision_id
    assert not fresh(page).workflow_in_progress


def test_a_draft_may_be_incomplete(scene, people):
    """What the law asks for is asked for when it is sent; so the form sends nothing half."""
    client, page = logged_in(people.editor), scene.page
    half = {"service_name": "", "gaps-0-DELETE": "on"}
    assert post_form(client, page, **half).status_code == 302
    assert fresh(page).latest_revision_id != page.latest_revision_id
    response = post_form(client, page, **{"action-submit": "1"})
    assert response.context["form"].errors.keys() == {"service_name"}
    with pytest.raises(Refusal):
        submit(page, people.editor)


def test_a_change_takes_two_people(scene, people):
    """Readers keep the old gaps until somebody else has approved the new ones."""
    new = AccessibilityGap(**GAP | {"title": "Taulukot"})
    revise(scene.page, people.editor, gaps=[*scene.page.gaps.all(), new])
    submit(scene.page, people.editor)
    with pytest.raises(Refusal):
        approve(scene.page, people.editor)
    assert "Taulukot" not in read(scene.page)[1]
    approve(scene.page, people.editor2)
    assert "Taulukot" in read(scene.page)[1]


def test_the_reviewer_sees_what_changes(scene, people):
    """A day as people write it, a reason in words, and nothing where there is none."""
    gap = scene.page.gaps.get()
    gap.reason, gap.mended_by = Reason.OUTSIDE, None
    revise(scene.page, people.editor, gaps=[gap], reviewed_on=TODAY)
    submit(scene.page, people.editor)
    url = reverse("editorial:review", args=[scene.page.pk])
    html = logged_in(people.editor2).get(url).content.decode()
    table = BeautifulSoup(html, "lxml").select_one("section .listing").get_text(" ")
    assert date_format(TODAY, "SHORT_DATE_FORMAT") in table
    assert str(Reason.OUTSIDE.label) in table
    assert "None" not in table


def test_a_private_link_shows_the_gaps_of_the_draft(scene, people):
    """The newest version, as readers will see it."""
    gap = scene.page.gaps.get()
    gap.problem = "Vasta luonnoksessa."
    revise(scene.page, people.editor, gaps=[gap])
    link = send(scene.page, people.editor)
    assert "Vasta luonnoksessa." in Client().get(path(link)).content.decode()


def test_the_translation_follows_the_facts(scene, people):
    """A new day of review alone: the translation is behind, and has it once two have looked."""
    revise(scene.page, people.editor, reviewed_on=TODAY)
    page = publish(scene.page, people.editor, people.editor2)
    assert is_behind(scene.swedish)
    assert shown(TODAY, "sv") not in text_of("sv")
    url = reverse("editorial:comparison", args=[scene.swedish.pk])
    changes = logged_in(people.translator).get(url).context["comparison"].changes
    assert [(c.before, c.now) for c in changes] == [
        ("9.3.2026", date_format(TODAY, "j.n.Y"))
    ]
    publish_translation(page, people.translator, people.reviewer)
    assert not is_behind(scene.swedish)
    assert shown(TODAY, "sv") in text_of("sv")


def test_a_changed_reason_is_told_in_words(scene, people):
    """To the translators, who see no field for it."""
    gap = scene.page.gaps.get()
    gap.reason = Reason.OUTSIDE
    revise(scene.page, people.editor, gaps=[gap])
    publish(scene.page, people.editor, people.editor2)
    url = reverse("editorial:comparison", args=[scene.swedish.pk])
    html = logged_in(people.translator).get(url).content.decode()
    with override("sv"):
        for reason in (Reason.BURDEN, Reason.OUTSIDE):
            assert escape(str(reason.label)) in html


def test_search_finds_it_by_its_gaps(scene):
    """What does not work is what somebody looks for."""
    assert scene.page.pk in [hit.pk for hit in find("kuvailtu", ["fi"])["fi"]]


def test_the_editors_are_reminded_after_eleven_months(scene, people):
    """Once, not a day before; again when the next review lapses."""
    mail.outbox.clear()
    subject = gettext("Time to review the accessibility statement")
    both = {("editor@example.fi", subject), ("editor2@example.fi", subject)}
    assert reminded("2027-02-08") == set()
    assert reminded("2027-02-09") == both
    assert reminded("2027-02-10") == set()
    with time_machine.travel("2027-03-31T12:00+03:00", tick=False):
        revise(scene.page, people.editor, reviewed_on=date(2027, 3, 31))
        publish(scene.page, people.editor, people.editor2)
    mail.outbox.clear()
    assert reminded("2028-02-28") == set()
    assert reminded("2028-02-29") == both


def test_the_reminder_speaks_its_readers_language(scene, people):
    """With the day of the last review, and the way to the form."""
    people.editor.wagtail_userprofile.preferred_language = "sv"
    people.editor.wagtail_userprofile.save()
    mail.outbox.clear()
    with time_machine.travel("2027-02-09T09:00+02:00", tick=False):
        remind()
    bodies = {each.to[0]: each for each in mail.outbox}
    with override("sv"):
        subject = gettext("Time to review the accessibility statement")
    assert bodies["editor@example.fi"].subject == subject
    for each in mail.outbox:
        assert "9.3.2026" in each.body
        assert reverse("wagtailadmin_pages:edit", args=[scene.page.pk]) in each.body
