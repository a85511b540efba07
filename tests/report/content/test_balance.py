"""What carries and what holds back: no answer is both, and what is not known is neither."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from assessment.scoring.scorecard import Contribution, Scope
from recommendations.report.content.build import build_content
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Balance, Barrier
from tests.report.banks import asked, bank_of, content_on, material_on
from tests.report.content.shapes import content_of
from tests.report.samples import UNKNOWN, make_content, profile_only, sample_answers
from tests.report.test_any_bank import BANKS

Sides = Balance | Barrier


def sides_of(content: ReportContent) -> Iterator[Sides]:
    assert content.summary.balance is not None
    yield content.summary.balance
    yield from content.barriers


def keys(sides: Sides) -> list[list[str]]:
    return [[row.key for row in rows] for rows in (sides.holds_back, sides.carries, sides.unknown)]


@pytest.mark.parametrize(
    ("gained", "open_", "wanted"),
    [
        ("50", "50", (False, False)),
        ("50.1", "49.9", (True, False)),
        ("49.9", "50.1", (False, True)),
        ("0", "0", (False, False)),
    ],
)
def test_exactly_half_neither_carries_nor_holds_back(gained: str, open_: str, wanted: tuple[bool, bool]) -> None:
    part = Contribution("q", Fraction(gained), Fraction(open_))
    assert (part.carries, part.holds_back) == wanted


@pytest.mark.parametrize("name", [*BANKS, "four-barriers", "quick"])
def test_no_answer_is_on_two_sides_of_any_bank(name: str) -> None:
    given = {"four-barriers": Scope.FULL, "quick": Scope.QUICK}
    content = make_content(scope=given[name]) if name in given else content_on(name)
    for sides in sides_of(content):
        held, carried, unknown = map(set, keys(sides))
        assert (held & carried, held & unknown, carried & unknown) == (set(), set(), set())


def test_what_carries_gives_more_than_it_leaves_open_and_the_other_way_round() -> None:
    for sides in sides_of(make_content()):
        assert [row.key for row in sides.carries if float(row.gained) <= float(row.open)] == []
        assert [row.key for row in sides.holds_back if float(row.open) <= float(row.gained)] == []


def test_summary_tells_of_the_parts_that_its_sentences_name() -> None:
    content = make_content()
    by_key = {part.figure.key: part for part in content.barriers}
    lowest, highest = by_key["rd_production"], by_key["talent"]
    assert content.summary.held == lowest.holds_back[:3]
    assert content.summary.carrying == highest.carries[:3]
    assert [row.key for row in content.summary.held] == ["RD04", "RD05", "RD08"]


def test_what_is_not_known_stands_apart_in_points_of_the_whole() -> None:
    content = make_content()
    assert [(row.short, row.open) for row in content.summary.unknown] == [
        ("Payback time", "2.9"),
        ("Outside experts", "2.5"),
    ]
    assert [[row.short for row in part.unknown] for part in content.barriers] == [
        [],
        [],
        ["Payback time"],
        ["Outside experts"],
    ]


def test_without_any_known_answer_nothing_carries_or_holds_back() -> None:
    answers = dict.fromkeys(sample_answers(), UNKNOWN) | profile_only()
    for part in make_content(answers=answers).barriers:
        assert (part.holds_back, part.carries, len(part.unknown)) == ((), (), 5)


def test_a_missing_condition_of_the_next_level_carries_nothing() -> None:
    content = content_on("process-capability", "published_edge_eighty_five")
    part = content.barriers[0]
    states = {gate.text.split(" (you")[0]: gate.state for gate in part.figure.step.parts} if part.figure.step else {}
    first = next(row for row in part.contributions if row.key == "order_performance_asked")
    assert (first.gained, [state.value for state in states.values()][:1]) == ("85.0", ["fails"])
    assert part.carries == ()


def test_a_question_in_several_nodes_is_judged_by_all_that_it_gives() -> None:
    material = material_on(asked(bank_of("eurostat-dii"), "published_7_points"))
    cloud = build_content(material).barriers[1]
    assert (cloud.figure.title, cloud.holds_back, cloud.carries) == ("Cloud services", (), ())
    assert [(row.gained, row.open) for row in cloud.contributions] == [("1", "1")]


def test_a_whole_of_one_part_tells_of_the_whole() -> None:
    measures = [{"question": "a", "weight": 8}, {"question": "b", "weight": 1}, {"question": "c", "weight": 1}]
    part = {"key": "part", "title": {"en": "Part"}, "measures": measures}
    content = content_of({"children": [part]}, {"a": "p1", "b": "p0", "c": "p2"})
    (barrier,) = content.barriers
    assert keys(barrier) == [["b"], ["c"], []]
    assert content.summary.balance is not None
    assert keys(content.summary.balance) == [["b"], ["c"], []]
    assert [row.key for row in content.summary.top_open] == ["a", "b"]
