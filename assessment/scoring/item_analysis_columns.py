"""One item's credits over all respondents, kept so that sums over any two items cost next to nothing.

Credits take few different values, so each value is kept with the set of respondents who earned it, a set being one
integer with a bit for each of them. How many earned this here and that there is then one `and` and one count.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from math import sqrt


class Gap(Enum):
    """Why there is no credit: not known, left open, or not a question for this respondent (also: does not apply)."""

    UNKNOWN = "unknown"
    UNANSWERED = "unanswered"
    NOT_ASKED = "not_asked"


Cell = float | Gap


@dataclass(frozen=True, slots=True)
class Moments:
    """Of two items over the `n` respondents who have a credit in both: the sums of each and of their products."""

    n: int
    first: float
    second: float
    products: float

    @property
    def covariance(self) -> float | None:
        """The sample covariance, with n − 1; None for fewer than two respondents."""
        return None if self.n < 2 else (self.products - self.first * self.second / self.n) / (self.n - 1)


class Column:
    """The cells of one item, one for each respondent, in the same order for all items."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.cells = cells
        self.masks = _masks(cells)
        self.known = 0
        for mask in self.masks.values():
            self.known |= mask

    @property
    def n(self) -> int:
        """How many respondents have a credit."""
        return self.known.bit_count()

    def count(self, gap: Gap) -> int:
        """This function will return how many respondents have no credit for this reason."""
        return sum(1 for cell in self.cells if cell is gap)

    def share_of(self, credit: float) -> float | None:
        """This function will return the share, 0 to 1, that earned exactly `credit`; None without any credits."""
        return self.masks.get(credit, 0).bit_count() / self.n if self.n else None

    @cached_property
    def mean(self) -> float | None:
        total = sum(credit * mask.bit_count() for credit, mask in self.masks.items())
        return total / self.n if self.n else None

    @cached_property
    def deviation(self) -> float | None:
        """The sample standard deviation, with n − 1; None for fewer than two credits."""
        if self.mean is None or self.n < 2:
            return None
        squares = sum((credit - self.mean) ** 2 * mask.bit_count() for credit, mask in self.masks.items())
        return sqrt(squares / (self.n - 1))

    def among(self, respondents: int) -> "Column":
        """This function will return the column with the credits of some respondents only, given as a set of bits."""
        return Column([cell if respondents >> row & 1 else Gap.NOT_ASKED for row, cell in enumerate(self.cells)])

    def with_(self, other: "Column") -> Moments:
        """This function will return the sums over the respondents who have a credit in both columns."""
        both = self.known & other.known
        first = sum(credit * (mask & both).bit_count() for credit, mask in self.masks.items())
        second = sum(credit * (mask & both).bit_count() for credit, mask in other.masks.items())
        return Moments(both.bit_count(), first, second, self._products(other))

    def _products(self, other: "Column") -> float:
        if len(self.masks) * len(other.masks) > len(self.cells):  # many values each: going through all is quicker
            pairs = zip(self.cells, other.cells, strict=True)
            return sum(one * two for one, two in pairs if isinstance(one, float) and isinstance(two, float))
        return sum(
            one * two * (mask & other_mask).bit_count()
            for one, mask in self.masks.items()
            for two, other_mask in other.masks.items()
        )


def _masks(cells: Sequence[Cell]) -> dict[float, int]:
    bits: dict[float, bytearray] = {}
    for row, cell in enumerate(cells):
        if isinstance(cell, float):
            if cell not in bits:
                bits[cell] = bytearray(len(cells) // 8 + 1)
            bits[cell][row >> 3] |= 1 << (row & 7)
    return {credit: int.from_bytes(each, "little") for credit, each in sorted(bits.items())}
