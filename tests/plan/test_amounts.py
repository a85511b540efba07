"""Amounts and days as people type them."""

import pytest
from django.core.exceptions import ValidationError

from recommendations.plan.amounts import DAYS, WholeField, read_whole


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("5000", 5000),
        (" 5000 ", 5000),
        ("5,000", 5000),
        ("5，000", 5000),
        ("5 000", 5000),
        ("5\u00a0000", 5000),
        ("1,250,000", 1_250_000),
        ("5万", 50_000),
        ("5 万元", 50_000),
        ("0.5万", 5000),
        ("1.8万", 18_000),
        ("0.25亿", 25_000_000),
        ("5w", 50_000),
        ("5k", 5000),
        ("５０００", 5000),
        ("５．５万", 55_000),
        ("¥5000", 5000),
        ("￥5,000", 5000),
        ("5000元", 5000),
        ("人民币5000元", 5000),
        ("CNY 5,000", 5000),
        ("5000 yuan", 5000),
        ("5000.00", 5000),
        ("0", 0),
        ("-1", -1),
        ("−1", -1),
    ],
)
def test_amount_is_read_as_it_is_written(typed: str, amount: int) -> None:
    assert read_whole(typed) == amount


@pytest.mark.parametrize(
    "typed",
    [
        "plenty",
        "",
        "5,00",
        "50,00",
        "5 00",
        "1.5",
        "0.00001万",
        "5万5",
        "五千",
        "5e3",
        "1_000",
        "0x10",
        "²",
        "٥",
        "9" * 61,
        "$5",
    ],
)
def test_what_is_no_amount_is_not_guessed(typed: str) -> None:
    assert read_whole(typed) is None


@pytest.mark.parametrize(
    ("typed", "days"), [("20", 20), ("20天", 20), ("20 days", 20), ("２０ 个工作日", 20), ("1 day", 1)]
)
def test_days_are_read_as_they_are_written(typed: str, days: int) -> None:
    assert read_whole(typed, DAYS) == days


@pytest.mark.parametrize("typed", ["20元", "¥20", "20.5"])
def test_what_is_no_number_of_days_is_not_guessed(typed: str) -> None:
    assert read_whole(typed, DAYS) is None


def test_field_says_what_it_cannot_read_and_takes_nothing_for_nothing() -> None:
    field = WholeField(
        required=False, min_value=0, error_messages={"invalid": "Say it otherwise.", "min_value": "Low."}
    )
    assert (field.clean("0.5万"), field.clean(" "), field.clean(7)) == (5000, None, 7)
    for typed, message in (("much", "Say it otherwise."), ("-5", "Low.")):
        with pytest.raises(ValidationError, match=message):
            field.clean(typed)
