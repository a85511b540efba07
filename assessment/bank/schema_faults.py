"""The schema library's errors, said so that the author of a document can mend them."""

import difflib
from collections.abc import Callable
from typing import Any, TypeVar

from django.utils.translation import gettext as _
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assessment.bank.faults import DocumentError, Fault, KeyPath, Placing, shown, with_remedy
from assessment.bank.field_types import bounds, known_keys
from assessment.bank.loader import Parsed
from assessment.bank.remedies import near_word, pattern_message, remedy, stray_text

AnyDocument = TypeVar("AnyDocument", bound=BaseModel)

_TYPES: dict[str, Callable[[], str]] = {
    "missing": lambda: _("is missing"),
    "string_type": lambda: _("must be a text"),
    "bool_type": lambda: _("must be true or false"),
    "bool_parsing": lambda: _("must be true or false"),
    "int_type": lambda: _("must be a whole number"),
    "int_parsing": lambda: _("must be a whole number"),
    "int_from_float": lambda: _("must be a whole number"),
    "float_type": lambda: _("must be a number"),
    "float_parsing": lambda: _("must be a number"),
    "decimal_type": lambda: _("must be a number"),
    "decimal_parsing": lambda: _("must be a number"),
    "finite_number": lambda: _("must be a number"),
    "list_type": lambda: _("must be a list"),
    "dict_type": lambda: _("must be a mapping of keys and values"),
    "model_type": lambda: _("must be a mapping of keys and values"),
    "model_attributes_type": lambda: _("must be a mapping of keys and values"),
    "union_tag_not_found": lambda: _("must be a mapping of keys and values"),
}
_KEY_TROUBLES = {"string_pattern_mismatch", "string_type", "extra_forbidden"}
_BOUNDS = {"greater_than_equal", "greater_than", "less_than_equal", "less_than"}


def validated(schema: type[AnyDocument], parsed: Parsed, name: str) -> AnyDocument:
    """This function will return the parsed text as a document of `schema`, or raise DocumentError listing every fault."""
    try:
        document = schema.model_validate(parsed.data)
    except ValidationError as error:
        known = {fault.place for fault in parsed.faults}
        found = schema_faults(schema, parsed.data, error, parsed.place)
        raise DocumentError(name, [*parsed.faults, *(each for each in found if each.place not in known)]) from error
    if parsed.faults:
        raise DocumentError(name, parsed.faults)
    return document


def schema_faults(schema: type[BaseModel], data: Any, error: ValidationError, place: Placing) -> list[Fault]:
    """This function will return one fault for each place the schema refuses, in the order of the document."""
    messages: dict[KeyPath, list[str]] = {}
    for details in error.errors(include_url=False):
        path = _path_in_data(data, details)
        message = _stray(data, path, details) or _message(schema, path, details)
        if message not in messages.setdefault(path, []):
            messages[path].append(message)
    return [Fault(place(path), _(" or ").join(said)) for path, said in messages.items()]


def _path_in_data(data: Any, details: ErrorDetails) -> KeyPath:
    """The library's location also names the members of unions; only what stands in the document is kept."""
    path: list[str | int] = []
    here = data
    for part in details["loc"]:
        if isinstance(here, list) and isinstance(part, int) or isinstance(here, dict) and part in here:
            here = here[part]  # type: ignore[index]
            path.append(part)
    if details["type"] == "missing":
        path.append(details["loc"][-1])
    return tuple(path)


def _stray(data: Any, path: KeyPath, details: ErrorDetails) -> str:
    """A key that nobody meant as one: what stands at it says which slip of the pen made it."""
    if details["type"] not in _KEY_TROUBLES or not path:
        return ""
    value = data
    for part in path:
        value = value[part]
    return stray_text(path[-1], value)


def _message(schema: type[BaseModel], path: KeyPath, details: ErrorDetails) -> str:
    return with_remedy(_said(schema, path, details), remedy(schema, path, details))


def _said(schema: type[BaseModel], path: KeyPath, details: ErrorDetails) -> str:
    kind = details["type"]
    if kind in _BOUNDS:
        return _bounds_message(*bounds(schema, path), details["input"])
    if kind == "extra_forbidden":
        return _unknown_key(str(path[-1]), known_keys(schema, path[:-1]))
    if kind in ("enum", "literal_error"):
        return _not_a_word(details["ctx"]["expected"].replace(" or ", ", ").replace("'", ""), details["input"])
    if kind in _TYPES:
        said = _TYPES[kind]()
        if kind == "missing":
            return said
        return _("%(said)s, not %(value)s") % {"said": said, "value": shown(details["input"])}
    return _other(kind, details)


def _other(kind: str, details: ErrorDetails) -> str:
    context, value = details.get("ctx", {}), shown(details["input"])
    if kind == "string_pattern_mismatch":
        return pattern_message(context["pattern"], details["input"])
    if kind == "too_short":
        return _("must hold at least %(count)d, not %(actual)d") % {
            "count": context["min_length"],
            "actual": context["actual_length"],
        }
    if kind == "string_too_short":
        return _("is shorter than %(count)d characters") % {"count": context["min_length"]}
    if kind == "string_too_long":
        return _("is longer than %(count)d characters") % {"count": context["max_length"]}
    if kind == "value_error":
        return str(context["error"])
    return f"{details['msg']}: {value}"


def _not_a_word(expected: str, value: Any) -> str:
    said = _("must be %(expected)s, not %(value)s") % {"expected": expected, "value": shown(value)}
    near = near_word(value, expected.split(", "))
    return with_remedy(said, _("did you mean %(key)s?") % {"key": near} if near else "")


def _bounds_message(low: Any, high: Any, value: Any) -> str:
    values = {"low": low, "high": high, "value": value}
    if low is None:
        return _("must be at most %(high)s, not %(value)s") % values
    if high is None:
        return _("must be at least %(low)s, not %(value)s") % values
    return _("must be between %(low)s and %(high)s, not %(value)s") % values


def _unknown_key(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    if near:
        return _("is not known here; did you mean %(key)s?") % {"key": near[0]}
    return _("is not known here; known are %(keys)s") % {"keys": ", ".join(sorted(known))}
