"""The types of the schema in plain words, for people who write documents."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from assessment.scoring.conditions import Test
from assessment.scoring.texts import Key, Locale, Text

CONDITION = "[condition](#conditions)"
TEXTS = "[texts](#texts)"
KEY, LOCALE = get_args(Key)[1], get_args(Locale)[1]
PLAIN = {bool: "`true` or `false`", str: "text", object: "any value"}
NUMBERS = {int: "whole number", float: "number", Decimal: "number"}
# Parts whose class is not called as people call the thing.
TITLES = {"AnyOf": "Any", "Test": "Comparison", "Consistency": "ConsistencyCheck"}


def title_of(part: type[BaseModel]) -> str:
    """This function will return how a part is called in a heading, such as “Worked example”."""
    name = TITLES.get(part.__name__, part.__name__)
    return re.sub(r"(?<=[a-z])([A-Z])", lambda capital: f" {capital.group().lower()}", name)


def anchor(part: type[BaseModel]) -> str:
    """This function will return the anchor of a part's chapter."""
    return title_of(part).lower().replace(" ", "-")


def models_in(written: Any) -> Iterator[type[BaseModel]]:
    """This function will yield the parts that a value of this annotation may hold, in the order written."""
    if isinstance(written, type) and issubclass(written, BaseModel):
        yield written
    for argument in get_args(written):
        yield from models_in(argument)


def type_words(written: Any, constraints: Iterable[Any] = ()) -> str:
    """This function will return what an annotation admits, such as “key” or “list of [option](#option)”."""
    given = list(constraints)
    if get_origin(written) is Annotated:
        kind, *more = get_args(written)
        return type_words(kind, [*given, *more])
    if written == Text:
        return TEXTS
    origin = get_origin(written)
    if origin in (Union, UnionType):
        return _alternatives(get_args(written), given)
    if origin is list:
        least = f", {_lengths(given)} or more" if _lengths(given) else ""
        return f"list of {_several(type_words(get_args(written)[0]))}{least}"
    if origin is dict:
        key, value = get_args(written)
        return f"mapping of {type_words(key)} to {type_words(value)}"
    if origin is Literal:
        return _one_of(get_args(written))
    return _plain(written, given)


def _alternatives(parts: Iterable[Any], constraints: list[Any]) -> str:
    parts = [part for part in parts if part is not type(None)]
    if Test in [model for part in parts for model in models_in(part)]:
        return CONDITION
    said = dict.fromkeys(type_words(part, constraints) for part in parts)
    if "number" in said:
        said.pop("whole number", None)
    return " or ".join(said)


def _several(words: str) -> str:
    """The plural of words, or of the words of a link."""
    return " or ".join(_plural(word) for word in words.split(" or "))


def _plural(word: str) -> str:
    noun, link, address = word.partition("](")
    return f"{noun}{'es' if noun.endswith('s') else 's'}{link}{address}"


def _lengths(constraints: list[Any]) -> int:
    return max((each.min_length for each in constraints if isinstance(each, MinLen)), default=0)


def _one_of(values: Iterable[Any]) -> str:
    return ", ".join(f"`{value}`" for value in values)


def _plain(kind: Any, constraints: list[Any]) -> str:
    if KEY in constraints or LOCALE in constraints:
        return "key" if KEY in constraints else "language"
    if issubclass(kind, BaseModel):
        return f"[{title_of(kind).lower()}](#{anchor(kind)})"
    if issubclass(kind, Enum):
        return _one_of(member.value for member in kind)
    return f"{NUMBERS[kind]}{_bounds(constraints)}" if kind in NUMBERS else PLAIN[kind]


def _bounds(constraints: list[Any]) -> str:
    """The bounds of `Share` and its like come wrapped, where they are not the whole annotation."""
    low, high = "", ""
    for constraint in constraints:
        for bound in constraint.metadata if isinstance(constraint, FieldInfo) else [constraint]:
            if isinstance(bound, Ge | Gt):
                low = f"from {bound.ge}" if isinstance(bound, Ge) else f"above {bound.gt}"
            elif isinstance(bound, Le):
                high = f"to {bound.le}"
    return f", {' '.join(filter(None, (low, high)))}" if low or high else ""
