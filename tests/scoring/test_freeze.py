"""A frozen result reads back without losing a digit, and shows the same numbers as the screen."""

import json
from fractions import Fraction

from assessment.scoring.freeze import freeze_answers, freeze_scorecard, thaw_answers, thaw_scorecard
from assessment.scoring.scorecard import Scope
from tests.scoring.banks import FIVE_LEVELS, answers, bank, fact, level, multi, node, percent, score, single

BANK = bank(
    single("A"),
    multi("B", {"x": 1, "y": 2}),
    percent("C", linear={"zero_at": 0, "full_at": 90}),
    tree=node("all", node("left", measures={"A": 1, "B": 1}), node("right", measures={"C": 3})),
    levels=[*FIVE_LEVELS[:2], level("two", 40, fact("node.right", "gte", 50))],
    consistency=[{"key": "odd", "when": fact("answer.A", "is", "full"), "message": {}, "questions": ["A"]}],
)
RAW = {"A": "full", "B": ["x"], "C": "12.34"}


def test_scorecard_survives_json() -> None:
    card = score(BANK, **RAW)
    frozen = json.loads(json.dumps(freeze_scorecard(card)))
    assert thaw_scorecard(frozen) == card
    assert freeze_scorecard(thaw_scorecard(frozen)) == frozen


def test_scorecard_without_a_score_survives_json() -> None:
    card = score(BANK, Scope.QUICK)
    assert thaw_scorecard(json.loads(json.dumps(freeze_scorecard(card)))) == card


def test_frozen_numbers_are_those_people_see() -> None:
    # left (100 + 33.33) / 2 = 66.67; right 13.71; all (2 x 66.67 + 3 x 13.71) / 5 = 34.89
    frozen = freeze_scorecard(score(BANK, **RAW))
    overall = frozen["nodes"][0]
    assert (overall["score"], overall["low"], overall["high"], overall["coverage"], overall["level"]) == (
        34.9,
        34.9,
        34.9,
        1.0,
        1,
    )
    assert (frozen["level"]["key"], frozen["level"]["next"], frozen["level"]["points_to_next"]) == ("one", "two", 5.1)
    assert frozen["inconsistent"] == ["odd"]
    assert overall["contributions"][0] == {
        "question": "A",
        "gained": 20.0,
        "open": 0.0,
        "gained_exact": "20",
        "open_exact": "0",
    }


def test_frozen_score_is_withheld_below_the_minimum_coverage() -> None:
    overall = freeze_scorecard(score(BANK, A="full"))["nodes"][0]
    assert (overall["status"], overall["score"], overall["exact"]["score"]) == ("not_enough_answers", None, "20")


def test_frozen_coverage_is_rounded_half_up() -> None:
    tree = node("all", measures={"A": 1, "C": 31})
    frozen = freeze_scorecard(
        score(bank(single("A"), percent("C", linear={"zero_at": 0, "full_at": 9}), tree=tree), A="full")
    )
    assert (frozen["nodes"][0]["exact"]["coverage"], frozen["nodes"][0]["coverage"]) == (str(Fraction(1, 32)), 0.0313)


def test_answers_survive_json() -> None:
    given = answers(BANK, A="unknown", B=["y"], C="not_applicable")
    assert thaw_answers(json.loads(json.dumps(freeze_answers(given)))) == given
