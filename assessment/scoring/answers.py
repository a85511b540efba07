"""What was answered: three states, and one canonical value for each kind of question."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from typing import Any

from assessment.scoring.document import Kind, Question
from assessment.scoring.texts import reject_unstorable

TEXT_CHARACTERS = 2_000
TEXT_LINES = 40
NUMBER_CHARACTERS = 40
THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?")


class AnswerState(StrEnum):
    ANSWERED = "answered"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


RESERVED = frozenset({AnswerState.UNKNOWN.value, AnswerState.NOT_APPLICABLE.value})

Value = str | list[str] | dict[str, str] | dict[str, list[str]] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` is canonical (see `read_answer`) and None unless the state is `answered`."""

    state: AnswerState
    value: Value = None


UNKNOWN = Answer(AnswerState.UNKNOWN)
NOT_APPLICABLE = Answer(AnswerState.NOT_APPLICABLE)


class InvalidAnswer(ValueError):
    """A raw answer that the question does not admit. `code` and `params` let a page say it in any language."""

    def __init__(self, code: str, **params: Any) -> None:
        self.code = code
        self.params = params
        details = ", ".join(f"{name}: {value}" for name, value in params.items())
        super().__init__(f"{code.replace('_', ' ')} ({details})" if details else code.replace("_", " "))


def read_answer(question: Question, raw: object) -> Answer:
    """This function will return `raw` as the canonical answer to `question`, or raise `InvalidAnswer`.

    `raw` is `unknown`, `not_applicable`, or a value: an option key, a list of option keys, a number (as text or
    number), {numerator, denominator}, {row: option key}, {row: list of option keys} where several may be ticked in a
    row, or free text. Lists come back in the bank's order, rows without a tick are left out, numbers are plain decimal
    text, so that equal answers are equal as JSON.
    """
    if raw == AnswerState.UNKNOWN.value:
        if not question.allow_unknown:
            raise InvalidAnswer("unknown_not_allowed")
        return UNKNOWN
    if raw == AnswerState.NOT_APPLICABLE.value:
        if not question.allow_not_applicable:
            raise InvalidAnswer("not_applicable_not_allowed")
        return NOT_APPLICABLE
    return Answer(AnswerState.ANSWERED, _READERS[question.kind](question, raw))


def _read_option(question: Question, raw: object) -> str:
    keys = [option.key for option in question.options]
    if not isinstance(raw, str) or raw not in keys:
        raise InvalidAnswer("no_such_option", given=raw, allowed=", ".join(keys))
    return raw


def _read_options(question: Question, raw: object) -> list[str]:
    """Where an option says that none applies, it has to be chosen; otherwise an empty list says so."""
    if not isinstance(raw, list | tuple) or (not raw and any(option.exclusive for option in question.options)):
        raise InvalidAnswer("choose_at_least_one")
    return _read_ticks(question, raw)


def _read_ticks(question: Question, raw: Iterable[object]) -> list[str]:
    chosen = {_read_option(question, item) for item in raw}
    exclusive = [option.key for option in question.options if option.exclusive and option.key in chosen]
    if exclusive and len(chosen) > 1:
        raise InvalidAnswer("exclusive_option", option=exclusive[0])
    return [option.key for option in question.options if option.key in chosen]


def _read_decimal(raw: object) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, str | int | float | Decimal):
        raise InvalidAnswer("not_a_number", given=raw)
    written = str(raw).strip().rstrip("%％").strip().replace("，", ",")
    if "," in written and not THOUSANDS.fullmatch(written):  # 3,5 may mean three and a half: ask, never guess
        raise InvalidAnswer("not_a_number", given=raw)
    written = written.replace(",", "")
    try:
        number = Decimal(written) if 0 < len(written) <= NUMBER_CHARACTERS else Decimal("NaN")
    except InvalidOperation:
        raise InvalidAnswer("not_a_number", given=raw) from None
    if not number.is_finite() or abs(number.adjusted()) > NUMBER_CHARACTERS:
        raise InvalidAnswer("not_a_number", given=raw)
    return number


def plain(number: Decimal) -> str:
    """This function will return `number` as plain decimal text without exponent or trailing zeros."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _check_range(question: Question, number: Decimal) -> None:
    if question.minimum is not None and number < question.minimum:
        raise InvalidAnswer("below_minimum", minimum=plain(question.minimum))
    if question.maximum is not None and number > question.maximum:
        raise InvalidAnswer("above_maximum", maximum=plain(question.maximum))


def _read_number(question: Question, raw: object) -> str:
    number = _read_decimal(raw)
    _check_range(question, number)
    text = plain(number)
    if len(text.partition(".")[2]) > question.decimals:
        raise InvalidAnswer("too_many_decimals", decimals=question.decimals)
    return text


def _read_percent(question: Question, raw: object) -> str | dict[str, str]:
    if not isinstance(raw, Mapping):
        return _read_number(question, raw)
    if question.ratio is None or set(raw) != {"numerator", "denominator"}:
        raise InvalidAnswer("not_a_number", given=raw)
    numerator, denominator = _read_decimal(raw["numerator"]), _read_decimal(raw["denominator"])
    if denominator <= 0:
        raise InvalidAnswer("denominator_not_positive")
    if numerator < 0:
        raise InvalidAnswer("below_minimum", minimum="0")
    if question.maximum is not None and numerator * 100 > denominator * question.maximum:
        raise InvalidAnswer("part_above_whole")
    return {"numerator": plain(numerator), "denominator": plain(denominator)}


def _read_table(question: Question, raw: object) -> dict[str, str] | dict[str, list[str]]:
    if not isinstance(raw, Mapping):
        raise InvalidAnswer("answer_every_row", rows=", ".join(row.key for row in question.rows))
    rows = [row.key for row in question.rows]
    unknown = [key for key in raw if key not in rows]
    if unknown:
        raise InvalidAnswer("no_such_row", given=unknown[0], allowed=", ".join(rows))
    if question.multiple:
        return _read_ticked_rows(question, raw)
    missing = [key for key in rows if key not in raw]
    if missing:
        raise InvalidAnswer("answer_every_row", rows=", ".join(missing))
    return {key: _read_option(question, raw[key]) for key in rows}


def _read_ticked_rows(question: Question, raw: Mapping[str, object]) -> dict[str, list[str]]:
    """No tick at all is an answer: none of this. A row without ticks need not be named."""
    ticked = {}
    for row in question.rows:
        ticks = raw.get(row.key, ())
        if not isinstance(ticks, list | tuple):
            raise InvalidAnswer("list_the_ticks", row=row.key)
        if ticks:
            ticked[row.key] = _read_ticks(question, ticks)
    return ticked


def _read_text(question: Question, raw: object) -> str:
    if not isinstance(raw, str):
        raise InvalidAnswer("not_a_text")
    text = raw.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        raise InvalidAnswer("empty_text")
    if len(text) > TEXT_CHARACTERS or text.count("\n") >= TEXT_LINES:
        raise InvalidAnswer("text_too_long", characters=TEXT_CHARACTERS, lines=TEXT_LINES)
    try:
        return reject_unstorable(text)
    except ValueError:
        raise InvalidAnswer("unstorable_character") from None


_READERS: dict[Kind, Callable[[Question, object], Value]] = {
    Kind.SINGLE: _read_option,
    Kind.YES_NO: _read_option,
    Kind.LIKERT: _read_option,
    Kind.MULTI: _read_options,
    Kind.NUMBER: _read_number,
    Kind.PERCENT: _read_percent,
    Kind.TABLE: _read_table,
    Kind.TEXT: _read_text,
}


def number_of(value: Value) -> Fraction:
    """This function will return the exact number behind the canonical value of a number or percent question."""
    if isinstance(value, str):
        return Fraction(value)
    if isinstance(value, dict):
        part, whole = value["numerator"], value["denominator"]
        if isinstance(part, str) and isinstance(whole, str):
            return 100 * Fraction(part) / Fraction(whole)
    raise TypeError(f"not the value of a number: {value!r}")
