"""What conditions may ask about: answers, profile, scores, levels, coverage, rank, and what is not known."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from assessment.scoring.answers import Answer, AnswerState, number_of
from assessment.scoring.credit import NUMBERS
from assessment.scoring.document import Kind, Question
from assessment.scoring.index import BankIndex
from assessment.scoring.scorecard import Scorecard

FactValue = str | int | Fraction | frozenset[str]
Lookup = Callable[[str], FactValue | None]

YES, NO = "yes", "no"
SIZE_CLASS = "profile.size_class"


class UnknownFact(LookupError):
    """A condition names a fact that the bank does not have. The checker refuses it; at run time it is never ignored."""


def answer_value(question: Question, answer: Answer | None) -> FactValue | None:
    """This function will return what a condition sees of an answer, or None where nothing is known."""
    if answer is None or answer.state is not AnswerState.ANSWERED or answer.value is None:
        return None
    value = answer.value
    if question.kind in NUMBERS:
        return number_of(value)
    if question.kind is Kind.MULTI:
        return frozenset(value)
    if isinstance(value, dict):
        return frozenset(f"{row}:{option}" for row, option in value.items())
    return value if isinstance(value, str) else None


class Facts:
    """The facts of one set of answers. Hidden questions have none; scores exist once a scorecard is given."""

    def __init__(
        self,
        index: BankIndex,
        answers: Mapping[str, Answer],
        visible: Mapping[str, bool] | frozenset[str],
        size_class: str | None = None,
        scorecard: Scorecard | None = None,
    ) -> None:
        self._index = index
        self._answers = answers
        self._visible = visible
        self._size_class = size_class
        self._scorecard = scorecard

    def get(self, name: str) -> FactValue | None:
        """This function will return the value of the fact `name`, None if not known, or raise `UnknownFact`."""
        if name == "level":
            return self._scorecard.level.index if self._scorecard else None
        if name == SIZE_CLASS and self._index.document.size:
            return self._size_class
        prefix, _, key = name.partition(".")
        read = _READERS.get(prefix)
        if read is None:
            raise UnknownFact(name)
        return read(self, key)

    def _question(self, key: str) -> Question:
        question = self._index.questions.get(key)
        if question is None:
            raise UnknownFact(f"answer.{key}")
        return question

    def _answer(self, key: str) -> FactValue | None:
        question = self._question(key)
        return answer_value(question, self._answers.get(key)) if key in self._visible else None

    def _profile(self, key: str) -> FactValue | None:
        if key not in self._index.profile:
            raise UnknownFact(f"profile.{key}")
        return self._answer(key)

    def _unknown(self, key: str) -> FactValue:
        self._question(key)
        answer = self._answers.get(key)
        open_ = key in self._visible and (answer is None or answer.state is AnswerState.UNKNOWN)
        return YES if open_ else NO

    def _known_node(self, key: str) -> str:
        if key not in self._index.tree:
            raise UnknownFact(f"node.{key}")
        return key

    def _node(self, key: str) -> Fraction | None:
        self._known_node(key)
        return self._scorecard.nodes[key].shown if self._scorecard else None

    def _level(self, key: str) -> int | None:
        self._known_node(key)
        return self._scorecard.nodes[key].level if self._scorecard else None

    def _coverage(self, key: str) -> Fraction | None:
        self._known_node(key)
        return self._scorecard.nodes[key].coverage if self._scorecard else None

    def _rank(self, key: str) -> int | None:
        own = self._node(key)
        if own is None or self._scorecard is None:
            return None
        siblings = [self._scorecard.nodes[sibling].shown for sibling in self._index.siblings(key)]
        return 1 + sum(1 for score in siblings if score is not None and score < own)

    def _contribution(self, key: str) -> Fraction | None:
        self._question(key)
        if self._scorecard is None:
            return None
        for contribution in self._scorecard.contributions[self._scorecard.root]:
            if contribution.question == key:
                return contribution.open
        return None


_READERS: dict[str, Callable[[Facts, str], FactValue | None]] = {
    "answer": Facts._answer,
    "profile": Facts._profile,
    "unknown": Facts._unknown,
    "node": Facts._node,
    "level": Facts._level,
    "coverage": Facts._coverage,
    "rank": Facts._rank,
    "contribution": Facts._contribution,
}
