"""What holds for whatever is answered."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.scoring.answers import Answer, read_answer
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from recommendations.rules.advise import Adviser
from recommendations.rules.freeze import freeze_advice, thaw_advice
from tests.rules.samples import action, both, playbook, rule, sample_bank
from tests.rules.test_improve import VALUES

SCORER = Scorer(sample_bank())
STEPS = [f"a{step}" for step in range(5)]
RAW = VALUES | {
    "has_plant": st.sampled_from(["yes", "no"]),
    "staff": st.integers(0, 50).map(str),
    "skill": st.sampled_from(STEPS),
    "lead": st.sampled_from(["yes", "no"]),
}
BECAUSE = both("{answer.steps} {answer.tools} {answer.share} {answer.grid} {node.machines} {level.people}")
ACTIONS = [
    action("A", requires=["C"]),
    action("B", raises=[{"node": "people", "levels": 2, "up_to": 3}], cost_band="much"),
    action(
        "C", raises=[{"node": "all", "levels": 1, "up_to": 4}], suits={"fact": "profile.staff", "op": "lt", "value": 25}
    ),
]
RULES = [
    rule("low", "A", when={"fact": "level.machines", "op": "lte", "value": 2}, priority=80, because=BECAUSE),
    rule("steps", "A", when={"fact": "answer.steps", "op": "in", "value": ["a0", "a1"]}, because=BECAUSE),
    rule("people", "B", when={"not": {"fact": "node.people", "op": "gte", "value": 60}}, because=BECAUSE),
    rule("tools", "C", when={"fact": "answer.tools", "op": "has_none", "value": ["big"]}, because=BECAUSE),
    rule(
        "rank",
        "C",
        when={
            "any": [
                {"fact": "rank.machines", "op": "eq", "value": 1},
                {"fact": "answer.lead", "op": "is", "value": "no"},
            ]
        },
    ),
]


@st.composite
def answer_sets(draw: st.DrawFn) -> dict[str, Answer]:
    answers = {}
    for key, values in RAW.items():
        raw = draw(values | st.sampled_from(["unknown", None]))
        if raw is not None:
            answers[key] = read_answer(SCORER.index.questions[key], raw)
    return answers


@settings(max_examples=60)
@given(
    answers=answer_sets(), scope=st.sampled_from(Scope), rules=st.permutations(RULES), actions=st.permutations(ACTIONS)
)
def test_advice(answers: dict[str, Answer], scope: Scope, rules: list, actions: list) -> None:
    scorecard = SCORER.score(answers, scope)
    advice = Adviser(SCORER, playbook(list(actions), list(rules))).advise(answers, scope, scorecard)
    # the order of rules and actions is irrelevant, and the same answers always give the same advice
    assert advice == Adviser(SCORER, playbook(ACTIONS, RULES)).advise(answers, scope, scorecard)
    assert advice.failures == ()
    facts = SCORER.facts(answers, scope, scorecard)
    for one in advice.recommendations:
        assert one.effect >= 0 and min(one.effects.values(), default=1) > 0
        assert [key for key in one.effects if scorecard.nodes[key].shown is None] == []
        assert "{" not in "".join(text for reason in one.reasons for text in reason.text.values())
        fired = {reason.rule for reason in one.reasons}
        if "steps" in fired:  # a rule whose fact is not known never fires
            assert facts.get("answer.steps") in {"a0", "a1"}
    # nothing is both recommended and undecided or withheld
    settled = {one.action for one in advice.recommendations}
    assert settled.isdisjoint({one.action for one in (*advice.undecided, *advice.withheld)})
    assert thaw_advice(json.loads(json.dumps(freeze_advice(advice)))) == advice
