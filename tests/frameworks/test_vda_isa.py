"""Maturity cut back to a target: at most 3.00 overall, percent to target, progress, and what does not apply."""

from fractions import Fraction

import pytest

from assessment.scoring.document import BankDocument
from assessment.scoring.figures import shown_points
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scales import Scales
from assessment.scoring.scorecard import Scorecard, Status
from assessment.scoring.worked_examples import run_examples
from tests.frameworks.answering import Raw, random_cases, score
from tests.frameworks.documents import Fields, framework, framework_data

EXCLUDED = framework("vda_isa")
TARGET = Fraction(3)
CHAPTERS = {"policies": ["C11", "C12", "C13"], "people": ["C21", "C22"], "access": ["C31"]}
CONTROLS = [control for controls in CHAPTERS.values() for control in controls]


def anchored() -> BankDocument:
    """The same framework, but what does not apply stands for its target instead of leaving the mean."""
    data = framework_data("vda_isa") | {"slug": "vda-isa-anchored", "not_applicable": "target"}
    data["examples"][-1]["expect"] = {"policies": {"points": 2}, "people": {"points": 3}, "overall": {"points": "2.5"}}
    return BankDocument.model_validate(data)


ANCHORED = anchored()


def result(raw: Raw, controls: list[str], anchor: bool = False) -> Fraction | None:
    cut = []
    for control in controls:
        given = raw.get(control, "unknown")
        if given != "not_applicable":
            cut.append(Fraction(0) if given == "unknown" else min(Fraction(given[1:]), TARGET))
        elif anchor:
            cut.append(TARGET)
    return sum(cut, Fraction(0)) / len(cut) if cut else None


def truncated(points: Fraction) -> str:
    hundredths = points * 100 // 1
    return f"{hundredths // 100}.{hundredths % 100:02d}"


@pytest.mark.parametrize(("document", "anchor"), [(EXCLUDED, False), (ANCHORED, True)], ids=["excluded", "anchored"])
def test_results_agree_with_the_published_rule(document: BankDocument, anchor: bool) -> None:
    for raw in random_cases(document):
        nodes = score(document, raw).nodes
        expected = {chapter: result(raw, controls, anchor) for chapter, controls in CHAPTERS.items()}
        expected["overall"] = result(raw, CONTROLS, anchor)
        for key, points in expected.items():
            assert nodes[key].points == points
            if points is None:
                assert nodes[key].status is Status.NOT_ASSESSED
                continue
            assert shown_points(nodes[key].points, document.display) == truncated(points)
            assert nodes[key].percent_of_target == points * 100 / TARGET
            assert nodes[key].target_gap == TARGET - points


def test_overall_is_at_most_three_and_its_scale_is_not_written() -> None:
    assert "scale" not in framework_data("vda_isa")["tree"]
    assert {Scales(EXCLUDED).full[key] for key in ("overall", *CHAPTERS)} == {3}
    assert score(EXCLUDED, dict.fromkeys(CONTROLS, "m5")).overall.points == 3


def test_control_keeps_its_own_maturity() -> None:
    for raw in random_cases(EXCLUDED, states=False, cases=50):
        nodes = score(EXCLUDED, raw).nodes
        for control in CONTROLS:
            maturity = int(raw[control][1:])
            found = nodes[control.lower()]
            assert (found.points, found.level, found.percent_of_target) == (
                maturity,
                maturity,
                min(Fraction(100), maturity * Fraction(100, 3)),
            )
    assert [level.key for level in ladders_of(EXCLUDED)["c11"]][5] == "optimising"


def test_progress_since_a_baseline_gives_no_credit_beyond_the_target() -> None:
    cases = list(random_cases(EXCLUDED))
    for before, now in zip(cases, cases[1:], strict=False):
        start, end = result(before, CONTROLS), result(now, CONTROLS)
        done = _overall(now).progress_since(_overall(before))
        if start is None or end is None or start >= TARGET:
            assert done is None
        else:
            assert done == 100 * (end - start) / (TARGET - start)


def _overall(raw: Raw) -> "Scorecard.overall":  # type: ignore[name-defined, valid-type]
    return score(EXCLUDED, raw).overall


def _mixed() -> BankDocument:
    """Targets that differ: maturity is cut in what an option is worth, so that the mean stays on the scale 0 to 5."""
    data: Fields = framework_data("vda_isa") | {"slug": "vda-isa-mixed", "examples": []}
    for question in data["sections"][0]["questions"]:
        question["maximum"] = 5
    for chapter in data["tree"]["children"]:
        chapter.pop("target")
        for control in chapter["children"]:
            target = MIXED[control["key"].upper()]
            cut = {f"m{points}": min(points, target) for points in range(6)}
            control |= {"target": target, "passes": "score"}
            control["measures"][0]["points"] = cut
    data["tree"].pop("target")
    return BankDocument.model_validate(data)


MIXED = {"C11": 2, "C12": 3, "C13": 4, "C21": 3, "C22": 2, "C31": 4}


def test_targets_may_differ_from_control_to_control() -> None:
    document = _mixed()
    for raw in random_cases(document):
        cut = [
            Fraction(0) if given == "unknown" else min(Fraction(given[1:]), Fraction(MIXED[control]))
            for control in CONTROLS
            if (given := raw.get(control, "unknown")) != "not_applicable"
        ]
        assert score(document, raw).overall.points == (sum(cut) / len(cut) if cut else None)


def test_examples_of_the_anchored_version_agree() -> None:
    assert [each for each in run_examples(ANCHORED) if not each.agrees] == []
