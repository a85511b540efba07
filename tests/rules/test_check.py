"""Every fault a playbook can have is refused with its place."""

from typing import Any

import pytest

from assessment.scoring.findings import Severity
from recommendations.rules.check import check_playbook
from recommendations.rules.document import PlaybookDocument
from tests.rules.samples import action as sample_action
from tests.rules.samples import both, playbook, rule, sample_bank


def action(key: str, **changes: Any) -> dict[str, Any]:
    """One whose effect names its answers by level: nothing below the node can be ticked several times."""
    return sample_action(key, **{"raises": [{"node": "people", "levels": 1, "up_to": 4}], **changes})


def findings(document: PlaybookDocument) -> list[tuple[str, str]]:
    return [(finding.place, finding.message) for finding in check_playbook(document, sample_bank())]


def test_sound_playbook_has_no_findings() -> None:
    assert findings(playbook([action("A"), action("B", requires=["A"])], [rule("a", "A"), rule("b", "B")])) == []


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        ({"node": "attic"}, "actions.A.node", "there is no node attic"),
        ({"raises": [{"node": "attic", "levels": 1, "up_to": 2}]}, "actions.A.raises", "there is no node attic"),
        ({"effort": "huge"}, "actions.A.effort", "there is no effort huge"),
        ({"cost_band": "gold"}, "actions.A.cost_band", "there is no cost band gold"),
        ({"requires": ["Z"]}, "actions.A.requires", "there is no action Z"),
        ({"requires": ["A"]}, "actions.A.requires", "the action needs itself before it"),
        ({"weeks": {"minimum": 3, "maximum": 2}}, "actions.A.weeks", "it would take at most 2 weeks and at least 3"),
        ({"title": {"en": "Do"}}, "actions.A.title.zh-hans", "the text is missing in zh-hans"),
        (
            {"suits": {"fact": "profile.stuff", "op": "lt", "value": 3}},
            "actions.A.suits",
            "there is no fact profile.stuff",
        ),
        (
            {"raises": [{"node": "people", "levels": 1, "up_to": 2}] * 2},
            "actions.A.raises.people",
            "the raised node key people is used 2 times",
        ),
    ],
)
def test_fault_of_an_action(changes: dict[str, Any], place: str, message: str) -> None:
    assert findings(playbook([action("A", **changes)], [rule("r", "A")])) == [(place, message)]


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        ({"when": {"fact": "node.alll", "op": "lt", "value": 3}}, "rules.r.when", "there is no fact node.alll"),
        (
            {"when": {"fact": "answer.steps", "op": "is", "value": "a9"}},
            "rules.r.when",
            "answer.steps has no option a9",
        ),
        ({"because": both("{answer.stepps}")}, "rules.r.because.en", "nothing fills {answer.stepps}"),
        ({"because": both("{node.attic}")}, "rules.r.because.en", "nothing fills {node.attic}"),
        ({"because": both("{steps}")}, "rules.r.because.en", "{steps} is no slot"),
        ({"because": both("{answer.steps")}, "rules.r.because.en", "{ is no slot"),
        (
            {"because": {"en": "{answer.steps}", "zh-hans": "x"}},
            "rules.r.because",
            "the languages do not have the same slots",
        ),
    ],
)
def test_fault_of_a_rule(changes: dict[str, Any], place: str, message: str) -> None:
    assert findings(playbook([action("A")], [rule("r", "A", **changes)]))[0] == (place, message)


def test_slot_of_a_level_is_filled_where_the_node_has_levels_of_its_own() -> None:
    tree = sample_bank().tree.model_dump(mode="json")
    tree["children"][0]["ladder"] = "own"
    steps = [{"key": key, "title": both(key), "lower": lower} for key, lower in (("low", 0), ("high", 50))]
    bank = sample_bank(levels=[], tree=tree, ladders=[{"key": "own", "levels": steps}])
    for node, said in (("machines", []), ("people", ["nothing fills {level.people}"] * 2)):
        document = playbook([action("A")], [rule("r", "A", because=both(f"{{level.{node}}}"))])
        assert [finding.message for finding in check_playbook(document, bank)] == said


def test_rule_for_an_unknown_action_and_action_without_rule() -> None:
    found = check_playbook(playbook([action("A")], [rule("r", "Z")]), sample_bank())
    assert [(finding.place, finding.severity) for finding in found] == [
        ("rules.r.recommends", Severity.ERROR),
        ("actions.A", Severity.WARNING),
    ]


def test_circle_of_prerequisites_is_named_at_every_action_in_it() -> None:
    actions = [
        action("A", requires=["B"]),
        action("B", requires=["C"]),
        action("C", requires=["A"]),
        action("D", requires=["A"]),
    ]
    rules = [rule(key.lower(), key) for key in "ABCD"]
    assert [place for place, _message in findings(playbook(actions, rules))] == [
        f"actions.{key}.requires" for key in "ABC"
    ]


@pytest.mark.parametrize(
    ("bands", "place"),
    [
        ([("a", 10, 5)], "cost_bands.a"),
        ([("a", 0, None), ("b", 10, 20)], "cost_bands.b"),
        ([("a", 0, 10), ("b", 5, 20)], "cost_bands.b"),
    ],
)
def test_cost_bands_out_of_order(bands: list[tuple[str, int, int | None]], place: str) -> None:
    written = [{"key": key, "title": both(key), "minimum": low, "maximum": high} for key, low, high in bands]
    document = playbook([action("A", cost_band="a")], [rule("r", "A")], cost_bands=written)
    assert [found for found, _message in findings(document)] == [place]


def test_priority_bands_must_fall_and_reach_every_rule() -> None:
    bands = [{"key": key, "title": both(key), "from_priority": low} for key, low in (("a", 60), ("b", 70))]
    found = findings(playbook([action("A")], [rule("r", "A")], priority_bands=bands))
    assert [message for _place, message in found] == [
        "the bands are not in falling order of priority",
        "a rule's priority is below 60, where the lowest band begins",
    ]


def test_playbook_of_another_bank_or_without_its_languages_is_refused() -> None:
    document = playbook([action("A")], [rule("r", "A")], bank="other", locales=["en"])
    places = {place for place, _message in findings(document)}
    assert {"bank", "locales"} <= places


def test_same_key_twice() -> None:
    document = playbook([action("A"), action("A")], [rule("r", "A"), rule("r", "A")])
    assert [message for _place, message in findings(document)] == [
        "the action key A is used 2 times",
        "the rule key r is used 2 times",
    ]


def test_excluded_action_must_exist() -> None:
    document = playbook([action("A", excludes=["Z"])], [rule("r", "A")])
    assert findings(document) == [("actions.A.excludes", "there is no action Z")]


def test_action_that_needs_what_rules_it_out_can_never_be_done() -> None:
    actions = [action("A", excludes=["B"]), action("B"), action("C", requires=["A", "B"])]
    document = playbook(actions, [rule(key.lower(), key) for key in "ABC"])
    assert findings(document) == [("actions.C.excludes", "the action needs what must not be done together: A and B")]


def test_action_that_excludes_itself_is_named_once() -> None:
    actions = [action("A", excludes=["A"]), action("B", requires=["A"]), action("C", requires=["B"])]
    document = playbook(actions, [rule(key.lower(), key) for key in "ABC"])
    assert findings(document) == [("actions.A.excludes", "the action is not to be done together with itself")]


def test_action_without_a_source_is_doubted() -> None:
    document = playbook([action("A", source={})], [rule("r", "A")])
    assert findings(document) == [("actions.A.source", "does not say who recommends it")]


def test_what_cites_no_source_is_doubted() -> None:
    document = playbook(
        [action("A")],
        [rule("r", "A", sources=[])],
        efforts=[{"key": "low", "title": both("Low"), "sources": []}],
    )
    doubt = "does not say where its figures come from"
    assert findings(document) == [("efforts.low.sources", doubt), ("rules.r.sources", doubt)]
    assert {finding.severity for finding in check_playbook(document, sample_bank())} == {Severity.WARNING}


def test_source_must_exist_once_and_be_cited() -> None:
    ours, theirs = {"key": "ours", "text": both("Ours")}, {"key": "theirs", "text": both("Theirs")}
    document = playbook([action("A")], [rule("r", "A", sources=["hers"])], sources=[ours, ours, theirs])
    assert findings(document) == [
        ("sources.ours", "the source key ours is used 2 times"),
        ("rules.r.sources", "there is no source hers"),
        ("sources.theirs", "nothing cites the source"),
    ]
