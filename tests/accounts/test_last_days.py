"""The last day on which something works."""

from datetime import datetime

import pytest
from django.utils import timezone
from django.utils.translation import override

from assessment.accounts.templatetags.last_days import last_day


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2027, 11, 24), "23 November 2027"),
        (datetime(2027, 11, 24, 0, 0, 1), "24 November 2027"),
        (datetime(2027, 11, 24, 15), "24 November 2027"),
    ],
)
def test_midnight_ends_the_day_before(moment: datetime, day: str) -> None:
    with override("en"):
        assert last_day(timezone.make_aware(moment)) == day


def test_nothing_and_chinese() -> None:
    assert last_day(None) == ""
    with override("zh-hans"):
        assert last_day(timezone.make_aware(datetime(2027, 11, 24))) == "2027年11月23日"
