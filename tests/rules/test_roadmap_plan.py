"""The roadmap of a case: figures by scoring again, what is left out and why, what more money would change."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from assessment.scoring.answers import Answer
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from recommendations.rules.advise import Adviser
from recommendations.rules.next_level.find import next_level
from recommendations.rules.roadmap.freeze import freeze_more, freeze_roadmap, thaw_more, thaw_roadmap
from recommendations.rules.roadmap.more import with_more
from recommendations.rules.roadmap.plan import Planner, roadmap_of
from recommendations.rules.roadmap.result import Cause, Change, LeftOut, More, NoRoadmap, Roadmap, Unavailable, Wave
from tests.rules.samples import LOW, Json, action, playbook, rule, sample_bank

EFFORTS = [
    {"key": "low", "title": {"en": "Low", "zh-hans": "低"}, "days": 5},
    {"key": "high", "title": {"en": "High", "zh-hans": "高"}, "days": 40},
]
LIFT_ALL = [{"node": "people", "levels": 4, "up_to": 4}]
LIFT_LITTLE = [{"node": "people", "levels": 1, "up_to": 1}]


def cost(key: str, minimum: int, maximum: int | None) -> Json:
    return {"key": key, "title": {"en": key, "zh-hans": key}, "minimum": minimum, "maximum": maximum}


BANDS = [cost("free", 0, 0), cost("some", 0, 20_000), cost("much", 50_000, 150_000), cost("open", 500_000, None)]


def adviser(*actions: Json, rules: list[Json] | None = None, **of_bank: Any) -> Adviser:
    given = [rule(f"r_{one['key']}", one["key"]) for one in actions] if rules is None else rules
    document = playbook(list(actions), given, efforts=EFFORTS, cost_bands=BANDS)
    return Adviser(Scorer(sample_bank(**of_bank)), document)


def planner(made: Adviser, answers: dict[str, Answer] = LOW, **settled: Any) -> Planner:
    card = made.scorer.score(answers)
    return Planner.of(made, answers, Scope.FULL, card, made.advise(answers, Scope.FULL, card), **settled)


def made(adviser: Adviser, budget: int = 1_000_000, days: int | None = None, **settled: Any) -> Roadmap:
    return planner(adviser, **settled).roadmap(Fraction(budget), None if days is None else Fraction(days))


def causes(roadmap: Roadmap) -> dict[str, Cause]:
    return {one.action: one.cause for one in roadmap.left_out}


def left(roadmap: Roadmap, key: str) -> LeftOut:
    return next(one for one in roadmap.left_out if one.action == key)


MACHINES = action("M", cost_band="some", weeks={"minimum": 8, "maximum": 14})
PEOPLE = action(
    "P", node="people", raises=LIFT_ALL, cost_band="much", effort="high", weeks={"minimum": 20, "maximum": 30}
)


def test_points_add_up_to_what_scoring_again_says() -> None:
    roadmap = made(adviser(MACHINES, PEOPLE), days=20)
    assert [(stage.action, stage.quarter, stage.last_quarter, stage.wave) for stage in roadmap.stages] == [
        ("P", 1, 3, Wave.NOW),
        ("M", 1, 2, Wave.NOW),
    ]
    assert roadmap.overall.before is not None and roadmap.overall.after is not None
    assert roadmap.points == roadmap.overall.after - roadmap.overall.before > 0
    assert [stage.points_so_far for stage in roadmap.stages] == [roadmap.stages[0].points, roadmap.points]
    assert [stage.cost_so_far for stage in roadmap.stages] == [100_000, 110_000]
    assert (roadmap.cost, roadmap.days, roadmap.is_proven, roadmap.gap) == (110_000, 45, True, 0)
    third = Fraction(40, 3)
    assert roadmap.loads == (third + Fraction(5, 2), third + Fraction(5, 2), third, 0)
    assert [change.node for change in roadmap.barriers] == ["machines", "people"]
    assert roadmap.barriers[1].after == 100
    gained = [(change.after or 0) - (change.before or 0) for change in roadmap.barriers]
    assert (3 * gained[0] + 4 * gained[1]) / 7 == roadmap.points
    assert (roadmap.level_before, roadmap.level_after) == (0, 3)
    assert roadmap.actions == {"M", "P"}


def test_action_that_begins_in_the_second_half_belongs_to_the_third_wave() -> None:
    long = {"minimum": 30, "maximum": 39}
    roadmap = made(
        adviser(action("A", weeks=long), action("B", node="people", raises=LIFT_ALL, requires=["A"])), days=9
    )
    assert [(stage.action, stage.quarter, stage.wave) for stage in roadmap.stages] == [
        ("A", 1, Wave.NOW),
        ("B", 3, Wave.THEN),
    ]
    assert Wave.NEXT == 2


def test_options_are_all_feasible_actions_recommended_ones_first() -> None:
    both = action("M"), action("P", node="people", raises=LIFT_ALL)
    only_people = adviser(*both, rules=[rule("r", "P")])
    assert [option.key for option in planner(only_people).task.options] == ["P", "M"]
    assert made(only_people).actions == {"M", "P"}
    assert made(only_people, barred=["M", "nowhere"], pinned=["unheard-of"]).actions == {"P"}


def test_of_equals_the_recommended_one_is_taken() -> None:
    twins = action("A", raises=LIFT_LITTLE, node="people"), action("B", raises=LIFT_LITTLE, node="people")
    assert made(adviser(*twins, rules=[rule("r", "B")])).actions == {"B"}
    assert made(adviser(*twins, rules=[rule("r", "A")])).actions == {"A"}


def test_prerequisite_binds_though_no_rule_recommends_it() -> None:
    both = action("M"), action("P", node="people", raises=LIFT_ALL, requires=["M"])
    roadmap = made(adviser(*both, rules=[rule("r", "P")]))
    assert [stage.action for stage in roadmap.stages] == ["M", "P"]


def test_money_and_days_of_the_cheapest_way_to_the_next_level_reach_it() -> None:
    """The way needs `quiet`, which no rule recommends."""
    quiet = action("quiet", node="people", raises=LIFT_ALL, cost_band="some", effort="low")
    dear = action("dear", node="people", raises=LIFT_ALL, cost_band="open", effort="low")
    made_adviser = adviser(quiet, dear, rules=[rule("r", "dear")])
    found = next_level(made_adviser, made_adviser.case(LOW, Scope.FULL, made_adviser.scorer.score(LOW)))
    assert found is not None
    way = found.ways[0]
    assert [work.action for work in way.works] == ["quiet"]
    roadmap = made(made_adviser, int(way.cost), way.days)
    assert roadmap.level_before is not None and roadmap.level_after is not None
    assert roadmap.overall.after == way.overall.after
    assert roadmap.level_after > roadmap.level_before


def test_each_action_that_is_left_out_has_a_reason_with_figures() -> None:
    people = {"node": "people", "raises": LIFT_ALL}
    roadmap = made(
        adviser(
            action("best", cost_band="some"),
            action("weaker", cost_band="free", effort="low", raises=[{"node": "steps", "levels": 1, "up_to": 2}]),
            action("dear", cost_band="open", **people),
            action("slow", weeks={"minimum": 1, "maximum": 60}, **people),
            action("heavy", effort="high", **people),
            action("against", **people),
            action("barred", **people),
            action("after_barred", requires=["barred"], **people),
            rules=None,
            tree=_with_steps(),
        ),
        budget=20_000,
        days=5,
        barred=["barred"],
    )
    assert roadmap.actions == {"best", "against"}
    assert causes(roadmap) == {
        "weaker": Cause.ADDS_NOTHING,
        "dear": Cause.OVER_BUDGET,
        "slow": Cause.TOO_LONG,
        "heavy": Cause.NO_CAPACITY,
        "barred": Cause.BARRED,
        "after_barred": Cause.PREREQUISITE,
    }
    assert (left(roadmap, "dear").short, left(roadmap, "dear").cost) == (480_000, 500_000)
    assert (left(roadmap, "slow").quarters, left(roadmap, "heavy").days) == (5, 40)
    assert left(roadmap, "after_barred").others == ("barred",)
    assert [one.points for one in roadmap.left_out] == [0] * 6


def _with_steps() -> Json:
    tree = sample_bank().tree.model_dump(mode="json")
    measures = tree["children"][0]["measures"]
    steps = {"key": "steps", "title": {"en": "Steps", "zh-hans": "步骤"}, "measures": measures[:1]}
    tree["children"][0] |= {"measures": measures[1:], "children": [steps]}
    return tree


def test_what_does_not_fit_beside_the_better_ones_says_what_is_short() -> None:
    better = action("better", node="people", raises=LIFT_ALL, cost_band="much")
    roadmap = made(adviser(better, action("other", cost_band="some")), budget=105_000)
    other = left(roadmap, "other")
    assert (other.cause, other.short, other.cost) == (Cause.NO_MONEY_LEFT, 5_000, 10_000)
    assert other.points > 0


def test_what_has_no_days_left_excluded_or_lacks_its_prerequisite_says_so() -> None:
    better = action("better", node="people", raises=LIFT_ALL, weeks={"minimum": 1, "maximum": 52}, effort="high")
    tight = made(adviser(better, action("other")), days=10)
    assert causes(tight) == {"other": Cause.NO_DAYS_LEFT}
    rival = made(adviser(better, action("other", excludes=["better"])))
    assert (causes(rival), left(rival, "other").others) == ({"other": Cause.EXCLUDED}, ("better",))
    first = action("first", cost_band="much", raises=LIFT_LITTLE, node="people")
    chain = made(adviser(better, first, action("then", requires=["first"])), budget=100_000 - 1)
    assert causes(chain)["then"] is Cause.OVER_BUDGET
    roomy = adviser(
        action("best", node="people", raises=LIFT_ALL, cost_band="much"), first, action("then", requires=["first"])
    )
    missing = left(made(roomy, budget=150_000), "then")
    assert (missing.cause, missing.others, missing.short, missing.cost) == (
        Cause.PREREQUISITE,
        ("first",),
        50_000,
        100_000,
    )
    days = adviser(
        better, action("first", effort="low", raises=LIFT_LITTLE, node="people"), action("then", requires=["first"])
    )
    missing = left(made(days, days=10), "then")
    assert (missing.cause, missing.others, missing.short) == (Cause.PREREQUISITE, ("first",), None)


def test_more_money_is_told_with_what_comes_and_what_goes() -> None:
    little = action("little", node="people", raises=LIFT_LITTLE, cost_band="some")
    much = action("much", node="people", raises=LIFT_ALL, cost_band="much")
    plan = planner(adviser(little, much))
    poor = plan.roadmap(Fraction(90_000), None)
    more = with_more(plan, poor)
    assert poor.actions == {"little"}
    assert (more.extra, more.added, more.dropped, more.enough) == (10_000, ("much",), ("little",), 10_000)
    assert more.points == plan.roadmap(Fraction(100_000), None).points - poor.points > 0
    assert more.is_proven


def test_more_money_that_changes_nothing_names_the_smallest_that_would() -> None:
    plan = planner(adviser(action("much", node="people", raises=LIFT_ALL, cost_band="much")))
    for budget, enough in ((0, 100_000), (60_000, 50_000), (1, 100_000), (45_000, 80_000)):
        assert with_more(plan, plan.roadmap(Fraction(budget), None)) == More(
            Fraction(10_000), Fraction(0), (), (), Fraction(enough), True
        )
    rich = plan.roadmap(Fraction(100_000), None)
    assert with_more(plan, rich).enough is None
    assert with_more(plan, rich, Fraction(5_000_000)).enough is None


def test_no_roadmap_where_the_overall_score_is_withheld() -> None:
    made_adviser = adviser(action("M"))
    few = {"has_plant": LOW["has_plant"], "steps": LOW["steps"]}
    card = made_adviser.scorer.score(few)
    advice = made_adviser.advise(few, Scope.FULL, card)
    told = roadmap_of(made_adviser, few, Scope.FULL, card, advice, budget=Fraction(1), days_per_quarter=None)
    assert told == NoRoadmap(Unavailable.SCORE_WITHHELD)
    assert freeze_roadmap(told) == {"format": "fourfold-roadmap/1", "unavailable": "score_withheld"}
    assert thaw_roadmap(freeze_roadmap(told)) == told


def test_roadmap_of_a_case_is_that_of_its_planner() -> None:
    made_adviser = adviser(MACHINES, PEOPLE)
    card = made_adviser.scorer.score(LOW)
    advice = made_adviser.advise(LOW, Scope.FULL, card)
    told = roadmap_of(
        made_adviser, LOW, Scope.FULL, card, advice, budget=Fraction(50_000), days_per_quarter=Fraction(20)
    )
    assert told == made(made_adviser, 50_000, 20)


def test_score_that_is_a_minimum_is_planned_by_scoring_again() -> None:
    tree = sample_bank().tree.model_dump(mode="json") | {"aggregate": "min"}
    both = action("M", cost_band="some"), action("P", node="people", raises=LIFT_ALL, cost_band="some")
    plan = planner(adviser(*both, tree=tree))
    assert plan.task.worth is not None
    rich, poor = (plan.roadmap(Fraction(budget), None) for budget in (20_000, 10_000))
    assert rich.actions == {"M", "P"} and len(poor.actions) == 1
    assert rich.overall.after is not None and rich.overall.before is not None
    assert sum(stage.points for stage in rich.stages) == rich.overall.after - rich.overall.before


@pytest.mark.parametrize("days", [None, 20])
def test_everything_comes_back_from_json(days: int | None) -> None:
    plan = planner(adviser(MACHINES, PEOPLE, action("dear", cost_band="open")), barred=["M"])
    roadmap = plan.roadmap(Fraction(100_000, 3), None if days is None else Fraction(days))
    cut = replace(roadmap, gap=Fraction(1, 3), is_proven=False, overall=Change("all", None, Fraction(5, 7)))
    for one in (roadmap, cut, made(adviser(MACHINES, PEOPLE), 1_000_000, days)):
        assert thaw_roadmap(freeze_roadmap(one)) == one
    frozen = freeze_roadmap(cut)
    assert (frozen["gap"], frozen["gap_exact"], frozen["budget"]) == (0.3, "1/3", "100000/3")
    assert frozen["overall"] == {
        "node": "all",
        "before": None,
        "before_exact": None,
        "after": 0.7,
        "after_exact": "5/7",
    }
    for extra in (10_000, 1_000_000):
        more = with_more(plan, roadmap, Fraction(extra))
        assert thaw_more(freeze_more(more)) == more
