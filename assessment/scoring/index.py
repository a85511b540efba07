"""A bank document, indexed once per process and release for everything that reads it often."""

from collections.abc import Callable
from fractions import Fraction

from assessment.scoring.answers import Value, number_of
from assessment.scoring.credit import NUMBERS
from assessment.scoring.document import BankDocument, Kind, Level, Question, Section
from assessment.scoring.tree import Tree

FactValue = str | int | Fraction | frozenset[str]


class BankIndex:
    """Questions in order, their sections, the profile, and the prepared tree of one bank document."""

    def __init__(self, document: BankDocument) -> None:
        self.document = document
        self.questions = {question.key: question for section in document.sections for question in section.questions}
        self.section_of: dict[str, Section] = {
            question.key: section for section in document.sections for question in section.questions
        }
        self.profile = frozenset(key for key, section in self.section_of.items() if section.profile)
        self.core = frozenset(key for key, question in self.questions.items() if question.core) | self.profile
        self.fact_of = {key: fact_function(question) for key, question in self.questions.items()}
        self.tree = Tree(document)
        self.levels: tuple[Level, ...] = tuple(document.levels)

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
        return lambda value: (
            frozenset(f"{row}:{option}" for row, option in value.items()) if isinstance(value, dict) else frozenset()
        )
    return str
