"""Gates of ladders look down the tree, and bounds and gates together stay within reach."""

from typing import Any

import pytest

from assessment.scoring.check import check_bank
from assessment.scoring.document import BankDocument
from tests.scoring.banks import FIVE_LEVELS, Fields, asked_only, fact, level, node, single
from tests.scoring.checking import Said, errors, ladder, rung, sound

AB = (single("A"), single("B"))


def gated(*gates: Fields | None, **fields: Any) -> BankDocument:
    """Root `all` over `team`, which has a ladder with one gate per level, and over `tools`; below `team` is `skill`."""
    rungs = [
        rung("start", lower=0),
        *(rung(f"l{step}", lower=20 * step + 20, gate=gate) for step, gate in enumerate(gates)),
    ]
    team = node("team", node("skill", measures={"A": 1}), ladder="own", **fields)
    tree = node("all", team, node("tools", measures={"B": 1}))
    return sound(*AB, tree=tree, ladders=[ladder("own", *rungs)], profile=(asked_only("p"),))


@pytest.mark.parametrize("name", ["node.skill", "coverage.skill", "rank.skill"])
def test_gate_of_nodes_below_is_sound(name: str) -> None:
    assert check_bank(gated(fact(name, "gte", 1))) == []


@pytest.mark.parametrize("name", ["node.team", "node.all", "node.tools", "coverage.tools", "rank.team"])
def test_gate_that_does_not_look_down_is_refused(name: str) -> None:
    assert errors(gated(fact(name, "gte", 1))) == [
        ("ladders.own.levels.l0.gate", f"the node team uses this ladder, and {name} is not of a node below it")
    ]


def test_gate_of_a_node_further_down_is_found_for_every_node_that_uses_the_ladder() -> None:
    rungs = [rung("start", lower=0), rung("l0", lower=20, gate=fact("node.skill", "gte", 1))]
    team = node("team", node("skill", measures={"A": 1}), ladder="own")
    tree = node("all", team, node("tools", measures={"B": 1}, ladder="own"))
    assert errors(sound(*AB, tree=tree, ladders=[ladder("own", *rungs)])) == [
        ("ladders.own.levels.l0.gate", "the node tools uses this ladder, and node.skill is not of a node below it")
    ]


@pytest.mark.parametrize(
    "asked", [fact("answer.A", "is", "full"), fact("profile.p", "is", "yes"), fact("contribution.A", "lt", 5)]
)
def test_gate_of_a_level_that_is_handed_up_asks_for_nodes_only(asked: Fields) -> None:
    assert check_bank(gated(asked)) == []
    name = asked["fact"]
    assert errors(gated(asked, passes="level")) == [
        ("ladders.own.levels.l0.gate", f"the node team hands up its level, whose gate cannot ask for {name}")
    ]
    assert errors(gated(fact("node.skill", "gte", 1), passes="level")) == []


def test_gate_on_a_scale_of_three_refuses_a_constant_of_forty() -> None:
    tree = node("all", node("skill", measures={"A": 1, "B": 1}, scale=3))
    document = sound(*AB, tree=tree, levels=[level("a", 0), level("b", 2, fact("node.skill", "gte", 40))])
    assert errors(document) == [("levels.b.gate", "40 is outside the scale of node.skill, which runs from 0 to 3")]


UNREACHED = "nobody reaches the level in team: its bound and the gates up to it can never hold together"


@pytest.mark.parametrize(
    ("gates", "said"),
    [
        ([fact("node.skill", "gte", 50), fact("node.skill", "gte", 60)], []),
        ([fact("node.skill", "gte", 50), fact("node.skill", "lt", 50)], ["l1"]),
        ([{"all": [fact("node.skill", "gt", 10), fact("node.skill", "lte", 10)]}], ["l0"]),
        ([fact("answer.A", "is", "full"), fact("answer.A", "in", ["none", "low"]), None], ["l1"]),
        ([{"any": [fact("answer.A", "is", "full"), fact("node.skill", "gt", 5)]}, fact("answer.A", "is", "low")], []),
    ],
)  # fmt: skip
def test_first_level_out_of_reach_is_named(gates: list[Fields | None], said: list[str]) -> None:
    assert errors(gated(*gates)) == [(f"ladders.own.levels.{key}", UNREACHED) for key in said]


def test_bound_and_gate_of_the_root_that_contradict_each_other() -> None:
    levels = [level("a", 0), level("b", 50, fact("node.all", "lt", 50)), level("c", 60)]
    message = "nobody reaches the level in all: its bound and the gates up to it can never hold together"
    assert errors(sound(levels=levels)) == [("levels.b", message)]


def weak(*credits: float, **fields: Any) -> Said:
    asked = [single(key, {"no": 0, "yes": credit}) for key, credit in zip("ABC", credits, strict=False)]
    return errors(sound(*asked, **{"levels": FIVE_LEVELS, "examples": [], **fields}))[:-1]


def test_bound_beyond_what_the_best_answers_earn() -> None:
    assert weak(0.5, 0.6) == [("levels.four", "nobody reaches the level: the best answers bring all to 60 at most")]
    assert weak(0.5, 1) == []
    assert weak(0.5, 0.6, not_applicable="full") == []


def test_bound_beyond_the_highest_score_of_a_table() -> None:
    steps = ladder("steps", rung("low", lower=0), rung("high", lower=50))
    cells = [{"when": {"in": ["low"]}, "score": 0}, {"when": {"in": ["high"]}, "score": 70}]
    tree = node("all", node("in", measures={"A": 1}, ladder="steps"), aggregate="table", cells=cells)
    assert errors(sound(tree=tree, ladders=[steps], levels=FIVE_LEVELS)) == [
        ("levels.four", "nobody reaches the level: the best answers bring all to 70 at most")
    ]
