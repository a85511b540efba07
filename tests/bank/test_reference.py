"""The reference says what the schema says, and every example in it is one that the schema admits."""

import json
from io import StringIO
from pathlib import Path
from typing import Annotated, Any

import pytest
from django.conf import settings
from django.core.management import call_command
from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from assessment.bank.loader import read_yaml
from assessment.bank.reference import document_parts, json_schema, part_examples, reference, written_example
from assessment.bank.reference_words import FACT_TYPES, FAMILIES, OPERATOR_MEANINGS
from assessment.bank.type_words import models_in, title_of, type_words
from assessment.scoring.conditions import Operator
from assessment.scoring.document import BankDocument, Cell, Display, Level, Measure, Node, Option, Question, Size
from assessment.scoring.fact_catalogue import FactType, Family

PAGE = Path(settings.BASE_DIR) / "docs" / "bank-document.md"
PARTS = document_parts()
FIELDS = [(part, name, field) for part in PARTS for name, field in part.model_fields.items()]
TEXT = reference()
NAMES = [f"{part.__name__}.{name}" for part, name, _ in FIELDS]

AnyPart = type[BaseModel]


def test_the_page_is_what_the_command_prints() -> None:
    output = StringIO()
    call_command("bank", "reference", stdout=output)
    assert output.getvalue() == PAGE.read_text(encoding="utf-8"), (
        "run: manage.py bank reference > docs/bank-document.md"
    )


def test_the_json_schema_knows_every_part_and_its_bounds() -> None:
    output = StringIO()
    call_command("bank", "reference", "--json", stdout=output)
    schema = json.loads(output.getvalue())
    assert output.getvalue() == json_schema()
    assert {part.__name__ for part in PARTS} - set(schema["$defs"]) == {"BankDocument"}
    assert schema["required"] == ["slug", "locales", "title", "sections", "tree"]
    coverage = schema["properties"]["minimum_coverage"]
    assert (coverage["minimum"], coverage["maximum"]) == (0, 1)
    assert schema["$defs"]["Node"]["properties"]["scale"]["anyOf"][0]["exclusiveMinimum"] == 0


def test_the_parts_begin_with_the_document_and_leave_none_out() -> None:
    assert PARTS[0] is BankDocument
    assert [title_of(part) for part in PARTS[1:4]] == ["Display", "Section", "Question"]
    assert set(PARTS) == {BankDocument} | {
        model for part in PARTS for field in part.model_fields.values() for model in models_in(field.annotation)
    }


@pytest.mark.parametrize(("part", "name", "field"), FIELDS, ids=NAMES)
def test_every_key_says_what_it_means(part: AnyPart, name: str, field: FieldInfo) -> None:
    assert field.description, f"describe {part.__name__}.{name}"
    assert field.description.endswith((".", "?")), "a whole sentence"
    assert f"`{field.alias or name}` |" in TEXT


@pytest.mark.parametrize(("part", "name", "field"), FIELDS, ids=NAMES)
def test_every_key_has_an_example_or_a_chapter(part: AnyPart, name: str, field: FieldInfo) -> None:
    assert field.examples or list(models_in(field.annotation)), f"give an example of {part.__name__}.{name}"


@pytest.mark.parametrize(("part", "name", "field"), FIELDS, ids=NAMES)
def test_the_examples_of_a_key_are_read_as_they_are_written(part: AnyPart, name: str, field: FieldInfo) -> None:
    for example in field.examples or ():
        read = read_yaml(written_example(example), "example.yaml")
        assert read == example
        annotation: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        TypeAdapter(annotation).validate_python(read)


@pytest.mark.parametrize("part", PARTS, ids=[part.__name__ for part in PARTS])
def test_the_example_of_a_part_is_one(part: AnyPart) -> None:
    part.model_validate(read_yaml(part_examples()[part.__name__], "example.yaml"))


def test_no_example_is_left_over() -> None:
    assert set(part_examples()) == {part.__name__ for part in PARTS}


def test_every_operator_and_every_family_of_facts_is_explained() -> None:
    assert set(OPERATOR_MEANINGS) == set(Operator)
    assert set(FAMILIES) == set(Family)
    assert set(FACT_TYPES) == set(FactType)


@pytest.mark.parametrize(
    ("part", "key", "words"),
    [
        (BankDocument, "format", "`fourfold-bank/1`"),
        (BankDocument, "locales", "list of languages, 1 or more"),
        (BankDocument, "title", "[texts](#texts)"),
        (BankDocument, "display", "[display](#display)"),
        (BankDocument, "consistency", "list of [consistency checks](#consistency-check)"),
        (Display, "decimals", "whole number, from 0 to 6"),
        (Display, "rounding", "`half_up`, `truncate`"),
        (Question, "core", "`true` or `false`"),
        (Question, "visible_if", "[condition](#conditions)"),
        (Option, "credit", "number, from 0 to 1"),
        (Option, "points", "number, from 0"),
        (Node, "scale", "number, above 0 to 1000000"),
        (Node, "children", "list of [nodes](#node)"),
        (Node, "ladder", "key"),
        (Cell, "when", "mapping of key to list of keys"),
        (Measure, "credits", "mapping of key to number, from 0 to 1"),
        (Level, "gate", "[condition](#conditions)"),
        (Size, "rules", "list of [size rules](#size-rule), 1 or more"),
    ],
)
def test_types_are_said_in_plain_words(part: AnyPart, key: str, words: str) -> None:
    field = part.model_fields[key]
    assert type_words(field.annotation, field.metadata) == words


@pytest.mark.parametrize(
    "line",
    [
        "| **required** | What the bank is called. |",
        "| left out: `0.6` | A node whose answered share",
        "| left out: `true` | `true`: its questions count in the main score too.",
        "| left out: its defaults | How points are written for people.",
        "| a set of options | `has`, `has_any`, `has_none`, `known` |",
        "| `rank.` | a node | 1 + how many nodes under the same parent show a lower score: 1 is the weakest |",
    ],
)
def test_the_tables_say_what_is_needed(line: str) -> None:
    assert line in TEXT


def test_links_within_the_page_lead_somewhere() -> None:
    headings = {
        line.lstrip("# ").lower().replace(" ", "-").translate({ord(sign): None for sign in ".,:"})
        for line in TEXT.splitlines()
        if line.startswith("#")
    }
    anchors = {piece.split('"')[0] for piece in TEXT.split('<a id="')[1:]}
    links = {piece.split(")")[0] for piece in TEXT.split("](#")[1:]}
    assert links - headings - anchors == set()
