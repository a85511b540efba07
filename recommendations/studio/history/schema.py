"""From the address of a value to the field of the schema that it belongs to, and to the parts that hold it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from assessment.bank.editing.differences import Place
from assessment.scoring.document import BankDocument, Node
from assessment.scoring.texts import Key

Model = type[BaseModel]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a document: `key` tells it from its neighbours, "" where there is only one."""

    model: Model
    key: str
    place: Place


@dataclass(frozen=True, slots=True)
class Found:
    """`parts` lead from the whole document to the one that holds `field`; "" = the part itself.

    `rest` is what the address says below the field: a language, or the keys of a mapping.
    """

    parts: tuple[Part, ...]
    field: str
    annotation: Any
    rest: Place

    @property
    def part(self) -> Part:
        return self.parts[-1]


def find(schema: Model, place: Place) -> Found:
    """This function will return where in the schema a place lies. Names that the schema does not know end the search."""
    parts = [Part(schema, "", ())]
    here = 0
    while here < len(place):
        model, name = parts[-1].model, place[here]
        annotation = annotation_of(model, name)
        inner = item_model(annotation)
        is_list = get_origin(annotation) is list
        if inner is None or (is_list and here + 1 == len(place)):
            return Found(tuple(parts), name, annotation, place[here + 1 :])
        here += 2 if is_list else 1
        parts.append(Part(inner, place[here - 1] if is_list else "", place[:here]))
    return Found(tuple(parts), "", None, ())


def annotation_of(model: Model, name: str) -> Any:
    """This function will return the type of a field, without `None`; nodes stand in a flat list that names parents."""
    if name == "nodes" and issubclass(model, BankDocument):
        return list[Node]
    if name == "parent" and issubclass(model, Node):
        return Key
    field = model.model_fields.get(name)
    return None if field is None else without_none(field.annotation)


def without_none(annotation: Any) -> Any:
    """This function will return `X` of `X | None`."""
    if get_origin(annotation) in (Union, UnionType):
        kept = [each for each in get_args(annotation) if each is not type(None)]
        return kept[0] if len(kept) == 1 else annotation
    return annotation


def item_model(annotation: Any) -> Model | None:
    """This function will return the model of a part, or of the items of a list of parts; None for plain values."""
    if get_origin(annotation) is list:
        annotation = get_args(annotation)[0]
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def default_of(model: Model, name: str) -> Any:
    """This function will return, as JSON data, what a single-valued field says where nothing is written, else None."""
    field = model.model_fields.get(name)
    default = None if field is None or field.is_required() else field.default
    if isinstance(default, bool | int) or default is None:
        return default
    return str(default) if isinstance(default, Decimal | StrEnum) else None
