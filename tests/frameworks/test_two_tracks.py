"""Implementation and documentation as two readings of one tree, and the combined mean or the lower of the two."""

from fractions import Fraction

import pytest

from assessment.scoring.document import BankDocument
from assessment.scoring.scorecard import NodeScore, Status
from tests.frameworks.answering import Raw, random_cases, score
from tests.frameworks.documents import framework
from tests.frameworks.variants import lower_of_two

WEIGHTS = {"govern": {"policy": 1, "roles": 2}, "protect": {"access": 1, "backup": 3, "training": 1}}
TRACKS = {"implementation": ["done"], "documentation": ["written"], "combined": ["done", "written"]}


MEAN, LOWER = framework("two_tracks"), lower_of_two()


def stated(raw: Raw, requirement: str, track: str) -> list[int]:
    """What was stated of a requirement on a track; what is unknown counts 0, what does not apply is left out."""
    given = [raw.get(f"{requirement}_{part}", "unknown") for part in TRACKS[track]]
    return [0 if each == "unknown" else int(each[1:]) for each in given if each != "not_applicable"]


def requirement_points(raw: Raw, requirement: str, track: str, lower: bool) -> Fraction | None:
    numbers = stated(raw, requirement, track)
    if not numbers:
        return None
    return Fraction(min(numbers)) if lower else Fraction(sum(numbers), len(numbers))


def domain_points(raw: Raw, domain: str, track: str, lower: bool) -> Fraction | None:
    found = {key: requirement_points(raw, key, track, lower) for key in WEIGHTS[domain]}
    there = {key: points for key, points in found.items() if points is not None}
    weights = sum(WEIGHTS[domain][key] for key in there)
    return sum((WEIGHTS[domain][key] * each for key, each in there.items()), Fraction(0)) / weights if there else None


def overall_points(raw: Raw, track: str, lower: bool) -> Fraction | None:
    there = [points for domain in WEIGHTS if (points := domain_points(raw, domain, track, lower)) is not None]
    return sum(there, Fraction(0)) / len(there) if there else None


@pytest.mark.parametrize(("document", "lower"), [(MEAN, False), (LOWER, True)], ids=["mean", "lower"])
def test_every_node_agrees_on_every_track(document: BankDocument, lower: bool) -> None:
    for raw in random_cases(document):
        card = score(document, raw)
        for track in TRACKS:
            nodes = card.nodes if track == "combined" else card.readings[track]
            _agree(nodes["overall"], overall_points(raw, track, lower))
            for domain, requirements in WEIGHTS.items():
                _agree(nodes[domain], domain_points(raw, domain, track, lower))
                for requirement in requirements:
                    _agree(nodes[requirement], requirement_points(raw, requirement, track, lower))


def _agree(found: NodeScore, points: Fraction | None) -> None:
    assert (found.points, found.scale) == (points, 5)
    assert (found.status is Status.NOT_ASSESSED) == (points is None)
