"""The accessibility statement says what the law asks for, in both languages."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.html import escape
from django.utils.translation import gettext, override

from home.models import AccessibilityGap
from home.search.finding import find
from kdsite.editorial.exceptions import Refusal
from tests.editorial.private_links.steps import path, send
from tests.home.statement_scene import TODAY, set_the_scene
from tests.home.statements import (
    ADDRESSES,
    FACTS,
    GAP,
    WORDS,
    Conformance,
    Method,
    Reason,
    shown,
    text_of,
)
from tests.support.helpers import fresh, logged_in, post_form, revise, submit
from tests.support.reader_page import ReaderPage

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_readers_find_the_authority(scene, language):
    """By the name that every statement has."""
    found = find("Traficom", [language])[language]
    page = {"fi": scene.page, "sv": scene.swedish}[language]
    assert [hit.pk for hit in found.hits] == [page.pk]


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


def test_a_private_link_shows_the_gaps_of_the_draft(scene, people):
    """The newest version, as readers will see it."""
    gap = scene.page.gaps.get()
    gap.problem = "Vasta luonnoksessa."
    revise(scene.page, people.editor, gaps=[gap])
    link = send(scene.page, people.editor)
    assert "Vasta luonnoksessa." in Client().get(path(link)).content.decode()


def test_search_finds_it_by_its_gaps(scene):
    """What does not work is what somebody looks for."""
    assert scene.page.pk in [hit.pk for hit in find("kuvailtu", ["fi"])["fi"].hits]
