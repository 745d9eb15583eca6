"""What one language of a slot can look like."""

from django.db import models
from django.utils.translation import gettext_lazy


class State(models.TextChoices):
    """What one language of a slot looks like today."""

    EMPTY = "empty", gettext_lazy("Empty")
    PLANNED = "planned", gettext_lazy("Planned")
    DRAFT = "draft", gettext_lazy("Draft")
    IN_REVIEW = "in_review", gettext_lazy("In review")
    CHANGES = "changes", gettext_lazy("Changes requested")
    APPROVED = "approved", gettext_lazy("Approved")
    MISSING = "missing", gettext_lazy("Translation missing")
    TRANSLATION_IN_REVIEW = (
        "translation_in_review",
        gettext_lazy("Translation in review"),
    )
    OUTDATED = "outdated", gettext_lazy("Translation is behind")
    READY = "ready", gettext_lazy("Ready")
    LIVE = "live", gettext_lazy("Public")
    TAKEN_DOWN = "taken_down", gettext_lazy("Taken down")
    SKIPPED = "skipped", gettext_lazy("Skipped")

    @property
    def sign(self):
        """A mark that tells the states apart without colour; the words say the same."""
        return SIGNS[self]

    @property
    def is_done(self):
        return self in DONE

    @property
    def waits(self):
        """It is approved, not made from older words, and goes out when its slot does."""
        return self in (State.APPROVED, State.READY)

    @property
    def is_approved(self):
        return self.waits or self == State.LIVE


SIGNS = {
    State.EMPTY: "○",
    State.PLANNED: "◌",
    State.DRAFT: "◔",
    State.IN_REVIEW: "◑",
    State.CHANGES: "↩",
    State.APPROVED: "◕",
    State.MISSING: "?",
    State.TRANSLATION_IN_REVIEW: "◑",
    State.OUTDATED: "≠",
    State.READY: "●",
    State.LIVE: "✓",
    State.TAKEN_DOWN: "↓",
    State.SKIPPED: "–",
}
DONE = (State.READY, State.LIVE, State.TAKEN_DOWN, State.SKIPPED)
UNWRITTEN = (State.EMPTY, State.PLANNED, State.DRAFT, State.CHANGES)
