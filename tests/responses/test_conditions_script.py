"""The browser and the server read one condition language: the same verdict for every condition and every fact."""

import random
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from playwright.sync_api import Page
from pydantic import TypeAdapter
from pytest_django.live_server_helper import LiveServer

from assessment.responses.section_frame import section_frame
from assessment.scoring.answers import Answer, AnswerState, read_answer
from assessment.scoring.conditions import Condition
from assessment.scoring.evaluate import evaluate
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document

pytestmark = pytest.mark.browser
CONDITION: TypeAdapter[Any] = TypeAdapter(Condition)
CASES = 400
NAMES = {"number": ["n1", "n2", "n3"], "choice": ["c1", "c2"], "set": ["s1", "s2"]}
WORDS = ["a", "b", "c"]


def make_condition(chance: random.Random, depth: int) -> dict[str, Any]:
    shape = chance.choice(["test", "test", "all", "any", "not"]) if depth else "test"
    if shape == "not":
        return {"not": make_condition(chance, depth - 1)}
    if shape != "test":
        return {shape: [make_condition(chance, depth - 1) for _ in range(chance.randint(1, 3))]}
    kind = chance.choice(sorted(NAMES))
    fact = chance.choice(NAMES[kind])
    if chance.random() < 0.1:
        return {"fact": fact, "op": "known"}
    return {"fact": fact, **chance.choice(TESTS[kind])(chance)}


Make = Callable[[random.Random], dict[str, Any]]
TESTS: dict[str, list[Make]] = {
    "number": [
        lambda chance: {"op": chance.choice(["lt", "lte", "eq", "gte", "gt"]), "value": chance.randint(0, 4)},
        lambda chance: {"op": "between", "value": [chance.randint(0, 2), chance.randint(2, 4)]},
        lambda chance: {"op": "lte", "value": chance.choice(["0.5", "2.5"])},
    ],
    "choice": [
        lambda chance: {"op": "is", "value": chance.choice(WORDS)},
        lambda chance: {"op": "in", "value": chance.sample(WORDS, 2)},
    ],
    "set": [
        lambda chance: {"op": "has", "value": chance.choice(WORDS)},
        lambda chance: {"op": chance.choice(["has_any", "has_none"]), "value": chance.sample(WORDS, 2)},
    ],
}


def make_facts(chance: random.Random) -> dict[str, Any]:
    facts: dict[str, Any] = {name: chance.choice([0, 1, 2, 2.5, 4]) for name in NAMES["number"]}
    facts |= {name: chance.choice(WORDS) for name in NAMES["choice"]}
    facts |= {name: sorted(chance.sample(WORDS, chance.randint(0, 3))) for name in NAMES["set"]}
    return {name: value for name, value in facts.items() if chance.random() < 0.7}


def as_fact(value: Any) -> Any:
    if isinstance(value, list):
        return frozenset(value)
    return Fraction(str(value)) if isinstance(value, int | float) else value


def verdict(condition: dict[str, Any], facts: dict[str, Any]) -> bool | None:
    known = {name: as_fact(value) for name, value in facts.items()}
    return evaluate(CONDITION.validate_python(condition), known.get)


EVALUATE = """async (cases) => {
  const { evaluate } = await import("/static/js/conditions.js");
  return cases.map(([condition, facts]) => evaluate(condition, (name) => {
    const value = facts[name] ?? null;
    return Array.isArray(value) ? new Set(value) : value;
  }));
}"""


@pytest.fixture
def page(make_page: Callable[..., Page], live_server: LiveServer) -> Page:
    page = make_page()
    page.goto(f"{live_server.url}/healthz")
    return page


@pytest.mark.django_db(transaction=True)
def test_conditions_have_one_meaning(page: Page) -> None:
    chance = random.Random(20261122)
    cases = [[make_condition(chance, 3), make_facts(chance)] for _ in range(CASES)]
    here = [verdict(condition, facts) for condition, facts in cases]
    assert {True, False, None} == set(here)
    assert page.evaluate(EVALUATE, cases) == here


VISIBLE = """async ([questions, given]) => {
  const { visibleQuestions } = await import("/static/js/conditions.js");
  return [...visibleQuestions(questions, new Map(Object.entries(given)), {})].sort();
}"""


@pytest.mark.django_db(transaction=True)
def test_the_same_questions_are_asked(page: Page) -> None:
    scorer, chance = Scorer(bank_document()), random.Random(4)
    questions = [
        {
            "key": each.key,
            "kind": each.kind.value,
            "if": each.visible_if.model_dump(mode="json", by_alias=True) if each.visible_if else None,
        }
        for each in scorer.index.questions.values()
    ]
    assert section_frame(scorer, "en", Scope.FULL, "talent", False).needs_size is False
    for _round in range(10):
        raw = {"makes": chance.choice(["yes", "no", None]), "E1": chance.choice(["low", "unknown", None])}
        given: dict[str, Answer] = {
            key: read_answer(scorer.index.questions[key], value) for key, value in raw.items() if value
        }
        sent = {key: {"state": AnswerState(each.state).value, "value": each.value} for key, each in given.items()}
        assert page.evaluate(VISIBLE, [questions, sent]) == sorted(scorer.visible(given, Scope.FULL))
