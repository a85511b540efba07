"""Loading and releasing: what happens, what is refused, and what number a release gets."""

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.bank.actions import BankHasErrors, ExampleFails, load_bank, release_bank
from assessment.bank.compile import compile_bank
from assessment.bank.documents import canonical_json, content_hash
from assessment.bank.faults import DocumentError
from assessment.bank.models import Bank, Release
from assessment.bank.structure import structure_hash
from assessment.scoring.document import BankDocument
from tests.bank.samples import SMALL_BANK, written_bank

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


def events() -> list[tuple[Any, ...]]:
    rows = AuditEvent.objects.filter(event__startswith="bank.").order_by("pk")
    return list(rows.values_list("event", "object_type", "object_id", "actor", "details"))


def reworded() -> BankDocument:
    return written_bank(SMALL_BANK.replace("How many people?", "How many persons?"))


def reweighted() -> BankDocument:
    return written_bank(SMALL_BANK.replace("T1, weight: 1", "T1, weight: 2"))


def test_loading_makes_the_bank_and_says_so(editor: User, document: BankDocument) -> None:
    bank = load_bank(document=document, by=editor)
    assert compile_bank(bank) == document
    assert events() == [
        ("bank.loaded", "bank", "small-shop", editor.pk, {"content_hash": content_hash(document)}),
    ]


def test_loading_again_replaces_the_working_copy_of_the_same_bank(bank: Bank) -> None:
    assert load_bank(document=reworded()) == bank
    assert compile_bank(bank) == reworded()
    assert Bank.objects.count() == 1


def test_document_that_cannot_be_rows_changes_nothing(bank: Bank, document: BankDocument) -> None:
    level = document.levels[0]
    with pytest.raises(DocumentError) as refused:
        load_bank(document=document.model_copy(update={"levels": [level, level]}))
    assert str(refused.value) == 'small-shop: levels[1].key: "basic" is used already at levels[0]'
    assert compile_bank(bank) == document


def test_first_release_is_1_0(bank: Bank, document: BankDocument, publisher: User) -> None:
    with time_machine.travel(NOW, tick=False):
        release = release_bank(bank=bank, note="First", by=publisher)
    release.refresh_from_db()
    assert release.version == "1.0"
    assert release.document == canonical_json(document)
    assert release.content_hash == content_hash(document)
    assert release.structure_hash == structure_hash(document)
    assert (release.note, release.released_by, release.released_at) == ("First", publisher, NOW)
    hashes = {"content_hash": release.content_hash, "structure_hash": release.structure_hash}
    assert events()[1:] == [("bank.released", "bank.release", "small-shop 1.0", publisher.pk, hashes)]


def test_words_raise_the_minor_number_and_anything_else_the_major(bank: Bank, document: BankDocument) -> None:
    versions = []
    for loaded in (document, reworded(), document, reweighted(), reweighted(), document):
        load_bank(document=loaded)
        versions.append(release_bank(bank=bank).version)
    assert versions == ["1.0", "1.1", "1.2", "2.0", "2.0", "3.0"]


def test_unchanged_bank_is_not_released_again(bank: Bank, document: BankDocument) -> None:
    first = release_bank(bank=bank)
    load_bank(document=document)
    assert release_bank(bank=bank) == first
    assert Release.objects.count() == 1
    load_bank(document=reworded())
    assert release_bank(bank=bank).version == "1.1"


def test_only_the_latest_release_counts_as_unchanged(bank: Bank, document: BankDocument) -> None:
    for loaded in (document, reworded(), document):
        load_bank(document=loaded)
        release = release_bank(bank=bank)
    assert release.version == "1.2"


def test_banks_are_numbered_apart(bank: Bank, document: BankDocument) -> None:
    release_bank(bank=bank)
    other = load_bank(document=document.model_copy(update={"slug": "other"}))
    assert release_bank(bank=other).version == "1.0"


def test_later_changes_leave_the_release_alone(bank: Bank, document: BankDocument) -> None:
    release = release_bank(bank=bank)
    load_bank(document=reweighted())
    release.refresh_from_db()
    assert release.document == canonical_json(document)


def test_bank_with_errors_is_not_released(bank: Bank) -> None:
    load_bank(document=written_bank(SMALL_BANK.replace("fact: node.talent", "fact: node.talents")))
    with pytest.raises(BankHasErrors) as refused:
        release_bank(bank=bank)
    assert [finding.place for finding in refused.value.findings] == ["levels.advanced.gate.all.0"]
    assert "node.talents" in str(refused.value)
    assert Release.objects.count() == 0
    assert [event for event, *_rest in events()] == ["bank.loaded", "bank.loaded"]


def test_bank_whose_example_comes_out_otherwise_is_not_released(bank: Bank) -> None:
    load_bank(document=written_bank(SMALL_BANK.replace("score: 58.3333333", "score: 60")))
    with pytest.raises(ExampleFails) as refused:
        release_bank(bank=bank)
    assert str(refused.value) == "differs: half.overall.score expected 60, calculated 58.3333"
    assert Release.objects.count() == 0


def test_new_worked_example_is_no_new_structure(bank: Bank, document: BankDocument) -> None:
    release_bank(bank=bank)
    another = document.examples[0].model_copy(update={"key": "another"})
    load_bank(document=document.model_copy(update={"examples": [*document.examples, another]}))
    assert release_bank(bank=bank).version == "1.1"
