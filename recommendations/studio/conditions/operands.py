"""What a fact is compared with, between the document (JSON) and the controls of one line (texts)."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Any

from assessment.scoring.answers import plain
from assessment.scoring.check_conditions import number_in
from assessment.scoring.conditions import Operator
from assessment.scoring.fact_catalogue import NUMBER_OPERATORS, Fact, FactType
from recommendations.studio.conditions.comparisons import fits, operator_of

Texts = tuple[str, ...]
WRITTEN = re.compile(r"-?\d{1,15}(\.\d{1,12})?", re.ASCII)
LARGEST_EXPONENT = 20
LARGEST_INTEGER = 10**15


class Control(StrEnum):
    """What stands behind the comparison; `raw`: what is written there fits no control and is shown as it is."""

    RAW = "raw"
    NOTHING = "nothing"
    ONE = "one"
    MANY = "many"
    NUMBER = "number"
    NUMBERS = "numbers"
    LEVEL = "level"
    LEVELS = "levels"


OF_SINGLE_OPTION = frozenset({Operator.IS, Operator.HAS})
FIELDS = {Control.ONE: 1, Control.NUMBER: 1, Control.LEVEL: 1, Control.NUMBERS: 2, Control.LEVELS: 2}
NUMBERS = frozenset({Control.NUMBER, Control.NUMBERS, Control.LEVEL, Control.LEVELS})


def control_of(fact: Fact | None, how: str) -> Control:
    """This function will return the control that asks for what `fact` is compared with."""
    if fact is None or not fits(how, fact):
        return Control.RAW
    operator = operator_of(how)
    if operator is Operator.KNOWN:
        return Control.NOTHING
    if operator in NUMBER_OPERATORS:
        is_level, is_range = fact.type is FactType.LEVEL, operator is Operator.BETWEEN
        if is_level:
            return Control.LEVELS if is_range else Control.LEVEL
        return Control.NUMBERS if is_range else Control.NUMBER
    return Control.ONE if operator in OF_SINGLE_OPTION else Control.MANY


def texts_of(value: Any, fact: Fact | None, control: Control) -> Texts | None:
    """This function will return what stands in the fields of `control` for `value`, None if it does not fit in there."""
    if control in {Control.RAW, Control.NOTHING}:
        return () if control is Control.NOTHING and value is None else None
    values = value if isinstance(value, list) else [value]
    is_listed = control in {Control.MANY, Control.NUMBERS, Control.LEVELS}
    if fact is None or value is None or isinstance(value, list) is not is_listed:
        return None
    if len(values) != FIELDS.get(control, len(values)):
        return None
    if control in NUMBERS:
        return tuple(_written(each, fact) for each in values)
    return tuple(values) if values and all(isinstance(each, str) for each in values) else None


def value_of(texts: Texts, fact: Fact, control: Control, before: Any) -> Any:
    """This function will return the value that `texts` say, None if they say none.

    `before` is the value that stood in the same fields: it is returned as it was if they still say it.
    """
    kept = texts_of(before, fact, control)
    if kept is not None and (kept == texts or (control is Control.MANY and set(kept) == set(texts))):
        return before
    if control is Control.MANY:
        return _listed(texts, fact, kept or ()) or None
    values = [_number(text, fact) if control in NUMBERS else text or None for text in texts]
    if len(values) != FIELDS.get(control) or None in values:
        return None
    return values if FIELDS[control] == 2 else values[0]


def adapted(texts: Texts, control: Control) -> Texts:
    """This function will return as much of `texts` as another control can take over."""
    if control not in FIELDS:
        return texts if control is Control.MANY else ()
    return (*texts, "", "")[: FIELDS[control]]


def _listed(texts: Texts, fact: Fact, kept: Texts) -> list[str]:
    """What was there keeps its order, what is new follows in the order of the options."""
    chosen = [text for text in kept if text in texts]
    return [*chosen, *(key for key in fact.options if key in texts and key not in chosen)]


def _written(value: Any, fact: Fact) -> str:
    number = number_in(value)
    if number is None or abs(number.adjusted()) > LARGEST_EXPONENT:
        return str(value)
    return plain(number * 100 if fact.is_share else number)


def _number(text: str, fact: Fact) -> int | float | str | None:
    """A decimal that has no exact neighbour among JSON numbers stays text, as documents may write it."""
    written = text.strip()
    if not WRITTEN.fullmatch(written):
        return None
    number = Decimal(written) / 100 if fact.is_share else Decimal(written)
    if number == number.to_integral_value() and abs(number) < LARGEST_INTEGER:
        return int(number)
    return float(number) if Decimal(repr(float(number))) == number else plain(number)
