"""A bank document, indexed once per process and release for everything that reads it often."""

from assessment.scoring.document import BankDocument, Level, Section
from assessment.scoring.tree import Tree


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
        self.tree = Tree(document)
        self.levels: tuple[Level, ...] = tuple(document.levels)

    def siblings(self, key: str) -> tuple[str, ...]:
        """This function will return the nodes under the same parent as node `key`, itself included."""
        parent = self.tree.branches[key].parent
        return tuple(child.key for child in self.tree.branches[parent].children) if parent else (key,)
