"""Six dimensions of ticks, scales and tables, against a plain count of points; and two faults of public versions."""

from fractions import Fraction

import pytest

from assessment.scoring.answers import InvalidAnswer, read_answer
from assessment.scoring.document import BankDocument
from tests.frameworks.answering import Raw, questions_of, random_cases, score
from tests.frameworks.documents import framework, framework_data

DOCUMENT = framework("dma_sme")
ITEMS = {"Q2": 10, "Q3": 10, "Q5": 7, "Q6": 8, "Q7": 7, "Q8": 6, "Q10": 10}
ROWS = {"Q4": 7, "Q9": 5, "Q11": 5}
CELLS = {
    "s0": "0",
    "s1": "0.2",
    "s2": "0.4",
    "s3": "0.6",
    "s4": "0.8",
    "s5": "1",
    "no": "0",
    "partly": "0.5",
    "yes": "1",
}
DIMENSIONS = {
    "strategy": ["Q1", "Q2"],
    "readiness": ["Q3", "Q4"],
    "people": ["Q5", "Q6"],
    "data": ["Q7", "Q8"],
    "automation": ["Q9"],
    "green": ["Q10", "Q11"],
}
NEGATIVE = {"none", "not_digital"}


def points(raw: Raw, key: str) -> Fraction:
    """Ten for a full list or table; the first table has two columns of ten rows, a point for each tick."""
    given = raw.get(key)
    if given in (None, "unknown"):
        return Fraction(0)
    if key == "Q1":
        return Fraction(sum(len(ticks) for ticks in given.values()))
    if key in ROWS:
        return 10 * sum((Fraction(CELLS[cell]) for cell in given.values()), Fraction(0)) / ROWS[key]
    return 10 * Fraction(len([tick for tick in given if tick not in NEGATIVE]), ITEMS[key])


def dimension(raw: Raw, key: str) -> Fraction:
    most = sum(20 if question == "Q1" else 10 for question in DIMENSIONS[key])
    return 100 * sum((points(raw, question) for question in DIMENSIONS[key]), Fraction(0)) / most


def test_dimensions_and_overall_agree_with_a_plain_count() -> None:
    for raw in random_cases(DOCUMENT):
        nodes = score(DOCUMENT, raw).nodes
        expected = {key: dimension(raw, key) for key in DIMENSIONS}
        assert {key: nodes[key].score for key in DIMENSIONS} == expected
        assert nodes["overall"].score == sum(expected.values()) / 6


@pytest.mark.parametrize(
    ("ticks", "level"), [(0, "basic"), (3, "average"), (5, "average"), (6, "moderate"), (8, "advanced")]
)
def test_bands_of_a_dimension_include_their_upper_edge(ticks: int, level: str) -> None:
    keys = [option.key for option in questions_of(DOCUMENT)["Q2"].options][:ticks] or ["none"]
    given = {"Q1": {row.key: ["invested", "planned"] for row in questions_of(DOCUMENT)["Q1"].rows[:ticks]}, "Q2": keys}
    index = score(DOCUMENT, given).nodes["strategy"].level
    assert index is not None and DOCUMENT.levels[index].key == level


def test_negative_option_counts_for_nothing_and_stands_alone() -> None:
    question = questions_of(DOCUMENT)["Q7"]
    without = score(DOCUMENT, {"Q7": ["not_digital"]}).nodes["data"]
    assert (without.score, without.high) == (0, 50)
    with pytest.raises(InvalidAnswer, match="exclusive option"):
        read_answer(question, ["not_digital", "storage"])


@pytest.mark.parametrize("changed", ["as_published", "two_items_left_over", "two_items_fewer"])
def test_item_list_vs_divisor_a_full_list_is_worth_ten_whatever_its_length(changed: str) -> None:
    document = _with_items_of_q6(changed)
    keys = [option.key for option in questions_of(document)["Q6"].options if not option.exclusive]
    assert len(keys) == {"as_published": 8, "two_items_left_over": 10, "two_items_fewer": 6}[changed]
    full = score(document, {"Q5": ["none"], "Q6": keys}).nodes["people"]
    assert full.score == 50
    assert score(document, {"Q5": ["none"], "Q6": keys[1:]}).nodes["people"].score == 50 - Fraction(50, len(keys))


def _with_items_of_q6(changed: str) -> BankDocument:
    data = framework_data("dma_sme")
    people = next(section for section in data["sections"] if section["node"] == "people")
    items = people["questions"][1]["options"]
    if changed == "two_items_left_over":
        items += [{"key": f"more{place}", "label": {"en": "More"}, "points": 1} for place in range(2)]
    if changed == "two_items_fewer":
        del items[:2]
    return BankDocument.model_validate(data)


def test_no_divisor_is_typed_by_hand() -> None:
    assert {question.maximum for question in questions_of(DOCUMENT).values()} == {None}


def test_columns_and_rows_may_be_worth_more_or_less() -> None:
    """Plans count half, a column that stands alone nothing, and the first two areas three times as much as the others."""
    data = framework_data("dma_sme") | {"slug": "dma-weighted", "examples": []}
    table = data["sections"][0]["questions"][0]
    invested, planned = table["options"]
    never = {"key": "never", "label": {"en": "Never"}, "points": 0, "exclusive": True}
    table["options"] = [invested, planned | {"points": "0.5"}, never]
    for row in table["rows"][:2]:
        row["weight"] = 3
    document = BankDocument.model_validate(data)
    heavy, worth = {row["key"] for row in table["rows"][:2]}, {"invested": 2, "planned": 1, "never": 0}
    for raw in random_cases(document, states=False):
        doubled = sum((3 if row in heavy else 1) * worth[tick] for row, ticks in raw["Q1"].items() for tick in ticks)
        share = Fraction(doubled, 14 * 3)  # fourteen times 1.5 points, doubled
        expected = 100 * (20 * share + points(raw, "Q2")) / 30
        assert score(document, raw).nodes["strategy"].score == expected
