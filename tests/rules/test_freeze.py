"""Advice as JSON: the exact value beside the one that is shown."""

from fractions import Fraction

from recommendations.rules.freeze import freeze_advice, thaw_advice
from tests.rules.samples import LOW, action, advise, answered, playbook, rule


def test_effect_is_frozen_exactly_and_as_shown() -> None:
    document = playbook([action("A", raises=[{"node": "people", "levels": 1, "up_to": 1}])], [rule("r", "A")])
    frozen = freeze_advice(advise(document))["recommendations"][0]
    assert (frozen["effect"], frozen["effect_exact"], Fraction(frozen["effect_exact"])) == (
        6.9,
        "145/21",
        Fraction(145, 21),
    )
    assert frozen["effects"] == {"all": 6.9, "people": 12.1}
    assert frozen["reasons"][0]["text"]["en"] == "It is time."


def test_everything_comes_back() -> None:
    rules = [
        rule("fires", "A"),
        rule("open", "B", when={"fact": "answer.skill", "op": "is", "value": "a0"}),
        rule("fails", "B", when={"fact": "node.nowhere", "op": "lt", "value": 1}),
        rule("unsuited", "C"),
    ]
    actions = [action("A"), action("B"), action("C", suits={"fact": "profile.staff", "op": "lt", "value": 1})]
    advice = advise(playbook(actions, rules), LOW | answered(skill=None, share=None))
    kinds = advice.recommendations, advice.undecided, advice.failures, advice.withheld
    assert [len(kind) for kind in kinds] == [1, 1, 1, 1]
    assert thaw_advice(freeze_advice(advice)) == advice
