"""IMPULS weighted index: the two published cases to the last digit, and weights that do not add up to one."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from assessment.scoring.figures import rounded, shown_points
from assessment.scoring.scorecard import Scorecard
from tests.content.frameworks import shipped
from tests.frameworks.answering import random_cases, score

IMPULS = shipped("impuls-index")
WEIGHTS = {
    "strategy": "0.254",
    "smart_factory": "0.143",
    "smart_operations": "0.102",
    "smart_products": "0.185",
    "data_services": "0.138",
    "employees_skills": "0.179",
}
LEVELS = ["outsider", "beginner", "intermediate", "experienced", "expert", "top_performer"]


def of_levels(levels: Sequence[int]) -> Scorecard:
    return score(
        IMPULS, dict(zip(WEIGHTS, [f"l{level}" for level in levels], strict=True)) | {"has_own_products": "yes"}
    )


@pytest.mark.parametrize(
    ("levels", "index", "percent", "by_five_alone"),
    [((0, 0, 2, 0, 0, 1), "0.383", "7.65", "7.66"), ((2, 1, 3, 2, 2, 2), "1.961", "39.18", "39.22")],
)
def test_published_cases(levels: Sequence[int], index: str, percent: str, by_five_alone: str) -> None:
    overall = of_levels(levels).overall
    assert overall.points == Fraction(index) and overall.score is not None
    assert (shown_points(overall.points, IMPULS.display), str(rounded(overall.score, 2))) == (index, percent)
    assert str(rounded(overall.points * 20, 2)) == by_five_alone != percent


def test_weights_add_up_to_more_than_one_and_the_scale_follows() -> None:
    overall = of_levels([5] * 6).overall
    assert sum(Fraction(weight) for weight in WEIGHTS.values()) == Fraction("1.001")
    assert (overall.scale, overall.points, overall.score) == (Fraction("5.005"), Fraction("5.005"), 100)


def test_index_is_the_weighted_sum_of_the_levels() -> None:
    for raw in random_cases(IMPULS, states=False):
        own = {"yes": list(WEIGHTS), "no": [key for key in WEIGHTS if key not in {"smart_products", "data_services"}]}
        weights = {key: Fraction(WEIGHTS[key]) for key in own[raw["has_own_products"]]}
        reached = sum(weight * int(raw[key][1]) for key, weight in weights.items())
        card = score(IMPULS, raw)
        assert card.overall.points == reached / sum(weights.values()) * Fraction("1.001")


@pytest.mark.parametrize(
    ("levels", "index", "group"),
    [
        ((0, 0, 0, 0, 0, 0), "0", "newcomer"),
        ((1, 1, 1, 1, 1, 1), "1.001", "newcomer"),
        ((3, 3, 3, 1, 1, 1), "1.999", "newcomer"),
        ((1, 2, 3, 4, 3, 0), "2", "learner"),
        ((2, 5, 4, 3, 2, 3), "2.999", "learner"),
        ((2, 4, 4, 4, 3, 2), "3", "leader"),
        ((5, 5, 5, 5, 5, 5), "5.005", "leader"),
    ],
)
def test_groups_begin_at_two_and_three(levels: Sequence[int], index: str, group: str) -> None:
    card = of_levels(levels)
    assert (card.overall.points, card.level.key) == (Fraction(index), group)


@pytest.mark.parametrize("level", range(6))
def test_each_dimension_stands_at_the_level_that_was_chosen(level: int) -> None:
    nodes = of_levels([level] * 6).nodes
    found = {key: (node.points, node.level) for key, node in nodes.items() if key != "index"}
    assert found == {child.key: (level, level) for child in IMPULS.tree.children}
    assert [each.key for each in IMPULS.ladders[1].levels] == LEVELS


def test_groups_of_whole_levels_are_those_published() -> None:
    groups = [level.description["en"].rsplit(" ", 1)[1] for level in IMPULS.ladders[1].levels]
    assert groups == ["newcomers.", "newcomers.", "learners.", "leaders.", "leaders.", "leaders."]
