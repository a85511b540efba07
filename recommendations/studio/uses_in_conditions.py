"""What a condition asks about: questions with their options, nodes, and levels by their numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessment.scoring import walk
from assessment.scoring.check_conditions import comparisons_of
from assessment.scoring.conditions import Condition, Test
from assessment.scoring.document import BankDocument, Kind
from assessment.scoring.facts import SIZE_CLASS
from assessment.scoring.ladders import ladders_of
from assessment.scoring.texts import Text, localise

THE_BANKS = "levels"
OF_ANSWERS = frozenset({"answer", "profile"})
OF_QUESTIONS = frozenset({"answer", "profile", "unknown", "contribution"})
OF_NODES = frozenset({"node", "level", "coverage", "rank"})


@dataclass(frozen=True, slots=True)
class Reference:
    """At `place` somebody refers to the part of `family` that `key` names."""

    family: str
    key: str
    place: str
    words: str


def called(title: Text | None, key: str) -> str:
    """This function will return a part's title in the reader's language with its key behind it."""
    if not title:
        return key
    return _("“%(title)s” (%(key)s)") % {"title": localise(title, get_language() or ""), "key": key}


class Asking:
    """Reads the conditions that ask about one bank."""

    def __init__(self, bank: BankDocument) -> None:
        self._tables = {question.key for _, _, question in walk.questions(bank) if question.kind is Kind.TABLE}
        self._ladder = {node.key: node.ladder or THE_BANKS for _, node in walk.nodes(bank)}
        self._levels = {node: [level.key for level in levels] for node, levels in ladders_of(bank).items()}
        self._root = bank.tree.key

    def references(self, condition: Condition | None, place: str, words: str) -> Iterator[Reference]:
        """This function will yield what a condition refers to; `place` and `words` are those of the condition."""
        for test in comparisons_of(condition) if condition is not None else []:
            for family, key in self._named(test):
                yield Reference(family, key, place, words)

    def _named(self, test: Test) -> Iterator[tuple[str, str]]:
        kind, _dot, key = test.fact.partition(".")
        if test.fact == SIZE_CLASS:
            yield from (("size_class", str(value)) for value in values_of(test.value))
        elif kind in OF_QUESTIONS:
            yield "question", key
            if kind in OF_ANSWERS:
                yield from self._options(key, test.value)
        elif kind in OF_NODES:
            if key:
                yield "node", key
            if kind == "level":
                yield from self._from_level(key or self._root, test.value)

    def _options(self, question: str, value: Any) -> Iterator[tuple[str, str]]:
        for chosen in values_of(value):
            row, colon, option = str(chosen).partition(":")
            if question in self._tables and colon:
                yield "row", f"{question}.{row}"
                yield "option", f"{question}.{option}"
            else:
                yield "option", f"{question}.{chosen}"

    def _from_level(self, node: str, value: Any) -> Iterator[tuple[str, str]]:
        """Levels are asked for by number: without one, those above it would be called by the number of another."""
        numbers = [number for number in values_of(value) if isinstance(number, int | float)]
        names = self._levels.get(node, [])
        for index, level in enumerate(names):
            if numbers and max(numbers) >= index:
                yield "level", f"{self._ladder[node]}.{level}"


def values_of(value: Any) -> list[Any]:
    """This function will return what a comparison compares with, one or several, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def chosen_in(question: str, raw: object, tables: Mapping[str, object] | frozenset[str]) -> Iterator[tuple[str, str]]:
    """This function will yield the options, and the rows of a table, that an answer in a worked example names."""
    if isinstance(raw, Mapping) and question in tables:
        for row, ticks in raw.items():
            yield "row", f"{question}.{row}"
            yield from (("option", f"{question}.{tick}") for tick in values_of(ticks))
    elif not isinstance(raw, Mapping):
        yield from (("option", f"{question}.{each}") for each in values_of(raw) if isinstance(each, str))
