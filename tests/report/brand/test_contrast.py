"""Contrast: values that others have published, and proposals that are as near as can be."""

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from recommendations.report.brand.contrast import (
    contrast_with_white,
    is_readable,
    nearest_readable,
    ratio_shown,
    read_colour,
)

# As in WebAIM's contrast checker, but cut after two digits: https://webaim.org/resources/contrastchecker/
GOLDEN = {
    "#000000": "21.00",
    "#ffffff": "1.00",
    "#767676": "4.54",
    "#777777": "4.47",
    "#ff0000": "3.99",
    "#0000ff": "8.59",
    "#008000": "5.13",
    "#ffff00": "1.07",
}


@pytest.mark.parametrize(("colour", "ratio"), GOLDEN.items(), ids=GOLDEN)
def test_ratio_is_that_of_the_guidelines(colour: str, ratio: str) -> None:
    assert (ratio_shown(colour), is_readable(colour)) == (ratio, float(ratio) >= 4.5)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("#0B4F6C", "#0b4f6c"),
        ("0b4f6c", "#0b4f6c"),
        (" #abc ", "#aabbcc"),
        ("red", None),
        ("#12345", None),
        ("#0b4f6c;}", None),
        ("url(x)", None),
        ("#٠٠٠٠٠٠", None),
        ("", None),
    ],
)
def test_colour_is_six_digits_or_nothing(typed: str, read: str | None) -> None:
    assert read_colour(typed) == read


@pytest.mark.parametrize(
    ("colour", "nearest"), [("#0b4f6c", "#0b4f6c"), ("#ff0000", "#ee0000"), ("#ffffff", "#767676")]
)
def test_proposal_is_the_least_darkened(colour: str, nearest: str) -> None:
    assert nearest_readable(colour) == nearest


@given(integers(0, 0xFFFFFF))
def test_every_proposal_can_be_read_and_is_no_lighter(number: int) -> None:
    colour = f"#{number:06x}"
    nearest = nearest_readable(colour)
    assert (is_readable(nearest), contrast_with_white(nearest) >= contrast_with_white(colour)) == (True, True)
