"""Parts of a document as plain JSON data, defaults left out and numbers as exact text."""

from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from assessment.scoring.answers import plain


def plain_data(part: BaseModel, *, include: set[str] | None = None, exclude: set[str] | None = None) -> dict[str, Any]:
    """This function will return `part` as data that JSON holds and the schema reads back unchanged."""
    dumped = part.model_dump(by_alias=True, exclude_defaults=True, include=include, exclude=exclude)
    return {key: _plain(value) for key, value in dumped.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return plain(value) if isinstance(value, Decimal) else value
