"""Versions that are logged, and the record of their release."""

from kdsite.editorial.history import release_record
from kdsite.editorial.history.release_record import Act
from tests.support.factories import short_name
from tests.support.helpers import (
    fresh,
)


def acts(lines):
    return [
        (line.act, line.entry.user and short_name(line.entry.user)) for line in lines
    ]


def save(post, user, **changes):
    """A version that is logged, as the editor saves it."""
    draft = fresh(post).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    return draft.save_revision(user=user, log_action=True)


def written(release):
    """Without what Wagtail says of its own and without the consent."""
    return [
        line
        for line in release_record.of_release(release)
        if not line.is_repeated and line.act != Act.OTHER
    ]
