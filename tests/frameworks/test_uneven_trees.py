"""Means of means and weighted sums on trees of any depth, against plain recursion."""

from fractions import Fraction
from typing import Any

import pytest

from assessment.scoring.document import BankDocument
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


def test_weighted_sums_agree_and_their_scale_is_derived() -> None:
    full = Scales(SUMS).full
    assert full == {"left": Fraction("6.8"), "right": Fraction("5.143"), "total": Fraction("8.4131")}
    for raw in random_cases(SUMS):
        left = Fraction("0.7") * _points(raw, "A") + Fraction("1.1") * _points(raw, "B")
        right = 2 * _points(raw, "C") + Fraction("0.143") * _points(raw, "D")
        expected = {"left": left, "right": right, "total": Fraction("0.254") * left + Fraction("1.3") * right}
        nodes = score(SUMS, raw).nodes
        assert {key: nodes[key].points for key in expected} == expected


WORTH = {"two": "2", "half": "0.5", "none": "0", "yes": "1", "no": "0", "unknown": "0", "": "0"}


def _points(raw: Raw, key: str) -> Fraction:
    given: Any = raw.get(key, "")
    chosen = given if isinstance(given, list) else [given]
    return sum((Fraction(WORTH.get(each) or each[1:]) for each in chosen), Fraction(0))


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
