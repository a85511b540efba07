"""Whether an action would lift a score at all, told quickly where the tree below it simply adds up."""

from collections.abc import Iterator

from assessment.scoring import walk
from assessment.scoring.answers import Answer
from assessment.scoring.check_conditions import comparisons_of
from assessment.scoring.credit import credit_function
from assessment.scoring.document import Aggregate, BankDocument, Node, Passes, Question
from recommendations.rules.case import Case
from recommendations.rules.document import Action, Raise
from recommendations.rules.effects import Effects
from recommendations.rules.improve import improved_answer
from recommendations.rules.sources import Sources

ADDING = frozenset({Aggregate.MEAN, Aggregate.SUM})
MOST_REMEMBERED = 100_000

Known = tuple[str, int, int, tuple[str, ...], object]


class Lifting:
    """Where a raised node only adds up what its questions earn, a better answer to any of them lifts it: whether there is
    a better one is remembered for each question and answer. Elsewhere the changed answers are scored again.
    """

    def __init__(self, document: BankDocument, sources: Sources) -> None:
        self._sources = sources
        self._effects = Effects(sources)
        self._nodes = {node.key: node for _, node in walk.nodes(document)}
        self._banded = {key: credit_function(question) for key, question in sources.questions.items() if question.bands}
        self._plain: dict[str, bool] = {}
        self._improvable: dict[Known, bool] = {}

    def lifts(self, action: Action, case: Case) -> bool:
        """This function will return whether `action` gains points in `case` for some node that it raises."""
        if action.key not in self._plain:
            self._plain[action.key] = self._is_plain(action)
        if self._plain[action.key]:
            return any(self._rises(lift, case) for lift in action.raises)
        return self._effects.lifts(action, case, self._effects.changes(action, case))

    def _rises(self, lift: Raise, case: Case) -> bool:
        return any(
            self._can_improve(key, case.answers.get(key), lift)
            for key in self._sources.measured.get(lift.node, ())
            if key in case.visible and lift.question in (None, key)
        )

    def _can_improve(self, question: str, answer: Answer | None, lift: Raise) -> bool:
        known = (question, lift.levels, lift.up_to, tuple(lift.options), self._standing(question, answer))
        if known not in self._improvable:
            if len(self._improvable) >= MOST_REMEMBERED:
                self._improvable.clear()
            better = improved_answer(self._sources.questions[question], answer, lift)
            self._improvable[known] = better is not None
        return self._improvable[known]

    def _standing(self, question: str, answer: Answer | None) -> object:
        """What an answer has to do with getting better: of a number in bands only what it earns."""
        credit_of = self._banded.get(question)
        if credit_of is None or answer is None or answer.value is None:
            return None if answer is None else (answer.state, repr(answer.value))
        return credit_of(answer.value)

    def _is_plain(self, action: Action) -> bool:
        """No part below the raised nodes counts nothing, hands up something else, or is asked because of another part."""
        raised = [self._nodes[lift.node] for lift in action.raises if lift.node in self._nodes]
        questions = {key for node in raised for key in self._sources.measured[node.key]}
        return all(_adds_up(node) for node in raised) and not any(
            self._is_entangled(self._sources.questions[key], questions) for key in questions
        )

    def _is_entangled(self, question: Question, others: set[str]) -> bool:
        return question.reading is not None or not others.isdisjoint(self._shown_by(question))

    def _shown_by(self, question: Question) -> Iterator[str]:
        """The questions whose answers decide whether `question` is asked, those behind them included."""
        seen: set[str] = set()
        waiting = [question]
        while waiting:
            condition = waiting.pop().visible_if
            for test in comparisons_of(condition) if condition is not None else ():
                for key in self._sources.behind(test.fact):
                    if key not in seen:
                        seen.add(key)
                        waiting.append(self._sources.questions[key])
                        yield key


def _adds_up(top: Node) -> bool:
    below = [node for _, node in walk.nodes_below(top)]
    return all(
        node.aggregate in ADDING
        and (node is top or (node.passes is Passes.SCORE and (node.weight is None or node.weight > 0)))
        and all(measure.weight > 0 and not measure.credits and not measure.points for measure in node.measures)
        for node in below
    )
