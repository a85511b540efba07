"""Days of the site begin and end at its midnight, not at that of UTC."""

from datetime import UTC, date, datetime, timedelta

import pytest

from assessment.accounts.days import begin_of, end_of, last_day_until

DAY = date(2027, 11, 23)
MIDNIGHT = datetime(2027, 11, 23, 16, tzinfo=UTC)  # in Shanghai that of the 24th


def test_day_ends_where_the_next_begins() -> None:
    assert (begin_of(DAY), end_of(DAY)) == (MIDNIGHT - timedelta(days=1), MIDNIGHT)


@pytest.mark.parametrize(("later", "day"), [(-1, 23), (0, 23), (1, 24), (24 * 3600, 24)])
def test_midnight_belongs_to_the_day_before(later: int, day: int) -> None:
    assert last_day_until(MIDNIGHT + timedelta(seconds=later)) == date(2027, 11, day)
