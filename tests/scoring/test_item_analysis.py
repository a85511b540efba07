"""Item analysis against published figures and figures that are calculated by hand."""

from collections.abc import Sequence

import pytest

from assessment.scoring.item_analysis import Group, StudiedItem, analyse, home_of, item_statistics
from assessment.scoring.item_analysis_alpha import Missing, Reliability, feldt_interval, reliability
from assessment.scoring.item_analysis_columns import Cell, Column, Gap
from assessment.scoring.item_analysis_notes import Note, item_notes
from tests.scoring import psychometrics as published

UNKNOWN, LEFT_OPEN, NOT_ASKED = Gap.UNKNOWN, Gap.UNANSWERED, Gap.NOT_ASKED


def columns(rows: Sequence[Sequence[int | None]]) -> list[Column]:
    return [
        Column([LEFT_OPEN if cell is None else float(cell) for cell in column]) for column in zip(*rows, strict=True)
    ]


def interval(found: Reliability) -> tuple[float, float]:
    assert found.low is not None and found.high is not None
    return round(found.low, 3), round(found.high, 3)


def test_pairwise_alpha_and_interval_are_the_published_ones() -> None:
    found = reliability(columns(published.WITH_GAPS), Missing.PAIRWISE)
    assert found.alpha == pytest.approx(published.PAIRWISE_ALPHA, abs=1e-15)
    assert interval(found) == published.PAIRWISE_INTERVAL
    assert (found.n, found.fewest) == (12, 10)


def test_listwise_alpha_is_the_published_one() -> None:
    found = reliability(columns(published.WITH_GAPS), Missing.LISTWISE)
    assert found.alpha == pytest.approx(published.LISTWISE_ALPHA, abs=1e-15)
    assert (found.n, found.fewest) == (9, 9)


def test_listwise_interval_counts_the_complete_respondents_only() -> None:
    """The published one counts all 12 respondents, though 3 of them are left out: it is that of 12, ours that of 9."""
    found = reliability(columns(published.WITH_GAPS), Missing.LISTWISE)
    low, high = feldt_interval(found.alpha, 12, 11)
    assert low is not None and high is not None
    assert (round(low, 3), round(high, 3)) == published.LISTWISE_INTERVAL
    assert interval(found) == (0.533, 0.947)


@pytest.mark.parametrize("missing", Missing)
def test_figures_of_a_likert_scale_are_the_published_ones(missing: Missing) -> None:
    found = reliability(columns(published.LIKERT), missing)
    totals = {key: round(value or 0, 4) for key, value in zip(published.LIKERT_ITEMS, found.item_total, strict=True)}
    without = {
        key: round(value or 0, 4) for key, value in zip(published.LIKERT_ITEMS, found.alpha_if_deleted, strict=True)
    }
    assert found.alpha == pytest.approx(published.LIKERT_ALPHA, abs=1e-15)
    assert interval(found) == published.LIKERT_INTERVAL
    assert totals == published.LIKERT_ITEM_TOTAL
    assert {key: without[key] for key in published.LIKERT_ALPHA_IF_DELETED} == published.LIKERT_ALPHA_IF_DELETED


def test_notes_on_a_likert_scale_are_the_published_ones() -> None:
    own = columns(published.LIKERT)
    found = reliability(own, Missing.LISTWISE)
    notes = {
        key: item_notes(item_statistics(StudiedItem(key, key, 7.0), column), total)
        for key, column, total in zip(published.LIKERT_ITEMS, own, found.item_total, strict=True)
    }
    assert {key: said for key, said in notes.items() if said} == {
        "Q5": (Note.NEGATIVE,),
        "Q6": (Note.NEGATIVE,),
        "Q8": (Note.WEAK,),
    }


def test_many_different_credits_give_the_same_as_few() -> None:
    """With many values per item the products are added row by row; the outcome may not depend on the way."""
    few = [Column([float(row % 3) for row in range(40)]), Column([float(row % 4) for row in range(40)])]
    shifted = [
        Column([row % 3 + row * 1e-13 for row in range(40)]),
        Column([row % 4 + row * 1e-13 for row in range(40)]),
    ]
    assert len(shifted[0].masks) == 40
    assert shifted[0].with_(shifted[1]).covariance == pytest.approx(few[0].with_(few[1]).covariance, abs=1e-9)


def test_item_by_itself_by_hand() -> None:
    cells: list[Cell] = [0.0, 0.0, 0.5, 1.0, UNKNOWN, LEFT_OPEN, LEFT_OPEN, NOT_ASKED]
    found = item_statistics(StudiedItem("Q", "Q"), Column(cells))
    assert (found.asked, found.n, found.unknown) == (7, 4, 1)
    assert (found.coverage, found.unknown_share, found.skipped_share) == (4 / 7, 1 / 7, 2 / 7)
    assert (found.mean, found.floor, found.ceiling) == (0.375, 0.5, 0.25)
    assert found.deviation == pytest.approx((0.6875 / 3) ** 0.5)  # squares: 2 · 0.375² + 0.125² + 0.625² = 0.6875


def test_ceiling_is_the_best_that_the_question_can_give() -> None:
    found = item_statistics(StudiedItem("Q", "Q", 0.75), Column([0.75, 0.75, 0.0, 0.5]))
    assert found.ceiling == 0.5


def test_item_that_nobody_was_asked_has_no_figures() -> None:
    found = item_statistics(StudiedItem("Q", "Q"), Column([NOT_ASKED, NOT_ASKED]))
    assert (found.asked, found.n, found.coverage, found.mean, found.deviation) == (0, 0, None, None, None)
    assert (found.floor, found.ceiling, found.unknown_share, found.skipped_share) == (None, None, None, None)


NOTED = [
    ([0.0] * 8 + [1.0, 0.5], 0.5, (Note.FLOOR,)),
    ([0.0, 0.5] + [1.0] * 8, 0.5, (Note.CEILING,)),
    ([0.0] * 7 + [0.5, 0.5, 1.0], 0.5, ()),
    ([0.0, 0.5, 1.0, 1.0, UNKNOWN], 0.5, (Note.UNKNOWN,)),
    ([0.0, 0.5, 1.0, 1.0, 0.5, UNKNOWN], 0.5, ()),
    ([0.0, 0.5, 1.0, 1.0, LEFT_OPEN], 0.5, (Note.SKIPPED,)),
    ([0.5, 0.5, 0.5], None, (Note.SAME,)),
    ([0.0, 0.5, 1.0], 0.0, (Note.WEAK,)),
    ([0.0, 0.5, 1.0], 0.2, ()),
    ([0.0, 0.5, 1.0], -0.01, (Note.NEGATIVE,)),
    ([NOT_ASKED], None, ()),
]


@pytest.mark.parametrize(("cells", "item_total", "notes"), NOTED)
def test_notes_begin_at_their_thresholds(cells: list[Cell], item_total: float | None, notes: tuple[Note, ...]) -> None:
    assert item_notes(item_statistics(StudiedItem("Q", "Q"), Column(cells)), item_total) == notes


def test_no_correlation_is_not_called_negative() -> None:
    """Item 4 of the published rows, listwise: its covariance with the rest is 0, but not in binary fractions."""
    found = reliability(columns(published.WITH_GAPS), Missing.LISTWISE)
    assert found.item_total[3] == 0.0


def test_item_without_differences_has_no_correlation() -> None:
    found = reliability(columns([[1, 0, 1], [1, 1, 0], [1, 1, 1]]), Missing.LISTWISE)
    assert found.item_total[0] is None


@pytest.mark.parametrize("missing", Missing)
def test_nothing_varies_nothing_is_said(missing: Missing) -> None:
    found = reliability(columns([[1, 0], [1, 0], [1, 0]]), missing)
    assert found == Reliability(3, 3, None, None, None, (None, None), (None, None))


@pytest.mark.parametrize("missing", Missing)
def test_items_that_nobody_answered_together_have_no_alpha(missing: Missing) -> None:
    found = reliability(columns([[1, None], [0, None], [None, 1], [None, 0]]), missing)
    assert (found.n, found.fewest) == ({Missing.LISTWISE: 0, Missing.PAIRWISE: 4}[missing], 0)
    assert (found.alpha, found.item_total, found.alpha_if_deleted) == (None, (None, None), (None, None))


def test_groups_of_one_item_are_left_out_and_items_find_the_smallest_group_with_enough() -> None:
    keys = ["A", "B", "C", "D"]
    items = [StudiedItem(key, key) for key in keys]
    own = {key: Column([float(place), 1.0, 0.0]) for place, key in enumerate(keys)}
    groups = [
        Group("all", tuple(keys)),
        Group("three", ("A", "B", "C")),
        Group("two", ("A", "B")),
        Group("one", ("D",)),
    ]
    found = analyse(3, items, own, groups, fewest=3)
    homes = {key: home_of(key, found.groups) for key in keys}
    assert [group.group.node for group in found.groups] == ["all", "three", "two"]
    assert {key: home.group.node for key, home in homes.items() if home} == {
        "A": "three",
        "B": "three",
        "C": "three",
        "D": "all",
    }


def test_two_items_are_read_together_where_there_are_no_more() -> None:
    items = [StudiedItem(key, key) for key in "AB"]
    own = {key: Column([0.0, 1.0, 0.5]) for key in "AB"}
    found = analyse(3, items, own, [Group("both", ("A", "B"))], fewest=3)
    home = home_of("A", found.groups)
    assert home is not None
    assert (home.group.node, home.by[Missing.LISTWISE].item_total) == ("both", (pytest.approx(1), pytest.approx(1)))
    assert home_of("C", found.groups) is None


def test_item_that_few_answered_leaves_the_others_their_respondents() -> None:
    cells: dict[str, list[Cell]] = {
        "A": [0.0, 0.5, 1.0],
        "B": [0.5, 0.0, 1.0],
        "C": [1.0, 0.5, 0.5],
        "RARE": [1.0, NOT_ASKED, LEFT_OPEN],
    }
    items = [StudiedItem(key, key) for key in cells]
    own = {key: Column(each) for key, each in cells.items()}
    found = analyse(3, items, own, [Group("all", tuple(cells)), Group("two", ("A", "RARE"))], fewest=2)
    (group,) = found.groups
    assert (group.group.node, group.items) == ("all", ("A", "B", "C"))
    assert group.by[Missing.LISTWISE] == reliability([own["A"], own["B"], own["C"]], Missing.LISTWISE)
    assert [item.n for item in found.items] == [3, 3, 3, 1]
    assert home_of("RARE", found.groups) is group
