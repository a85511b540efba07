"""The written reference of the bank document, made from the schema itself, so that the two cannot part ways."""

import json
import re
from enum import Enum
from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from assessment.bank.reference_words import FACT_TYPES, FAMILIES, OPERATOR_MEANINGS
from assessment.bank.type_words import anchor, models_in, title_of, type_words
from assessment.scoring.answers import plain
from assessment.scoring.conditions import All, AnyOf, Not, Operator, Test
from assessment.scoring.document import BankDocument
from assessment.scoring.fact_catalogue import OPERATORS, FactType, Family

TEXTS = Path(__file__).parent / "content" / "reference"
CONDITIONS: tuple[type[BaseModel], ...] = (Test, All, AnyOf, Not)

# What JSON Schema calls the bounds of numbers that may be written as text too; the library leaves its own names there.
BOUNDS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}


def reference() -> str:
    """This function will return the whole reference as Markdown, as it stands in docs/bank-document.md."""
    parts = [part for part in document_parts() if part not in CONDITIONS]
    chapters = [
        _text("opening"),
        "\n".join(f"- [{title_of(part)}](#{anchor(part)})" for part in parts),
        *[_chapter(part) for part in parts],
        _text("conditions"),
        _operator_table(),
        *[_chapter(part) for part in CONDITIONS],
        _text("facts"),
        _fact_table(),
        _text("scoring"),
    ]
    return "\n\n".join(chapters) + "\n"


def json_schema() -> str:
    """This function will return the JSON Schema of the bank document, for editors that check while one types."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **BankDocument.model_json_schema()}
    return json.dumps(_with_bounds(schema), ensure_ascii=False, indent=2) + "\n"


def document_parts() -> list[type[BaseModel]]:
    """This function will return every part that a bank document may hold, each after the first part that names it."""
    found: list[type[BaseModel]] = []
    _collect(BankDocument, found)
    return found


def part_examples() -> dict[str, str]:
    """This function will return an example of every part, as people would write it, by the name of its class."""
    pieces = re.split(r"^(\w+):\n", (TEXTS / "examples.yaml").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name: dedent(body).strip() for name, body in zip(pieces[1::2], pieces[2::2], strict=True)}


def written_example(value: Any) -> str:
    """This function will return a value as YAML on one line."""
    written = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000)
    return written.removesuffix("...\n").strip()


def _collect(part: type[BaseModel], found: list[type[BaseModel]]) -> None:
    if part in found:
        return
    found.append(part)
    for field in part.model_fields.values():
        for model in models_in(field.annotation):
            _collect(model, found)


def _text(name: str) -> str:
    return (TEXTS / f"{name}.md").read_text(encoding="utf-8").strip()


def _chapter(part: type[BaseModel]) -> str:
    heading = f"### {title_of(part)}"
    example = f"```yaml\n{part_examples()[part.__name__]}\n```"
    return "\n\n".join(filter(None, [heading, _about(part), _table(part), example]))


def _about(part: type[BaseModel]) -> str:
    return " ".join((part.__doc__ or "").split())


def _table(part: type[BaseModel]) -> str:
    rows = [_row(part, field.alias or name, field) for name, field in part.model_fields.items()]
    return "\n".join(["| key | type | needed | meaning | example |", "|---|---|---|---|---|", *rows])


def _row(part: type[BaseModel], name: str, field: FieldInfo) -> str:
    key = f'<a id="{anchor(part)}-{name}"></a>`{name}`'
    examples = " · ".join(f"`{written_example(example)}`" for example in field.examples or ())
    words = type_words(field.annotation, field.metadata)
    return _cells(key, words, _needed(field), field.description or "", examples)


def _needed(field: FieldInfo) -> str:
    if field.is_required():
        return "**required**"
    default = field.get_default(call_default_factory=True)
    if default in (None, [], {}, ""):
        return "may be left out"
    return f"left out: {_default_words(default)}"


def _default_words(default: Any) -> str:
    if isinstance(default, BaseModel):
        return "its defaults"
    if isinstance(default, Enum | bool | int | str):
        return f"`{str(default.value) if isinstance(default, Enum) else written_example(default)}`"
    return f"`{plain(default)}`"


def _cells(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _operator_table() -> str:
    rows = [
        _cells(FACT_TYPES[kind], ", ".join(f"`{operator.value}`" for operator in OPERATORS[kind])) for kind in FactType
    ]
    meanings = [_cells(f"`{operator.value}`", *OPERATOR_MEANINGS[operator]) for operator in Operator]
    return "\n".join(
        [
            "| a fact that is | may be asked with |",
            "|---|---|",
            *rows,
            "",
            "| operator | value | true when |",
            "|---|---|---|",
            *meanings,
        ]
    )


def _fact_table() -> str:
    rows = [_cells(f"`{family.value}.`", *FAMILIES[family]) for family in Family]
    return "\n".join(["| family | after the dot | value | not known |", "|---|---|---|---|", *rows])


def _with_bounds(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {BOUNDS.get(key, key): _with_bounds(value) for key, value in schema.items()}
    return [_with_bounds(item) for item in schema] if isinstance(schema, list) else schema
