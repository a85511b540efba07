"""From answers to advice: what fires, what stays open, what is withheld, what is shown as a fault."""

from fractions import Fraction
from typing import Any

import pytest

from assessment.scoring.answers import NOT_APPLICABLE
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from recommendations.rules.advice import Advice, Cause, Failure, Withheld
from tests.catalogue.samples import catalogue_bank
from tests.rules.samples import LOW, action, advise, answered, both, playbook, rule, sample_bank


def keys(advice: Any) -> list[str]:
    return [one.action for one in advice.recommendations]


def undecided(advice: Advice) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.rule, one.action, one.questions) for one in advice.undecided]


def test_rule_that_holds_recommends_its_action_with_effect_found_by_scoring_again() -> None:
    document = playbook([action("A", raises=[{"node": "people", "levels": 1, "up_to": 1}])], [rule("r", "A")])
    one = advise(document).recommendations[0]
    # people: delay 0, table (0 + 0.5) / 2 = 0.25, skill 0, lead 0. Capped at a quarter: delay to 22 days (8/30),
    # that is above the cap, so to 23 days (7/30); rows: north has no step within the cap; skill to a1; lead not.
    scorer = Scorer(sample_bank())
    changed = LOW | answered(delay="23", skill="a1")
    gain = scorer.score(changed).overall.score - scorer.score(LOW).overall.score
    assert {change.question: change.after.value for change in one.changes} == {"delay": "23", "skill": "a1"}
    assert one.effect == gain == (Fraction(7, 30) + Fraction(1, 4)) / 7 * 100
    assert one.effects == {"all": one.effect, "people": (Fraction(7, 30) + Fraction(1, 4)) / 4 * 100}


def test_rule_that_does_not_hold_recommends_nothing() -> None:
    document = playbook([action("A")], [rule("r", "A", when={"fact": "node.all", "op": "gt", "value": 90})])
    advice = advise(document)
    assert (advice.recommendations, advice.undecided, advice.failures, advice.withheld) == ((), (), (), ())


def test_several_rules_of_one_action_give_one_recommendation_with_all_reasons_most_urgent_first() -> None:
    rules = [rule("b", "A", priority=20), rule("a", "A", priority=20), rule("c", "A", priority=80)]
    one = advise(playbook([action("A")], rules)).recommendations[0]
    assert ([reason.rule for reason in one.reasons], one.priority, one.band) == (["c", "a", "b"], 80, "first")


def test_unknown_rule_does_not_fire_and_names_what_would_decide_it() -> None:
    document = playbook([action("A")], [rule("r", "A", when={"fact": "answer.skill", "op": "is", "value": "a0"})])
    advice = advise(document, {key: value for key, value in LOW.items() if key != "skill"})
    assert keys(advice) == []
    assert undecided(advice) == [("r", "A", ("skill",))]


def test_undecided_score_names_every_question_that_is_missing_from_it() -> None:
    document = playbook([action("A")], [rule("r", "A", when={"fact": "level.people", "op": "lt", "value": 1})])
    advice = advise(document, LOW | answered(delay=None, grid=None, skill=None))
    assert undecided(advice) == [("r", "A", ("delay", "grid", "skill"))]


def test_question_hidden_by_an_open_condition_is_decided_by_what_hides_it() -> None:
    document = playbook([action("A")], [rule("r", "A", when={"fact": "answer.steps", "op": "is", "value": "a0"})])
    advice = advise(document, LOW | answered(has_plant=None))
    assert undecided(advice) == [("r", "A", ("has_plant",))]


@pytest.mark.parametrize("change", [answered(has_plant="no"), {"steps": NOT_APPLICABLE}])
def test_what_no_answer_could_decide_is_not_asked_for(change: dict[str, Any]) -> None:
    document = playbook([action("A")], [rule("r", "A", when={"fact": "answer.steps", "op": "is", "value": "a0"})])
    assert advise(document, LOW | change).undecided == ()


def test_quick_scan_names_questions_that_only_the_full_diagnosis_asks() -> None:
    document = playbook([action("A")], [rule("r", "A", when={"fact": "answer.skill", "op": "is", "value": "a0"})])
    answers = {key: value for key, value in LOW.items() if key != "skill"}
    assert undecided(advise(document, answers, Scope.QUICK)) == [("r", "A", ("skill",))]


def test_undecided_rule_of_a_recommended_action_is_not_listed() -> None:
    rules = [rule("sure", "A"), rule("open", "A", when={"fact": "answer.skill", "op": "is", "value": "a0"})]
    advice = advise(playbook([action("A")], rules), {key: value for key, value in LOW.items() if key != "skill"})
    assert (keys(advice), advice.undecided) == (["A"], ())


@pytest.mark.parametrize(
    ("limit", "recommended", "withheld"),
    [(10, [], (Withheld("A", Cause.UNSUITED, ("r",)),)), (20, ["A"], ())],
)
def test_suits_decides(limit: int, recommended: list[str], withheld: tuple[Withheld, ...]) -> None:
    suits = {"fact": "profile.staff", "op": "lte", "value": limit}
    advice = advise(playbook([action("A", suits=suits)], [rule("r", "A")]))
    assert (keys(advice), advice.withheld) == (recommended, withheld)


def test_suits_that_is_not_known_does_not_hide_the_action() -> None:
    suits = {"fact": "profile.staff", "op": "lte", "value": 10}
    document = playbook([action("A", suits=suits)], [rule("r", "A")])
    assert keys(advise(document, {key: value for key, value in LOW.items() if key != "staff"})) == ["A"]


def test_action_that_could_lift_nothing_is_withheld_with_its_cause() -> None:
    document = playbook([action("A", raises=[{"node": "machines", "levels": 1, "up_to": 1}])], [rule("r", "A")])
    assert advise(document).withheld == (Withheld("A", Cause.NO_EFFECT, ("r",)),)


def test_quick_scan_counts_only_what_it_asks() -> None:
    document = playbook(
        [action("A"), action("B", raises=[{"node": "people", "levels": 1, "up_to": 4}])],
        [rule("a", "A"), rule("b", "B")],
    )
    advice = advise(document, scope=Scope.QUICK)
    assert [change.question for change in advice.recommendations[0].changes] == ["steps", "tools"]
    assert [one.action for one in advice.withheld] == ["B"]


@pytest.mark.parametrize(
    ("when", "recommends", "message"),
    [
        ({"fact": "node.nowhere", "op": "lt", "value": 9}, "A", "UnknownFact"),
        ({"fact": "node.all", "op": "lt", "value": "many"}, "A", "ConditionError"),
        ({"fact": "node.all", "op": "has", "value": "a0"}, "A", "ConditionError"),
        ({"fact": "node.all", "op": "lt", "value": 90}, "Z", "UnknownAction: Z"),
    ],
)
def test_rule_that_cannot_be_evaluated_is_shown_and_the_others_go_on(
    when: dict[str, Any], recommends: str, message: str
) -> None:
    advice = advise(playbook([action("A")], [rule("bad", recommends, when=when), rule("good", "A")]))
    assert keys(advice) == ["A"]
    assert [(failure.rule, message in failure.message) for failure in advice.failures] == [("bad", True)]
    assert isinstance(advice.failures[0], Failure)


@pytest.mark.parametrize("slot", ["{answer.gone}", "{node.gone}", "{level.gone}"])
def test_sentence_that_names_what_the_bank_no_longer_has_is_a_failure(slot: str) -> None:
    rules = [rule("bad", "A", because=both(slot)), rule("good", "A")]
    advice = advise(playbook([action("A")], rules))
    assert advice.failures == (Failure("bad", f"UnknownFact: {slot[1:-1]}"),)
    assert [reason.rule for reason in advice.recommendations[0].reasons] == ["good"]


def test_derived_size_class_rests_on_the_answers_it_is_derived_from() -> None:
    bank = catalogue_bank()
    document = playbook(
        [action("A")], [rule("r", "A", when={"fact": "profile.size_class", "op": "is", "value": "micro"})]
    )
    answers = LOW | answered(sector="food", revenue="100")
    reason = advise(document, answers, bank=bank).recommendations[0].reasons[0]
    assert [item.question for item in reason.evidence] == ["staff", "revenue", "sector"]
    known_but_for_sector = {key: answer for key, answer in answers.items() if key != "sector"}
    assert undecided(advise(document, known_but_for_sector, bank=bank)) == [("r", "A", ("sector",))]


FIELDS = {
    "answer.steps": ("is", "a1", "a3"),
    "answer.tools": ("has", "small", "big"),
    "answer.share": ("lt", 20, 10),
    "profile.has_plant": ("is", "yes", "no"),
    "profile.staff": ("between", [10, 20], [20, 30]),
    "node.machines": ("lt", 40, 10),
    "level": ("eq", 0, 1),
    "level.machines": ("eq", 1, 3),
    "coverage.people": ("lte", 1, 0.5),
    "rank.people": ("eq", 1, 2),
    "unknown.skill": ("is", "no", "yes"),
    "contribution.skill": ("gt", 10, 90),
}


@pytest.mark.parametrize("fact", FIELDS)
def test_every_kind_of_fact_changes_the_outcome(fact: str) -> None:
    operator, holds, fails = FIELDS[fact]
    for value, expected in ((holds, ["A"]), (fails, [])):
        document = playbook([action("A")], [rule("r", "A", when={"fact": fact, "op": operator, "value": value})])
        assert keys(advise(document)) == expected


def test_because_is_filled_in_every_language() -> None:
    because = {
        "en": "You chose {answer.steps}, {answer.tools}, {answer.share}, {answer.skill}: {node.machines}, {level.machines}.",
        "zh-hans": "您选了{answer.steps}、{answer.tools}、{answer.share}、{answer.skill}：{node.machines}，{level.machines}。",
    }
    answers = LOW | answered(tools=["small", "other"], skill=None)
    reason = advise(playbook([action("A")], [rule("r", "A", because=because)]), answers).recommendations[0].reasons[0]
    # machines: a1 is a quarter, two small tools a half, 15 % a quarter: a third of 1.
    assert reason.text == {
        "en": "You chose “steps step 1”, “Small tool”, “Another small tool”, 15 %, I don’t know: 33.3, Level 1.",
        "zh-hans": "您选了“〔steps step 1〕”、“〔Small tool〕”、“〔Another small tool〕”、15%、不清楚：33.3，〔Level 1〕。",
    }


def test_slot_of_a_node_without_a_score_says_so() -> None:
    because = both("Machines: {node.machines}, {level.machines}.")
    rules = [rule("r", "A", when={"fact": "profile.staff", "op": "lt", "value": 99}, because=because)]
    document = playbook([action("A", raises=[{"node": "people", "levels": 1, "up_to": 4}])], rules)
    advice = advise(document, LOW | answered(steps=None, tools=None, share=None))
    assert advice.recommendations[0].reasons[0].text["en"] == "Machines: –, –."


def test_evidence_is_what_made_the_rule_true() -> None:
    when = {
        "any": [
            {
                "all": [
                    {"fact": "answer.lead", "op": "is", "value": "no"},
                    {"fact": "profile.staff", "op": "gt", "value": 5},
                ]
            },
            {"fact": "answer.skill", "op": "is", "value": "a4"},
            {"not": {"fact": "answer.share", "op": "gt", "value": 50}},
        ]
    }
    reason = advise(playbook([action("A")], [rule("r", "A", when=when)])).recommendations[0].reasons[0]
    assert [(item.question, item.answer) for item in reason.evidence] == [
        ("lead", LOW["lead"]),
        ("staff", LOW["staff"]),
        ("share", LOW["share"]),
    ]


def test_evidence_of_a_score_is_what_keeps_it_low() -> None:
    document = playbook([action("A")], [rule("r", "A", when={"fact": "level.machines", "op": "lt", "value": 4})])
    reason = advise(document, LOW | answered(tools=["big", "small", "other"])).recommendations[0].reasons[0]
    assert [item.question for item in reason.evidence] == ["steps", "share"]


def test_reason_names_points_on_the_scale_of_the_node_and_the_level_of_its_own_ladder() -> None:
    ladder = {"key": "own", "levels": [{"key": f"s{at}", "title": both(f"Step {at}"), "lower": at} for at in (0, 1)]}
    tree = sample_bank().model_dump()["tree"]
    tree["children"][0] |= {"scale": "4", "ladder": "own"}
    bank = sample_bank(tree=tree, ladders=[ladder], display={"decimals": 2})
    document = playbook([action("A")], [rule("r", "A", because=both("{node.machines} is {level.machines}"))])
    # a quarter of 4: one point, and with it the level that begins there
    advice = advise(document, bank=bank)
    assert advice.recommendations[0].reasons[0].text["en"] == "1.00 is Step 1"


def test_nothing_is_gained_on_a_score_that_is_withheld() -> None:
    document = playbook([action("A")], [rule("r", "A", when={"fact": "answer.steps", "op": "is", "value": "a1"})])
    one = advise(document, answered(has_plant="yes", steps="a1")).recommendations[0]
    assert (one.effect, one.effects, [change.question for change in one.changes][:1]) == (0, {}, ["steps"])


def test_reason_says_what_the_rule_asks_with_the_own_value_in_each_language() -> None:
    when = {
        "all": [{"fact": "answer.skill", "op": "is", "value": "a0"}, {"fact": "node.people", "op": "lt", "value": 40}]
    }
    reason = advise(playbook([action("A")], [rule("r", "A", when=when)])).recommendations[0].reasons[0]
    assert reason.condition == {
        "en": "Skill is “skill step 0” (you: “skill step 0”) and People is below 40 (you: 6.3)",
        "zh-hans": "〔skill〕为“〔skill step 0〕”（您：“〔skill step 0〕”），并且〔People〕低于40（您：6.3）",
    }


def test_open_rule_says_what_it_asks() -> None:
    document = playbook([action("A")], [rule("r", "A", when={"fact": "answer.skill", "op": "is", "value": "a0"})])
    advice = advise(document, {key: value for key, value in LOW.items() if key != "skill"})
    assert advice.undecided[0].condition["en"] == "Skill is “skill step 0” (you: not known)"
