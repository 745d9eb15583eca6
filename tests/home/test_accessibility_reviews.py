"""The accessibility statement stays true: it is changed by two people, and reviewed each year."""

from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core import mail
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext, override

from home.models import AccessibilityGap
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.notifications.reminders import remind
from kdsite.editorial.texts.outdated import is_outdated
from tests.home.statement_scene import TODAY, set_the_scene
from tests.home.statements import GAP, Reason, reminded, shown, text_of
from tests.support.forms.undrawn import context_of
from tests.support.helpers import (
    approve,
    logged_in,
    publish,
    publish_translation,
    read,
    revise,
    submit,
)

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


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


def test_the_translation_follows_the_facts(scene, people):
    """A new day of review alone: the translation is behind, and has it once two have looked."""
    revise(scene.page, people.editor, reviewed_on=TODAY)
    page = publish(scene.page, people.editor, people.editor2)
    assert is_outdated(scene.swedish)
    assert shown(TODAY, "sv") not in text_of("sv")
    url = reverse("editorial:comparison", args=[scene.swedish.pk])
    changes = context_of(logged_in(people.translator), url)["comparison"].changes
    assert [(c.before, c.now) for c in changes] == [
        ("9.3.2026", date_format(TODAY, "j.n.Y"))
    ]
    publish_translation(page, people.translator, people.reviewer)
    assert not is_outdated(scene.swedish)
    assert shown(TODAY, "sv") in text_of("sv")


def test_a_changed_reason_is_told_in_words(scene, people):
    """To the translators, who see no field for it."""
    gap = scene.page.gaps.get()
    gap.reason = Reason.OUTSIDE
    revise(scene.page, people.editor, gaps=[gap])
    publish(scene.page, people.editor, people.editor2)
    url = reverse("editorial:comparison", args=[scene.swedish.pk])
    html = logged_in(people.translator).get(url).content.decode()
    # The words that changed are marked.
    text = " ".join(BeautifulSoup(html, "html.parser").get_text("").split())
    with override("sv"):
        for reason in (Reason.BURDEN, Reason.OUTSIDE):
            assert str(reason.label) in text


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
