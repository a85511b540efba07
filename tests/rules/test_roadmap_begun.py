"""Roadmaps where some actions are done or under way already."""

from fractions import Fraction

from recommendations.rules.roadmap.begun import Begun, with_begun
from recommendations.rules.roadmap.options import Option
from recommendations.rules.roadmap.plan import Planner
from recommendations.rules.roadmap.result import Cause
from tests.rules.samples import action
from tests.rules.test_roadmap_plan import LIFT_ALL, LIFT_LITTLE, adviser, planner

PEOPLE = {"node": "people", "raises": LIFT_ALL}


def begun_planner(*actions: object, **begun: Begun) -> Planner:
    return planner(adviser(*actions), begun=begun, pinned=list(begun))  # type: ignore[arg-type]


def test_what_is_done_takes_no_money_and_no_days_and_lets_others_follow() -> None:
    first = action("first", cost_band="much", effort="high")
    then = action("then", requires=["first"], **PEOPLE)
    roadmap = begun_planner(first, then, first=Begun(is_done=True)).roadmap(Fraction(0), Fraction(5))
    assert [(stage.action, stage.quarter, stage.last_quarter) for stage in roadmap.stages] == [
        ("first", 1, 1),
        ("then", 1, 1),
    ]
    assert (roadmap.cost, roadmap.days) == (0, 5)


def test_what_is_done_counts_so_that_nothing_is_improved_twice() -> None:
    done = action("done", cost_band="open", **PEOPLE)
    again = action("again", node="people", raises=LIFT_LITTLE)
    roadmap = begun_planner(done, again, done=Begun(is_done=True)).roadmap(Fraction(0), None)
    assert roadmap.actions == {"done"}
    assert [one.cause for one in roadmap.left_out] == [Cause.ADDS_NOTHING]


def test_what_is_under_way_takes_what_is_set_aside_for_it_and_waits_for_nothing() -> None:
    first = action("first", cost_band="much")
    then = action("then", cost_band="much", requires=["first"], **PEOPLE)
    plan = begun_planner(first, then, then=Begun(is_done=False, cost=Fraction(700)))
    roadmap = plan.roadmap(Fraction(700), None)
    assert [(stage.action, stage.cost) for stage in roadmap.stages] == [("then", 700)]
    estimated = begun_planner(first, then, then=Begun(is_done=False)).roadmap(Fraction(100_000), None)
    assert [(stage.action, stage.cost) for stage in estimated.stages] == [("then", 100_000)]


def test_what_has_begun_ends_within_the_year_and_excludes_nothing_else_that_has() -> None:
    long = Option("long", cost=Fraction(9), days=Fraction(8), quarters=6, excludes=frozenset({"other", "third"}))
    other = Option("other", excludes=frozenset({"long"}), requires=frozenset({"third"}))
    third = Option("third")
    states = {"long": Begun(is_done=False), "other": Begun(is_done=True)}
    assert with_begun((long, other, third), states) == (
        Option("long", cost=Fraction(9), days=Fraction(8), quarters=4, excludes=frozenset({"third"})),
        Option("other"),
        third,
    )
