"""The items of a bank: which questions are measured at or below each node, and what each answer is worth there."""

from collections.abc import Container, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache

from assessment.scoring.answers import Answer, AnswerState, Value
from assessment.scoring.credit import CreditOf
from assessment.scoring.document import BankDocument, Node
from assessment.scoring.item_analysis import Group, StudiedItem
from assessment.scoring.item_analysis_columns import Cell, Column, Gap
from assessment.scoring.items import Items
from assessment.scoring.scales import Scales
from assessment.scoring.walk import nodes, questions

MOST_REMEMBERED = 1024

Respondent = tuple[Mapping[str, Answer], Container[str]]


class ItemReader:
    """Reads the answers of respondents as credits of items.

    A question that is worth something else in one node is an item of its own there. Questions of a reading that counts
    in no score, such as how sure one is of an answer, are no items.
    """

    def __init__(self, document: BankDocument) -> None:
        tree = [node for _, node in nodes(document)]
        self._items = Items(document, tree, Scales(document))
        silent = {reading.key for reading in document.readings if not reading.counts}
        asked = [question.key for _, _, question in questions(document) if question.reading not in silent]
        self.items = tuple(
            StudiedItem(key, item.question, float(Fraction(item.best) / self._items.unit))
            for question in asked
            for key, item in self._items.items.items()
            if item.question == question
        )
        self.groups = tuple(Group(node.key, self._below(node)) for node in tree)

    def _below(self, node: Node) -> tuple[str, ...]:
        below = {self._items.key(each, measure) for each in _with_descendants(node) for measure in each.measures}
        return tuple(item.key for item in self.items if item.key in below)

    def columns(self, respondents: Iterable[Respondent]) -> tuple[int, dict[str, Column]]:
        """This function will return how many respondents there are and each item's column over all of them.

        A respondent is the answers by question and the keys of the questions that were asked; they are read one by one.
        """
        cells: dict[str, list[Cell]] = {item.key: [] for item in self.items}
        readers = [
            (item.question, cells[item.key], _CellReader(self._items.items[item.key].credit, self._items.unit).read)
            for item in self.items
        ]
        n = 0
        for answers, asked in respondents:
            n += 1
            for question, column, read in readers:
                column.append(read(answers.get(question)) if question in asked else Gap.NOT_ASKED)
        return n, {key: Column(column) for key, column in cells.items()}


def _with_descendants(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _with_descendants(child)


class _CellReader:
    """Remembers the credit of values that are plain text: most answers are one of a few option keys."""

    def __init__(self, credit: CreditOf, unit: int) -> None:
        self._credit, self._unit = credit, unit
        self._remembered = lru_cache(maxsize=MOST_REMEMBERED)(self._credit_of)

    def _credit_of(self, value: Value) -> float:
        return float(Fraction(self._credit(value)) / self._unit)

    def read(self, answer: Answer | None) -> Cell:
        if answer is None:
            return Gap.UNANSWERED
        if answer.state is AnswerState.UNKNOWN:
            return Gap.UNKNOWN
        if answer.state is AnswerState.NOT_APPLICABLE:
            return Gap.NOT_ASKED
        return self._remembered(answer.value) if isinstance(answer.value, str) else self._credit_of(answer.value)
