"""Defects found in real public tools, each a test that it is not here. The names are those of the list."""

from fractions import Fraction

import pytest

from assessment.scoring.answers import InvalidAnswer, read_answer
from assessment.scoring.check import Severity, check_bank
from assessment.scoring.check_conditions import EVERYTHING, check_condition
from assessment.scoring.document import BankDocument, Question
from assessment.scoring.fact_catalogue import facts_of
from assessment.scoring.figures import rounded
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope, Status
from tests.scoring.banks import (
    FIVE_LEVELS,
    Fields,
    answers,
    asked_only,
    bands,
    bank,
    condition,
    fact,
    multi,
    node,
    percent,
    score,
    single,
    table,
)

FOUR = bank(*[single(key) for key in "ABCD"], levels=FIVE_LEVELS)


def test_band_gap_every_score_has_exactly_one_level_and_levels_never_fall() -> None:
    exact = bank(percent("A", linear={"zero_at": 0, "full_at": 100}), levels=FIVE_LEVELS)
    scorer = Scorer(exact)
    reached = [scorer.score(answers(exact, A=f"{step / 100}")).level.index for step in range(0, 10_001)]
    assert None not in reached
    assert reached == [min(4, step // 2000) for step in range(0, 10_001)]


def test_band_gap_of_a_score_of_exactly_five_belongs_to_the_band_that_ends_there() -> None:
    five = bank(percent("A", bands=bands((5, 0), (100, 1))))
    assert [score(five, A=each).overall.score for each in ("5", "5.01")] == [0, 100]


def banded(*rungs: tuple[float, float]) -> BankDocument:
    """A bank whose levels say from where to where they reach."""
    written = [
        {"key": f"l{place}", "title": {"en": "L"}, "lower": low, "upto": high}
        for place, (low, high) in enumerate(rungs)
    ]
    return bank(single("A"), tree=node("all", measures={"A": 1}, scale=rungs[-1][1]), levels=written)


def messages(document: BankDocument, severity: Severity = Severity.ERROR) -> list[str]:
    return [each.message for each in check_bank(document) if each.severity is severity and each.place != "examples"]


def test_band_gap_official_is_refused_with_the_numbers_named() -> None:
    assert messages(banded((1, 2.5), (2.6, 3.9), (4, 5))) == [
        "no level holds scores above 2.5 to below 2.6, for example 2.55",
        "no level holds scores above 3.9 to below 4, for example 3.95",
    ]
    assert messages(banded((0, 25), (26, 50), (51, 75), (76, 100)))[0] == (
        "no level holds scores above 25 to below 26, for example 25.5"
    )
    assert messages(banded((0, 25), (25, 100))) == ["l0 and l1 both hold the score 25"]


def test_band_gap_official_of_a_question_is_refused_too() -> None:
    found = messages(bank(percent("A", bands=bands((2.5, 0), (2.5, 0.5), (90, 1)))))
    assert found == ["upto 2.5 follows 2.5", "numbers above 90 up to 100 lie in no band"]


@pytest.mark.parametrize("field", ["weight", "points", "credit"])
def test_negative_weight_cannot_be_written(field: str) -> None:
    made: dict[str, Fields] = {
        "weight": {"tree": node("all", measures={"A": -1})},
        "points": {"asked": multi("A", {"x": -1, "y": 1})},
        "credit": {"asked": single("A", {"x": -0.25, "y": 1})},
    }
    with pytest.raises(ValueError, match="greater than or equal to 0"):
        bank(made[field].get("asked", single("A")), tree=made[field].get("tree"))


def test_negative_option_counts_for_nothing_and_stands_alone() -> None:
    fields = multi("A", {"machines": 1, "orders": 1, "no_data": 0}, exclusive="no_data")
    assert score(bank(fields), A=["no_data"]).overall.score == 0
    with pytest.raises(InvalidAnswer, match="exclusive option"):
        read_answer(Question.model_validate(fields), ["no_data", "machines"])
    paid = bank(multi("A", {"machines": 1, "no_data": 1}, exclusive="no_data"))
    assert [finding.message for finding in check_bank(paid)][0] == "the exclusive option earns 1 points"


@pytest.mark.parametrize("count", [2, 8, 10])
def test_item_list_vs_divisor_everything_chosen_scores_100_whatever_the_number_of_items(count: int) -> None:
    keys = [f"i{place}" for place in range(count)]
    assert score(bank(multi("A", dict.fromkeys(keys, 1))), A=keys).overall.score == 100


def test_item_list_vs_divisor_a_typed_divisor_that_the_items_exceed_is_doubted_and_cut_off() -> None:
    keys = [f"i{place}" for place in range(10)]
    typed = bank(multi("A", dict.fromkeys(keys, 1), maximum=8))
    assert messages(typed, Severity.WARNING) == [
        "answers can exceed it: the options add up to 10 points, the maximum is 8"
    ]
    assert score(typed, A=keys).overall.score == 100


def test_item_list_vs_divisor_thirds_are_points_and_not_typed() -> None:
    typed = bank(single("A", {"no": 0, "partly": 0.33, "largely": 0.67, "fully": 1}))
    assert messages(typed, Severity.WARNING) == ["the credit 0.33 looks like 1/3, rounded"]
    made = [{"key": f"o{points}", "label": {"en": "O"}, "points": points} for points in range(4)]
    exact = bank({**single("A"), "options": made})
    assert [score(exact, A=f"o{points}").overall.score for points in range(4)] == [
        0,
        Fraction(100, 3),
        Fraction(200, 3),
        100,
    ]


def test_unanswered_skipped_a_table_is_answered_row_by_row_or_not_at_all() -> None:
    asked = Question.model_validate(table("A", ("best", "rest"), {"no": 0, "yes": 1}))
    with pytest.raises(InvalidAnswer, match="answer every row"):
        read_answer(asked, {"best": "yes"})


def test_unanswered_skipped_answering_only_the_best_row_withholds_the_score() -> None:
    overall = score(FOUR, A="full").overall
    assert (overall.status, overall.score, overall.shown, overall.coverage) == (
        Status.NOT_ENOUGH_ANSWERS,
        25,
        None,
        Fraction(1, 4),
    )
    assert score(FOUR, A="full").level.key is None


def test_all_na_top_level_is_not_assessed_instead() -> None:
    card = score(FOUR, **dict.fromkeys("ABCD", "not_applicable"))
    assert (card.overall.status, card.overall.shown, card.level.key) == (Status.NOT_ASSESSED, None, None)
    assert card.contributions["all"] == ()


def test_everything_hidden_is_not_assessed() -> None:
    hidden = bank(
        single("A", visible_if=fact("profile.p", "is", "yes")),
        profile=(asked_only("p"),),
        tree=node("all", measures={"A": 1}),
    )
    assert score(hidden, p="no").overall.status is Status.NOT_ASSESSED


def test_idk_scored_is_a_state_that_never_beats_an_answer() -> None:
    worst = score(FOUR, A="none", B="half", C="half", D="half")
    unknown = score(FOUR, A="unknown", B="half", C="half", D="half")
    assert (unknown.overall.score, unknown.overall.low, unknown.overall.high) == (
        Fraction("37.5"),
        Fraction("37.5"),
        Fraction("62.5"),
    )
    assert (worst.overall.score, worst.overall.high) == (Fraction("37.5"), Fraction("37.5"))
    reserved = bank(single("A", {"unknown": 0.2, "yes": 1}))
    assert "the option key unknown is reserved for the answer state of that name" in [
        each.message for each in check_bank(reserved)
    ]


def test_reverse_item_scores_by_declared_credit_never_by_position() -> None:
    gap = bank(
        single("A", {"very_large": 0, "large": 0.5, "none": 1}), single("B", {"none": 1, "large": 0.5, "very_large": 0})
    )
    assert [score(gap, A=key, B=key).overall.score for key in ("very_large", "large", "none")] == [0, 50, 100]


@pytest.mark.parametrize("constant", [101, -1])
def test_rules_silently_wrong_scale_is_refused(constant: int) -> None:
    found = check_condition(condition(fact("node.all", "lt", constant)), facts_of(FOUR), EVERYTHING, "rules.r")
    assert [finding.message for finding in found] == [
        f"{constant} is outside the scale of node.all, which runs from 0 to 100"
    ]


def test_rules_silently_wrong_scale_of_a_node_counted_to_three_is_refused_too() -> None:
    three = bank(single("A"), tree=node("all", measures={"A": 1}, scale=3))
    for constant, said in ((2.5, []), (40, ["40 is outside the scale of node.all, which runs from 0 to 3"])):
        found = check_condition(condition(fact("node.all", "lt", constant)), facts_of(three), EVERYTHING, "rules.r")
        assert [finding.message for finding in found] == said


def test_chart_missing_for_weakest_every_node_stays_in_the_scorecard() -> None:
    tree = node("all", node("left", measures={"A": 1, "B": 1}), node("right", measures={"C": 1, "D": 1}))
    document = bank(*[single(key) for key in "ABCD"], tree=tree)
    for given in (
        {},
        dict.fromkeys("ABCD", "none"),
        dict.fromkeys("ABCD", "full"),
        dict.fromkeys("AB", "not_applicable"),
    ):
        card = score(document, **given)
        assert list(card.nodes) == ["all", "left", "right"] == list(card.contributions)


def test_na_keeps_max_the_number_a_rule_sees_is_the_number_shown() -> None:
    scorer, given = Scorer(FOUR), answers(FOUR, A="full", B="half", C="not_applicable", D="not_applicable")
    card = scorer.score(given)
    assert scorer.facts(given, Scope.FULL, card).get("node.all") == card.overall.shown == 75


def test_bankers_rounding_is_not_used_and_levels_ignore_rounding() -> None:
    assert [str(rounded(Fraction(half), 0)) for half in ("2.5", "3.5", "4.5")] == ["3", "4", "5"]
    exact = bank(percent("A", linear={"zero_at": 0, "full_at": 100}), levels=FIVE_LEVELS)
    almost = score(exact, A="39.96")
    assert (str(rounded(almost.overall.score, 1)), almost.level.key) == ("40.0", "one")


def test_bank_edit_changes_past_a_scorer_keeps_the_document_it_was_made_of() -> None:
    scorer, given = Scorer(FOUR), answers(FOUR, A="full", B="full", C="full", D="full")
    before = scorer.score(given)
    with pytest.raises(ValueError, match="frozen"):
        FOUR.tree.measures[0].weight = 5  # type: ignore[misc, assignment]
    assert scorer.score(given) == before


def test_exclusive_validation_crash_is_an_error_message() -> None:
    asked = Question.model_validate(multi("A", {"x": 1, "none": 0}, exclusive="none"))
    with pytest.raises(InvalidAnswer) as refused:
        read_answer(asked, ["none", "x"])
    assert (refused.value.code, refused.value.params) == ("exclusive_option", {"option": "none"})


def test_duplicate_answers_a_question_counts_once_per_node() -> None:
    twice = {**node("all"), "measures": [{"question": "A", "weight": 1}, {"question": "A", "weight": 1}]}
    found = {finding.place: finding.message for finding in check_bank(bank(single("A"), tree=twice))}
    assert found["nodes.all.measures.A"] == "the question A is measured 2 times in this node"
