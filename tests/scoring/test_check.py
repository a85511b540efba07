"""What the checker says about a bank as a whole, its tree, its checks and its examples."""

import pytest

from assessment.scoring.check import check_bank
from tests.scoring.banks import (
    FIVE_LEVELS,
    Fields,
    asked_only,
    bands,
    fact,
    level,
    multi,
    node,
    percent,
    question,
    single,
    table,
    text,
    yes_no,
)
from tests.scoring.checking import EXAMPLE, THREE, Q, errors, sound, warnings


def test_sound_bank_has_no_finding() -> None:
    document = sound(
        single("A"),
        multi("B", {"x": 1, "none": 0}, exclusive="none"),
        percent("C", bands=bands((50, 0), (100, 1))),
        percent("D", linear={"zero_at": 0, "full_at": 50}),
        table("E", ("r",), {"no": 0, "yes": 1}),
        yes_no("F", visible_if=fact("answer.A", "is", "full")),
        profile=(asked_only("p"),),
        levels=FIVE_LEVELS,
    )
    assert check_bank(document) == []


@pytest.mark.parametrize(
    ("tree", "place", "message"),
    [
        (node("all"), "nodes.all", "the node has neither children nor measures"),
        (node("all", node("in", measures={"A": 1}), measures={"A": 1}), "nodes.all", "the node has both children and measures"),
        (node("all", measures={"A": 0}), "nodes.all.measures", "all weights are 0"),
        (node("all", node("in", measures={"A": 1}, weight=0)), "nodes.all.children", "all weights are 0"),
        (node("all", measures={"A": 1, "Z": 1}), "nodes.all.measures.Z", "there is no question Z"),
        (node("all", measures={"A": 1, "p": 1}), "nodes.all.measures.p", "the question p belongs to the profile, which is never scored"),
        (node("all", measures={"A": 1, "T": 1}), "nodes.all.measures.T", "the question T is answered in free text, which cannot be scored"),
        (node("all", node("all", measures={"A": 1})), "nodes.all", "the node key all is used 2 times"),
        (node("all", node("in", measures={"A": 1}, crosswalk=[{"ref": "X:Y", "alignment": "close"}])), "nodes.in.crosswalk.X:Y", "there is no framework item X:Y"),
        ({**node("all", node("in", measures={"A": 1}, title={}))}, "nodes.in.title.en", "the text is missing in en"),
    ],
)  # fmt: skip
def test_error_of_the_tree(tree: Fields, place: str, message: str) -> None:
    # the profile question carries credit here, so that its own completeness is no second finding
    document = sound(single("A"), question("T", "text"), profile=(yes_no("p"),), tree=tree)
    assert errors(document) == [(place, message)]


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({"levels": [level("a", 0), level("b", 0)]}, "levels.b.lower", "level b begins at 0, level a before it at 0"),
        ({"levels": [level("a", 0), level("a", 9)]}, "levels.a", "the level key a is used 2 times"),
        ({"levels": [level("a", 0), level("b", 9, fact("node.z", "gt", 1))]}, "levels.b.gate", "there is no fact node.z"),
        ({"levels": [level("a", 0), level("b", 9, fact("level", "gt", 0))]}, "levels.b.gate", "a gate decides the level and cannot ask for it"),
        ({"consistency": [{"key": "c", "when": fact("answer.A", "is", "x"), "message": text("C"), "questions": ["A"]}]}, "consistency.c.when", "answer.A has no option x"),
        ({"consistency": [{"key": "c", "when": fact("answer.A", "known"), "message": text("C"), "questions": ["Z"]}]}, "consistency.c.questions", "there is no question Z"),
        ({"consistency": [{"key": "c", "when": fact("answer.A", "known"), "message": {}, "questions": ["A"]}]}, "consistency.c.message.en", "the text is missing in en"),
        ({"examples": THREE[:2]}, "examples", "2 worked examples, at least 3 are needed"),
        ({"examples": [*THREE[:2], EXAMPLE]}, "examples.e1", "the worked example key e1 is used 2 times"),
        ({"examples": [*THREE, {**EXAMPLE, "key": "e4", "answers": {"Z": 1}}]}, "examples.e4.answers.Z", "there is no question Z"),
        ({"examples": [*THREE, {**EXAMPLE, "key": "e4", "answers": {"A": "x"}}]}, "examples.e4.answers.A", "the answer is not admitted: no such option (given: x, allowed: none, low, half, high, full)"),
        ({"examples": [*THREE, {**EXAMPLE, "key": "e4", "expect": {}}]}, "examples.e4.expect", "the example expects nothing"),
        ({"examples": [*THREE, {**EXAMPLE, "key": "e4", "expect": {"z": {"score": 1}}}]}, "examples.e4.expect.z", "there is no node z"),
        ({"examples": [*THREE, {**EXAMPLE, "key": "e4", "expect": {"all": {"level": "z"}}}]}, "examples.e4.expect.all.level", "there is no level z"),
        ({"examples": [*THREE, {**EXAMPLE, "key": "e4", "expect": {"all": {"status": "z"}}}]}, "examples.e4.expect.all.status", "there is no status z"),
        ({"frameworks": [{"key": "F", "title": text("F"), "items": [{"key": "I", "title": text("I")}] * 2}]}, "frameworks.F.items.I", "the framework item key I is used 2 times"),
    ],
)  # fmt: skip
def test_error_of_the_rest(fields: Fields, place: str, message: str) -> None:
    assert errors(sound(**fields)) == [(place, message)]


def test_core_question_that_waits_for_another_that_the_quick_scan_skips_is_doubted() -> None:
    shown = fact("answer.B", "is", "full")
    document = sound(single("A"), single("B"), single("C", core=True, visible_if=shown), single("D", visible_if=shown))
    assert warnings(document) == [
        (f"{Q}C.visible_if", "a core question depends on B, which the quick scan does not ask")
    ]
    core = sound(single("A"), single("B", core=True), single("C", core=True, visible_if=shown))
    assert warnings(core) == []


def test_every_finding_says_how_to_mend_it() -> None:
    document = sound(single("A", {"unknown": 0}), percent("B"), levels=[level("a", 5)], examples=[])
    assert all(finding.mend for finding in check_bank(document))
