"""What the schema says about one place in a document: its bounds and the keys it knows."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from pydantic import BaseModel

from assessment.bank.faults import KeyPath


def known_keys(schema: type[BaseModel], path: KeyPath) -> list[str]:
    """This function will return the keys that the schema knows in the mapping at `path`."""
    return [
        field.alias or name
        for model in types_at(schema, path)
        if isinstance(model, type) and issubclass(model, BaseModel)
        for name, field in model.model_fields.items()
    ]


def bounds(schema: type[BaseModel], path: KeyPath) -> tuple[Any, Any]:
    """This function will return the lowest and the highest value that the schema admits at `path`; None = open."""
    low = high = None
    for kind in types_at(schema, path[:-1]):
        for constraint in _constraints(_below(kind, path[-1])):
            if isinstance(constraint, Ge | Gt):
                low = constraint.ge if isinstance(constraint, Ge) else constraint.gt
            if isinstance(constraint, Le | Lt):
                high = constraint.le if isinstance(constraint, Le) else constraint.lt
    return low, high


def types_at(schema: type[BaseModel], path: KeyPath) -> list[Any]:
    """This function will return the plain types that the schema admits at `path`."""
    kinds: list[Any] = [schema]
    for part in path:
        kinds = [plain for kind in kinds for written in _below(kind, part) for plain in _alternatives(written)]
    return kinds


def _below(kind: Any, part: str | int) -> list[Any]:
    """The annotations of what stands at `part` of a value of this plain type."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            if part == (field.alias or name):
                return [Annotated[field.annotation, *field.metadata]] if field.metadata else [field.annotation]
        return []
    if get_origin(kind) is list and isinstance(part, int):
        return [get_args(kind)[0]]
    if get_origin(kind) is dict and isinstance(part, str):
        return [get_args(kind)[1]]
    return []


def _alternatives(written: Any) -> Iterator[Any]:
    origin = get_origin(written)
    if origin is Annotated:
        yield from _alternatives(get_args(written)[0])
    elif origin is Union or origin is UnionType:
        for argument in get_args(written):
            yield from _alternatives(argument)
    else:
        yield written


def _constraints(annotations: list[Any]) -> Iterator[Any]:
    for written in annotations:
        origin = get_origin(written)
        if origin is Annotated:
            for item in get_args(written)[1:]:
                yield from getattr(item, "metadata", None) or [item]
            yield from _constraints([get_args(written)[0]])
        elif origin is Union or origin is UnionType:
            yield from _constraints(list(get_args(written)))
