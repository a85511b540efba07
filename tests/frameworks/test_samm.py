"""OWASP SAMM 2, level by level, against its published rule written out naively."""

from fractions import Fraction

import pytest

from assessment.scoring.document import BankDocument
from assessment.scoring.figures import shown_points
from assessment.scoring.scales import Scales
from tests.frameworks.answering import Raw, random_cases, score
from tests.frameworks.samm import FUNCTIONS, LEVELS, PRACTICES, STREAMS, question_key, samm

WORTH = {"none": Fraction(0), "some": Fraction(1, 4), "half": Fraction(1, 2), "most": Fraction(1)}
BOTH_WAYS = pytest.mark.parametrize("document", [samm(), samm(by_streams=True)], ids=["levels", "streams"])


def practice_score(raw: Raw, practice: str) -> Fraction:
    total = Fraction(0)
    for level in LEVELS:
        streams = [WORTH.get(raw.get(question_key(practice, level, stream), ""), Fraction(0)) for stream in STREAMS]
        total += sum(streams) / Fraction(2)
    return total


def function_score(raw: Raw, function: str) -> Fraction:
    return sum((practice_score(raw, practice) for practice in FUNCTIONS[function]), Fraction(0)) / 3


def overall_score(raw: Raw) -> Fraction:
    return sum((function_score(raw, function) for function in FUNCTIONS), Fraction(0)) / 5


@BOTH_WAYS
def test_full_marks_come_out_as_three_without_being_written(document: BankDocument) -> None:
    full = Scales(document).full
    assert {full[key] for key in ["overall", *FUNCTIONS, *PRACTICES]} == {3}


@BOTH_WAYS
def test_every_node_agrees_with_the_published_rule(document: BankDocument) -> None:
    for raw in random_cases(document):
        nodes = score(document, raw).nodes
        found = {key: nodes[key].on_scale(nodes[key].score) for key in ["overall", *FUNCTIONS, *PRACTICES]}
        assert found == {
            "overall": overall_score(raw),
            **{function: function_score(raw, function) for function in FUNCTIONS},
            **{practice: practice_score(raw, practice) for practice in PRACTICES},
        }


def test_two_decimals_are_shown() -> None:
    document = samm()
    for raw in random_cases(document, states=False, cases=20):
        practice = score(document, raw).nodes["SM"]
        eighths = practice_score(raw, "SM") * 8
        assert eighths.denominator == 1
        half_up = (int(eighths) * 125 + 5) // 10
        assert shown_points(practice.points, document.display) == f"{half_up // 100}.{half_up % 100:02d}"
