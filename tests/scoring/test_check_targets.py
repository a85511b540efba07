"""Targets, what nodes hand up, parts that do not fit together, and readings."""

from typing import Any

import pytest

from assessment.scoring.check import check_bank
from tests.scoring.banks import Fields, asked_only, fact, node, question, single, text
from tests.scoring.checking import Q, Said, errors, ladder, rung, sound, warnings

AB = (single("A"), single("B"))
STEPS = ladder("steps", rung("low", lower=0), rung("high", lower=50))


def found(tree: Fields, *ladders: Fields, **fields: Any) -> tuple[Said, Said]:
    document = sound(*AB, tree=tree, ladders=list(ladders), **fields)
    return errors(document), warnings(document)


def leaves(**of_both: Any) -> list[Fields]:
    return [node(key, measures={name: 1}, **of_both) for key, name in (("left", "A"), ("right", "B"))]


def test_sound_targets_and_ladders_have_no_finding() -> None:
    by_target = leaves(target=80, passes="target", weight=1)
    assert found(node("all", *by_target), not_applicable="target") == ([], [])
    assert found(node("all", *leaves(ladder="steps", passes="level", weight=1)), STEPS) == ([], [])


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({"target": 101}, "target", "the target 101 is beyond the scale of the node, which ends at 100"),
        ({"target": 4, "scale": 3}, "target", "the target 4 is beyond the scale of the node, which ends at 3"),
        ({"passes": "target"}, "passes", "the node hands up its target, but has none"),
        ({"passes": "level"}, "passes", "the node hands up its level, but has none"),
    ],
)
def test_fault_of_a_target_or_of_what_is_handed_up(fields: Fields, place: str, message: str) -> None:
    assert found(node("all", measures={"A": 1, "B": 1}, **fields)) == ([(f"nodes.all.{place}", message)], [])


def test_target_of_a_node_without_a_score() -> None:
    assert found(node("all", *leaves(), aggregate="none", target=5))[0] == [
        ("nodes.all.target", "a node without a score of its own has no target")
    ]


def test_not_applicable_as_the_target_needs_a_target_somewhere() -> None:
    message = "what does not apply counts as the target, but no node has one"
    assert found(node("all", *leaves()), not_applicable="target")[0] == [("not_applicable", message)]


@pytest.mark.parametrize(
    "first", [rung("low", lower=5), rung("low", above=0), rung("low", gate=fact("node.left", "known"))]
)
def test_level_that_is_handed_up_must_begin_with_one_for_everybody(first: Fields) -> None:
    inner = node("in", *leaves(), ladder="own", passes="level")
    said = found(node("all", inner), ladder("own", first, rung("high", lower=50)))[0]
    assert said == [("nodes.in.passes", "the node hands up its level, but not everybody reaches the first one, low")]


def test_child_without_a_score_adds_nothing() -> None:
    silent = node("silent", *leaves(), aggregate="none")
    assert found(node("all", silent))[1] == [
        ("nodes.all.children.silent", "the child silent has no score of its own, so it adds nothing to this one")
    ]
    assert found(node("all", silent, aggregate="none")) == ([], [])


def test_mean_of_weighted_and_pooled_children_is_doubted() -> None:
    left, right = leaves()
    assert found(node("all", left | {"weight": 2}, right)) == (
        [],
        [
            (
                "nodes.all.children",
                "left count by their weight, right by the weights of what applies below them",
            )
        ],
    )
    assert found(node("all", left | {"weight": 0}, right)) == ([], [])
    assert found(node("all", left | {"weight": 2}, right, aggregate="sum")) == ([], [])


def test_mean_of_parts_on_different_scales_is_doubted() -> None:
    left, right = leaves(weight=1)
    assert found(node("all", left | {"scale": 3}, right)) == (
        [],
        [
            (
                "nodes.all.children",
                "a mean of parts on different scales (left 3, right 100) is a mean of their shares, not of their points",
            )
        ],
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"aggregate": "sum", "scale": 12}, "the scale says 12, the parts add up to 6"),
        ({"aggregate": "sum", "scale": 6}, None),
        ({"scale": 5}, "the scale says 5, the parts agree on 3"),
        ({"scale": 3}, None),
    ],
)
def test_written_scale_that_the_parts_contradict(fields: Fields, message: str | None) -> None:
    said = [("nodes.all.scale", message)] if message else []
    assert found(node("all", *leaves(scale=3, weight=1), **fields)) == ([], said)


def test_written_scale_of_a_sum_of_questions_is_compared_with_their_points() -> None:
    pointed = [{"key": f"o{worth}", "label": text("O"), "points": worth} for worth in (0, 1, 4)]
    tree = node("all", measures={"A": 1, "P": 2}, aggregate="sum", scale=10)
    document = sound(single("A"), question("P", "single", options=pointed), tree=tree)
    assert warnings(document) == [("nodes.all.scale", "the scale says 10, the parts add up to 9")]


def test_scale_that_parts_do_not_contradict_because_they_have_none() -> None:
    assert found(node("all", *leaves(), scale=5)) == ([], [])


CONFIDENCE = {"key": "sure", "title": text("How sure"), "counts": False}


def read(*asked: Fields, **fields: Any) -> tuple[Said, Said]:
    document = sound(*asked, **{"readings": [CONFIDENCE], **fields})
    return errors(document), warnings(document)


def test_sound_reading_has_no_finding() -> None:
    document = sound(single("A"), single("S", reading="sure"), readings=[CONFIDENCE])
    assert check_bank(document) == []


def test_reading_that_is_unknown_or_idle() -> None:
    assert read(single("A"), single("S", reading="soure")) == (
        [(f"{Q}S.reading", "there is no reading soure")],
        [("readings.sure", "no scored question belongs to the reading")],
    )
    assert read(single("A"), single("S", reading="sure"), readings=[])[0] == [
        (f"{Q}S.reading", "there is no reading sure")
    ]


def test_question_of_a_reading_must_be_scored() -> None:
    idle = [("readings.sure", "no scored question belongs to the reading")]
    profile = (asked_only("p", reading="sure"),)
    assert read(single("A"), profile=profile) == (
        [("sections.profile.questions.p.reading", "the profile is never scored, so no reading is of it")],
        idle,
    )
    unmeasured = asked_only("S", reading="sure")
    assert read(single("A"), unmeasured, tree=node("all", measures={"A": 1})) == (
        [],
        [(f"{Q}S.reading", "no node measures the question, so the reading does not know it"), *idle],
    )


def test_reading_that_says_the_same_as_the_score() -> None:
    everything = {**CONFIDENCE, "counts": True}
    assert read(single("A", reading="sure"), readings=[everything]) == (
        [],
        [("readings.sure", "all scored questions belong to the reading, so it says the same as the score")],
    )


def test_node_left_without_a_question_that_counts() -> None:
    assert read(single("A", reading="sure")) == (
        [],
        [
            (
                "nodes.all.measures",
                "all questions of the node belong to readings that do not count, so it never has a score",
            )
        ],
    )


def test_reading_keys_are_unique() -> None:
    said = read(single("A"), single("S", reading="sure"), readings=[CONFIDENCE] * 2)
    assert said[0] == [("readings.sure", "the reading key sure is used 2 times")]
