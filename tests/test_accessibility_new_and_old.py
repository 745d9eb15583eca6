"""The accessibility statement of a new site, and of one that is older than its fields."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Revision, WorkflowState
from wagtail.search.models import IndexEntry
from wagtail_localize.models import TranslationSource

from home.models import AccessibilityStatementPage, HomePage, StandardPage
from home.site_setup import make_site
from kdsite.editorial.behind import is_behind
from tests.factories import index
from tests.helpers import (
    approve,
    fresh,
    publish,
    publish_translation,
    read,
    revise,
    submit,
)
from tests.reader_page import ReaderPage
from tests.statements import ADDRESSES, Conformance, reminded, statement, text_of

pytestmark = pytest.mark.django_db


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


def kinds_of(page):
    """The content types under which the database knows ``page``."""
    mine = {"object_id": str(page.pk), "content_type__app_label": "home"}
    revisions = Revision.objects.filter(**mine)
    return {
        fresh(page).content_type_id,
        *revisions.values_list("content_type", flat=True),
        *(revision.content["content_type"] for revision in revisions),
        *WorkflowState.objects.filter(**mine).values_list("content_type", flat=True),
        *IndexEntry.objects.filter(**mine).values_list("content_type", flat=True),
        TranslationSource.objects.get(
            object_id=page.translation_key
        ).specific_content_type_id,
    }


def test_plain_pages_become_statements(people):
    """Text, versions, review and translation stay, and no draft becomes public on the way."""
    page = write_as_before(people)
    swedish = publish_translation(page, people.translator, people.reviewer)
    revise(page, people.editor, lead="Vasta luonnos")
    submit(page, people.editor)
    public, versions = (
        read(page)[1],
        list(Revision.objects.order_by("pk").values("pk", "created_at")),
    )
    assert "Vasta luonnos" not in public
    for revision in page.revisions.all():
        # As versions were before there was the type.
        del revision.content["gaps"]
        revision.save(update_fields=["content"])
    migration = import_module("home.migrations.0006_statements_of_their_own_type")
    for change, model in (
        (migration.become_plain_pages, StandardPage),
        (migration.become_statements, AccessibilityStatementPage),
    ):
        change(apps, connection.schema_editor())
        kind = ContentType.objects.get_for_model(model).pk
        for each in (page, swedish):
            assert type(fresh(each)) is model
            assert kinds_of(each) == {kind}
    assert fresh(page).role == StandardPage.Role.ACCESSIBILITY
    assert all(revision.content["gaps"] == [] for revision in page.revisions.all())
    assert read(page)[1] == public
    assert list(Revision.objects.order_by("pk").values("pk", "created_at")) == versions
    approve(page, people.editor2)
    assert "Vasta luonnos" in read(page)[1]
    assert is_behind(swedish)
