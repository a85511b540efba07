"""Every number that a person reads is rounded and written here, once: half up, unless a bank says otherwise."""

from decimal import Decimal
from fractions import Fraction

from assessment.scoring.document import Display, Rounding

SCORE_DECIMALS = 1
SHARE_DECIMALS = 4


def rounded(number: Fraction | Decimal | int, decimals: int) -> Decimal:
    """This function will return `number` rounded half up (away from zero) to `decimals` digits, exactly."""
    exact = Fraction(number)
    scaled = abs(exact) * 10**decimals
    whole = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    sign = int(exact < 0 and whole > 0)
    return Decimal((sign, tuple(map(int, str(whole))), -decimals))


def truncated(number: Fraction | Decimal | int, decimals: int) -> Decimal:
    """This function will return `number` cut off after `decimals` digits, towards zero."""
    exact = Fraction(number)
    scaled = abs(exact) * 10**decimals
    whole = scaled.numerator // scaled.denominator
    return Decimal((int(exact < 0 and whole > 0), tuple(map(int, str(whole))), -decimals))


def displayed(points: Fraction, display: Display) -> Decimal:
    """This function will return `points` with the digits that the bank's `display` shows, rounded or cut off."""
    cut = truncated if display.rounding is Rounding.TRUNCATE else rounded
    return cut(points, display.decimals)


def shown_points(points: Fraction | None, display: Display = Display()) -> str:  # noqa: B008 (it never changes)
    """This function will return a score or a part of one, such as "46.3"; "–" for none. One decimal is the default."""
    return "–" if points is None else format(displayed(points, display), "f")


def shown_gain(points: Fraction) -> str:
    """This function will return a difference in points with its sign, such as "+3.1"; a true minus sign for losses."""
    value = rounded(points, SCORE_DECIMALS)
    return f"−{-value:f}" if value < 0 else f"+{value:f}"


def shown_share(share: Fraction | None) -> str:
    """This function will return a share of one as a whole percentage, such as "81 %"; "–" for none."""
    return "–" if share is None else f"{rounded(share * 100, 0):f} %"


def shown_number(number: Fraction | Decimal, decimals: int) -> str:
    """This function will return `number` with thousands separated and at most `decimals` digits, none of them idle."""
    text = format(rounded(number, decimals), ",f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def json_points(points: Fraction | None) -> float | None:
    """This function will return a score as the JSON number that shows the same digits as `shown_points`."""
    return None if points is None else float(rounded(points, SCORE_DECIMALS))


def json_share(share: Fraction | None) -> float | None:
    """This function will return a share of one as a JSON number with four decimals."""
    return None if share is None else float(rounded(share, SHARE_DECIMALS))


def shown_scale(scale: Fraction) -> str:
    """This function will return what full marks are called, such as "100", "3" or "5.005"."""
    return shown_number(scale, 4)
