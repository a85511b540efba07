"""What the checker says about faulty questions: the place, and the message, one fault at a time."""

import pytest

from assessment.scoring.check import check_bank
from tests.scoring.banks import (
    Fields,
    bands,
    fact,
    multi,
    node,
    options,
    percent,
    question,
    single,
    table,
    text,
    yes_no,
)
from tests.scoring.checking import Q, errors, of_question, sound, warnings


@pytest.mark.parametrize(
    ("asked", "place", "message"),
    [
        (single("B", {"x": 0, "y": None}), "options.y", "the option has no credit, although the question is measured"),
        (multi("B", {"x": None, "y": 1}), "options.x", "the option has no points, although the question is measured"),
        (multi("B", {"x": 0, "y": 0}), "options", "no option earns a point, so nothing can be scored"),
        (multi("B", {"x": 1, "y": 1}, maximum=0), "maximum", "the maximum is 0"),
        (multi("B", {"x": 1, "y": 1}, maximum=2, steps=[{"points": 0, "credit": 1}]), "", "both steps and a maximum say what the points are worth"),
        (multi("B", {"x": 1, "y": 1}, steps=[{"points": 1, "credit": 0}, {"points": 2, "credit": 1}]), "steps", "the first step begins at 1 points, so fewer points have no credit"),
        (multi("B", {"x": 1, "y": 1}, steps=[{"points": 0, "credit": 0}, {"points": 0, "credit": 1}]), "steps", "points 0 follows 0"),
        (percent("B"), "", "nothing says what the number is worth"),
        (percent("B", bands=bands((100, 1)), linear={"zero_at": 0, "full_at": 9}), "", "both bands and a linear credit say what the number is worth"),
        (percent("B", bands=bands((99, 1))), "bands", "numbers above 99 up to 100 lie in no band"),
        (question("B", "number", bands=bands((99, 1))), "bands", "the last band ends at 99, but the question has no maximum"),
        (percent("B", bands=bands((60, 0), (50, 0.5), (100, 1))), "bands", "upto 50 follows 60"),
        (percent("B", linear={"zero_at": 3, "full_at": 3}), "linear", "zero_at and full_at are both 3"),
        ({**percent("B", linear={"zero_at": 0, "full_at": 9}), "minimum": None}, "", "a percentage needs minimum and maximum"),
        (percent("B", minimum=100, linear={"zero_at": 0, "full_at": 100}), "", "the minimum 100 is not below the maximum 100"),
        (single("B", {"only": 1}), "options", "1 options leave nothing to choose"),
        ({**table("B", (), {"x": 0, "y": 1})}, "rows", "the table has no rows"),
        (single("B", unit=text("%")), "unit", "a single question has no use for unit"),
        (single("B", decimals=2), "decimals", "a single question has no use for decimals"),
        (percent("B", rows=[{"key": "r", "label": text("R")}], linear={"zero_at": 0, "full_at": 9}), "rows", "a percent question has no use for rows"),
        ({**yes_no("B"), "options": [{**each, "exclusive": True, "points": None} for each in options({"yes": 1, "no": 0})][:1] + options({"no": 0})}, "options.yes", "a yes_no question has no exclusive options"),
        ({**single("B"), "options": [{**options({"a": 1})[0], "points": 2}, *options({"b": 0})]}, "options", "some options carry credit, others points"),
        ({**multi("B", {"x": 1, "y": 1}), "options": [{"key": "x", "label": text("X"), "points": 1, "credit": 1}, {"key": "y", "label": text("Y"), "points": 1}]}, "options.x", "a multi question counts points, not credit"),
        (multi("B", {"x": 1, "none": 2}, exclusive="none"), "options.none", "the exclusive option earns 2 points"),
        (single("B", {"unknown": 0, "y": 1}), "options.unknown", "the option key unknown is reserved for the answer state of that name"),
        ({**single("B"), "options": options({"x": 0}) + options({"x": 1})}, "options.x", "the option key x is used 2 times"),
        (table("B", ("r", "r"), {"x": 0, "y": 1}), "rows.r", "the row key r is used 2 times"),
        (single("B", crosswalk=[{"ref": "MIIT:F9", "alignment": "exact"}]), "crosswalk.MIIT:F9", "there is no framework item MIIT:F9"),
        (single("B", reference_lines=["nc"]), "reference_lines.nc", "there is no reference line nc"),
        (single("B", help=text(" ")), "help.en", "the text is missing in en"),
        (single("B", visible_if=fact("answer.Z", "known")), "visible_if", "there is no fact answer.Z"),
        (single("B", visible_if={"all": [fact("answer.A", "is", "gone")]}), "visible_if.all.0", "answer.A has no option gone"),
    ],
)  # fmt: skip
def test_error_of_a_question(asked: Fields, place: str, message: str) -> None:
    found, _ = of_question(asked)
    assert found == [(f"{Q}B{'.' if place else ''}{place}", message)]


@pytest.mark.parametrize(
    ("asked", "place", "message"),
    [
        (single("B", {"x": 0, "y": 0.8}), "options", "full credit cannot be reached: the best answer earns 0.8"),
        ({**single("B", {"x": 0, "y": 1, "z": 0.5}), "kind": "likert"}, "options", "the credit goes up and down again along the scale"),
        (multi("B", {"x": 1, "y": 1}, maximum=5), "maximum", "full credit cannot be reached: the options add up to 2 of 5 points"),
        (multi("B", {"x": 1, "y": 1}, steps=[{"points": 0, "credit": 0.5}, {"points": 1, "credit": 0}, {"points": 2, "credit": 1}]), "steps", "the credit falls from 0.5 to 0, so more points earn less"),
        (multi("B", {"x": 1, "y": 1}, steps=[{"points": 0, "credit": 0.5}, {"points": 3, "credit": 1}]), "steps", "full credit cannot be reached: the best answer earns 0.5"),
        (percent("B", bands=bands((10, 0), (50, 1), (100, 0.5))), "bands", "the credit goes up and down again along the scale"),
        (percent("B", bands=bands((10, 0), (100, 0.5))), "bands", "full credit cannot be reached: the best answer earns 0.5"),
        (percent("B", bands=bands((-5, 0), (100, 1))), "bands", "no number from 0 lies in the band up to -5"),
        (percent("B", bands=bands((100, 0), (200, 1))), "bands", "no number up to 100 lies in the band up to 200"),
        (percent("B", linear={"zero_at": 0, "full_at": 150}), "linear", "full credit cannot be reached: 150 is outside what may be entered"),
        (percent("B", linear={"zero_at": 50, "full_at": -1}), "linear", "full credit cannot be reached: -1 is outside what may be entered"),
        (single("B", text={"en": "B", "fr": "B"}), "text.fr", "the language fr is not one of en"),
    ],
)  # fmt: skip
def test_warning_of_a_question(asked: Fields, place: str, message: str) -> None:
    assert of_question(asked) == ([], [(f"{Q}B.{place}", message)])


def test_credit_that_no_node_measures_is_doubted() -> None:
    only_a = node("all", measures={"A": 1})
    for asked in (single("B"), multi("B", {"x": 1, "y": 0}), percent("B", linear={"zero_at": 0, "full_at": 9})):
        document = sound(single("A"), asked, tree=only_a)
        assert (errors(document), warnings(document)) == (
            [],
            [(f"{Q}B", "its answers carry credit, but no node measures it")],
        )
    assert check_bank(sound(single("A"), question("T", "text"), profile=(single("p"),), tree=only_a)) == []
