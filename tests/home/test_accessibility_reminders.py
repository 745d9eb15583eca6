"""The accessibility statement of a new site, and who is reminded of it when."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Revision

from home.create_site.make_site import make_site
from home.models import AccessibilityStatementPage, HomePage
from tests.home.statements import (
    ADDRESSES,
    Conformance,
    reminded,
    statement,
    text_of,
)
from tests.support.factories import index
from tests.support.helpers import (
    publish,
    revise,
)
from tests.support.reader_page import ReaderPage

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.mailed]


def write_as_before(people):
    """The Finnish statement, all text and public, as it was before it had fields."""
    empty = ("service_name", "responsible", "feedback_unit", "feedback_email")
    revise(
        statement(),
        people.editor,
        body=[("paragraph", "<p>Vanha seloste.</p>")],
        conformance="",
        **dict.fromkeys(empty, ""),
    )
    return publish(statement(), people.editor, people.editor2)


def test_a_new_site_claims_nothing(site):
    """Nobody has assessed it, and that is what the statement says; no day, no gap."""
    for language in ADDRESSES:
        with override(language):
            assert str(Conformance.NOT_ASSESSED.label) in text_of(language)
        assert not ReaderPage(ADDRESSES[language]).html.select("main time, main h3")
        assert not statement(language).contradictions(0)


def test_a_text_older_than_the_fields_stays_as_it_was(people):
    """Where nobody has filled them in, the page says nothing in their place."""
    page = write_as_before(people)
    html = ReaderPage(page.url).html
    assert html.select_one(".prose").get_text(strip=True) == "Vanha seloste."


def test_there_is_one_for_each_language(people):
    """Made again by nobody: neither by a second run, nor in the admin, nor as a copy."""
    before = list(Revision.objects.values_list("pk", flat=True))
    make_site()
    assert AccessibilityStatementPage.objects.count() == 2
    assert list(Revision.objects.values_list("pk", flat=True)) == before
    home = index(HomePage)
    assert not AccessibilityStatementPage.can_create_at(home)
    tester = statement().permissions_for_user(people.admin)
    assert not tester.can_copy_to(home)


def test_one_that_an_editor_makes_stands_where_the_old_one_was(people):
    """Deleted in both languages and made anew: the same address, and every footer has it."""
    for language in ("sv", "fi"):
        statement(language).delete()
    page = AccessibilityStatementPage(title="Saavutettavuusseloste", live=False)
    index(HomePage).add_child(instance=page)
    page.save_revision(user=people.editor)
    assert publish(page, people.editor, people.editor2).url == ADDRESSES["fi"]
    footer = ReaderPage("/fi/").html.footer
    assert footer.find("a", href=ADDRESSES["fi"])


def test_a_statement_without_a_review_counts_from_its_publication(people):
    """A skeleton that everybody has forgotten, too."""
    published = timezone.localdate(statement().last_published_at)
    assert reminded(published + timedelta(300)) == set()
    assert len(reminded(published + timedelta(340))) == 2
