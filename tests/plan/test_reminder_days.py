"""On which days a step of the plan is named in a letter."""

from datetime import date, timedelta

import pytest

from recommendations.plan.reminders import needs_reminder

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("due_in", "reminded_before", "is_needed"),
    [
        (15, None, False),
        (14, None, True),
        (0, None, True),
        (13, 1, False),
        (0, 14, False),
        (5, 9, False),
        (14, 20, True),  # it was put off since
        (-1, 1, True),  # reminded on its very day, and now overdue
        (-1, 8, True),
        (-3, 2, False),
        (-9, 6, False),
        (-9, 7, True),
        (-1, 0, False),
        (-1, None, True),
    ],
)
def test_reminder_is_needed_once_ahead_once_overdue_and_then_weekly(
    due_in: int, reminded_before: int | None, is_needed: bool
) -> None:
    reminded = None if reminded_before is None else TODAY - reminded_before * DAY
    assert needs_reminder(TODAY + due_in * DAY, reminded, TODAY) is is_needed
