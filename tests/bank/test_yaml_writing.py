"""Exported YAML is read back as the same document, and looks as people write it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from assessment.bank.documents import canonical_json, read_bank
from assessment.bank.loader import read_yaml
from assessment.bank.yaml_writing import write_yaml
from assessment.scoring.document import BankDocument
from tests.bank.samples import small_bank
from tests.bank.variations import LETTERS, documents


class Anything(BaseModel):
    value: Any


def back(value: Any) -> Any:
    return read_yaml(write_yaml(Anything(value=value)), "bank.yaml").get("value")


def test_export_reads_back_identically(document: BankDocument) -> None:
    text = write_yaml(document)
    again = read_bank(text, "bank.yaml")
    assert again == document
    assert canonical_json(again) == canonical_json(document)
    assert write_yaml(again) == text


@given(document=documents())
@settings(max_examples=30, deadline=None)
def test_export_of_any_document_reads_back_identically(document: BankDocument) -> None:
    assert read_bank(write_yaml(document), "bank.yaml") == document


def test_export_is_readable() -> None:
    text = write_yaml(small_bank(consistency=[], reference_lines=[], frameworks=[], examples=[]))
    assert text.startswith(
        "format: fourfold-bank/1\nslug: small-shop\nlocales:\n  - en\n  - zh-hans\n"
        "title:\n  en: Small shop\n  zh-hans: 小店\n"
    )
    assert "      - key: has_machines\n        kind: yes_no\n" in text
    assert "          - key: 'yes'\n            label:\n              en: 'Yes'\n" in text
    assert "          - upto: 59.5\n            credit: 0.5\n" in text


@pytest.mark.parametrize(
    "text",
    [
        *["yes", "No", "true", "null", "~", "", "010", "1e5", "1.50", "-0", "2024-01-01", "12:30", ".nan", "0x1f"],
        *["a\nb\n", "\n", "  x", " a\n b\n\n", "- x", "# no", "a: b", "<<", "=", "*a", "&b", "!c", "%d", "@e", "`"],
        *[
            "a\tb",
            "\t",
            "a\nb\n\n\nc",
            "trailing \nspace",
            '"',
            "'",
            "---",
            "...",
            "\ufeffx",
            "x\u2028y",
            "🙂",
            "中文" * 200,
        ],
    ],
)
def test_text_stays_text(text: str) -> None:
    assert back(text) == text


@given(text=st.text(LETTERS | st.sampled_from("\n\t \"':-#0.e")))
@settings(max_examples=200, deadline=None)
def test_any_text_stays_itself(text: str) -> None:
    assert back(text) == text


@pytest.mark.parametrize(
    "number, written, read",
    [
        (Decimal("0.60"), "0.6", 0.6),
        (Decimal("1E+2"), "100", 100),
        (Decimal("0.000001"), "0.000001", 0.000001),
        (Decimal("123456789012345678.9"), "'123456789012345678.9'", "123456789012345678.9"),
    ],
)
def test_numbers_are_written_so_that_they_read_back_exactly(number: Decimal, written: str, read: Any) -> None:
    assert write_yaml(Anything(value=number)) == f"value: {written}\n"
    assert back(number) == read


def test_repeated_parts_are_written_out_without_aliases() -> None:
    part = {"a": [1]}
    assert back([part, part]) == [part, part]
