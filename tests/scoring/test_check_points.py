"""Points of options: the divisor follows from them, and a typed one is compared with what they add up to."""

from typing import Any

import pytest

from tests.scoring.banks import Fields, multi, node, percent, question, single, table, text
from tests.scoring.checking import Q, Said, errors, of_question, sound, warnings


def pointed(kind: str, *points: float | None, **fields: Any) -> Fields:
    """A question B whose options o0, o1, … carry points."""
    made = [{"key": f"o{place}", "label": text("O"), "points": worth} for place, worth in enumerate(points)]
    return question("B", kind, options=made, **fields)


def ticks(*points: float, **fields: Any) -> Fields:
    """A table with two rows, in each of which several options may be ticked."""
    rows = [{"key": row, "label": text(row)} for row in ("r", "s")]
    return pointed("table", *points, rows=rows, multiple=True, **fields)


@pytest.mark.parametrize(
    "asked",
    [
        pointed("single", 0, 1, 3),
        pointed("likert", 3, 2, 0),
        pointed("yes_no", 1, 0, maximum=1),
        pointed("table", 0, 2, rows=[{"key": "r", "label": text("R"), "weight": 2}]),
        ticks(1, 2),
        ticks(1, 2, maximum=6),
        ticks(1, 2, steps=[{"points": 0, "credit": 0}, {"points": 6, "credit": 1}]),
        multi("B", {"x": 1, "y": 1}, maximum=2),
    ],
)
def test_points_without_a_fault(asked: Fields) -> None:
    assert of_question(asked) == ([], [])


@pytest.mark.parametrize(
    ("asked", "place", "message"),
    [
        (multi("B", {"x": 5, "y": 5}, maximum=8), "maximum", "answers can exceed it: the options add up to 10 points, the maximum is 8"),
        (pointed("single", 0, 1, 3, maximum=2), "maximum", "answers can exceed it: the options add up to 3 points, the maximum is 2"),
        (ticks(1, 2, maximum=5), "maximum", "answers can exceed it: the options add up to 6 points, the maximum is 5"),
        (pointed("single", 0, 1, 3, maximum=4), "maximum", "full credit cannot be reached: the options add up to 3 of 4 points"),
        (ticks(1, 2, maximum=8), "maximum", "full credit cannot be reached: the options add up to 6 of 8 points"),
        (pointed("likert", 0, 3, 1), "options", "the credit goes up and down again along the scale"),
    ],
)  # fmt: skip
def test_doubts_about_points(asked: Fields, place: str, message: str) -> None:
    assert of_question(asked) == ([], [(f"{Q}B.{place}", message)])


@pytest.mark.parametrize(
    ("asked", "place", "message"),
    [
        (pointed("single", 0, None, 1), "options.o1", "the option has no credit, although the question is measured"),
        (pointed("single", 0, 0), "options", "no option earns a point, so nothing can be scored"),
        (single("B", maximum=3), "maximum", "there are no points to read against a maximum"),
        (ticks(1, 2) | {"multiple": False, "steps": [{"points": 0, "credit": 0}, {"points": 1, "credit": 1}]}, "steps", "a table with one choice per row has no use for steps"),
        (single("B", multiple=True), "multiple", "a single question has no use for multiple"),
        (table("B", ("r",), {"no": 0, "yes": 1}) | {"rows": [{"key": "r", "label": text("R"), "weight": 0}]}, "rows", "all weights are 0"),
    ],
)  # fmt: skip
def test_faults_of_points(asked: Fields, place: str, message: str) -> None:
    assert of_question(asked)[0] == [(f"{Q}B.{place}", message)]


def test_exclusive_options_stand_in_a_table_of_ticks_only() -> None:
    asked = ticks(1, 0)
    asked["options"][1]["exclusive"] = True
    assert of_question(asked) == ([], [])
    assert of_question(asked | {"multiple": False})[0] == [
        (f"{Q}B.options.o1", "a table with one choice per row has no exclusive options")
    ]
    asked["options"][1]["points"] = 2
    assert of_question(asked)[0] == [(f"{Q}B.options.o1", "the exclusive option earns 2 points")]


def test_ticks_in_a_table_count_points_not_credit() -> None:
    asked = ticks(1, 1)
    asked["options"][0]["credit"] = 1
    assert of_question(asked)[0] == [(f"{Q}B.options.o0", "a table question counts points, not credit")]


def measured(worth: Fields, asked: Fields | None = None) -> tuple[Said, Said]:
    tree = node("all", measures={"A": 1, "B": 1})
    tree["measures"][1] |= worth
    document = sound(single("A"), asked or single("B", {"no": None, "some": None, "yes": None}), tree=tree)
    return errors(document), warnings(document)


def test_a_measure_may_say_what_the_options_are_worth() -> None:
    assert measured({"credits": {"no": 0, "some": 0.5, "yes": 1}}) == ([], [])
    assert measured({"points": {"no": 0, "some": 1, "yes": 3}}) == ([], [])
    assert measured({"points": {"x": 2}}, multi("B", {"x": None, "y": None})) == ([], [])


HERE = "nodes.all.measures.B"


@pytest.mark.parametrize(
    ("worth", "place", "message"),
    [
        ({"credits": {"no": 0, "yes": 1}}, "credits.some", "the option some of B has no worth here"),
        ({"points": {"no": 0, "some": 0, "yes": 0}}, "points", "no option earns a point, so nothing can be scored"),
        ({"credits": {"no": 0, "some": 0.5, "yes": 1, "yse": 1}}, "credits.yse", "B has no option yse"),
    ],
)
def test_fault_in_what_a_measure_says(worth: Fields, place: str, message: str) -> None:
    assert measured(worth) == ([(f"{HERE}.{place}", message)], [])


def test_doubled_idle_and_weak_worths_of_a_measure() -> None:
    whole = {"no": 0, "some": 0.5, "yes": 1}
    assert measured({"credits": whole, "points": whole}) == (
        [(HERE, "both credits and points say what the options are worth here")],
        [],
    )
    assert measured({"credits": {"x": 1}}, percent("B", linear={"zero_at": 0, "full_at": 100})) == (
        [(HERE, "a percent question has no options that could be worth anything")],
        [],
    )
    assert measured({"credits": {"no": 0, "some": 0.5, "yes": 0.8}}) == (
        [],
        [(f"{HERE}.credits", "full credit cannot be reached: the best answer earns 0.8")],
    )


def test_a_question_that_one_node_takes_as_it_is_needs_its_own_worth_too() -> None:
    own = node("own", measures={"B": 1})
    own["measures"][0] |= {"credits": {"no": 0, "yes": 1}}
    tree = node("all", own, node("plain", measures={"B": 1}))
    bare = sound(single("A"), single("B", {"no": None, "yes": None}), tree=tree)
    lacking = "the option has no credit, although the question is measured"
    assert errors(bare) == [(f"{Q}B.options.no", lacking), (f"{Q}B.options.yes", lacking)]
