"""SANOL's weighted index: bands with an open lower bound, and what the paper's own numbers give."""

from fractions import Fraction

import pytest

from assessment.scoring.figures import shown_points
from tests.frameworks.answering import random_cases, score
from tests.frameworks.documents import framework

DOCUMENT = framework("sanol")
WEIGHTS = {"S": "0.22", "C": "0.06", "E": "0.07", "T": "0.32", "D": "0.28", "I": "0.05"}
PRINTED = Fraction("3.40")


def test_erratum_is_what_the_paper_says_not_what_it_prints() -> None:
    mean = {"S": "3.39", "C": "3.30", "E": "3.45", "T": "3.44", "D": "3.40", "I": "4.02"}
    card = score(DOCUMENT, mean)
    assert card.overall.points == Fraction("3.4391") != PRINTED
    assert (shown_points(card.overall.points, DOCUMENT.display), card.level.key) == ("3.4391", "level_4")


@pytest.mark.parametrize(
    ("index", "level"), [("0", 0), ("0.0001", 1), ("1", 1), ("1.0001", 2), ("3", 3), ("3.4391", 4), ("5", 5)]
)
def test_band_edges(index: str, level: int) -> None:
    assert score(DOCUMENT, dict.fromkeys(WEIGHTS, index)).level.key == f"level_{level}"


def test_index_and_band_agree_with_the_published_rule() -> None:
    for raw in random_cases(DOCUMENT, states=False):
        index = sum((Fraction(weight) * Fraction(raw[key]) for key, weight in WEIGHTS.items()), Fraction(0))
        band = next(level for level in range(6) if index <= level)
        card = score(DOCUMENT, raw)
        assert (card.overall.points, card.level.index, card.overall.scale) == (index, band, 5)
