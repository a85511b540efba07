"""Cronbach's alpha with its interval, corrected item-total correlations, and alpha without each item.

All of it follows from the covariances of the items. Listwise, these are over the respondents with a credit in every
item; pairwise, each is over those with a credit in both items, so that nobody's answers are lost, but the covariances
are no longer those of one and the same group of respondents.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from itertools import combinations_with_replacement
from math import sqrt
from operator import and_, or_

from assessment.scoring.item_analysis_columns import Column
from assessment.scoring.item_analysis_quantile import f_quantile

CONFIDENCE = 0.95
NOTHING_LEFT = 1e-12  # what is smaller is the rounding of binary fractions, no difference between respondents

Covariances = Sequence[Sequence[float]]


class Missing(StrEnum):
    """How respondents without a credit in some items are handled."""

    LISTWISE = "listwise"
    PAIRWISE = "pairwise"


@dataclass(frozen=True, slots=True)
class Reliability:
    """Of one group of items, in the order of its items. Figures are None where they are not defined.

    `n` is the respondents behind alpha: with all items, or pairwise with any; `fewest` is the fewest behind any
    figure: pairwise, those of the pair of items that has the least in common.
    """

    n: int
    fewest: int
    alpha: float | None
    low: float | None
    high: float | None
    item_total: tuple[float | None, ...]
    alpha_if_deleted: tuple[float | None, ...]


def reliability(columns: Sequence[Column], missing: Missing) -> Reliability:
    """This function will return the figures of a group of two or more items; the interval is Feldt's, of 95 %.

    Sources: Cronbach (1951), Psychometrika 16, 297–334; Feldt, Woodruff and Salih (1987), Applied Psychological
    Measurement 11, 93–103. Pairwise, all respondents count as n, as in pingouin 0.7; the interval is then too narrow.
    """
    if missing is Missing.LISTWISE:
        complete = reduce(and_, (column.known for column in columns))
        columns = [column.among(complete) for column in columns]
    n = reduce(or_, (column.known for column in columns)).bit_count()
    size = range(len(columns))
    pairs = {(i, j): columns[i].with_(columns[j]) for i, j in combinations_with_replacement(size, 2)}
    fewest = min(moments.n for moments in pairs.values())
    if fewest < 2:
        return Reliability(n, fewest, None, None, None, (None,) * len(columns), (None,) * len(columns))
    found = {pair: moments.covariance or 0.0 for pair, moments in pairs.items()}
    covariances = [[found[min(i, j), max(i, j)] for j in size] for i in size]
    alpha = cronbach_alpha(covariances)
    low, high = feldt_interval(alpha, n, len(columns))
    return Reliability(n, fewest, alpha, low, high, _item_totals(covariances), _without_each(covariances))


def cronbach_alpha(covariances: Covariances) -> float | None:
    """This function will return alpha from the covariances of two or more items, None where nothing varies."""
    items, total = len(covariances), sum(map(sum, covariances))
    if items < 2 or total <= NOTHING_LEFT:
        return None
    return items / (items - 1) * (1 - sum(covariances[i][i] for i in range(items)) / total)


def feldt_interval(alpha: float | None, n: int, items: int) -> tuple[float | None, float | None]:
    """This function will return the bounds of the interval around `alpha` that holds with 95 % confidence."""
    if alpha is None or n < 2:
        return None, None
    tail, over, under = (1 - CONFIDENCE) / 2, n - 1, (n - 1) * (items - 1)
    upper_quantile, lower_quantile = f_quantile(1 - tail, over, under), f_quantile(tail, over, under)
    return 1 - (1 - alpha) * upper_quantile, 1 - (1 - alpha) * lower_quantile


def _item_totals(covariances: Covariances) -> tuple[float | None, ...]:
    """Each item against the sum of the others: counted in itself, it would agree with its own answer."""
    total = sum(map(sum, covariances))
    return tuple(_item_total(covariances[i][i], sum(covariances[i]), total) for i in range(len(covariances)))


def _item_total(own: float, with_all: float, total: float) -> float | None:
    rest, together = total - 2 * with_all + own, with_all - own
    if own <= NOTHING_LEFT or rest <= NOTHING_LEFT:
        return None
    return 0.0 if abs(together) <= NOTHING_LEFT else together / sqrt(own * rest)


def _without_each(covariances: Covariances) -> tuple[float | None, ...]:
    return tuple(cronbach_alpha(_without(covariances, item)) for item in range(len(covariances)))


def _without(covariances: Covariances, item: int) -> Covariances:
    return [[*row[:item], *row[item + 1 :]] for place, row in enumerate(covariances) if place != item]
