"""What the rule refuses, as one clear sentence for the person who tried."""


class Refusal(Exception):
    """An act that the rule does not allow. ``str()`` is a sentence in the person's language.

    Not a ``PermissionDenied``: Wagtail's admin swallows those and says only "you do not have
    permission". The gate (``gate.py``) shows this sentence instead, and nothing is half done.
    """

    # The same by language code, where others read it later: see :func:`.publish_due.release_slot`.
    sentences = None


class NotApproved(Refusal):
    """Something tried to change what readers see without passing the door."""


class Conflict(Refusal):
    """Somebody else was quicker: another decision, or a newer text, is there already."""


class Incomplete(Refusal):
    """A translation has strings that nobody has translated yet."""


class Unchanged(Refusal):
    """Somebody would stand behind a correction in which nothing is corrected."""
