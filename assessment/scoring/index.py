"""A bank document, indexed once per process and release for everything that reads it often."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from assessment.scoring import walk
from assessment.scoring.answers import Value, number_of
from assessment.scoring.credit import NUMBERS
from assessment.scoring.document import BankDocument, Kind, Level, Question, Section
from assessment.scoring.ladders import ladders_of
from assessment.scoring.tree import Tree

FactValue = str | int | Fraction | frozenset[str]


class BankIndex:
    """Questions in order, their sections, the profile, and the prepared tree of one bank document."""

    def __init__(self, document: BankDocument) -> None:
        self.document = document
        self.questions = walk.questions_by_key(document)
        self.section_of: dict[str, Section] = {
            question.key: section for section in document.sections for question in section.questions
        }
        self.profile = frozenset(key for key, section in self.section_of.items() if section.profile)
        self.core = frozenset(key for key, question in self.questions.items() if question.core) | self.profile
        self.fact_of = {key: fact_function(question) for key, question in self.questions.items()}
        self.tree = Tree(document)
        self.levels: tuple[Level, ...] = tuple(document.levels)
        self.ladders: Mapping[str, tuple[Level, ...]] = ladders_of(document)
        self.own_ladders = {node.key: node.ladder for _, node in walk.nodes(document) if node.ladder is not None}
        self.readings = {reading.key: self._asked_by(reading.key) for reading in document.readings}
        silent = [self.readings[reading.key] for reading in document.readings if not reading.counts]
        self.silent: frozenset[str] = frozenset().union(*silent)

    def _asked_by(self, reading: str) -> frozenset[str]:
        return frozenset(key for key, question in self.questions.items() if question.reading == reading)

    def siblings(self, key: str) -> tuple[str, ...]:
        """This function will return the nodes under the same parent as node `key`, itself included."""
        parent = self.tree.branches[key].parent
        return tuple(child.key for child in self.tree.branches[parent].children) if parent else (key,)


def fact_function(question: Question) -> Callable[[Value], FactValue]:
    """This function will return the function from a canonical value to what conditions see of it.

    That is a number, an option key, a set of option keys, or for tables a set of row:option.
    """
    if question.kind in NUMBERS:
        return number_of
    if question.kind is Kind.MULTI:
        return lambda value: frozenset(value or ())
    if question.kind is Kind.TABLE:
        return _row_options
    return str


def _row_options(value: Value) -> frozenset[str]:
    rows = value.items() if isinstance(value, dict) else ()
    return frozenset(
        f"{row}:{key}" for row, chosen in rows for key in ([chosen] if isinstance(chosen, str) else chosen)
    )
