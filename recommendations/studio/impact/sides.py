"""One side of a comparison: a bank with its playbook, and what comes out of answers there."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from assessment.bank.structure import structure_hash
from assessment.scoring.answers import Answer, InvalidAnswer, read_answer
from assessment.scoring.document import BankDocument, Question
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from recommendations.rules.case import Case
from recommendations.rules.document import PlaybookDocument
from recommendations.rules.firing import Fired, Firing, Known

MOST_REMEMBERED = 100_000
NOTHING = Fired(frozenset(), frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Outcome:
    """`level` is its key, "" where none is told; `scores` are those shown, on 0–100, by node: the root and its children."""

    level: str
    scores: Mapping[str, Fraction | None]
    fired: Fired


class Side:
    """Prepared once, asked thousands of times."""

    def __init__(self, bank: BankDocument, playbook: PlaybookDocument | None) -> None:
        self.bank, self.playbook = bank, playbook
        self._scorer = Scorer(bank)
        self._firing = None if playbook is None else Firing(self._scorer, playbook)
        self._questions = {question.key: question for section in bank.sections for question in section.questions}
        self._nodes = (bank.tree.key, *(child.key for child in bank.tree.children))
        self._fits: dict[tuple[str, str, str], bool] = {}

    def outcome(self, answers: Mapping[str, Answer], scope: Scope) -> Outcome:
        """This function will return what comes out here; answers to questions that are not asked here are left out."""
        return self.outcome_of(self.case(answers, scope), {})

    def case(self, answers: Mapping[str, Answer], scope: Scope) -> Case:
        """This function will return the scored case of the answers that this bank admits."""
        own = {key: answer for key, answer in answers.items() if self._is_admitted(key, answer)}
        return Case.of(self._scorer, own, scope, self._scorer.score(own, scope))

    def outcome_of(self, case: Case, known: Known) -> Outcome:
        """This function will return what comes out of a case; see `Firing.fired_in` for what is `known`."""
        fired = NOTHING if self._firing is None else self._firing.fired_in(case, known)
        card = case.scorecard
        return Outcome(card.level.key or "", {node: card.nodes[node].shown for node in self._nodes}, fired)

    def _is_admitted(self, key: str, answer: Answer) -> bool:
        question = self._questions.get(key)
        if question is None:
            return False
        known = (key, answer.state, answer.value if isinstance(answer.value, str) else repr(answer.value))
        if known not in self._fits:
            if len(self._fits) >= MOST_REMEMBERED:
                self._fits.clear()
            self._fits[known] = _fits(question, answer)
        return self._fits[known]


def _fits(question: Question, answer: Answer) -> bool:
    raw = answer.state.value if answer.value is None else answer.value
    try:
        return read_answer(question, raw) == answer
    except InvalidAnswer:
        return False


class Comparison:
    """What is released beside what is being worked on. Banks that ask and score the same are scored once for both."""

    def __init__(self, before: Side | None, after: Side) -> None:
        self.before, self.after = before, after
        self._scores_alike = before is not None and structure_hash(before.bank) == structure_hash(after.bank)

    def outcomes(self, answers: Mapping[str, Answer], scope: Scope) -> tuple[Outcome | None, Outcome]:
        """This function will return what comes out before, None where nothing is released, and after."""
        if self.before is None or not self._scores_alike:
            before = None if self.before is None else self.before.outcome(answers, scope)
            return before, self.after.outcome(answers, scope)
        case, known = self.after.case(answers, scope), Known()
        return self.before.outcome_of(case, known), self.after.outcome_of(case, known)
