"""How far a person has come: counts per section, and the time the rest will take."""

from collections.abc import Collection
from dataclasses import dataclass

from assessment.scoring.document import BankDocument, Section
from assessment.scoring.scorecard import Scope


@dataclass(frozen=True, slots=True)
class SectionProgress:
    key: str
    answered: int
    total: int

    @property
    def is_complete(self) -> bool:
        return self.answered == self.total


@dataclass(frozen=True, slots=True)
class Progress:
    """`minutes` is rounded up: the last question still takes a minute, none takes none."""

    sections: tuple[SectionProgress, ...]
    answered: int
    total: int
    minutes: int


def sections_in(document: BankDocument, scope: Scope) -> list[Section]:
    """This function will return the sections that have at least one question in `scope`, in order."""
    if scope is Scope.FULL:
        return list(document.sections)
    return [section for section in document.sections if section.profile or any(each.core for each in section.questions)]


def progress_of(document: BankDocument, scope: Scope, visible: Collection[str], answered: Collection[str]) -> Progress:
    """This function will count the `visible` questions and those `answered` of them; "I don't know" is an answer."""
    counts = []
    for section in sections_in(document, scope):
        asked = [question.key for question in section.questions if question.key in visible]
        counts.append(SectionProgress(section.key, sum(key in answered for key in asked), len(asked)))
    done, total = sum(each.answered for each in counts), sum(each.total for each in counts)
    seconds = (total - done) * document.seconds_per_question
    return Progress(tuple(counts), done, total, -(-seconds // 60))
