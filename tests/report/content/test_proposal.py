"""A proposed roadmap: the most urgent first, requirements kept, never more days a week than there are."""

from collections import defaultdict
from fractions import Fraction

import pytest

from recommendations.report.content.proposal import Placed, side_by_side
from recommendations.rules.document import Action
from recommendations.rules.next_level.result import Work
from tests.report.content.test_timeline import found_for_the_sample
from tests.report.samples import make_material, playbook

ACTIONS = {action.key: action for action in playbook().actions}


def action(key: str, weeks: int, *requires: str) -> Action:
    shape = ACTIONS["A02"]
    span = shape.weeks.model_copy(update={"minimum": 1, "maximum": weeks})
    changes = {"key": key, "weeks": span, "requires": list(requires), "follows": [], "excludes": []}
    return shape.model_copy(update=changes)


def work(key: str, days: int) -> Work:
    return Work(key, Fraction(0), days, Fraction(1))


def starts(
    works: list[Work], actions: list[Action], ranks: dict[str, int], per_week: int = 5
) -> list[tuple[str, int, int]]:
    known = {each.key: each for each in actions}
    placed = side_by_side(works, known, ranks, days_per_week=Fraction(per_week))
    return [(each.work.action, each.start, each.end) for each in placed]


def test_what_fits_beside_each_other_begins_at_once() -> None:
    works, actions = [work("a", 4), work("b", 6)], [action("a", 2), action("b", 2)]
    assert starts(works, actions, {}) == [("a", 0, 2), ("b", 0, 2)]


def test_what_does_not_fit_waits_for_days() -> None:
    works, actions = [work("a", 8), work("b", 6)], [action("a", 2), action("b", 2)]
    assert starts(works, actions, {}) == [("a", 0, 2), ("b", 2, 4)]


def test_the_most_urgent_comes_first_whatever_the_way_says() -> None:
    works, actions = [work("a", 10), work("b", 10)], [action("a", 2), action("b", 2)]
    assert starts(works, actions, {"b": 1, "a": 2}) == [("b", 0, 2), ("a", 2, 4)]


def test_what_is_required_is_as_urgent_as_what_requires_it() -> None:
    works = [work("base", 10), work("a", 10), work("b", 10)]
    actions = [action("base", 2), action("a", 2), action("b", 2, "base")]
    assert starts(works, actions, {"b": 1, "a": 2, "base": 3}) == [("base", 0, 2), ("b", 2, 4), ("a", 4, 6)]


def test_many_days_take_more_weeks_than_estimated() -> None:
    assert starts([work("a", 30)], [action("a", 2)], {}) == [("a", 0, 6)]


def test_what_nobody_recommends_comes_after_what_is_ranked() -> None:
    works, actions = [work("a", 10), work("b", 10)], [action("a", 2), action("b", 2)]
    assert [key for key, _start, _end in starts(works, actions, {"b": 7})] == ["b", "a"]


@pytest.mark.parametrize("days", [15, 30, 60, 120])
def test_the_sample_keeps_requirements_and_days(days: int) -> None:
    ranks = {item.action: item.rank for item in make_material().advice.recommendations}
    per_week = Fraction(days, 13)
    placed = side_by_side(found_for_the_sample().ways[0].works, ACTIONS, ranks, days_per_week=per_week)
    by_key: dict[str, Placed] = {each.work.action: each for each in placed}
    load: dict[int, Fraction] = defaultdict(Fraction)
    for each in placed:
        required = [by_key[key].end for key in ACTIONS[each.work.action].requires if key in by_key]
        assert all(end <= each.start for end in required)
        for week in range(each.start, each.end):
            load[week] += Fraction(each.work.days, each.length)
    assert max(load.values()) <= per_week
