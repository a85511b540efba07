"""Every text of a document, with the place where it stands."""

from collections.abc import Iterator

from pydantic import BaseModel

LOCALES = {"en", "zh-hans"}


def texts_in(part: object, place: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts_in(getattr(part, name), f"{place}.{name}")
    elif isinstance(part, dict):
        if part and LOCALES.intersection(part):
            yield place, part
        else:
            for key, value in part.items():
                yield from texts_in(value, f"{place}.{key}")
    elif isinstance(part, list):
        for number, value in enumerate(part):
            yield from texts_in(value, f"{place}[{getattr(value, 'key', number)}]")
