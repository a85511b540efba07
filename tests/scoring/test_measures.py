"""What a question is worth where it is measured: points, ticks in tables, and worth of its own in single nodes."""

from fractions import Fraction

import pytest

from assessment.scoring.answers import InvalidAnswer, read_answer
from assessment.scoring.document import Question
from tests.scoring.banks import Fields, bank, multi, node, pointed, score, single, table, ticked, yes_no

FOUR = {"none": 0, "some": 1, "most": 2, "all": 3}


def test_points_of_one_choice_are_read_against_the_highest() -> None:
    assert score(bank(pointed("A", FOUR)), A="some").overall.score == Fraction(100, 3)


def test_points_of_one_choice_may_have_a_maximum_and_never_exceed_it() -> None:
    document = bank(pointed("A", FOUR, maximum=2), pointed("B", FOUR, maximum=6))
    assert score(document, A="all", B="all").overall.score == Fraction(75)


@pytest.mark.parametrize(
    ("ticks", "points"),
    [
        ({}, 0),
        ({"sales": ["have"]}, 2),
        ({"sales": ["have", "plan"], "stock": ["plan"]}, 4),
        ({"sales": ["none"], "stock": ["have", "plan"]}, 3),
        ({"sales": ["have", "plan"], "stock": ["have", "plan"]}, 6),
    ],
)
def test_ticks_of_a_table_add_up(ticks: Fields, points: int) -> None:
    asked = ticked("A", ("sales", "stock"), {"have": 2, "plan": 1, "none": 0}, exclusive="none")
    assert score(bank(asked), A=ticks).overall.score == Fraction(100 * points, 6)


def test_rows_weigh_what_they_say() -> None:
    asked = table("A", ("big", "small"), {"no": 0, "yes": 1})
    asked["rows"][0]["weight"] = 3
    assert score(bank(asked), A={"big": "yes", "small": "no"}).overall.score == 75


def test_ticks_are_read_in_the_order_of_the_bank_and_empty_rows_left_out() -> None:
    asked = Question.model_validate(ticked("A", ("r", "s"), {"have": 2, "plan": 1}))
    assert read_answer(asked, {"s": ["plan", "have", "plan"], "r": []}).value == {"s": ["have", "plan"]}
    assert read_answer(asked, {}).value == {}


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ({"r": "have"}, "list_the_ticks"),
        ({"r": ["have", "none"]}, "exclusive_option"),
        ({"t": ["have"]}, "no_such_row"),
        ({"r": ["must"]}, "no_such_option"),
        ("have", "answer_every_row"),
    ],
)
def test_ticks_that_cannot_be_read_are_refused(raw: object, code: str) -> None:
    asked = Question.model_validate(ticked("A", ("r", "s"), {"have": 2, "plan": 1, "none": 0}, exclusive="none"))
    with pytest.raises(InvalidAnswer) as refused:
        read_answer(asked, raw)
    assert refused.value.code == code


def levels_fed_by_one_question() -> Fields:
    low = node("low", measures={"A": 1, "B": 1}, weight=1)
    high = node("high", measures={"A": 2}, weight=1)
    low["measures"][0]["credits"] = {"none": 0, "some": 1, "most": 1, "all": 1}
    high["measures"][0]["points"] = {"none": 0, "some": 0, "most": 1, "all": 2}
    return node("all", low, high)


@pytest.mark.parametrize(
    ("given", "low", "high"), [("none", 0, 0), ("some", 50, 0), ("most", 50, 50), ("all", 50, 100)]
)
def test_one_question_feeds_several_levels_with_its_own_worth_in_each(given: str, low: int, high: int) -> None:
    card = score(bank(single("A", FOUR_CREDITS), yes_no("B"), tree=levels_fed_by_one_question()), A=given, B="no")
    assert (card.nodes["low"].score, card.nodes["high"].score) == (low, high)
    assert sum(part.gained for part in card.contributions["all"]) == card.overall.score
    assert [part.question for part in card.contributions["all"]] == ["A", "B"]


FOUR_CREDITS = {"none": 0, "some": 0.25, "most": 0.5, "all": 1}


def test_credits_of_a_measure_add_up_where_several_may_be_chosen() -> None:
    tree = node("all", measures={"A": 1})
    tree["measures"][0]["credits"] = {"x": "0.25", "y": "0.5", "z": "0.75"}
    document = bank(multi("A", {"x": 1, "y": 1, "z": 1}), tree=tree)
    assert score(document, A=["x", "y"]).overall.score == 75
    assert score(document, A=["y", "z"]).overall.score == 100


def test_best_of_a_linear_credit_is_what_can_be_entered() -> None:
    asked = {
        "key": "A",
        "kind": "number",
        "text": {"en": "A"},
        "minimum": 0,
        "maximum": 50,
        "linear": {"zero_at": 0, "full_at": 100},
    }
    card = score(bank(asked, minimum_coverage=0), A="unknown")
    assert (card.overall.low, card.overall.high) == (0, 50)


def test_table_of_levels_decides_by_the_first_cell_that_fits() -> None:
    two = {
        "key": "two",
        "levels": [
            {"key": "low", "title": {"en": "L"}, "lower": 0},
            {"key": "high", "title": {"en": "H"}, "lower": 50},
        ],
    }
    children = [node(key.lower(), measures={key: 1}, ladder="two") for key in "AB"]
    cells = [
        {"when": {"a": ["high"], "b": ["high"]}, "score": 4},
        {"when": {"a": ["high"]}, "score": 2},
        {"when": {"a": ["low"], "b": ["low", "high"]}, "score": 1},
    ]
    document = bank(
        single("A"),
        single("B"),
        tree=node("all", *children, aggregate="table", cells=cells, scale=4),
        ladders=[two],
        minimum_coverage=0,
    )
    assert [
        score(document, A=a, B=b).overall.points for a, b in (("full", "half"), ("high", "low"), ("none", "full"))
    ] == [4, 2, 1]
    open_ = score(document, A="full", B="unknown").overall
    assert (open_.points, open_.on_scale(open_.high)) == (2, 4)
    assert score(document, A="full", B="not_applicable").overall.score is None


def test_nothing_chosen_is_an_answer_where_no_option_says_so() -> None:
    asked = Question.model_validate(multi("A", {"x": 1, "y": 1}))
    assert read_answer(asked, []).value == []
    assert score(bank(multi("A", {"x": 1, "y": 1})), A=[]).overall.coverage == 1
    with pytest.raises(InvalidAnswer, match="choose at least one"):
        read_answer(Question.model_validate(multi("A", {"x": 1, "none": 0}, exclusive="none")), [])


def test_points_of_a_table_may_have_a_maximum() -> None:
    asked = table("A", ("r", "s"), {"no": 0, "yes": 1})
    asked["options"] = [{"key": key, "label": {"en": key}, "points": points} for key, points in (("no", 0), ("yes", 3))]
    tree = node("all", measures={"A": 1}, aggregate="sum")
    card = score(bank({**asked, "maximum": 4}, tree=tree), A={"r": "yes", "s": "no"})
    assert (card.overall.score, card.overall.points, card.overall.scale) == (75, 3, 4)
    assert score(bank({**asked, "maximum": 4}, tree=tree), A={"r": "yes", "s": "yes"}).overall.points == 4
    assert score(bank({**asked, "maximum": 12}, tree=tree, minimum_coverage=0), A="unknown").overall.high == 50
