"""Golden cases of the scorer, each calculated by hand beside the assertion."""

from fractions import Fraction

import pytest

from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Contribution, LevelCheck, NodeScore, OnDemand, Scope, Status
from tests.scoring.banks import (
    FIVE_LEVELS,
    answers,
    asked_only,
    bank,
    fact,
    level,
    node,
    percent,
    score,
    single,
    yes_no,
)

LEFT = node("left", measures={"A": 3, "B": 1})
RIGHT = node("right", measures={"C": 2})
THREE = (single("A"), single("B"), single("C"))
TWO_BARRIERS = bank(*THREE, tree=node("all", {**LEFT, "weight": 1}, {**RIGHT, "weight": 1}), levels=FIVE_LEVELS)
POOLED = bank(*THREE, tree=node("all", LEFT, RIGHT))


def test_weighted_mean_of_measures_and_children() -> None:
    card = score(TWO_BARRIERS, A="half", B="full", C="low")
    # left (3 x 50 + 1 x 100) / 4 = 62.5; right 25; all (62.5 + 25) / 2 = 43.75
    assert [each.score for each in card.nodes.values()] == [Fraction("43.75"), Fraction("62.5"), Fraction(25)]
    assert card.overall == NodeScore(
        "all", None, Status.SCORED, Fraction("43.75"), Fraction("43.75"), Fraction("43.75"), Fraction(1), 2
    )
    assert card.contributions["all"] == (
        Contribution("A", Fraction("18.75"), Fraction("18.75")),  # 3/8 of the whole, half of it won
        Contribution("B", Fraction("12.5"), Fraction(0)),
        Contribution("C", Fraction("12.5"), Fraction("37.5")),
    )
    assert (card.level.index, card.level.key, card.level.next_key) == (2, "two", "three")
    assert card.level.points_to_next == Fraction("16.25")


def test_node_without_weight_weighs_what_applies_below_it() -> None:
    # (3 x 50 + 1 x 100 + 2 x 25) / 6 = 50; without C (3 x 50 + 100) / 4 = 62.5
    assert score(POOLED, A="half", B="full", C="low").overall.score == 50
    assert score(POOLED, A="half", B="full", C="not_applicable").overall.score == Fraction("62.5")


def test_unknown_and_unanswered_earn_nothing_and_open_the_interval() -> None:
    card = score(TWO_BARRIERS, A="half", B="unknown")
    left, overall = card.nodes["left"], card.overall
    # left (3 x 50 + 0) / 4 = 37.5, at best 62.5, answered 3 of 4; right 0 to 100; all 18.75 to 81.25
    assert (left.score, left.low, left.high, left.coverage) == (
        Fraction("37.5"),
        Fraction("37.5"),
        Fraction("62.5"),
        Fraction("0.75"),
    )
    assert (overall.score, overall.high, overall.coverage) == (Fraction("18.75"), Fraction("81.25"), Fraction("0.375"))
    assert (overall.status, overall.shown, overall.level) == (Status.NOT_ENOUGH_ANSWERS, None, None)
    assert card.unanswered == ("C",)
    assert card.level.checks[0] == LevelCheck("zero", None, True)
    assert (card.level.index, card.level.key, card.level.points_to_next) == (None, None, None)


def test_coverage_at_the_minimum_is_enough() -> None:
    five = bank(*[yes_no(key) for key in "ABCDE"])
    assert score(five, A="yes", B="yes", C="yes").overall.status is Status.SCORED
    assert score(five, A="yes", B="yes").overall.status is Status.NOT_ENOUGH_ANSWERS


@pytest.mark.parametrize(
    ("aggregate", "expected", "contributions"),
    [
        ("mean", "175/3", {"A": ("50/3", "50/3"), "B": ("25", "25/3"), "C": ("50/3", "50/3")}),
        ("sum", "175/3", {"A": ("50/3", "50/3"), "B": ("25", "25/3"), "C": ("50/3", "50/3")}),
        ("min", "50", {"A": ("50", "50"), "B": ("0", "0"), "C": ("0", "0")}),
        ("max", "75", {"A": ("0", "0"), "B": ("75", "25"), "C": ("0", "0")}),
        # 0.5 x 0.75 x 0.5 = 0.1875; open 50, then 50 x 0.25, then 37.5 x 0.5
        ("product", "18.75", {"A": ("6.25", "50"), "B": ("6.25", "12.5"), "C": ("6.25", "18.75")}),
    ],
)
def test_aggregates(aggregate: str, expected: str, contributions: dict[str, tuple[str, str]]) -> None:
    tree = node("all", measures={"A": 1, "B": 1, "C": 1}, aggregate=aggregate)
    card = score(bank(*THREE, tree=tree), A="half", B="high", C="half")
    assert card.overall.score == Fraction(expected)
    assert {part.question: (part.gained, part.open) for part in card.contributions["all"]} == {
        key: (Fraction(gained), Fraction(open_)) for key, (gained, open_) in contributions.items()
    }


def test_product_with_a_factor_of_zero_gains_nothing() -> None:
    tree = node("all", measures={"A": 1, "B": 1}, aggregate="product")
    card = score(bank(single("A"), single("B"), tree=tree), A="none", B="full")
    assert card.overall.score == 0
    assert card.contributions["all"] == (
        Contribution("A", Fraction(0), Fraction(100)),
        Contribution("B", Fraction(0), Fraction(0)),
    )


def test_aggregate_of_children_with_shares_of_their_own() -> None:
    lowest = node("all", {**LEFT, "weight": 1}, {**RIGHT, "weight": 3}, aggregate="min")
    card = score(bank(*THREE, tree=lowest, minimum_coverage=0), A="half", B="full")
    # left 62.5 answered in full; right unanswered: 0 to 100; answered (1 x 1 + 3 x 0) / 4
    assert (card.overall.score, card.overall.high, card.overall.coverage) == (0, Fraction("62.5"), Fraction("0.25"))


def test_node_above_a_combined_node_stays_exact() -> None:
    least = node("least", measures={"A": 1, "B": 1}, aggregate="min")
    card = score(bank(*THREE, tree=node("all", least, RIGHT)), A="low", B="full", C="full")
    # least 25 weighing 2, right 100 weighing 2
    assert card.overall.score == Fraction("62.5")
    assert sum(part.gained for part in card.contributions["all"]) == Fraction("62.5")


def test_question_may_feed_several_nodes() -> None:
    tree = node("all", node("x", measures={"A": 1}, weight=1), node("y", measures={"A": 1, "B": 1}, weight=1))
    card = score(bank(single("A"), single("B"), tree=tree), A="full", B="none")
    assert card.overall.score == 75
    assert card.contributions["all"] == (
        Contribution("A", Fraction(75), Fraction(0)),
        Contribution("B", Fraction(0), Fraction(25)),
    )


def test_weight_of_zero_counts_nowhere() -> None:
    tree = node("all", node("x", measures={"A": 1}, weight=0), node("y", measures={"B": 1, "C": 0}, weight=1))
    card = score(bank(*THREE, tree=tree), A="none", B="full", C="none")
    assert card.overall.score == 100
    assert [part.question for part in card.contributions["all"]] == ["B"]


def test_combined_node_where_nothing_applies_is_not_assessed() -> None:
    tree = node("all", {**LEFT, "aggregate": "min"}, RIGHT)
    card = score(bank(*THREE, tree=tree), A="not_applicable", B="not_applicable", C="full")
    assert card.nodes["left"].status is Status.NOT_ASSESSED
    assert card.contributions["left"] == ()
    assert card.overall.score == 100


def test_hidden_answers_count_nowhere() -> None:
    hiding = bank(
        single("A"),
        single("B", visible_if=fact("profile.p", "is", "yes")),
        profile=(asked_only("p"),),
        tree=node("all", measures={"A": 1, "B": 1}),
    )
    hidden = score(hiding, p="no", A="half", B="full")
    assert (hidden.visible, hidden.overall.score) == (("p", "A"), 50)
    assert score(hiding, A="half", B="full").visible == ("p", "A"), "a condition that cannot be told hides"
    assert score(hiding, p="yes", A="half", B="full").overall.score == 75


def test_quick_scan_asks_the_profile_and_core_questions() -> None:
    some_core = bank(
        single("A", core=True), single("B"), profile=(asked_only("p"),), tree=node("all", measures={"A": 1, "B": 1})
    )
    card = score(some_core, Scope.QUICK, p="yes", A="half", B="full")
    assert (card.scope, card.visible, card.overall.score, card.overall.coverage) == (Scope.QUICK, ("p", "A"), 50, 1)
    assert Scorer(some_core).visible({}, Scope.QUICK) == {"p", "A"}
    assert Scorer(some_core).visible({}) == {"p", "A", "B"}


def test_conditions_shared_by_questions_are_asked_once_and_agree() -> None:
    shared = fact("answer.A", "in", ["half", "full"])
    chain = bank(single("A"), single("B", visible_if=shared), single("C", visible_if=shared))
    assert score(chain, A="full").visible == ("A", "B", "C")
    assert score(chain, A="none").visible == ("A",)


def test_inconsistencies_are_named_and_change_no_score() -> None:
    check = {"key": "odd", "when": fact("answer.A", "is", "full"), "message": {"en": "Odd"}, "questions": ["A"]}
    same = {**check, "key": "sure", "when": fact("level", "gte", 2)}
    plain, checked = bank(*THREE, levels=FIVE_LEVELS), bank(*THREE, levels=FIVE_LEVELS, consistency=[check, same])
    given = {"A": "full", "B": "low", "C": "low"}
    assert score(checked, **given).inconsistent == ("odd", "sure")
    assert score(checked, **given).nodes == score(plain, **given).nodes


@pytest.mark.parametrize(("percentage", "reached"), [("39.99", "one"), ("40", "two"), ("100", "four"), ("0", "zero")])
def test_level_comes_from_the_unrounded_score(percentage: str, reached: str) -> None:
    document = bank(percent("A", linear={"zero_at": 0, "full_at": 100}), levels=FIVE_LEVELS)
    assert score(document, A=percentage).level.key == reached


def test_failed_gate_holds_back_every_level_above() -> None:
    gate = fact("node.right", "gte", 50)
    levels = [level("low", 0), level("mid", 40, gate), level("top", 60)]
    tree = node("all", {**LEFT, "weight": 9}, {**RIGHT, "weight": 1})
    card = score(bank(*THREE, tree=tree, levels=levels), A="full", B="full", C="low")
    # (9 x 100 + 25) / 10 = 92.5 reaches every bound, but right 25 fails the gate of mid
    assert (card.overall.score, card.level.key, card.level.next_key) == (Fraction("92.5"), "low", "mid")
    assert card.level.points_to_next == 0
    assert card.level.checks == (
        LevelCheck("low", True, True),
        LevelCheck("mid", True, False),
        LevelCheck("top", True, True),
    )


def test_gate_that_cannot_be_told_is_not_passed() -> None:
    levels = [level("low", 0), level("mid", 10, fact("answer.B", "is", "full"))]
    card = score(bank(*THREE, levels=levels), A="full", B="unknown", C="full")
    assert (card.level.key, card.level.checks[1].gate_holds) == ("low", None)


def test_highest_level_has_no_next() -> None:
    card = score(TWO_BARRIERS, A="full", B="full", C="full")
    assert (card.level.key, card.level.next_key, card.level.points_to_next) == ("four", None, None)


def test_score_below_the_first_level_reaches_none() -> None:
    card = score(bank(*THREE, levels=[level("some", 10)]), A="none", B="none", C="none")
    assert (card.level.index, card.level.key, card.level.next_key, card.level.points_to_next) == (
        None,
        None,
        "some",
        10,
    )
    assert card.overall.level is None


def test_bank_without_levels_has_none() -> None:
    card = score(POOLED, A="full", B="full", C="full")
    assert (card.level.index, card.level.checks, card.overall.level) == (None, (), None)


def test_credits_and_weights_stay_exact_decimals() -> None:
    tree = node("all", measures={"A": 0.1, "B": 0.2})
    thirds = bank(single("A", {"x": 0.1, "y": 1}), single("B", {"x": 0.3, "y": 1}), tree=tree)
    # (0.1 x 0.1 + 0.2 x 0.3) / 0.3 = 7/30
    assert score(thirds, A="x", B="x").overall.score == Fraction(700, 30)


def test_scorecard_values_made_on_demand_read_like_a_dict() -> None:
    made: OnDemand[int] = OnDemand({"a": 1, "b": 2}, lambda key: len(key))
    assert (len(made), list(made), made["a"], made["a"]) == (2, ["a", "b"], 1, 1)
    assert made == {"a": 1, "b": 1}
    assert made != 3
    with pytest.raises(KeyError):
        made["c"]


def test_scorer_does_not_change_the_answers_it_is_given() -> None:
    given = answers(TWO_BARRIERS, A="half")
    Scorer(TWO_BARRIERS).score(given)
    assert given == answers(TWO_BARRIERS, A="half")
