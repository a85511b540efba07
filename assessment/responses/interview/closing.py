"""What is left to do in an interview: open and unknown questions, reasons nobody gave, answers that do not fit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from assessment.responses.bank_words import marked
from assessment.responses.interview.sides import Sides
from assessment.responses.progress import sections_in
from assessment.scoring.answers import AnswerState
from assessment.scoring.document import Question
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope


@dataclass(frozen=True, slots=True)
class Line:
    """One question, as a link to its place on the same page."""

    key: str
    text: SafeString
    required: bool


@dataclass(frozen=True, slots=True)
class Unfitting:
    message: SafeString
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """`open` have no answer of either side; of `unverified` only the enterprise's own stands; `missing` lack a reason."""

    open: tuple[Line, ...]
    unverified: tuple[Line, ...]
    unknown: tuple[Line, ...]
    missing: tuple[Line, ...]
    unfitting: tuple[Unfitting, ...]

    @property
    def is_clear(self) -> bool:
        return not (self.open or self.unverified or self.unknown or self.missing or self.unfitting)


def closing_of(scorer: Scorer, scope: Scope, sides: Sides, visible: frozenset[str]) -> Closing:
    """This function will return what is left, in the order of asking."""
    standing, locale = sides.standing, get_language()
    asked = [
        question
        for section in sections_in(scorer.document, scope)
        for question in section.questions
        if question.key in visible
    ]

    def line(question: Question) -> Line:
        return Line(question.key, marked(question.text, locale), question.required)

    def lines(is_meant: Callable[[str], bool]) -> tuple[Line, ...]:
        return tuple(line(question) for question in asked if is_meant(question.key))

    def is_unknown(key: str) -> bool:
        answer = standing.get(key)
        return answer is not None and answer.state is AnswerState.UNKNOWN

    return Closing(
        open=lines(lambda key: key not in standing),
        unverified=lines(lambda key: key in sides.own.answers and key not in sides.verified.answers),
        unknown=lines(is_unknown),
        missing=lines(sides.lacks_reason),
        unfitting=tuple(_unfitting(scorer, scope, sides, [(each.key, line(each)) for each in asked])),
    )


def _unfitting(scorer: Scorer, scope: Scope, sides: Sides, asked: Iterable[tuple[str, Line]]) -> list[Unfitting]:
    found, lines = set(scorer.score(sides.standing, scope).inconsistent), dict(asked)
    return [
        Unfitting(marked(check.message, get_language()), tuple(lines[key] for key in check.questions if key in lines))
        for check in scorer.document.consistency
        if check.key in found
    ]
