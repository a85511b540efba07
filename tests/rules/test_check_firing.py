"""Rules that fire for nobody and rules that fire for everybody are found on generated answers, and doubted."""

import pytest

from assessment.scoring.findings import Finding, Severity
from recommendations.rules.check import check_playbook
from recommendations.rules.check_firing import check_firing
from recommendations.rules.document import PlaybookDocument
from tests.rules.samples import Json, action, playbook, rule, sample_bank


def found(document: PlaybookDocument, count: int = 400) -> list[Finding]:
    assert [each for each in check_playbook(document, sample_bank()) if each.severity is Severity.ERROR] == []
    return list(check_firing(document, sample_bank(), count))


def one_rule(when: Json, **of_action: Json) -> list[Finding]:
    return found(playbook([action("A", **of_action)], [rule("r", "A", when=when)]))


def asks(name: str, op: str, value: object = None) -> Json:
    return {"fact": name, "op": op, "value": value}


@pytest.mark.parametrize(
    "when",
    [
        asks("node.all", "lt", 40),
        asks("rank.people", "eq", 1),
        {"all": [asks("answer.grid", "has", "north:good"), asks("answer.grid", "has", "south:bad")]},
        {"all": [asks("answer.share", "between", [41, "41.1"]), asks("answer.tools", "has_none", ["big", "small"])]},
        {"all": [asks("node.machines", "gte", 95), asks("node.people", "lt", 5), asks("level", "eq", 2)]},
        {"all": [asks("profile.staff", "eq", 4321), asks("unknown.lead", "is", "yes")]},
    ],
)  # fmt: skip
def test_rule_that_fires_for_some_is_sound_however_few_they_are(when: Json) -> None:
    assert one_rule(when) == []


def test_dead_rule_is_doubted() -> None:
    dead = {"all": [asks("node.machines", "lt", 10), asks("node.machines", "gt", 12)]}
    assert one_rule(dead) == [
        Finding(
            "rules.r.when",
            Severity.WARNING,
            "the rule is dead: it fired for none of 400 generated sets of answers",
            "loosen its condition, or what its action suits, or remove the rule",
        )
    ]


def test_rule_that_is_always_on_is_doubted() -> None:
    assert one_rule(asks("node.all", "lte", 100)) == [
        Finding(
            "rules.r.when",
            Severity.WARNING,
            "the rule is always on: of 400 generated sets of answers it spared none that it could tell",
            "tighten its condition: advice for everybody is no advice",
        )
    ]


def test_rule_whose_action_suits_nobody_that_it_reaches_is_dead() -> None:
    reached = asks("answer.lead", "is", "no")
    assert one_rule(reached, suits=asks("profile.has_plant", "is", "yes")) == []
    assert [each.message for each in one_rule(reached, suits=asks("answer.lead", "is", "yes"))] == [
        "the rule is dead: it fired for none of 400 generated sets of answers"
    ]


def test_what_an_action_suits_may_spare_some_from_a_rule_for_everybody() -> None:
    assert one_rule(asks("node.all", "lte", 100), suits=asks("answer.lead", "is", "yes")) == []


def test_number_of_sets_is_named_and_each_rule_is_looked_at_by_itself() -> None:
    rules = [
        rule("sound", "A"),
        rule("dead", "A", when={"all": [asks("answer.lead", "is", "no"), asks("answer.lead", "is", "yes")]}),
        rule("always", "A", when=asks("unknown.lead", "in", ["yes", "no"])),
    ]
    assert [(each.place, each.message) for each in found(playbook([action("A")], rules), 1000)] == [
        ("rules.dead.when", "the rule is dead: it fired for none of 1,000 generated sets of answers"),
        (
            "rules.always.when",
            "the rule is always on: of 1,000 generated sets of answers it spared none that it could tell",
        ),
    ]
