"""Means of means and weighted sums on trees of any depth, against plain recursion."""

from fractions import Fraction
from typing import Any

import pytest

from assessment.scoring.document import BankDocument, NotApplicable
from assessment.scoring.scales import Scales
from tests.frameworks.answering import Raw, random_cases, score
from tests.frameworks.documents import framework, measures, node, text, worth

MEANS, SUMS = framework("uneven_means"), framework("weighted_sums")
TREE: dict[str, list[str]] = {
    "root": ["shallow", "deep1"],
    "shallow": ["Q1"],
    "deep1": ["side1", "deep2"],
    "side1": ["Q2", "Q3", "Q4"],
    "deep2": ["side2", "deep3"],
    "side2": ["Q5"],
    "deep3": ["side3", "deep4"],
    "side3": ["Q6"],
    "deep4": ["side4", "deep5"],
    "side4": ["Q7"],
    "deep5": ["Q8", "Q9"],
}


def mean(raw: Raw, key: str) -> Fraction | None:
    if key not in TREE:
        given = raw.get(key, "unknown")
        return {"unknown": Fraction(0), "not_applicable": None}[given] if given in STATES else 10 * Fraction(given)
    parts = [part for child in TREE[key] if (part := mean(raw, child)) is not None]
    return sum(parts, Fraction(0)) / len(parts) if parts else None


STATES = ("unknown", "not_applicable")


def test_mean_of_means_agrees_at_every_node() -> None:
    for raw in random_cases(MEANS):
        nodes = score(MEANS, raw).nodes
        assert {key: nodes[key].score for key in TREE} == {key: mean(raw, key) for key in TREE}


SUMMANDS = {"A": ("0.7", 5), "B": ("1.1", 3), "C": ("2", "2.5"), "D": ("0.145", 1)}
SIDES = {"left": ("0.254", "AB"), "right": ("1.3", "CD")}
WORTH = {"two": "2", "half": "0.5", "none": "0", "yes": "1", "no": "0", "unknown": "0", "": "0"}


def _points(given: Any) -> Fraction:
    chosen = given if isinstance(given, list) else [given]
    return sum((Fraction(WORTH.get(each) or each[1:]) for each in chosen), Fraction(0))


def _side(raw: Raw, keys: str, rule: str) -> tuple[Fraction, Fraction, Fraction]:
    """Points, the most that was possible, and full marks; what does not apply is neither, nothing or everything."""
    points, most, full = Fraction(0), Fraction(0), Fraction(0)
    for key in keys:
        weight, best = Fraction(SUMMANDS[key][0]), Fraction(SUMMANDS[key][1])
        given = raw.get(key, "")
        full += weight * best
        if given == "not_applicable":
            most += 0 if rule == "excluded" else weight * best
            points += weight * best if rule == "full" else 0
        else:
            most += weight * best
            points += weight * _points(given)
    return points, most, full


def _sums(raw: Raw, rule: str) -> dict[str, Fraction | None]:
    """Points over what was possible, of full marks. A sum within a sum is one sum: what does not apply leaves both."""
    sides = {side: _side(raw, keys, rule) for side, (_, keys) in SIDES.items()}
    parts = [[Fraction(SIDES[side][0]) * each for each in sides[side]] for side in SIDES]
    sides["total"] = (sum(part[0] for part in parts), sum(part[1] for part in parts), sum(part[2] for part in parts))
    return {key: points * full / most if most else None for key, (points, most, full) in sides.items()}


def test_scale_of_weighted_sums_is_derived() -> None:
    assert Scales(SUMS).full == {"left": Fraction("6.8"), "right": Fraction("5.145"), "total": Fraction("8.4157")}


@pytest.mark.parametrize("rule", ["excluded", "zero", "full"])
def test_weighted_sums_agree_whatever_stands_for_what_does_not_apply(rule: str) -> None:
    document = SUMS.model_copy(update={"not_applicable": NotApplicable(rule)})
    for raw in random_cases(document):
        nodes = score(document, raw).nodes
        assert {key: nodes[key].points for key in ("left", "right", "total")} == _sums(raw, rule)


def chain(depth: int) -> BankDocument:
    """A tree of `depth` storeys: on each a question beside the rest of the tree."""
    tree = node("n0", "Deepest", weight=1, measures=measures("Q0"))
    for storey in range(1, depth):
        side = node(f"s{storey}", "Side", weight=1, measures=measures(f"Q{storey}"))
        tree = node(f"n{storey}", "Storey", weight=1, children=[side, tree])
    asked = [
        {"key": f"Q{place}", "kind": "yes_no", "text": text("?"), "options": worth("credit", yes=1, no=0)}
        for place in range(depth)
    ]
    return BankDocument.model_validate(
        {
            "slug": f"chain-{depth}",
            "locales": ["en"],
            "title": text("Chain"),
            "sections": [{"key": "main", "title": text("Main"), "questions": asked}],
            "tree": tree,
        }
    )


@pytest.mark.parametrize("depth", [2, 6, 12, 30])
def test_depth_does_not_matter(depth: int) -> None:
    document = chain(depth)
    only_deepest = {f"Q{place}": "yes" if place == 0 else "no" for place in range(depth)}
    assert score(document, only_deepest).overall.score == Fraction(100, 2 ** (depth - 1))
