"""What a document asks and scores, without a word of its texts."""

import json
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from assessment.bank.documents import hash_of, written_number
from assessment.scoring.texts import Text

NOT_STRUCTURE = {"examples"}


def structure_hash(document: BaseModel) -> str:
    """This function will return a SHA-256 that changes with anything but texts, in hexadecimal.

    Releases of equal structure differ in words only, so open assessments may follow from one to the next. Worked
    examples are left out as well: they prove the measure, they are no part of it.
    """
    structure = {name: value for name, value in _without_texts(document).items() if name not in NOT_STRUCTURE}
    return hash_of(json.dumps(structure, ensure_ascii=False, sort_keys=True, default=written_number))


def _without_texts(part: BaseModel) -> dict[str, Any]:
    kept = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if field.annotation in (Text, list[Text]) or value == field.get_default(call_default_factory=True):
            continue
        kept[field.alias or name] = sorted(value) if _holds_texts(field.annotation) else _plain(value)
    return kept


def _holds_texts(annotation: Any) -> bool:
    """A mapping of keys to texts: only its keys are structure."""
    return get_origin(annotation) is dict and get_args(annotation)[1] == Text


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _without_texts(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value
