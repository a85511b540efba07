"""The question that a form makes, as flat data; what cannot be read is left out."""

from collections.abc import Mapping
from typing import Any

from assessment.bank.editing.flat import Data
from assessment.scoring.document import Kind
from recommendations.studio.editor.kinds import parts_of
from recommendations.studio.editor.question_form import BANDS, CREDIT, LINEAR, POINTS, TEXTS

Typed = Mapping[str, Any]
Lines = Mapping[str, list[dict[str, Any]]]


def question_made(typed: Typed, lines: Lines, key: str) -> Data:
    """This function will return the question with this key out of the cleaned fields and lines of its form.

    Of the fields only those are read that its kind has.
    """
    kind = Kind(typed.get("kind") or Kind.SINGLE)
    parts = parts_of(kind)
    question: Data = {"key": key, "kind": kind.value, "text": typed.get("text") or {}}
    question |= {name: typed[name] for name in TEXTS if typed.get(name)}
    question |= {name: True for name in ("core", "required", "allow_not_applicable") if typed.get(name)}
    if not typed.get("allow_unknown"):
        question["allow_unknown"] = False
    question |= {name: typed[name] for name in ("reading", "visible_if", "reference_lines") if typed.get(name)}
    if "options" in parts:
        question |= _choices(typed, lines, kind)
    if "numbers" in parts:
        question |= _numbers(typed, lines, kind)
    links = [_only(line, "ref", "alignment") for line in lines["crosswalk"]]
    return question | ({"crosswalk": links} if links else {})


def is_multiple(typed: Typed, kind: Kind) -> bool:
    return kind is Kind.TABLE and bool(typed.get("multiple"))


def adds_points(typed: Typed, kind: Kind) -> bool:
    """This function will return whether several options may be ticked, so that their points are added up."""
    return kind is Kind.MULTI or is_multiple(typed, kind)


def _choices(typed: Typed, lines: Lines, kind: Kind) -> Data:
    several = adds_points(typed, kind)
    worth = typed.get("worth")
    worth = POINTS if several and worth == CREDIT else worth
    names = ["key", "label", *([worth] if worth in (CREDIT, POINTS) else []), *(["exclusive"] if several else [])]
    made: Data = {"options": [_only(line, *names) for line in lines["options"]]}
    if worth == POINTS and typed.get("full_points") is not None:
        made["maximum"] = typed["full_points"]
    if kind is Kind.TABLE:
        made["rows"] = [_only(line, "key", "label", "weight") for line in lines["rows"]]
    if is_multiple(typed, kind):
        made["multiple"] = True
    if several and (steps := [_only(line, "points", "credit") for line in lines["steps"]]):
        made["steps"] = steps
    return made


def _numbers(typed: Typed, lines: Lines, kind: Kind) -> Data:
    made: Data = {name: typed[name] for name in ("minimum", "maximum") if typed.get(name) is not None}
    made |= {name: typed[name] for name in ("unit", "decimals") if typed.get(name)}
    if typed.get("counted") == BANDS:
        made["bands"] = [_only(line, "upto", "credit", "label") for line in lines["bands"]]
    elif typed.get("counted") == LINEAR and typed.get("zero_at") is not None and typed.get("full_at") is not None:
        made["linear"] = {"zero_at": typed["zero_at"], "full_at": typed["full_at"]}
    if kind is Kind.PERCENT and typed.get("numerator") and typed.get("denominator"):
        made["ratio"] = {"numerator": typed["numerator"], "denominator": typed["denominator"]}
    return made


def _only(line: Mapping[str, Any], *names: str) -> Data:
    """What was written into the line; a label that must be there is there, if empty."""
    found = {name: line[name] for name in names if line.get(name) not in (None, "", {}, False)}
    return {"label": {}} | found if "label" in names and "key" in names else found
