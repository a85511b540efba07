"""Random answers to any bank document, and their scorecard."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from random import Random
from typing import Any

from assessment.scoring.answers import Answer, read_answer
from assessment.scoring.document import BankDocument, Kind, Question
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scorecard

CASES = 200
Raw = dict[str, Any]


def questions_of(document: BankDocument) -> dict[str, Question]:
    return {question.key: question for section in document.sections for question in section.questions}


# Scorers by the identity of their document, which stands beside them so that no other one can take its place.
_SCORERS: dict[int, tuple[BankDocument, Scorer]] = {}


def scorer_of(document: BankDocument) -> Scorer:
    if id(document) not in _SCORERS:
        _SCORERS[id(document)] = (document, Scorer(document))
    return _SCORERS[id(document)][1]


def read_all(document: BankDocument, raw: Mapping[str, Any]) -> dict[str, Answer]:
    asked = scorer_of(document).index.questions
    return {key: read_answer(asked[key], value) for key, value in raw.items()}


def score(document: BankDocument, raw: Mapping[str, Any]) -> Scorecard:
    """This function will return the scorecard of raw answers, read as the pages and files read them."""
    return scorer_of(document).score(read_all(document, raw))


def random_cases(document: BankDocument, states: bool = True, cases: int = CASES) -> Iterator[Raw]:
    """This function will yield raw answer sets, the same in every run; with `states` also unknown and the like.

    How often a question stays without an answer differs from case to case, so that whole nodes are empty at times.
    """
    for seed in range(cases):
        dice = Random(f"{document.slug} {seed}")
        gaps = dice.choice([0, 0, 0.1, 0.3, 0.7]) if states else 0
        yield dict(_answered(document, dice, gaps))


def _answered(document: BankDocument, dice: Random, gaps: float) -> Iterator[tuple[str, Any]]:
    for key, question in questions_of(document).items():
        if dice.random() >= gaps:
            yield key, _value(question, dice)
            continue
        state = dice.choice(_states(question))
        if state is not None:
            yield key, state


def _states(question: Question) -> list[str | None]:
    states: list[str | None] = [None]
    if question.allow_unknown:
        states.append("unknown")
    if question.allow_not_applicable:
        states += ["not_applicable"] * 2
    return states


def _value(question: Question, dice: Random) -> Any:
    if question.kind in (Kind.NUMBER, Kind.PERCENT):
        return _number(question, dice)
    if question.kind is Kind.TABLE and question.multiple:
        ticked = {row.key: _some(question, dice, least=0) for row in question.rows}
        return {row: keys for row, keys in ticked.items() if keys}
    if question.kind is Kind.TABLE:
        return {row.key: dice.choice(question.options).key for row in question.rows}
    if question.kind is Kind.MULTI:
        return _some(question, dice, least=1)
    return dice.choice(question.options).key


def _number(question: Question, dice: Random) -> str:
    low, high = question.minimum or Decimal(0), question.maximum or Decimal(100)
    steps = 10**question.decimals
    edges = [band.upto for band in question.bands] or [low, high]
    if dice.random() < 0.2:
        return str(dice.choice(edges))
    return str(Decimal(dice.randint(int(low * steps), int(high * steps))) / steps)


def _some(question: Question, dice: Random, least: int) -> list[str]:
    alone = [option.key for option in question.options if option.exclusive]
    together = [option.key for option in question.options if not option.exclusive]
    if alone and dice.random() < 0.1:
        return [dice.choice(alone)]
    return dice.sample(together, dice.randint(least, len(together)))
