"""The order of recommendations, the same whatever the order of the rules."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.figures import shown_points
from recommendations.rules.advice import Recommendation
from recommendations.rules.document import Action, CostBand, PriorityBand

Place = tuple[int, Decimal, int, Fraction, str]


def band_of(priority: int, bands: Iterable[PriorityBand]) -> PriorityBand:
    """This function will return the highest band that `priority` reaches, or the lowest when it reaches none."""
    falling = sorted(bands, key=lambda band: -band.from_priority)
    return next((band for band in falling if priority >= band.from_priority), falling[-1])


def typical_cost(band: CostBand) -> Fraction:
    """This function will return the middle of a cost band in yuan; of one that is open upwards, its lower end."""
    upper = band.minimum if band.maximum is None else band.maximum
    return (Fraction(band.minimum) + Fraction(upper)) / 2


class Ranking:
    """Priority band, then the points an action wins as a reader sees them, then points per yuan, free first.

    Points are compared at the one decimal that is shown: a hundredth of a point that nobody sees must not decide
    between an action that costs nothing and one that costs a fortune. Ties go by key.
    """

    def __init__(
        self, actions: Mapping[str, Action], cost_bands: Iterable[CostBand], priority_bands: Iterable[PriorityBand]
    ) -> None:
        costs = {band.key: typical_cost(band) for band in cost_bands}
        self._after = {key: action.after for key, action in actions.items()}
        self._cost = {key: costs[action.cost_band] for key, action in actions.items()}
        self._bands = tuple(priority_bands)
        falling = sorted(self._bands, key=lambda band: -band.from_priority)
        self._height = {band.key: height for height, band in enumerate(falling)}

    def band(self, priority: int) -> str:
        """This function will return the key of the priority band of `priority`."""
        return band_of(priority, self._bands).key

    def ranked(self, recommendations: Iterable[Recommendation]) -> tuple[Recommendation, ...]:
        """This function will return `recommendations` in order, ranks and recommended prerequisites filled in.

        What is recommended too and done before another, in any case or where both are done, moves up to stand before
        the first action that comes after it.
        """
        by_action = {one.action: one for one in sorted(recommendations, key=self._place)}
        order: dict[str, None] = {}
        for action in by_action:
            self._put(action, by_action, order, frozenset())
        far = {action: self._far(action, by_action) for action in by_action}
        return tuple(
            replace(by_action[action], rank=rank, after=tuple(sorted(_nearest(self._needed(action, by_action), far))))
            for rank, action in enumerate(order, start=1)
        )

    def _place(self, one: Recommendation) -> Place:
        cost = self._cost[one.action]
        per_cost = one.effect / cost if cost else Fraction(0)
        return self._height[one.band], -Decimal(shown_points(one.effect)), int(cost > 0), -per_cost, one.action

    def _needed(self, action: str, recommended: Mapping[str, Recommendation]) -> list[str]:
        return [key for key in self._after[action] if key in recommended]

    def _far(self, action: str, recommended: Mapping[str, Recommendation]) -> set[str]:
        found: set[str] = set()
        waiting = self._needed(action, recommended)
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting += self._needed(key, recommended)
        return found

    def _put(
        self, action: str, recommended: Mapping[str, Recommendation], order: dict[str, None], above: frozenset[str]
    ) -> None:
        if action in order or action in above:
            return
        needed = sorted(self._needed(action, recommended), key=lambda key: self._place(recommended[key]))
        for key in needed:
            self._put(key, recommended, order, above | {action})
        order[action] = None


def _nearest(needed: list[str], far: Mapping[str, set[str]]) -> list[str]:
    """Without what comes before another one that is named anyway: who does that one has done it."""
    sooner = {before for key in needed for before in far[key] if key not in far[before]}
    return [key for key in needed if key not in sooner]
