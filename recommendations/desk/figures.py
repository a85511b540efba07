"""Figures of item analysis as people read them; they arrive as floats, since they are estimates and not scores."""

from fractions import Fraction

from assessment.scoring.figures import rounded, shown_share

DECIMALS = 2
NO_FIGURE = "–"


def shown_coefficient(number: float | None) -> str:
    """This function will return a mean, deviation or correlation such as "0.43" or "−0.11"; "–" for none."""
    if number is None:
        return NO_FIGURE
    value = rounded(Fraction(number), DECIMALS)
    return f"−{-value:f}" if value < 0 else f"{value:f}"


def shown_part(share: float | None) -> str:
    """This function will return a share of one as a whole percentage; "–" for none."""
    return shown_share(None if share is None else Fraction(share))


def shown_range(low: float | None, high: float | None) -> str:
    """This function will return an interval such as "0.44 … 0.91"; "–" for none."""
    return NO_FIGURE if low is None else f"{shown_coefficient(low)} … {shown_coefficient(high)}"
