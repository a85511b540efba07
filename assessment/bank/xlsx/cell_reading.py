"""What a cell means in its column. People type in many ways; what may be meant in two ways is refused."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.exactness import is_storable
from assessment.bank.faults import shown
from assessment.bank.models.fields import MOST_DECIMALS, MOST_DIGITS
from assessment.bank.scalars import CONSTANTS, NUMBER, resolve
from assessment.bank.xlsx.columns import Column, Kind
from assessment.bank.xlsx.quoting import unquoted
from assessment.bank.xlsx.structured import NotStructured, read_structure
from assessment.bank.xlsx.workbook import RawCell

TRUE_WORDS = {"true", "yes", "x", "1", "是"}
FALSE_WORDS = {"false", "no", "0", "否"}
PERCENT = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,9})?)\s*[%％]", re.ASCII)
DAY = re.compile(r"([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?", re.ASCII)
BETWEEN_ITEMS = re.compile(r"[,;，；、\n]")


class UnreadableCell(ValueError):
    """The message says what is wrong with the cell and how to mend it."""


def read_cell(column: Column, cell: RawCell) -> Any:
    """This function will return the plain value of a cell that is not blank, or raise UnreadableCell.

    What is of the wrong type altogether is returned as it is: the schema says what should stand there.
    """
    if column.kind is Kind.DAY and cell.day is not None:
        return cell.day.isoformat()
    if cell.trouble:
        raise UnreadableCell(cell.trouble)
    return _READERS[column.kind](column, cell)


def _words(column: Column, cell: RawCell) -> Any:
    """A number typed where a word should be is that word, as long as the cell shows what it holds."""
    if isinstance(cell.value, str):
        return unquoted(cell.value)
    if isinstance(cell.value, bool):
        return cell.value
    if not cell.is_plain:
        raise UnreadableCell(_("is a number in a format of its own; format the cell as text and type it again"))
    return str(cell.value)


def _choice(column: Column, cell: RawCell) -> Any:
    if not isinstance(cell.value, str):
        return cell.value
    written = "_".join(cell.value.lower().replace("-", " ").split())
    return written if written in column.choices else cell.value


def _truth(column: Column, cell: RawCell) -> Any:
    word = str(cell.value).lower()
    if word in TRUE_WORDS:
        return True
    return False if word in FALSE_WORDS else cell.value


def _number(column: Column, cell: RawCell) -> Any:
    if isinstance(cell.value, str):
        percent = PERCENT.fullmatch(cell.value) if column.takes_percent else None
        return str(Decimal(percent.group(1)) / 100) if percent else _written_number(cell.value)
    if isinstance(cell.value, bool):
        values = {"said": _("must be a number"), "value": shown(cell.value)}
        raise UnreadableCell(_("%(said)s, not %(value)s") % values)
    if cell.is_percent and not column.takes_percent:
        _refuse_percent(cell)
    return _exact(cell.value)


def _written_number(written: str) -> Any:
    """A number kept as text; one with more digits than a float keeps stays text, which the schema reads exactly."""
    try:
        return resolve(written) if NUMBER.fullmatch(written) else written
    except ValueError:
        return written


def _refuse_percent(cell: RawCell) -> None:
    values = {"held": cell.value}
    raise UnreadableCell(
        _("shows a percentage but holds %(held)s; take the percent format away and type the number itself") % values
    )


def _exact(value: Any) -> Any:
    """A calculated 0.1 + 0.2 is held as 0.30000000000000004 and shown as 0.3: only its author knows what is meant."""
    if not isinstance(value, float) or value != value or abs(value) == float("inf"):
        return value
    number = Decimal(repr(value))
    if is_storable(number):
        return int(value) if value.is_integer() else value
    if number.adjusted() >= MOST_DIGITS:
        raise UnreadableCell(
            _("holds %(held)s; a number here has at most %(digits)d digits")
            % {"held": repr(value), "digits": MOST_DIGITS}
        )
    short = round(Decimal(f"{number:.{MOST_DIGITS}g}"), MOST_DECIMALS).normalize()
    raise UnreadableCell(
        _("holds %(held)s, more digits than are kept; type the number that is meant, such as %(short)s")
        % {"held": repr(value), "short": f"{short:f}"}
    )


def _list(column: Column, cell: RawCell) -> Any:
    if not isinstance(cell.value, str):
        return [_words(column, cell)]
    if cell.value.startswith("["):
        return _structure(column, cell)
    return [item.strip() for item in BETWEEN_ITEMS.split(cell.value) if item.strip()]


def _pairs(column: Column, cell: RawCell) -> Any:
    """`key: value, key: value`; the braces around it may be left out."""
    if not isinstance(cell.value, str) or cell.value.startswith("{"):
        return _structure(column, cell)
    return _parsed(column, f"{{{cell.value}}}")


def _links(column: Column, cell: RawCell) -> Any:
    """`DII:I2 partial, DII:I3 exact`"""
    if not isinstance(cell.value, str) or cell.value.startswith("["):
        return _structure(column, cell)
    return [_link(item.split()) for item in BETWEEN_ITEMS.split(cell.value) if item.strip()]


def _link(words: list[str]) -> dict[str, str]:
    if len(words) != 2:
        raise UnreadableCell(
            _("%(value)s is not written as FRAMEWORK:ITEM and exact, close or partial")
            % {"value": shown(" ".join(words))}
        )
    return {"ref": words[0], "alignment": words[1].lower()}


def _day(column: Column, cell: RawCell) -> Any:
    """As it is written here and there: 2026-11-23, 2026/11/23, 2026年11月23日. The schema says which days there are."""
    found = DAY.fullmatch(cell.value) if isinstance(cell.value, str) else None
    return "{}-{:0>2}-{:0>2}".format(*found.groups()) if found else cell.value


def _structure(column: Column, cell: RawCell) -> Any:
    if not isinstance(cell.value, str):
        return cell.value
    return _parsed(column, cell.value)


def _value(column: Column, cell: RawCell) -> Any:
    """An answer: what looks like a number, list or mapping is one, `"…"` is a text, all else is the text itself."""
    if not isinstance(cell.value, str):
        return _number(column, cell)
    if cell.value[:1] in ("[", "{", '"'):
        return _parsed(column, cell.value)
    if cell.value in CONSTANTS or NUMBER.fullmatch(cell.value):
        return _written_number(cell.value) if cell.value not in CONSTANTS else CONSTANTS[cell.value]
    return cell.value


def _parsed(column: Column, written: str) -> Any:
    unreadable = _("cannot be read: copy it from a cell that works")
    if column.kind is Kind.STRUCTURE:
        unreadable = _(
            "the condition cannot be read: copy it from a cell that works, or build it on the form of the question"
        )
    try:
        return read_structure(written, unreadable)
    except NotStructured as error:
        raise UnreadableCell(str(error)) from error


_READERS: dict[Kind, Callable[[Column, RawCell], Any]] = {
    Kind.WORDS: _words,
    Kind.CHOICE: _choice,
    Kind.TRUTH: _truth,
    Kind.NUMBER: _number,
    Kind.LIST: _list,
    Kind.PAIRS: _pairs,
    Kind.LINKS: _links,
    Kind.STRUCTURE: _structure,
    Kind.DAY: _day,
    Kind.VALUE: _value,
}
