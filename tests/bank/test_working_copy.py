"""compile(load(document)) is the document, whatever the document; loading replaces all that was there."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from pytest_django import DjangoAssertNumQueries

from assessment.bank.compile import compile_bank
from assessment.bank.documents import canonical_json
from assessment.bank.loadable import loading_faults
from assessment.bank.models import Bank, Level, Measure, Node, Option, Question, Section
from assessment.bank.working_copy import replace_working_copy
from assessment.scoring.document import BankDocument
from tests.bank.samples import small_bank, small_data
from tests.bank.variations import documents

WORKING_COPY = [Section, Question, Option, Node, Measure, Level]


def row_counts() -> list[int]:
    return [model.objects.count() for model in WORKING_COPY]


@pytest.fixture
def empty_bank(db: None) -> Bank:
    return Bank.objects.create(slug="small-shop")


def test_document_comes_back_exactly(empty_bank: Bank, document: BankDocument) -> None:
    replace_working_copy(empty_bank, document)
    compiled = compile_bank(Bank.objects.get())
    assert compiled == document
    assert canonical_json(compiled) == canonical_json(document)
    assert row_counts() == [3, 7, 10, 3, 3, 2]


@given(document=documents())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
def test_any_document_comes_back_exactly(db: None, document: BankDocument) -> None:
    with transaction.atomic():
        bank = Bank.objects.create(slug=document.slug)
        replace_working_copy(bank, document)
        compiled = compile_bank(Bank.objects.get(pk=bank.pk))
        transaction.set_rollback(True)
    assert compiled == document
    assert canonical_json(compiled) == canonical_json(document)
    assert loading_faults(document) == []


def test_loading_replaces_the_rows(empty_bank: Bank, document: BankDocument) -> None:
    replace_working_copy(empty_bank, document)
    data = small_data()
    shorter = small_bank(sections=data["sections"][:2], tree={"key": "only", "title": {}}, levels=[], examples=[])
    replace_working_copy(empty_bank, shorter)
    assert compile_bank(empty_bank) == shorter
    assert row_counts() == [2, 5, 7, 1, 0, 0]


def test_other_banks_stay(empty_bank: Bank, document: BankDocument) -> None:
    replace_working_copy(empty_bank, document)
    other = Bank.objects.create(slug="other")
    replace_working_copy(other, document)
    replace_working_copy(other, small_bank(levels=[]))
    assert compile_bank(empty_bank) == document
    assert compile_bank(other) == small_bank(levels=[], slug="other")


def test_compiling_takes_six_queries(
    empty_bank: Bank, document: BankDocument, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    replace_working_copy(empty_bank, document)
    with django_assert_num_queries(6):
        compile_bank(empty_bank)


def question(key: str, **changes: Any) -> dict[str, Any]:
    return {"key": key, "kind": "text", "text": {"en": "?"}} | changes


def section(key: str, *questions: dict[str, Any]) -> dict[str, Any]:
    return {"key": key, "title": {"en": key}, "questions": list(questions)}


def test_what_cannot_be_rows_is_named() -> None:
    twice = question("Q1", kind="single", options=[{"key": "a", "label": {}}, {"key": "a", "label": {}}])
    inner = {"key": "root", "title": {}, "measures": [{"question": "Q9", "weight": 1}]}
    measured = [{"question": "Q1", "weight": 1}, {"question": "Q1", "weight": "0.1234567890123"}]
    level = {"key": "basic", "title": {}, "lower": 0}
    faulty = small_bank(
        sections=[section("s", question("Q1")), section("s", twice)],
        tree={"key": "root", "title": {}, "children": [inner], "measures": measured},
        levels=[level, level],
    )
    assert [str(fault) for fault in loading_faults(faulty)] == [
        "tree.measures[1].weight: has more than 15 digits or 12 decimals",
        'sections[1].key: "s" is used already at sections[0]',
        'sections[1].questions[0].key: "Q1" is used already at sections[0].questions[0]',
        'sections[1].questions[0].options[1].key: "a" is used already at sections[1].questions[0].options[0]',
        'levels[1].key: "basic" is used already at levels[0]',
        'tree.children[0].key: "root" is used already at tree',
        'tree.measures[1].question: "Q1" is used already at tree.measures[0]',
        'tree.children[0].measures[0].question: no question has the key "Q9"',
    ]
