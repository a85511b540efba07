"""How a value stands in a cell, so that reading the cell gives the same value again."""

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from assessment.bank.exactness import is_storable
from assessment.bank.scalars import CONSTANTS, NUMBER
from assessment.bank.xlsx.columns import Column, Kind
from assessment.bank.xlsx.quoting import quoted
from assessment.scoring.answers import plain

Content = str | float | bool | None
BARE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
REFERENCE = re.compile(r"[^\s,;，；、\[{\"]+")


def written_cell(column: Column, value: Any) -> Content:
    """This function will return what `value` of `column` is in a cell: a text, a number, true or false, or nothing."""
    return _WRITERS[column.kind](value)


def _words(value: Any) -> Content:
    return quoted(str(value))


def _number(value: Decimal | int) -> Content:
    """A number as a number, if the sixteen digits that the file holds are all of it."""
    number = Decimal(value)
    is_exact = is_storable(number) and Decimal(f"{float(number):.15g}") == number
    return float(number) if is_exact else plain(number)


def _list(items: list[str]) -> Content:
    if not items:
        return None
    return ", ".join(items) if all(BARE.fullmatch(item) for item in items) else _json(items)


def _pairs(mapping: dict[str, Any]) -> Content:
    return ", ".join(f"{key}: {_worth(value)}" for key, value in mapping.items())


def _worth(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_bare, value))}]"
    return plain(value) if is_storable(value) else f'"{plain(value)}"'


def _bare(word: str) -> str:
    return _json(word) if word in CONSTANTS else word


def _links(links: list[dict[str, str]]) -> Content:
    if all(REFERENCE.fullmatch(link["ref"]) for link in links):
        return ", ".join(f"{link['ref']} {link['alignment']}" for link in links)
    return _json(links)


def _value(value: Any) -> Content:
    if isinstance(value, bool) or value is None:
        return _json(value)
    if isinstance(value, int) and is_storable(Decimal(value)):
        return float(value)
    if isinstance(value, float) and not value.is_integer() and is_storable(Decimal(repr(value))):
        return value
    if isinstance(value, str) and not _is_ambiguous(value):
        return value
    return _json(value)


def _is_ambiguous(text: str) -> bool:
    return text != text.strip() or text in CONSTANTS or text[0] in '[{"' or NUMBER.fullmatch(text) is not None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


_WRITERS: dict[Kind, Callable[[Any], Content]] = {
    Kind.WORDS: _words,
    Kind.CHOICE: str,
    Kind.TRUTH: bool,
    Kind.NUMBER: _number,
    Kind.LIST: _list,
    Kind.PAIRS: _pairs,
    Kind.LINKS: _links,
    Kind.STRUCTURE: _json,
    Kind.DAY: str,
    Kind.VALUE: _value,
}
