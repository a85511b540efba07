"""The columns of a sheet: derived from the schema, so that a new key of the document is a new column by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from assessment.bank.field_types import bounds
from assessment.scoring.document import Crosswalk
from assessment.scoring.texts import Text

Path = tuple[str, ...]


class Kind(StrEnum):
    """How a value stands in a cell."""

    WORDS = "words"
    CHOICE = "choice"
    TRUTH = "truth"
    NUMBER = "number"
    LIST = "list"
    PAIRS = "pairs"
    LINKS = "links"
    STRUCTURE = "structure"
    DAY = "day"
    VALUE = "value"


KINDS = {bool: Kind.TRUTH, int: Kind.NUMBER, Decimal: Kind.NUMBER, date: Kind.DAY, object: Kind.VALUE}


@dataclass(frozen=True, slots=True)
class Column:
    """`path` leads to the value within a line; `empty` is what the schema wants where nothing is given.

    `is_text`: one column for each language. `takes_percent`: a cell that shows 60 % and holds 0.6 means 0.6.
    """

    path: Path
    kind: Kind
    about: str = ""
    is_required: bool = False
    is_text: bool = False
    takes_percent: bool = False
    choices: tuple[str, ...] = ()
    empty: Any = field(default=None, compare=False)

    @property
    def name(self) -> str:
        return " ".join(self.path)

    @property
    def words(self) -> Path:
        return words_of(self.name)


def words_of(header: str) -> Path:
    """This function will return the words of a header: `Zero at`, `zero_at` and `zero.at` are one."""
    return tuple(word for word in re.split(r"[\s_.]+", header.strip().lower()) if word)


def columns_of(schema: type[BaseModel], without: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """This function will return a column for each field of `schema`; the parts of a nested one stand side by side."""
    return tuple(
        column
        for name, described in schema.model_fields.items()
        if name not in without
        for column in _columns_at(schema, name, described)
    )


def _columns_at(schema: type[BaseModel], name: str, described: FieldInfo) -> Iterator[Column]:
    plain = _plain(described.annotation)
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        for inner in columns_of(plain):
            yield replace(inner, path=(name, *inner.path), is_required=False)
        return
    yield Column(
        path=(name,),
        kind=_kind(plain),
        about=described.description or "",
        is_required=described.is_required(),
        is_text=plain == Text,
        takes_percent=name == "weight" or bounds(schema, (name,))[1] == 1,
        choices=_choices(plain),
        empty=_empty(plain) if described.is_required() else None,
    )


def _plain(written: Any) -> Any:
    """The type without its bounds and without None; a condition stays the union that it is."""
    if get_origin(written) is Annotated:
        return _plain(get_args(written)[0])
    if get_origin(written) in (Union, UnionType):
        kinds = [kind for kind in get_args(written) if kind is not type(None)]
        return _plain(kinds[0]) if len(kinds) == 1 else written
    return written


def _kind(plain: Any) -> Kind:
    if plain == Text or plain is str:
        return Kind.WORDS
    if _choices(plain):
        return Kind.CHOICE
    if get_origin(plain) is list:
        return Kind.LINKS if get_args(plain)[0] is Crosswalk else Kind.LIST
    if get_origin(plain) is dict:
        return Kind.PAIRS
    return KINDS.get(plain, Kind.STRUCTURE)


def _choices(plain: Any) -> tuple[str, ...]:
    if get_origin(plain) is Literal:
        return tuple(str(choice) for choice in get_args(plain))
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return tuple(member.value for member in plain)
    return ()


def _empty(plain: Any) -> Any:
    """What a required text, list or mapping is where all its cells are empty; the checker says what that lacks."""
    if get_origin(plain) is dict:
        return {}
    return [] if get_origin(plain) is list else None
