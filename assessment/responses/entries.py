"""What stands in the fields of one question, whether it was stored, typed and refused, or not there at all.

Field names on the page: `q.KEY`, and for some kinds `q.KEY.alt`, `q.KEY.numerator`, `q.KEY.denominator`,
`q.KEY.row.ROW`. Keys contain no dots, so names never meet.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from assessment.scoring.answers import RESERVED, Answer, AnswerState, InvalidAnswer
from assessment.scoring.document import Kind, Question

CHOICES = frozenset({Kind.SINGLE, Kind.YES_NO, Kind.LIKERT})
# Beyond this many options a list to open is quicker to read than a column of buttons.
MOST_BUTTONS = 9
# Ticked where a list or a table of ticks has none: an answer, unlike a question that nobody has looked at.
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Entry:
    """`alternative` is `unknown`, `not_applicable`, NOTHING or empty. All others are as a person would type them."""

    chosen: tuple[str, ...] = ()
    alternative: str = ""
    text: str = ""
    numerator: str = ""
    denominator: str = ""
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


EMPTY = Entry()


def alternatives_of(question: Question) -> list[str]:
    """This function will return what may be said of the whole question instead of giving a value."""
    allowed = [NOTHING] if _may_stay_empty(question) else []
    if question.allow_not_applicable:
        allowed.append(AnswerState.NOT_APPLICABLE.value)
    if question.allow_unknown:
        allowed.append(AnswerState.UNKNOWN.value)
    return allowed


def is_ticked(question: Question) -> bool:
    """This function will say whether any number of options may be ticked in each row of a table."""
    return question.kind is Kind.TABLE and question.multiple


def _may_stay_empty(question: Question) -> bool:
    """A list with an option that says none has to have it ticked instead."""
    if question.kind is Kind.MULTI:
        return not any(option.exclusive for option in question.options)
    return is_ticked(question)


def is_select(question: Question) -> bool:
    return question.kind in CHOICES and len(question.options) > MOST_BUTTONS


def entry_of(question: Question, answer: Answer | None) -> Entry:
    """This function will return the fields that show `answer`; None means nothing was answered."""
    if answer is None:
        return EMPTY
    if answer.state is not AnswerState.ANSWERED:
        return Entry(alternative=answer.state.value)
    value = answer.value
    if isinstance(value, list):
        return Entry(chosen=tuple(value)) if value else Entry(alternative=NOTHING)
    if isinstance(value, dict):
        return _table_entry(value) if question.kind is Kind.TABLE else Entry(**value)
    return Entry(chosen=(value or "",)) if question.kind in CHOICES else Entry(text=value or "")


def _table_entry(value: Mapping[str, str | list[str]]) -> Entry:
    if not value:
        return Entry(alternative=NOTHING)
    return Entry(rows={row: (ticks,) if isinstance(ticks, str) else tuple(ticks) for row, ticks in value.items()})


def read_entry(question: Question, data: QueryDict) -> Entry:
    """This function will return what a form without JavaScript sent for `question`."""
    name = f"q.{question.key}"
    sent = data.getlist(name)
    if question.kind in CHOICES:
        alternatives = [item for item in sent if item in RESERVED]
        chosen = tuple(item for item in sent if item and item not in RESERVED)
        return Entry(chosen=chosen, alternative=alternatives[0] if alternatives else "")
    said = data.get(f"{name}.alt", "")
    alternative = said if said in RESERVED or said in alternatives_of(question) else ""
    if question.kind is Kind.MULTI:
        return Entry(chosen=tuple(item for item in sent if item), alternative=alternative)
    if question.kind is Kind.TABLE:
        rows = {row.key: _ticks(question, data.getlist(f"{name}.row.{row.key}")) for row in question.rows}
        return Entry(alternative=alternative, rows={key: ticks for key, ticks in rows.items() if ticks})
    text = data.get(name, "").strip()
    if question.ratio is None:
        return Entry(alternative=alternative, text=text)
    numerator, denominator = (data.get(f"{name}.{part}", "").strip() for part in ("numerator", "denominator"))
    return Entry(alternative=alternative, text=text, numerator=numerator, denominator=denominator)


def _ticks(question: Question, sent: list[str]) -> tuple[str, ...]:
    ticks = tuple(option for option in sent if option)
    return ticks if is_ticked(question) else ticks[-1:]


def raw_answer(question: Question, entry: Entry, before: Entry) -> object:
    """This function will return what `read_typed` reads, or None if the fields say nothing.

    Fields can contradict each other: a number beside a ticked "I don't know". What differs from `before`, the fields
    as they were shown, is what the person meant; if both differ, `InvalidAnswer` asks which.
    """
    value = _raw_value(question, entry, before)
    if not entry.alternative:
        return value
    said = _nothing(question) if entry.alternative == NOTHING else AnswerState(entry.alternative)
    if value is None or _is_begun(question, entry):
        return said
    return _meant(
        value,
        said,
        value == _raw_value(question, before, before),
        entry.alternative == before.alternative,
        code="ticks_and_nothing" if entry.alternative == NOTHING else "value_and_alternative",
    )


def _nothing(question: Question) -> object:
    return [] if question.kind is Kind.MULTI else {}


def _is_begun(question: Question, entry: Entry) -> bool:
    """Without JavaScript no row can be cleared again: beside a word for the whole table, some rows do not count."""
    return question.kind is Kind.TABLE and not question.multiple and len(entry.rows) < len(question.rows)


def _raw_value(question: Question, entry: Entry, before: Entry) -> object:
    if question.kind is Kind.MULTI:
        return list(entry.chosen) or None
    if question.kind is Kind.TABLE:
        return {row: list(ticks) if is_ticked(question) else ticks[0] for row, ticks in entry.rows.items()} or None
    if question.kind in CHOICES:
        return entry.chosen[0] if entry.chosen else None
    if not (entry.numerator or entry.denominator):
        return entry.text or None
    counts = {"numerator": entry.numerator, "denominator": entry.denominator}
    if not entry.text:
        return counts
    same_counts = (entry.numerator, entry.denominator) == (before.numerator, before.denominator)
    return _meant(entry.text, counts, entry.text == before.text, same_counts, code="share_and_counts")


def _meant(
    first: object, second: object, first_is_old: bool, second_is_old: bool, code: str = "value_and_alternative"
) -> object:
    if first_is_old == second_is_old:
        raise InvalidAnswer(code)
    return second if first_is_old else first
