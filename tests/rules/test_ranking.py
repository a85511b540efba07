"""The order: band, points as shown, points per yuan, prerequisites first, keys last."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.rules.advice import Recommendation
from recommendations.rules.document import Action, CostBand, PriorityBand
from recommendations.rules.ranking import Ranking, band_of, typical_cost
from tests.rules.samples import action, both

COSTS = [
    CostBand(key="free", title=both("Free"), minimum=0, maximum=0),
    CostBand(key="some", title=both("Some"), minimum=0, maximum=1000),
    CostBand(key="much", title=both("Much"), minimum=5000, maximum=None),
]
BANDS = [
    PriorityBand(key="first", title=both("F"), from_priority=70),
    PriorityBand(key="later", title=both("L"), from_priority=10),
]


def recommended(key: str, effect: Fraction | int | str = 1, band: str = "later") -> Recommendation:
    return Recommendation(key, 0, 50, band, Fraction(effect), {}, (), (), ())


def order(
    *items: Recommendation, costs: dict[str, str] | None = None, requires: dict[str, list[str]] | None = None
) -> list[str]:
    actions = {
        one.action: Action.model_validate(
            action(
                one.action,
                cost_band=(costs or {}).get(one.action, "some"),
                requires=(requires or {}).get(one.action, []),
            )
        )
        for one in items
    }
    ranked = Ranking(actions, COSTS, BANDS).ranked(items)
    assert [one.rank for one in ranked] == list(range(1, len(items) + 1))
    return [one.action for one in ranked]


def test_band_comes_before_points() -> None:
    assert order(recommended("A", 9), recommended("B", 1, "first")) == ["B", "A"]


def test_more_points_come_first() -> None:
    assert order(recommended("A", 1), recommended("B", 2)) == ["B", "A"]


def test_points_that_look_the_same_are_ordered_by_points_per_yuan_and_free_first() -> None:
    items = recommended("A", "1.01"), recommended("B", "1.02"), recommended("C", "1.03")
    assert order(*items, costs={"A": "some", "B": "free", "C": "much"}) == ["B", "A", "C"]


def test_ties_go_by_key() -> None:
    assert order(recommended("B"), recommended("A")) == ["A", "B"]


def test_prerequisite_moves_up_before_what_needs_it() -> None:
    items = recommended("A", 1), recommended("B", 2), recommended("C", 3, "first")
    assert order(*items, requires={"C": ["A"]}) == ["A", "C", "B"]


def test_prerequisite_that_is_not_recommended_is_no_obstacle() -> None:
    assert order(recommended("A", 1), recommended("B", 2), requires={"A": ["Z"]}) == ["B", "A"]


def test_circle_of_prerequisites_ends() -> None:
    assert order(recommended("A", 2), recommended("B", 1), requires={"A": ["B"], "B": ["A"]}) == ["B", "A"]


def test_after_names_the_recommended_prerequisites() -> None:
    actions = {key: Action.model_validate(action(key, requires=["B", "Z"] if key == "A" else [])) for key in "AB"}
    ranked = Ranking(actions, COSTS, BANDS).ranked([recommended("A"), recommended("B")])
    assert {one.action: one.after for one in ranked} == {"A": ("B",), "B": ()}


@pytest.mark.parametrize(
    ("priority", "band"), [(100, "first"), (70, "first"), (69, "later"), (10, "later"), (1, "later")]
)
def test_band_is_the_highest_that_is_reached(priority: int, band: str) -> None:
    assert band_of(priority, BANDS).key == band


@pytest.mark.parametrize(("band", "cost"), [(0, 0), (1, 500), (2, 5000)])
def test_typical_cost_is_the_middle_or_the_lower_end_of_an_open_band(band: int, cost: int) -> None:
    assert typical_cost(COSTS[band]) == cost


NAMES = "ABCDEF"


@given(
    effects=st.lists(st.integers(0, 3), min_size=6, max_size=6),
    bands=st.lists(st.sampled_from(["first", "later"]), min_size=6, max_size=6),
    needs=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]), max_size=8),
    shuffled=st.permutations(range(6)),
)
def test_order_depends_on_nothing_but_the_actions_and_keeps_prerequisites(
    effects: list[int], bands: list[str], needs: list[tuple[int, int]], shuffled: list[int]
) -> None:
    items = [recommended(NAMES[index], effects[index], bands[index]) for index in range(6)]
    requires: dict[str, list[str]] = {}
    for earlier, later in needs:
        requires.setdefault(NAMES[later], []).append(NAMES[earlier])
    ordered = order(*items, requires=requires)
    assert ordered == order(*(items[index] for index in shuffled), requires=requires)
    assert all(ordered.index(NAMES[earlier]) < ordered.index(NAMES[later]) for earlier, later in needs)
