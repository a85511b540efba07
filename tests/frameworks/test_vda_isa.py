"""Maturity cut back to a target: at most 3.00 overall, percent to target, progress, and what does not apply."""

from fractions import Fraction

import pytest

from assessment.scoring.document import BankDocument
from assessment.scoring.figures import shown_points
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scales import Scales
from assessment.scoring.scorecard import NodeScore, Status
from assessment.scoring.worked_examples import run_examples
from tests.frameworks.answering import Raw, random_cases, score
from tests.frameworks.documents import framework, framework_data
from tests.frameworks.variants import MIXED, anchored, mixed_targets

EXCLUDED = framework("vda_isa")
TARGET = Fraction(3)
CHAPTERS = {"policies": ["C11", "C12", "C13"], "people": ["C21", "C22"], "access": ["C31"]}
CONTROLS = [control for controls in CHAPTERS.values() for control in controls]


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


def _overall(raw: Raw) -> NodeScore:
    return score(EXCLUDED, raw).overall


def test_targets_may_differ_from_control_to_control() -> None:
    document = mixed_targets()
    for raw in random_cases(document):
        cut = [
            Fraction(0) if given == "unknown" else min(Fraction(given[1:]), Fraction(MIXED[control]))
            for control in CONTROLS
            if (given := raw.get(control, "unknown")) != "not_applicable"
        ]
        assert score(document, raw).overall.points == (sum(cut) / len(cut) if cut else None)


def test_examples_of_the_anchored_version_agree() -> None:
    assert [each for each in run_examples(ANCHORED) if not each.agrees] == []
