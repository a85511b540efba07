"""Dates that can be read in one way only."""

from datetime import datetime

import pytest
from django.utils import formats
from django.utils.translation import override

MOMENT = datetime(2026, 11, 12, 14, 22)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["12 November 2026", "12 November 2026, 14:22", "12 Nov 2026", "12 Nov 2026, 14:22"]),
        ("zh-hans", ["2026年11月12日", "2026年11月12日 14:22", "2026年11月12日", "2026年11月12日 14:22"]),
    ],
)
def test_day_is_never_taken_for_the_month(language: str, said: list[str]) -> None:
    names = ("DATE_FORMAT", "DATETIME_FORMAT", "SHORT_DATE_FORMAT", "SHORT_DATETIME_FORMAT")
    with override(language):
        assert [formats.date_format(MOMENT, name) for name in names] == said
