"""Small banks, playbooks and answers by chance, and the next level found by trying every set of actions."""

from fractions import Fraction
from itertools import combinations
from random import Random
from typing import Any

from assessment.scoring.answers import NOT_APPLICABLE, UNKNOWN, Answer, AnswerState
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from recommendations.rules.advise import Adviser
from recommendations.rules.case import Case
from recommendations.rules.steps import Step, answers_after
from tests.rules.samples import Json, action, both, playbook, rule, sample_bank, steps_of_five

Order = tuple[Fraction, int, int, tuple[str, ...]]
EFFORTS = [{"key": key, "title": both(key), "days": days} for key, days in (("low", 0), ("mid", 3), ("high", 10))]
PRICES = ["free", "free", "some", "some", "much", "open"]
BANDS = [
    {"key": "free", "title": both("Free"), "minimum": 0, "maximum": 0},
    {"key": "some", "title": both("Some"), "minimum": 0, "maximum": 1001},
    {"key": "much", "title": both("Much"), "minimum": 2000, "maximum": 2001},
    {"key": "open", "title": both("Open"), "minimum": 5000, "maximum": None},
]


def bank_by_chance(chance: Random, *, is_plain: bool) -> BankDocument:
    """This function will return a bank of six questions in three nodes; a plain one has means and sums only."""
    keys = [f"q{place}" for place in range(6)]
    questions = [steps_of_five(key) for key in keys]
    if chance.random() < 0.2:
        hidden = chance.randrange(1, 6)
        questions[hidden]["visible_if"] = {"fact": f"answer.q{chance.randrange(hidden)}", "op": "is", "value": "a1"}
    nodes = [f"n{place}" for place in range(3)]
    children = [
        {
            "key": node,
            "title": both(node),
            "aggregate": _aggregate(chance, is_plain),
            "measures": [_measure(chance, key, is_plain) for key in keys[place * 2 : place * 2 + 2]],
        }
        | ({"weight": chance.randint(1, 3)} if chance.random() < 0.6 else {})
        | ({"passes": "level"} if not is_plain and chance.random() < 0.15 else {})
        for place, node in enumerate(nodes)
    ]
    tree = {"key": "all", "title": both("All"), "aggregate": _aggregate(chance, is_plain), "children": children}
    if not is_plain and chance.random() < 0.15:
        cells = [{"when": {"n0": [f"l{index}"]}, "score": chance.choice([0, 20, 60, 100])} for index in range(4)]
        tree |= {"aggregate": "table", "cells": cells}
    levels = [_level(chance, index) for index in range(4)]
    return sample_bank(
        sections=[{"key": "s", "title": both("S"), "questions": questions}],
        tree=tree,
        levels=levels,
        minimum_coverage=chance.choice([0, 0.3, 0.6]),
        not_applicable=chance.choice(["excluded", "zero", "full"]),
    )


def _aggregate(chance: Random, is_plain: bool) -> str:
    plain = ["mean", "mean", "sum"]
    return chance.choice(plain if is_plain else [*plain, "min", "max", "product", "none"])


def _measure(chance: Random, key: str, is_plain: bool) -> Json:
    measure: Json = {"question": key, "weight": chance.randint(1, 3)}
    if not is_plain and chance.random() < 0.15:
        measure["credits"] = {f"a{step}": chance.choice([0, 0.3, 0.7, 1]) for step in range(5)}
    return measure


def _level(chance: Random, index: int) -> Json:
    level: Json = {"key": f"l{index}", "title": both(f"Level {index}")}
    way = chance.random()
    if way < 0.7:
        level["lower"] = index * 22
    elif way < 0.9:
        level["above"] = index * 20
    if index and chance.random() < 0.7:
        level["gate"] = condition_by_chance(chance, 2)
    return level


def condition_by_chance(chance: Random, depth: int) -> Json:
    """This function will return a condition on answers, scores, coverage or ranks."""
    way = chance.random() if depth else 1.0
    if way < 0.2:
        return {"all": [condition_by_chance(chance, depth - 1) for _ in range(2)]}
    if way < 0.4:
        return {"any": [condition_by_chance(chance, depth - 1) for _ in range(2)]}
    if way < 0.5:
        return {"not": condition_by_chance(chance, depth - 1)}
    question, node = f"q{chance.randrange(6)}", f"n{chance.randrange(3)}"
    some = sorted({f"a{chance.randrange(5)}" for _ in range(2)})
    return chance.choice(
        [
            {"fact": f"answer.{question}", "op": "in", "value": ["a2", "a3", "a4"]},
            {"fact": f"answer.{question}", "op": "in", "value": some},
            {"fact": f"unknown.{question}", "op": "is", "value": "no"},
            {"fact": f"node.{node}", "op": chance.choice(["gte", "gt"]), "value": chance.choice([10, 25, 40.5, 60])},
            {"fact": f"node.{node}", "op": chance.choice(["gte", "gt"]), "value": chance.choice([10, 25, 40.5, 60])},
            {"fact": f"node.{node}", "op": "lt", "value": chance.choice([50, 80])},
            {"fact": f"node.{node}", "op": "between", "value": [20, 80]},
            {"fact": f"node.{node}", "op": "known"},
            {"fact": f"coverage.{node}", "op": "gte", "value": chance.choice([0.5, 1])},
            {"fact": f"coverage.{node}", "op": "known"},
            {"fact": f"rank.{node}", "op": "eq", "value": 1},
            {"fact": f"level.{node}", "op": "gte", "value": 1},
            {"fact": f"contribution.{question}", "op": "lt", "value": 20},
        ]
    )


def adviser_by_chance(number: int, *, is_plain: bool) -> tuple[Adviser, Case]:
    """This function will return an adviser with up to seven actions, and a case; the same for the same number."""
    chance = Random(number)
    scorer = Scorer(bank_by_chance(chance, is_plain=is_plain))
    keys = [f"A{place}" for place in range(chance.randint(2, 7))]
    actions = [_action(chance, key, keys[:place]) for place, key in enumerate(keys)]
    document = playbook(actions, [rule("r", "A0")], efforts=EFFORTS, cost_bands=BANDS)
    adviser = Adviser(scorer, document)
    answers = {f"q{place}": answer for place in range(6) if (answer := _answer(chance)) is not None}
    return adviser, adviser.case(answers, Scope.FULL, scorer.score(answers))


def _action(chance: Random, key: str, before: list[str]) -> Json:
    raises = [
        {"node": node, "levels": chance.randint(1, 3), "up_to": chance.randint(1, 4)}
        for node in chance.sample(["n0", "n1", "n2"], chance.choice([1, 1, 2]))
    ]
    changes: dict[str, Any] = {
        "raises": raises,
        "effort": chance.choice(["low", "low", "mid", "high"]),
        "cost_band": chance.choice(PRICES),
    }
    if before and chance.random() < 0.25:
        changes["requires"] = [chance.choice(before)]
    if before and chance.random() < 0.2:
        changes["excludes"] = [chance.choice(before)]
    if chance.random() < 0.15:
        changes["suits"] = condition_by_chance(chance, 1)
    return action(key, node=raises[0]["node"], **changes)


def _answer(chance: Random) -> Answer | None:
    way = chance.random()
    if way < 0.1:
        return chance.choice([None, UNKNOWN, NOT_APPLICABLE])
    return Answer(AnswerState.ANSWERED, f"a{min(chance.randrange(5), chance.randrange(5))}")


def every_minimal_way(adviser: Adviser, case: Case) -> list[tuple[str, ...]]:
    """This function will return every set that reaches the next level at the least cost and holds no other, in order."""
    steps = {step.action: step for step in adviser.steps(case)}
    index = case.scorecard.level.index
    target = 0 if index is None else index + 1
    reaching = [
        frozenset(keys)
        for count in range(len(steps) + 1)
        for keys in combinations(sorted(steps), count)
        if _may_be_done(keys, steps) and _level_after(adviser, case, [steps[key] for key in keys]) >= target
    ]
    minimal = [one for one in reaching if not any(other < one for other in reaching)]
    ordered = sorted(_place(one, steps) for one in minimal)
    return [place[3] for place in ordered if place[0] == ordered[0][0]]


def _may_be_done(keys: tuple[str, ...], steps: dict[str, Step]) -> bool:
    chosen = set(keys)
    return all(steps[key].requires <= chosen and chosen.isdisjoint(steps[key].excludes) for key in keys)


def _level_after(adviser: Adviser, case: Case, steps: list[Step]) -> int:
    index = adviser.scorer.score(answers_after(case.answers, steps), case.scope).level.index
    return -1 if index is None else index


def _place(keys: frozenset[str], steps: dict[str, Step]) -> Order:
    done = [steps[key] for key in keys]
    cost = sum((step.cost for step in done), start=Fraction(0))
    return cost, sum(step.days for step in done), len(keys), tuple(sorted(keys))
