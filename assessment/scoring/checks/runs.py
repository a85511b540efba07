"""Runs of numbers: credits and edges along a scale, each compared with the one before it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from assessment.scoring.figures import shown_scale
from assessment.scoring.findings import Finding, error, warning

FULL = Fraction(1)


def ascending(place: str, field: str, numbers: Sequence[Decimal | Fraction]) -> Iterator[Finding]:
    """This function will yield a finding for every number that does not exceed the one before it."""
    for low, high in pairwise(numbers):
        if high <= low:
            yield error(
                place, f"{field} {high} follows {low}", f"write every {field} once, from the smallest to the largest"
            )


def never_falls(place: str, credits: Sequence[Decimal | Fraction]) -> Iterator[Finding]:
    """This function will yield a finding wherever more earns less."""
    for low, high in pairwise(credits):
        if high < low:
            yield warning(
                place,
                f"the credit falls from {shown_scale(Fraction(low))} to {shown_scale(Fraction(high))}, so more points earn less",
                "let the credit grow",
            )


def one_direction(place: str, credits: Sequence[Decimal | Fraction]) -> Iterator[Finding]:
    """This function will yield a finding if the credit turns round along a scale."""
    if list(credits) not in (sorted(credits), sorted(credits, reverse=True)):
        yield warning(place, "the credit goes up and down again along the scale", "let it run in one direction")


def reaches_full(place: str, credits: Sequence[Decimal | Fraction]) -> Iterator[Finding]:
    """This function will yield a finding if the best answer earns less than full credit."""
    best = max(credits, default=None)
    if best is not None and best < FULL:
        yield warning(
            place,
            f"full credit cannot be reached: the best answer earns {shown_scale(Fraction(best))}",
            "let the best answer earn 1",
        )
