"""Published figures beside an enterprise's own answer, compared only where both measure the same thing.

A mean of rates (numerical control of key processes) stands beside one firm's rate. A share of firms (those that use a
design tool at all) cannot: there the only honest sentence is whether the firm belongs to that group.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from django.utils import translation
from django.utils.translation import gettext

from assessment.scoring.answers import Answer, AnswerState, number_of
from assessment.scoring.credit import CHOICES, NUMBERS, NotScorable, credit_function
from assessment.scoring.document import BankDocument, Kind, Question, ReferenceLine
from assessment.scoring.explain_values import with_unit
from assessment.scoring.figures import rounded, shown_number
from assessment.scoring.texts import localise

COMPARED_DECIMALS = 1
GROUP_KINDS = CHOICES | {Kind.MULTI}


class Standing(StrEnum):
    ABOVE = "above"
    EQUAL = "equal"
    BELOW = "below"
    REACHED = "reached"
    NOT_REACHED = "not_reached"
    IN_GROUP = "in_group"
    NOT_IN_GROUP = "not_in_group"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Reading:
    """One reference line in one language. `own` is the answer in the line's unit, None where there is none to show."""

    line: str
    title: str
    figure: str
    period: str
    scope: str
    source: str
    url: str
    own: str | None
    standing: Standing
    sentence: str


def read_against(question: Question, answer: Answer | None, document: BankDocument, locale: str) -> tuple[Reading, ...]:
    """This function will return what the reference lines of `question` say about `answer`, in the question's order."""
    lines = {line.key: line for line in document.reference_lines}
    chosen = [lines[key] for key in question.reference_lines]
    with translation.override(locale):
        return tuple(_read(question, answer, line, locale) for line in chosen)


def lines_in_use(document: BankDocument) -> tuple[tuple[ReferenceLine, tuple[Question, ...]], ...]:
    """This function will return every reference line with the questions that are read against it, in document order."""
    questions = [question for section in document.sections for question in section.questions]
    return tuple((line, tuple(_questions_of(line, questions))) for line in document.reference_lines)


def figure_of(line: ReferenceLine, locale: str) -> str:
    """This function will return the published value with its unit, such as "55.7 %", with no digit added or lost."""
    return _written(Fraction(line.value), line, locale)


def _questions_of(line: ReferenceLine, questions: Iterable[Question]) -> Iterable[Question]:
    return (question for question in questions if line.key in question.reference_lines)


def _read(question: Question, answer: Answer | None, line: ReferenceLine, locale: str) -> Reading:
    number = _own_number(question, answer, line)
    standing = _standing(question, answer, line, number)
    own = None if number is None else _written(number, line, locale)
    return Reading(
        line=line.key,
        title=localise(line.title, locale),
        figure=figure_of(line, locale),
        period=line.period,
        scope=localise(line.scope, locale),
        source=localise(line.source, locale),
        url=line.url,
        own=own,
        standing=standing,
        sentence=_sentence(standing, own, figure_of(line, locale)),
    )


def _own_number(question: Question, answer: Answer | None, line: ReferenceLine) -> Fraction | None:
    if answer is None or answer.state is not AnswerState.ANSWERED:
        return None
    return None if question.kind not in NUMBERS or line.kind == "share" else number_of(answer.value)


def _standing(question: Question, answer: Answer | None, line: ReferenceLine, number: Fraction | None) -> Standing:
    if line.kind == "share":
        return _membership(question, answer)
    if number is None or line.kind == "survey":
        return Standing.NOT_COMPARABLE
    decimals = _decimals(line)
    mine, published = rounded(number, decimals), rounded(line.value, decimals)
    if line.kind == "target":
        return Standing.REACHED if mine >= published else Standing.NOT_REACHED
    if mine == published:
        return Standing.EQUAL
    return Standing.ABOVE if mine > published else Standing.BELOW


def _membership(question: Question, answer: Answer | None) -> Standing:
    """The first option of such a question, without credit, says "not at all": any credit makes a firm one of the group."""
    if answer is None or answer.state is not AnswerState.ANSWERED or question.kind not in GROUP_KINDS:
        return Standing.NOT_COMPARABLE
    try:
        credit = credit_function(question)(answer.value)
    except NotScorable:
        return Standing.NOT_COMPARABLE
    return Standing.IN_GROUP if credit > 0 else Standing.NOT_IN_GROUP


def _sentence(standing: Standing, own: str | None, figure: str) -> str:
    slots = {"own": own, "figure": figure}
    match standing:
        case Standing.ABOVE:
            return gettext("You are above this average: %(own)s against %(figure)s.") % slots
        case Standing.EQUAL:
            return gettext("You are at this average: %(own)s.") % slots
        case Standing.BELOW:
            return gettext("You are below this average: %(own)s against %(figure)s.") % slots
        case Standing.REACHED:
            return gettext("You have reached this target: %(own)s against %(figure)s.") % slots
        case Standing.NOT_REACHED:
            return gettext("You have not reached this target: %(own)s against %(figure)s.") % slots
        case Standing.IN_GROUP:
            return gettext("You are in this group.")
        case Standing.NOT_IN_GROUP:
            return gettext("You are not in this group.")
        case _ if own is not None:
            return gettext("Your figure is %(own)s; this survey gives no average to compare it with.") % slots
        case _:
            return gettext("Your answer gives nothing to compare with this figure.")


def _written(number: Fraction, line: ReferenceLine, locale: str) -> str:
    return with_unit(shown_number(number, _decimals(line)), {locale: line.unit}, locale)


def _decimals(line: ReferenceLine) -> int:
    """Compared and shown with the same digits, so that no page ever says that 55.3 is above 55.3."""
    exponent = line.value.as_tuple().exponent
    return max(COMPARED_DECIMALS, -exponent if isinstance(exponent, int) else 0)
