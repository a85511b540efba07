"""What conditions may ask about: answers, profile, scores, levels, coverage, rank, and what is not known."""

from collections.abc import Callable, Container, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.index import BankIndex, FactValue
from assessment.scoring.scorecard import Contribution, LevelReached, NodeScore

Lookup = Callable[[str], FactValue | None]

YES, NO = "yes", "no"
SIZE_CLASS = "profile.size_class"


class UnknownFact(LookupError):
    """A condition names a fact that the bank does not have. The checker refuses it; at run time it is never ignored."""


class Scores(Protocol):
    """What facts need of a scorecard; while one is being made, its level is not there yet."""

    @property
    def nodes(self) -> Mapping[str, NodeScore]: ...
    @property
    def contributions(self) -> Mapping[str, tuple[Contribution, ...]]: ...
    @property
    def level(self) -> LevelReached | None: ...


class Facts:
    """The facts of one set of answers. Hidden questions have none; scores exist once `scores` are given."""

    def __init__(
        self,
        index: BankIndex,
        answers: Mapping[str, Answer],
        visible: Container[str],
        size_class: str | None = None,
        scores: Scores | None = None,
    ) -> None:
        self._index = index
        self._answers = answers
        self._visible = visible
        self._size_class = size_class
        self._scores = scores
        self._read: dict[str, FactValue] = {}

    def get(self, name: str) -> FactValue | None:
        """This function will return the value of the fact `name`, None if not known, or raise `UnknownFact`."""
        value = self._read.get(name)
        if value is None:
            value = self._find(name)
            if value is not None:
                self._read[name] = value
        return value

    def _find(self, name: str) -> FactValue | None:
        if name == "level":
            return self._scores.level.index if self._scores and self._scores.level else None
        if name == SIZE_CLASS and self._index.document.size:
            return self._size_class
        read, key = _reader_of(name)
        return read(self, key)

    def _require(self, key: str) -> None:
        if key not in self._index.questions:
            raise UnknownFact(f"answer.{key}")

    def _answer(self, key: str) -> FactValue | None:
        answer = self._answers.get(key)
        if answer is None or answer.value is None or key not in self._visible:
            self._require(key)
            return None
        return self._index.fact_of[key](answer.value)

    def _profile(self, key: str) -> FactValue | None:
        if key not in self._index.profile:
            raise UnknownFact(f"profile.{key}")
        return self._answer(key)

    def _unknown(self, key: str) -> FactValue:
        self._require(key)
        answer = self._answers.get(key)
        open_ = key in self._visible and (answer is None or answer.state is AnswerState.UNKNOWN)
        return YES if open_ else NO

    def _scored(self, key: str) -> NodeScore | None:
        if key not in self._index.tree:
            raise UnknownFact(f"node.{key}")
        return self._scores.nodes[key] if self._scores else None

    def _node(self, key: str) -> Fraction | None:
        node = self._scored(key)
        return node.points if node else None

    def _level(self, key: str) -> int | None:
        node = self._scored(key)
        return node.level if node else None

    def _coverage(self, key: str) -> Fraction | None:
        node = self._scored(key)
        return node.coverage if node else None

    def _rank(self, key: str) -> int | None:
        own = self._share(key)
        if own is None:
            return None
        siblings = [self._share(sibling) for sibling in self._index.siblings(key)]
        return 1 + sum(1 for score in siblings if score is not None and score < own)

    def _share(self, key: str) -> Fraction | None:
        node = self._scored(key)
        return node.shown if node else None

    def _contribution(self, key: str) -> Fraction | None:
        self._require(key)
        if self._scores is None:
            return None
        root = self._index.tree.root.key
        parts = self._scores.contributions[root]
        open_ = next((part.open for part in parts if part.question == key), None)
        return self._scores.nodes[root].on_scale(open_)


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


@lru_cache(maxsize=4096)
def _reader_of(name: str) -> tuple[Callable[[Facts, str], FactValue | None], str]:
    """The same few names are asked for again and again, with every set of answers."""
    prefix, _, key = name.partition(".")
    if prefix not in _READERS:
        raise UnknownFact(name)
    return _READERS[prefix], key
