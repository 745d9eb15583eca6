"""A link works through the day that its mail names."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from kdsite.editorial.dates import valid_until


@pytest.mark.parametrize(
    "sent_at, last_day",
    [
        (datetime(2026, 11, 25, 7, tzinfo=UTC), "2026-12-09T23:59:59"),
        # Before two in the morning it is the day before in UTC.
        (datetime(2026, 11, 24, 23, tzinfo=UTC), "2026-12-09T23:59:59"),
        # Over a change of the clock.
        (datetime(2026, 10, 20, 7, tzinfo=UTC), "2026-11-03T23:59:59"),
    ],
)
def test_to_the_end_of_the_fourteenth_day(sent_at, last_day):
    end = timezone.localtime(valid_until(sent_at))
    assert end.isoformat().startswith(last_day)
