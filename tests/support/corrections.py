"""A text in review is corrected."""

from kdsite.editorial.review import submission
from tests.support.helpers import fresh, revise


def correct(page, user, **changes):
    """As :func:`.revise`, by the button."""
    revision = revise(page, user, **changes)
    submission.correct(fresh(page), user)
    return revision
