"""How far a person has come: counts per section, and the time the rest will take."""

from collections.abc import Collection
from dataclasses import dataclass

from assessment.scoring.document import BankDocument, Section
from assessment.scoring.scorecard import Scope


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """`to_confirm` are answers of the round before that nobody has confirmed; they do not count as answered."""

    key: str
    answered: int
    total: int
    to_confirm: int = 0

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


def progress_of(
    document: BankDocument,
    scope: Scope,
    visible: Collection[str],
    answered: Collection[str],
    carried: Collection[str] = (),
) -> Progress:
    """This function will count the `visible` questions and those `answered` of them; "I don't know" is an answer.

    Answers that are only `carried` over from the round before are still to be confirmed.
    """
    counts = []
    for section in sections_in(document, scope):
        asked = [question.key for question in section.questions if question.key in visible]
        to_confirm = sum(key in carried for key in asked)
        done = sum(key in answered and key not in carried for key in asked)
        counts.append(SectionProgress(section.key, done, len(asked), to_confirm))
    done, total = sum(each.answered for each in counts), sum(each.total for each in counts)
    seconds = (total - done) * document.seconds_per_question
    return Progress(tuple(counts), done, total, -(-seconds // 60))
