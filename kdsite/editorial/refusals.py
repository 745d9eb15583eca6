"""What the rule refuses, as one clear sentence for the person who tried."""

from django.core.exceptions import PermissionDenied


class Refusal(PermissionDenied):
    """An act that the rule does not allow. ``str()`` is a sentence in the person's language.

    A subclass of ``PermissionDenied``, so that a view that knows nothing of the rule
    answers 403 instead of doing half of the act.
    """


class NotApproved(Refusal):
    """Something tried to change what readers see without passing the door."""


class Conflict(Refusal):
    """Somebody else was quicker: another decision, or a newer text, is there already."""


class Incomplete(Refusal):
    """A translation has strings that nobody has translated yet."""
