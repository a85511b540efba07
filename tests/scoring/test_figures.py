"""Rounding happens once, half up, and every number is written in one place."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.scoring.figures import (
    json_points,
    json_share,
    rounded,
    shown_gain,
    shown_number,
    shown_points,
    shown_share,
)


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("-2.5", 0, "-3"),
        ("46.25", 1, "46.3"),
        ("46.2499", 1, "46.2"),
        ("-0.04", 1, "0.0"),
    ],
)
def test_rounded_half_up(number: str, decimals: int, expected: str) -> None:
    assert str(rounded(Fraction(number), decimals)) == expected


@given(st.fractions(-1000, 1000), st.integers(0, 4))
def test_rounding_moves_by_half_a_digit_at_most(number: Fraction, decimals: int) -> None:
    assert abs(Fraction(rounded(number, decimals)) - number) <= Fraction(1, 2 * 10**decimals)


def test_shown_points() -> None:
    shown = [shown_points(points) for points in (Fraction(100), Fraction(0), Fraction(140, 3), None)]
    assert shown == ["100.0", "0.0", "46.7", "–"]


def test_shown_gain_has_a_sign() -> None:
    assert [shown_gain(Fraction(points)) for points in ("3.14", "-3.15", "0", "-0.01")] == [
        "+3.1",
        "−3.2",
        "+0.0",
        "+0.0",
    ]


def test_shown_share() -> None:
    assert [shown_share(share) for share in (Fraction(81, 100), Fraction(1, 8), None)] == ["81 %", "13 %", "–"]


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        ("12.50", 2, "12.5"),
        ("40", 1, "40"),
        ("100", 0, "100"),
        ("1234567.891", 2, "1,234,567.89"),
        ("-0.001", 2, "0"),
        ("1" * 40, 6, ",".join(["1", *["111"] * 13])),
    ],
)
def test_shown_number(number: str, decimals: int, expected: str) -> None:
    assert shown_number(Decimal(number), decimals) == expected


def test_json_numbers_show_the_same_digits() -> None:
    assert [json_points(points) for points in (Fraction("46.25"), None)] == [46.3, None]
    assert [json_share(share) for share in (Fraction(1, 32), None)] == [0.0313, None]
