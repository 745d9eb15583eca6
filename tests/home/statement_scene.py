"""A statement with one gap, public in both languages."""

from django.utils import timezone

from home.models import AccessibilityGap
from tests.home.statements import FACTS, GAP, WORDS, statement
from tests.support.helpers import publish, publish_translation, revise

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
