"""Which questions stand behind a fact, and which of them would settle what is still open."""

from collections.abc import Iterator, Mapping

from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.conditions import Condition
from assessment.scoring.document import BankDocument, Node, Question
from assessment.scoring.evaluate import evaluate
from assessment.scoring.facts import Lookup
from recommendations.rules.witnesses import witnesses

OF_QUESTIONS = frozenset({"answer", "profile", "unknown", "contribution"})
OF_NODES = frozenset({"node", "level", "coverage", "rank"})
SIZE_CLASS = "size_class"


class Sources:
    """The way back from facts to questions, for one bank; what it measures without asking it leads nowhere."""

    def __init__(self, document: BankDocument) -> None:
        self.questions: dict[str, Question] = {
            question.key: question for section in document.sections for question in section.questions
        }
        self._order = {key: place for place, key in enumerate(self.questions)}
        self.measured: dict[str, tuple[str, ...]] = {}
        self._collect(document.tree)
        self._root = document.tree.key
        self._size = (document.size.employees, document.size.revenue, document.size.sector) if document.size else ()

    def _collect(self, node: Node) -> set[str]:
        below = {measure.question for measure in node.measures}
        for child in node.children:
            below |= self._collect(child)
        known = (key for key in below if key in self._order)
        self.measured[node.key] = tuple(sorted(known, key=self._order.__getitem__))
        return below

    def behind(self, fact: str) -> tuple[str, ...]:
        """This function will return the questions behind `fact`, in the order of asking; () for a name not known here."""
        kind, _, key = fact.partition(".")
        if kind in OF_NODES:
            return self.measured.get(key or self._root, ())
        if kind == "profile" and key == SIZE_CLASS:
            return self._size
        return (key,) if kind in OF_QUESTIONS and key in self.questions else ()

    def node_of(self, fact: str) -> str | None:
        """This function will return the node that `fact` speaks of, or None when it speaks of a question."""
        kind, _, key = fact.partition(".")
        return (key or self._root) if kind in OF_NODES else None

    def deciding(
        self, condition: Condition, lookup: Lookup, answers: Mapping[str, Answer], visible: frozenset[str]
    ) -> tuple[str, ...]:
        """This function will return the questions that could settle a condition that cannot be told yet.

        Those are the questions, without an answer or answered "I don't know", behind its open tests; for one that is
        hidden only because its own condition is open, the questions that would settle that. What is hidden for good
        or does not apply can settle nothing and is left out.
        """
        return tuple(dict.fromkeys(self._deciding(condition, lookup, answers, visible)))

    def _deciding(
        self, condition: Condition, lookup: Lookup, answers: Mapping[str, Answer], visible: frozenset[str]
    ) -> Iterator[str]:
        for test in witnesses(condition, lookup, None):
            for key in self.behind(test.fact):
                shown_if = self.questions[key].visible_if
                if key in visible:
                    if key not in answers or answers[key].state is AnswerState.UNKNOWN:
                        yield key
                elif shown_if is not None and evaluate(shown_if, lookup) is None:
                    yield from self._deciding(shown_if, lookup, answers, visible)
