"""The lines of an interview form: which cell of it says what of which question, in one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from assessment.responses.entries import CHOICES, NOTHING, alternatives_of, is_ticked
from assessment.responses.progress import sections_in
from assessment.scoring.answers import AnswerState
from assessment.scoring.document import Kind, Question
from assessment.scoring.explain import explain_condition
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from assessment.scoring.texts import localise

TICK = "x"
TICKS = frozenset({TICK, "X", "✓", "√", "1", "是", "yes", "Yes", "YES"})
NUMERATOR, DENOMINATOR = "numerator", "denominator"


class Cell(StrEnum):
    """What may stand in the answer's cell of a line: one of `choices`, a tick, or what is typed."""

    CHOICE = "choice"
    TICK = "tick"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class FormRow:
    """`key` is the question's, or QUESTION/PART. `choices` are by label; `how` says what to write."""

    key: str
    question: Question
    text: str
    cell: Cell
    choices: dict[str, str]
    how: str = ""
    condition: str = ""

    @property
    def is_head(self) -> bool:
        return "/" not in self.key


@dataclass(frozen=True, slots=True)
class FormSection:
    title: str
    rows: tuple[FormRow, ...]


def alternative_words() -> dict[str, str]:
    """This function will return the words for answers without a value, as on the page, by what they mean."""
    return {
        NOTHING: _("None of these"),
        AnswerState.NOT_APPLICABLE.value: _("Does not apply to us"),
        AnswerState.UNKNOWN.value: _("I don’t know"),
    }


def form_sections(scorer: Scorer, scope: Scope, locale: str) -> list[FormSection]:
    """This function will return all lines in the order of asking; questions under a condition say it in words.

    The language `locale` must be the active one.
    """
    return [
        FormSection(
            localise(section.title, locale),
            tuple(
                row
                for question in section.questions
                if scope is Scope.FULL or question.key in scorer.index.core
                for row in _rows(question, scorer, locale)
            ),
        )
        for section in sections_in(scorer.document, scope)
    ]


def _rows(question: Question, scorer: Scorer, locale: str) -> Iterator[FormRow]:
    words = alternative_words()
    alternatives = {words[word]: word for word in alternatives_of(question)}
    options = {localise(option.label, locale): option.key for option in question.options}
    typed = question.kind in (Kind.NUMBER, Kind.PERCENT, Kind.TEXT)
    head = (options if question.kind in CHOICES else {}) | alternatives
    condition = explain_condition(question.visible_if, scorer.document, locale) if question.visible_if else ""
    cell = Cell.TYPED if typed else Cell.CHOICE
    yield FormRow(
        question.key, question, localise(question.text, locale), cell, head, _how(question, locale), condition
    )
    if question.kind is Kind.MULTI:
        for label, key in options.items():
            yield FormRow(f"{question.key}/{key}", question, label, Cell.TICK, {})
    for row in question.rows:
        label = localise(row.label, locale)
        if not is_ticked(question):
            yield FormRow(f"{question.key}/{row.key}", question, label, Cell.CHOICE, options)
            continue
        for option, key in options.items():
            yield FormRow(f"{question.key}/{row.key}/{key}", question, f"{label}: {option}", Cell.TICK, {})
    if question.ratio:
        for part in (NUMERATOR, DENOMINATOR):
            text = localise(getattr(question.ratio, part), locale)
            yield FormRow(f"{question.key}/{part}", question, text, Cell.TYPED, {}, _("a number"))


def _how(question: Question, locale: str) -> str:
    if question.kind is Kind.TEXT:
        return _("text")
    if question.kind in (Kind.NUMBER, Kind.PERCENT):
        unit = localise(question.unit, locale) or ("%" if question.kind is Kind.PERCENT else "")
        return _("a number (%(unit)s)") % {"unit": unit} if unit else _("a number")
    if question.kind is Kind.MULTI or is_ticked(question):
        return _("x in the lines below")
    return _("choose in the lines below") if question.rows else _("choose from the list")
