"""Translations: the registry of translatable fields is the document's own types, so that none can be forgotten."""

from collections.abc import Iterator
from typing import NamedTuple, cast, get_args, get_origin

from assessment.scoring.document import Node
from assessment.scoring.findings import Finding, error, warning
from assessment.scoring.texts import Document, Text

Placed = tuple[str, Text, bool]


def check_texts(document: Document, locales: list[str]) -> Iterator[Finding]:
    """This function will yield a finding for every text that lacks one of `locales` or has one of its own.

    A text that may be left out may be left out in all languages, never in one of them. Bank and playbook alike.
    """
    for place, text, required in translatable_texts(document):
        if required or text:
            for locale in locales:
                if not text.get(locale, "").strip():
                    yield error(f"{place}.{locale}", f"the text is missing in {locale}", "translate it")
        for locale in sorted(set(text) - set(locales)):
            yield warning(
                f"{place}.{locale}", f"the language {locale} is not one of {', '.join(locales)}", "remove the text"
            )


class Coverage(NamedTuple):
    """How many of the texts that there should be are there in one language."""

    present: int
    total: int


def text_coverage(document: Document, locales: list[str]) -> dict[str, Coverage]:
    """This function will return for each of `locales` how many of the texts it has; left out in all counts for none."""
    texts = [text for _, text, required in translatable_texts(document) if required or text]
    return {
        locale: Coverage(sum(1 for text in texts if text.get(locale, "").strip()), len(texts)) for locale in locales
    }


def translatable_texts(document: Document) -> Iterator[Placed]:
    """This function will yield (place, text, whether it is required) of every translatable field, in reading order."""
    yield from _texts_of("", document)


def _texts_of(place: str, part: Document) -> Iterator[Placed]:
    if isinstance(part, Node):
        place = f"nodes.{part.key}"
    for name, field in type(part).model_fields.items():
        yield from _texts_in(_joined(place, name), field.annotation, getattr(part, name), field.is_required())


def _texts_in(place: str, annotation: object, value: object, required: bool) -> Iterator[Placed]:
    if annotation in (Text, Text | None):
        yield place, cast(Text, value or {}), required
    elif isinstance(value, Document):
        yield from _texts_of(place, value)
    elif isinstance(value, list) and get_origin(annotation) is list:
        for number, item in enumerate(value):
            here = _joined(place, getattr(item, "key", None) or str(number))
            yield from _texts_in(here, get_args(annotation)[0], item, True)
    elif isinstance(value, dict) and get_origin(annotation) is dict:
        for key, item in value.items():
            yield from _texts_in(_joined(place, key), get_args(annotation)[1], item, True)


def _joined(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
