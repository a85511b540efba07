"""Levels and ladders: gaps and overlaps with the numbers named, order, and bounds out of reach."""

from typing import Any

import pytest

from assessment.scoring.check import check_bank
from assessment.scoring.document import BankDocument
from tests.scoring.banks import FIVE_LEVELS, Fields, fact, level, node, single
from tests.scoring.checking import Said, errors, ladder, rung, sound, warnings

AB = (single("A"), single("B"))


def laddered(*rungs: Fields, **fields: Any) -> BankDocument:
    """A bank whose root `all`, over `in` with A and B, has a ladder of its own; `fields` are those of the root."""
    tree = node("all", node("in", measures={"A": 1, "B": 1}), ladder="own", **fields)
    return sound(*AB, tree=tree, ladders=[ladder("own", *rungs)])


def test_sound_ladder_has_no_finding() -> None:
    rungs = [rung("no", lower=0, upto=15), rung("partly", above=15, upto=50), rung("largely", above=50, upto=85)]
    assert check_bank(laddered(*rungs, rung("fully", above=85, upto=100))) == []


ENISA = [rung("low", lower=1, upto=2.5), rung("middle", lower=2.6, upto=3.9), rung("high", lower=4, upto=5)]


def test_gaps_between_bands_are_refused_with_the_numbers_and_an_example() -> None:
    assert errors(laddered(*ENISA, scale=5)) == [
        ("ladders.own.levels.middle.lower", "no level holds scores above 2.5 to below 2.6, for example 2.55"),
        ("ladders.own.levels.high.lower", "no level holds scores above 3.9 to below 4, for example 3.95"),
    ]
    assert [each.mend for each in check_bank(laddered(*ENISA, scale=5))][1:] == [
        "begin where low ends: above: 2.5",
        "begin where middle ends: above: 3.9",
    ]


@pytest.mark.parametrize(
    ("below", "above", "message"),
    [
        ({"upto": 25}, {"lower": 26}, "no level holds scores above 25 to below 26, for example 25.5"),
        ({"upto": 25}, {"above": 26}, "no level holds scores above 25 up to 26, for example 25.5"),
        ({"below": 25}, {"lower": 26}, "no level holds scores from 25 to below 26, for example 25.5"),
        ({"below": 25}, {"above": 25}, "no level holds the score 25"),
        ({"upto": 25}, {"lower": 25}, "first and second both hold the score 25"),
        ({"upto": 30}, {"lower": 25}, "first and second both hold scores from 25 up to 30, for example 27.5"),
        ({"below": 30}, {"above": 25}, "first and second both hold scores above 25 to below 30, for example 27.5"),
        ({"upto": 25}, {"above": 25}, None),
        ({"below": 25}, {"lower": 25}, None),
        ({}, {"lower": 25}, None),
    ],
)
def test_seam_between_two_levels(below: Fields, above: Fields, message: str | None) -> None:
    second = "above" if "above" in above else "lower"
    found = [(f"levels.second.{second}", message)] if message else []
    assert errors(sound(levels=[rung("first", lower=0, **below), rung("second", **above)])) == found


def test_a_level_by_gate_alone_stands_in_no_seam() -> None:
    gated = rung("gated", gate=fact("node.all", "gte", 30))
    levels = [rung("first", lower=0, upto=25), gated, rung("last", above=25)]
    assert errors(sound(levels=levels)) == []


@pytest.mark.parametrize(
    ("rungs", "place", "message"),
    [
        ([rung("a", lower=0), rung("b", lower=5, above=5)], "b", "both lower and above say where the level begins"),
        ([rung("a", lower=0), rung("b", lower=5, upto=100, below=100)], "b", "both upto and below say where the level ends"),
        ([rung("a", lower=0), rung("b")], "b", "neither a bound nor a gate leads to the level, so the level before it is never the last one reached"),
        ([rung("a", lower=0), rung("b", lower=50, below=50)], "b", "the level ends before it begins"),
        ([rung("a", lower=0), rung("b", lower=50), rung("c", lower=40)], "c.lower", "level c begins at 40, level b before it at 50"),
        ([rung("a", lower=0), rung("b", above=50), rung("c", lower=50)], "c.lower", "level c begins at 50, level b before it at 50"),
    ],
)  # fmt: skip
def test_level_out_of_order(rungs: list[Fields], place: str, message: str) -> None:
    assert (f"levels.{place}", message) in errors(sound(levels=rungs))


def test_two_levels_may_begin_at_one_score_if_a_gate_tells_them_apart() -> None:
    gated = rung("b", lower=0, gate=fact("node.all", "gte", 30))
    assert errors(sound(levels=[rung("a", lower=0), gated])) == []


@pytest.mark.parametrize(
    ("first", "place", "message"),
    [
        (rung("a", lower=5), "levels.a.lower", "no level holds scores from 0 to below 5"),
        (rung("a", above=5), "levels.a.above", "no level holds scores from 0 up to 5"),
        (rung("a", above=0), "levels.a.above", "no level holds the score 0"),
        (level("a", 0, fact("node.all", "gt", 1)), "levels.a.gate", "whoever fails the gate of the first level reaches no level at all"),
    ],
)  # fmt: skip
def test_first_level_that_not_everybody_reaches_is_doubted(first: Fields, place: str, message: str) -> None:
    document = sound(levels=[first])
    assert (errors(document), warnings(document)) == ([], [(place, message)])


@pytest.mark.parametrize("first", [rung("a"), rung("a", lower=0), rung("a", gate=fact("node.all", "known"))])
def test_first_level_that_everybody_reaches_or_has_to_wait_for(first: Fields) -> None:
    assert check_bank(sound(levels=[first, rung("b", lower=50)])) == []


def on_scale_three(*rungs: Fields) -> tuple[Said, Said]:
    document = laddered(*rungs, scale=3)
    return errors(document), warnings(document)


def test_bounds_beyond_the_scale_of_a_node_are_out_of_reach() -> None:
    nobody = "nobody reaches the level: it begins at {}, the scale of the node all ends at 3"
    assert on_scale_three(rung("a", lower=0), rung("b", lower=2), rung("c", lower=40), rung("d", above=50)) == (
        [
            ("ladders.own.levels.c.lower", nobody.format(40)),
            ("ladders.own.levels.d.above", nobody.format(50)),
        ],
        [],
    )
    assert on_scale_three(rung("a", lower=0), rung("b", lower=3)) == ([], [])
    assert on_scale_three(rung("a", lower=0), rung("b", above=3))[0] == [
        ("ladders.own.levels.b.above", nobody.format(3))
    ]


def test_last_level_ends_where_the_scale_of_the_node_ends() -> None:
    short, long = (on_scale_three(rung("a", lower=0, upto=1), rung("b", above=1, upto=end)) for end in (2.5, 5))
    assert short == (
        [("ladders.own.levels.b.upto", "no level holds scores above 2.5 up to 3 of the node all")],
        [],
    )
    assert long == (
        [],
        [("ladders.own.levels.b.upto", "the last level ends at 5, the scale of the node all at 3")],
    )


def test_bounds_are_read_on_the_scale_of_every_node_that_uses_the_ladder() -> None:
    left, right = (
        node(key, measures={name: 1}, ladder="own", scale=scale)
        for key, name, scale in (("left", "A", 100), ("right", "B", 3))
    )
    document = sound(
        *AB, tree=node("all", left, right), ladders=[ladder("own", rung("a", lower=0), rung("b", lower=50))]
    )
    assert errors(document) == [
        (
            "ladders.own.levels.b.lower",
            "nobody reaches the level: it begins at 50, the scale of the node right ends at 3",
        )
    ]


def test_levels_of_the_bank_are_read_on_the_scale_of_the_root() -> None:
    document = sound(*AB, tree=node("all", measures={"A": 1, "B": 1}, scale=3), levels=FIVE_LEVELS)
    assert [place for place, _ in errors(document)] == [
        f"levels.{key}.lower" for key in ("one", "two", "three", "four")
    ]
    own = {"tree": node("all", measures={"A": 1, "B": 1}, scale=3, ladder="own"), "levels": FIVE_LEVELS}
    assert errors(sound(*AB, **own, ladders=[ladder("own", rung("a"), rung("b", lower=1))])) == []


def test_ladder_that_is_missing_and_ladder_that_is_idle() -> None:
    two = (rung("a", lower=0), rung("b", lower=1))
    missing = sound(tree=node("all", measures={"A": 1}, ladder="gone"), ladders=[ladder("own", *two)])
    assert errors(missing) == [("nodes.all.ladder", "there is no ladder gone")]
    assert warnings(missing) == [("ladders.own", "no node uses the ladder")]
    assert [each.mend for each in check_bank(missing)] == [
        "use one of: own",
        "name it as the ladder of a node, or remove it",
    ]
    assert [each.mend for each in check_bank(sound(tree=node("all", measures={"A": 1}, ladder="gone")))] == [
        "write it under ladders"
    ]


def test_node_without_a_score_meets_no_bound_but_may_pass_gates() -> None:
    said = "the node all has no score of its own, so it meets no bound"
    assert errors(laddered(rung("a", lower=0), rung("b", lower=50), aggregate="none")) == [("ladders.own", said)]
    by_gate = [rung("a"), rung("b", gate=fact("node.in", "gte", 50))]
    assert check_bank(laddered(*by_gate, aggregate="none")) == []


def test_levels_of_a_bank_without_an_overall_score_are_those_of_its_parts() -> None:
    parts = node("all", node("in", measures={"A": 1, "B": 1}), aggregate="none")
    assert check_bank(sound(*AB, tree=parts, levels=FIVE_LEVELS)) == []
    assert [place for place, _ in errors(sound(*AB, tree=parts, levels=[rung("a"), rung("b", lower=101)]))] == [
        "levels.b.lower"
    ]


def test_keys_of_ladders_and_their_levels_are_unique() -> None:
    document = laddered(rung("a", lower=0), rung("a", lower=50))
    assert errors(document) == [("ladders.own.levels.a", "the level key a is used 2 times")]
    twice = sound(
        tree=node("all", measures={"A": 1}, ladder="own"),
        ladders=[ladder("own", rung("a", lower=0), rung("b", lower=1))] * 2,
    )
    assert errors(twice) == [("ladders.own", "the ladder key own is used 2 times")]
