"""Answers bent towards a condition, so that what holds for one enterprise in a million is tried as well.

This is no proof: it changes the answers that a condition asks about so that it is likely to hold, and no more.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from assessment.scoring.answers import UNKNOWN, Answer, AnswerState
from assessment.scoring.check_conditions import comparisons_of
from assessment.scoring.conditions import All, Condition, Not, Operator, Test
from assessment.scoring.document import BankDocument, Node
from assessment.scoring.draws import Draws
from assessment.scoring.evaluate import compile_condition
from assessment.scoring.facts import SIZE_CLASS, YES
from assessment.scoring.index import fact_function
from assessment.scoring.ladders import ladders_of
from assessment.scoring.sample_choices import Choices
from assessment.scoring.scales import Scales
from assessment.scoring.size import SizeRules

Answers = dict[str, Answer]

TRIES = 12
DEEPEST = 6
TO_THE_END = 0.3
LATE = ("answer", "profile", "unknown", "contribution")
INVERSE = {Operator.LT: Operator.GTE, Operator.LTE: Operator.GT, Operator.GT: Operator.LTE, Operator.GTE: Operator.LT}


class Aims:
    """Knows for one bank which answers stand behind which fact."""

    def __init__(self, document: BankDocument, choices: Mapping[str, Choices]) -> None:
        self._choices = choices
        self._asked_if = {
            question.key: question.visible_if for section in document.sections for question in section.questions
        }
        self._size, self._rules = document.size, SizeRules(document.size) if document.size else None
        self._scales, self._ladders = Scales(document).full, ladders_of(document)
        self._root = document.tree.key
        self._below: dict[str, list[str]] = {}
        self._siblings: dict[str, list[str]] = {}
        self._collect(document.tree)

    def _collect(self, node: Node) -> list[str]:
        below = [measure.question for measure in node.measures if measure.question in self._choices]
        for child in node.children:
            below += self._collect(child)
            self._siblings[child.key] = [other.key for other in node.children if other is not child]
        self._below[node.key] = below
        return below

    def bend(self, answers: Answers, condition: Condition, wanted: bool, draws: Draws, depth: int = 0) -> None:
        """This function will change `answers` so that `condition` is likely to be `wanted`, true or false."""
        if depth > DEEPEST:
            return
        if isinstance(condition, Not):
            self.bend(answers, condition.not_, not wanted, draws, depth)
        elif isinstance(condition, Test):
            self._bend_test(answers, condition, wanted, draws, depth)
        else:
            is_all = isinstance(condition, All)
            parts = condition.all if isinstance(condition, All) else condition.any
            chosen = sorted(parts, key=self._breadth, reverse=True) if is_all is wanted else [draws.pick(parts)]
            for part in chosen:
                self.bend(answers, part, wanted, draws, depth)

    def _breadth(self, condition: Condition) -> int:
        """How many answers a condition may change. The broadest part of an `all` comes first: what others need stays."""
        facts = [test.fact.partition(".") for test in comparisons_of(condition)]
        return max(0 if family in LATE else len(self._below.get(key or self._root, ())) for family, _, key in facts)

    def _bend_test(self, answers: Answers, test: Test, wanted: bool, draws: Draws, depth: int) -> None:
        family, _, key = test.fact.partition(".")
        if test.fact == SIZE_CLASS and self._size is not None:
            self._size_class(answers, test, wanted, draws)
        elif family in LATE and key in self._choices:
            shown_if = self._asked_if[key]
            if shown_if is not None:
                self.bend(answers, shown_if, True, draws, depth + 1)
            _OF_QUESTIONS[family](self, answers, test, wanted, key, draws)
        else:
            _OF_NODES[family](self, answers, test, wanted, key or self._root, draws)

    def _answer(self, answers: Answers, test: Test, wanted: bool, key: str, draws: Draws) -> None:
        """What fits already stays, so that several demands on one question do not undo each other."""
        choices, now = self._choices[key], answers.get(key)
        if test.op is Operator.KNOWN:
            answers[key] = choices.answer(draws) if wanted else UNKNOWN
            return
        for candidate in _candidates(choices, now, draws):
            if candidate.value is not None and _holds(test, choices, candidate) is wanted:
                answers[key] = candidate
                return

    def _unknown(self, answers: Answers, test: Test, wanted: bool, key: str, draws: Draws) -> None:
        says_yes = test.value == YES or (isinstance(test.value, list) and YES in test.value)
        if says_yes is wanted:
            answers[key] = UNKNOWN
        else:
            answers[key] = self._choices[key].answer(draws)

    def _contribution(self, answers: Answers, test: Test, wanted: bool, key: str, draws: Draws) -> None:
        low, high = _range(test, wanted, Fraction(100))
        answers[key] = self._choices[key].answer(draws, 1.0 if low == 0 and high < 50 else 0.0)

    def _size_class(self, answers: Answers, test: Test, wanted: bool, draws: Draws) -> None:
        assert self._size is not None and self._rules is not None
        holds = compile_condition(test)
        for _ in range(TRIES * 3):
            for key in (self._size.sector, self._size.employees, self._size.revenue):
                answers[key] = self._choices[key].answer(draws)
            size = self._rules.size_class(answers)
            if holds(lambda _, size=size: size) is wanted:  # type: ignore[misc]
                return

    def _node(self, answers: Answers, test: Test, wanted: bool, key: str, draws: Draws) -> None:
        low, high = _range(test, wanted, self._scales[key])
        self._make_able(answers, key, _somewhere(low, high, draws), draws)

    def _level(self, answers: Answers, test: Test, wanted: bool, key: str, draws: Draws) -> None:
        most = max(1, len(self._ladders[key]) - 1)
        low, high = _range(test, wanted, Fraction(most))
        self._make_able(answers, key, _somewhere(low, high, draws), draws)

    def _coverage(self, answers: Answers, test: Test, wanted: bool, key: str, draws: Draws) -> None:
        if test.op is Operator.KNOWN:
            self._all_below(answers, key, (AnswerState.ANSWERED if wanted else AnswerState.NOT_APPLICABLE), draws)
            return
        low, high = _range(test, wanted, Fraction(1))
        likely = _somewhere(low, high, draws)
        for question in self._below[key]:
            if not draws.chance(likely):
                answers[question] = UNKNOWN

    def _rank(self, answers: Answers, test: Test, wanted: bool, key: str, draws: Draws) -> None:
        others = self._siblings.get(key, [])
        low, high = _range(test, wanted, Fraction(len(others) + 1))
        own = 0.15 + 0.7 * draws.share()
        self._make_able(answers, key, own, draws)
        for other in others:
            is_weaker = draws.chance(_somewhere(low, high, draws))
            self._make_able(answers, other, own * 0.5 if is_weaker else own + (1 - own) * 0.6, draws)

    def _make_able(self, answers: Answers, key: str, ability: float, draws: Draws) -> None:
        for question in self._below[key]:
            answers[question] = self._choices[question].answer(draws, ability)

    def _all_below(self, answers: Answers, key: str, state: AnswerState, draws: Draws) -> None:
        for question in self._below[key]:
            if state is AnswerState.ANSWERED:
                answers[question] = self._choices[question].answer(draws)
            elif self._choices[question].question.allow_not_applicable:
                answers[question] = Answer(state)


def _candidates(choices: Choices, now: Answer | None, draws: Draws) -> Iterator[Answer]:
    if now is not None:
        yield now
    for _ in range(TRIES):
        yield choices.answer(draws)
    yield from choices.variations(choices.answer(draws) if now is None or now.value is None else now)


def _holds(test: Test, choices: Choices, answer: Answer) -> bool | None:
    value = fact_function(choices.question)(answer.value)
    return compile_condition(test)(lambda _: value)


def _range(test: Test, wanted: bool, most: Fraction) -> tuple[Fraction, Fraction]:
    """From which to which share of `most` the number should lie, so that the comparison comes out as wanted."""
    if test.op is Operator.KNOWN or not isinstance(test.value, int | float | str | list):
        return Fraction(0), Fraction(1)
    shares = [Fraction(str(each)) / most for each in (test.value if isinstance(test.value, list) else [test.value])]
    operator = test.op if wanted else INVERSE.get(test.op)
    if operator in (Operator.LT, Operator.LTE):
        return Fraction(0), min(Fraction(1), shares[0])
    if operator in (Operator.GT, Operator.GTE):
        return max(Fraction(0), shares[0]), Fraction(1)
    return (shares[0], shares[-1]) if operator is not None else (Fraction(0), Fraction(1))


def _somewhere(low: Fraction, high: Fraction, draws: Draws) -> float:
    """A number from `low` to `high`; often the end of the scale itself, so that straying from it does no harm."""
    if draws.chance(TO_THE_END) and (low <= 0 or high >= 1):
        return -1.0 if low <= 0 else 2.0
    return float(low + (high - low) * Fraction(draws.share()))


_OfFact = Callable[[Aims, Answers, Test, bool, str, Draws], None]
_OF_QUESTIONS: Mapping[str, _OfFact] = {
    "answer": Aims._answer,
    "profile": Aims._answer,
    "unknown": Aims._unknown,
    "contribution": Aims._contribution,
}
_OF_NODES: Mapping[str, _OfFact] = {
    "node": Aims._node,
    "level": Aims._level,
    "coverage": Aims._coverage,
    "rank": Aims._rank,
}
