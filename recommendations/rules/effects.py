"""What an action changes in a case, and what that gains: the answers it lifts, scored again."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from assessment.scoring.evaluate import evaluate
from assessment.scoring.scorecard import NodeScore
from recommendations.rules.advice import Change
from recommendations.rules.case import Case
from recommendations.rules.document import Action
from recommendations.rules.improve import credit_of, improved_answers
from recommendations.rules.sources import Sources

ZERO = Fraction(0)


class Effects:
    """Advice and plans ask here, so that both speak of the same changes and the same points."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def suits(self, action: Action, case: Case) -> bool:
        """This function will return whether nothing known speaks against `action`; raises what a faulty condition does."""
        return action.suits is None or evaluate(action.suits, case.lookup) is not False

    def changes(self, action: Action, case: Case) -> tuple[Change, ...]:
        """This function will return the answers that `action` changes, from where they stand now, in asking order."""
        measured = {
            lift.node: [
                self._sources.questions[key] for key in self._sources.measured.get(lift.node, ()) if key in case.visible
            ]
            for lift in action.raises
        }
        return improved_answers(action.raises, measured, case.answers)

    def gains(self, case: Case, changes: Iterable[Change]) -> dict[str, Fraction]:
        """This function will return the points gained per node on 0–100, in tree order, where there are any."""
        then = _scored(case, changes)
        gains = {key: (then[key].score or ZERO) - (node.score or ZERO) for key, node in case.scorecard.nodes.items()}
        return {key: gain for key, gain in gains.items() if gain}

    def lifts(self, action: Action, case: Case, changes: Iterable[Change]) -> bool:
        """This function will return whether `changes` gain points for some node that `action` raises."""
        then, now = _scored(case, changes), case.scorecard.nodes
        raised = [lift.node for lift in action.raises if lift.node in now]
        return any((then[node].score or ZERO) > (now[node].score or ZERO) for node in raised)

    def credits(self, changes: Iterable[Change]) -> tuple[Fraction, ...]:
        """This function will return what the new answers of `changes` earn, 0 to 1 each."""
        return tuple(credit_of(self._sources.questions[change.question], change.after) for change in changes)


def _scored(case: Case, changes: Iterable[Change]) -> Mapping[str, NodeScore]:
    return case.rescored({change.question: change.after for change in changes}).nodes
