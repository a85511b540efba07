"""Ratings with open lower and closed upper bounds, and capability levels that ask for every attribute below them."""

from fractions import Fraction

import pytest

from assessment.scoring.document import BankDocument
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import Scorecard, Status
from tests.frameworks.answering import Raw, random_cases, score
from tests.frameworks.documents import framework, framework_data

PERCENT = framework("iso33020")
ORDINAL = framework("iso33020_ordinal")
ATTRIBUTES = {1: ["11"], 2: ["21", "22"], 3: ["31", "32"], 4: ["41", "42"], 5: ["51", "52"]}
LEVELS = ["incomplete", "performed", "managed", "established", "predictable", "innovating"]
UNANSWERED = ("unknown", None)


def rating(percent: Fraction) -> str:
    if percent <= 15:
        return "N"
    if percent <= 50:
        return "P"
    return "L" if percent <= 85 else "F"


def capability(ratings: dict[int, list[str | None]]) -> int:
    """The highest level whose attributes are L or F while those of all lower levels are F."""
    reached = 0
    for level in sorted(ratings):
        own = all(each in ("L", "F") for each in ratings[level])
        below = all(each == "F" for lower in ratings if lower < level for each in ratings[lower])
        if own and below:
            reached = level
    return reached


def reached(card: Scorecard, document: BankDocument, node: str) -> str | None:
    index = card.nodes[node].level
    return None if index is None else ladders_of(document)[node][index].key


@pytest.mark.parametrize(
    ("percent", "expected"),
    [("0", "N"), ("15", "N"), ("15.1", "P"), ("50", "P"), ("50.1", "L"), ("85", "L"), ("85.1", "F"), ("100", "F")],
)
def test_upper_bounds_belong_to_the_lower_rating(percent: str, expected: str) -> None:
    assert reached(score(PERCENT, {"A11": percent}), PERCENT, "pa11") == expected


def test_ratings_and_capability_agree_with_the_standard() -> None:
    seen = set()
    for raw in _percent_cases():
        card = score(PERCENT, raw)
        ratings = {level: [_rated(raw, name) for name in names] for level, names in ATTRIBUTES.items()}
        names = [
            (name, found) for level in ATTRIBUTES for name, found in zip(ATTRIBUTES[level], ratings[level], strict=True)
        ]
        assert {name: reached(card, PERCENT, f"pa{name}") for name, _ in names} == dict(names)
        assert card.level.key == reached(card, PERCENT, "process") == LEVELS[capability(ratings)]
        assert (card.overall.status, card.overall.score) == (Status.UNSCORED, None)
        seen.add(card.level.key)
    assert seen == set(LEVELS)


def _rated(raw: Raw, name: str) -> str:
    given = raw.get(f"A{name}")
    return "N" if given in UNANSWERED else rating(Fraction(given))


def _percent_cases() -> list[Raw]:
    """Random answers seldom reach high levels, so some are lifted above a bound, to a different height each time."""
    cases = list(random_cases(PERCENT))
    lifted = [{**raw, **dict.fromkeys(list(raw)[: number % 10], "90")} for number, raw in enumerate(cases)]
    return [*cases, *lifted]


def test_practices_average_to_ratings_rounded_half_up() -> None:
    practices = {
        "requirements": {"pa1": ["R1", "R2", "R3"], "pa2": ["R4", "R5"]},
        "testing": {"pa1": ["T1", "T2"], "pa2": ["T3", "T4"]},
    }
    for raw in random_cases(ORDINAL):
        card = score(ORDINAL, raw)
        for process, attributes in practices.items():
            rated = {name: _rounded(raw, asked) for name, asked in attributes.items()}
            assert {name: reached(card, ORDINAL, f"{process}_{name}") for name in attributes} == rated
            level = capability({1: [rated["pa1"]], 2: [rated["pa2"]]})
            assert reached(card, ORDINAL, process) == LEVELS[level]


def _rounded(raw: Raw, asked: list[str]) -> str:
    points = [0 if raw.get(key) in UNANSWERED else "NPLF".index(raw[key]) for key in asked]
    return "NPLF"[(2 * sum(points) + len(points)) // (2 * len(points))]


def test_unanswered_skipped_level_is_withheld_where_too_little_is_answered() -> None:
    """Also where a node has no score of its own: one answer of nine says nothing about the process."""
    data = framework_data("iso33020") | {"slug": "iso33020-cautious", "minimum_coverage": "0.6", "examples": []}
    document = BankDocument.model_validate(data)
    one_of_nine = score(document, {"A11": "90"})
    assert (one_of_nine.overall.coverage, one_of_nine.overall.level, one_of_nine.level.key) == (
        Fraction(1, 9),
        None,
        None,
    )
    six_of_nine = score(document, dict.fromkeys(["A11", "A21", "A22", "A31", "A32", "A41"], "90"))
    assert six_of_nine.level.key == "established"
