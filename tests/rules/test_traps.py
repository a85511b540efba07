"""Defects found in real public tools, each a test that it is not here: rules that are wrong are seen to be wrong."""

from typing import Any

import pytest

from assessment.scoring.findings import Finding
from assessment.scoring.score import Scorer
from recommendations.rules.check import check_playbook
from recommendations.rules.check_firing import check_firing
from tests.rules.samples import LOW, Json, action, advise, answered, playbook, rule, sample_bank

KNOWN = answered(skill="a4", lead="yes", delay="0", grid={"north": "good", "south": "good"})


def when(name: str, op: str, value: object = None) -> Json:
    return {"fact": name, "op": op, "value": value}


def checked(condition: Json, **of_bank: Any) -> list[str]:
    people = [{"node": "people", "levels": 1, "up_to": 4}]
    document = playbook([action("A", raises=people)], [rule("r", "A", when=condition)])
    return [finding.message for finding in check_playbook(document, sample_bank(**of_bank))]


def test_rules_silently_wrong_scale_are_refused_on_the_scale_of_each_node() -> None:
    assert checked(when("node.people", "lt", 101)) == [
        "101 is outside the scale of node.people, which runs from 0 to 100"
    ]
    tree = sample_bank().tree.model_dump(mode="json")
    tree["children"][1]["scale"] = 3
    assert checked(when("node.people", "lt", 3), tree=tree) == []
    assert checked(when("node.people", "lt", 40), tree=tree) == [
        "40 is outside the scale of node.people, which runs from 0 to 3"
    ]


def test_rules_silently_wrong_scale_without_a_threshold_are_refused() -> None:
    assert checked(when("node.people", "lt")) == ["node.people is compared with None, which is not a number"]


def test_rules_silently_wrong_scale_that_fire_for_everyone_are_doubted() -> None:
    document = playbook([action("A")], [rule("r", "A", when=when("node.all", "lte", 100))])
    found: list[Finding] = list(check_firing(document, sample_bank(), 200))
    assert [finding.place for finding in found] == ["rules.r.when"]


@pytest.mark.parametrize("states", [{}, {"lead": None}])
def test_na_keeps_max_the_number_in_a_rule_is_the_number_shown(states: Json) -> None:
    scorer, given = Scorer(sample_bank()), LOW | answered(**states)
    shown = scorer.score(given).nodes["people"].points
    assert shown is not None
    for op, fires in (("lte", ["A"]), ("lt", []), ("gte", ["A"]), ("gt", [])):
        document = playbook([action("A")], [rule("r", "A", when=when("node.people", op, str(shown)))])
        assert [one.action for one in advise(document, given).recommendations] == fires


def test_rule_errors_swallowed_is_not_so_a_typo_is_refused_and_a_failure_is_named() -> None:
    assert checked(when("node.poeple", "lt", 40)) == ["there is no fact node.poeple"]
    rules = [rule("broken", "A", when=when("node.poeple", "lt", 40)), rule("sound", "A")]
    advice = advise(playbook([action("A")], rules))
    assert [(failure.rule, failure.message) for failure in advice.failures] == [("broken", "UnknownFact: node.poeple")]
    assert [one.action for one in advice.recommendations] == ["A"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("suits", when("profile.staff", "gt", 1000)), ("when", when("profile.staff", "gt", 1000))],
)
def test_ignored_rule_field_no_condition_is_ignored(field: str, value: Json) -> None:
    made = {"when": (action("A"), rule("r", "A", when=value)), "suits": (action("A", suits=value), rule("r", "A"))}
    act, holds = made[field]
    assert [one.action for one in advise(playbook([action("A")], [rule("r", "A")])).recommendations] == ["A"]
    assert advise(playbook([act], [holds])).recommendations == ()
