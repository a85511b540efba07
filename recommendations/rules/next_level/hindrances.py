"""What keeps one demand from being met: the questions behind it, and why each goes no higher."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.conditions import Test
from assessment.scoring.credit import NotScorable
from assessment.scoring.document import Level
from assessment.scoring.evaluate import evaluate
from assessment.scoring.scorecard import LevelCheck, Scorecard, Status
from recommendations.rules.advice import Change
from recommendations.rules.advise import Adviser
from recommendations.rules.gains import Gains
from recommendations.rules.improve import credit_of
from recommendations.rules.next_level.result import Obstacle, OpenQuestion, Why
from recommendations.rules.witnesses import witnesses

ZERO = Fraction(0)


class Hindrances:
    """One case once the actions `done` are done."""

    def __init__(self, adviser: Adviser, gains: Gains, done: frozenset[str]) -> None:
        self.card: Scorecard = gains.scorecard(done)
        self._scorer, self._sources, case = adviser.scorer, adviser.sources, gains.case
        self._answers = gains.answers(done)
        self._lookup = self._scorer.facts(self._answers, case.scope, self.card).get
        self._raised = {change.question for action in done for change in gains.steps[action].changes}
        self._unsuited = _by_question(adviser.unsuited_changes(case))
        left_out = {key: step.changes for key, step in gains.steps.items() if key not in done}
        self._left_out = _by_question(left_out)

    def of_level(self, level: Level, check: LevelCheck) -> Iterator[Obstacle]:
        """This function will yield what of the bound and of the gate of `level` is not met, in reading order."""
        if not check.bound_holds:
            written = level.lower if level.above is None else level.above
            yield self._obstacle(level, f"node.{self.card.root}", None if written is None else Fraction(written))
        if level.gate is not None and not check.gate_holds:
            for test in witnesses(level.gate, self._lookup, evaluate(level.gate, self._lookup)):
                yield self._obstacle(level, test.fact, _number_in(test))

    def _obstacle(self, level: Level, fact: str, needed: Fraction | None) -> Obstacle:
        reached = self._lookup(fact)
        node = self.card.nodes.get(self._sources.node_of(fact) or "")
        return Obstacle(
            level=level.key,
            fact=fact,
            reached=Fraction(reached) if isinstance(reached, int | Fraction) else None,
            needed=needed,
            applies=node is None or node.status is not Status.NOT_ASSESSED,
            questions=tuple([self._open(question) for question in self._behind(fact)]),
        )

    def _behind(self, fact: str) -> tuple[str, ...]:
        """Of a score, the questions that still keep it from its best."""
        node = self._sources.node_of(fact)
        behind = self._sources.behind(fact)
        if node is None:
            return behind
        still_open = {part.question for part in self.card.contributions[node] if part.open > 0}
        return tuple(key for key in behind if key in still_open)

    def _open(self, question: str) -> OpenQuestion:
        answer = self._answers.get(question)
        if question not in self.card.visible:
            return OpenQuestion(question, Why.NOT_ASKED, ZERO)
        if answer is not None and answer.state is AnswerState.NOT_APPLICABLE:
            return OpenQuestion(question, Why.NOT_APPLICABLE, ZERO)
        credit = self._credit(question, answer)
        for why, actions in ((Why.EXCLUDED, self._left_out), (Why.UNSUITED, self._unsuited)):
            further = [action for action, after in actions.get(question, ()) if self._credit(question, after) > credit]
            if further:
                return OpenQuestion(question, why, credit, tuple(further))
        why = Why.RAISED_UP_TO if question in self._raised else Why.NOTHING_RAISES
        return OpenQuestion(question, why, credit)

    def _credit(self, question: str, answer: Answer | None) -> Fraction:
        """What is not answered earns nothing, and neither does what is asked without being scored."""
        if answer is None or answer.state is not AnswerState.ANSWERED:
            return ZERO
        try:
            return credit_of(self._sources.questions[question], answer)
        except NotScorable:
            return ZERO


After = Mapping[str, list[tuple[str, Answer]]]


def _by_question(changes: Mapping[str, Iterable[Change]]) -> After:
    """By question, the actions that change it and to what, in the order of the playbook."""
    found: dict[str, list[tuple[str, Answer]]] = {}
    for action, each in changes.items():
        for change in each:
            found.setdefault(change.question, []).append((action, change.after))
    return found


def _number_in(test: Test) -> Fraction | None:
    return Fraction(str(test.value)) if isinstance(test.value, int | float) else None
