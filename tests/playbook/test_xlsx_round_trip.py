"""Whatever a playbook says, its workbook says, alone and beside its bank, and reads back as the same document."""

from hypothesis import HealthCheck, given, settings

from assessment.bank.documents import canonical_json, read_bank_file, read_bank_workbook
from assessment.bank.editing.flat import flat_data
from assessment.bank.xlsx.sheets import BESIDE_A_BANK
from assessment.bank.xlsx.writing import write_workbook
from assessment.scoring.document import BankDocument
from recommendations.playbook.xlsx.sheets import CATEGORIES, SHEETS, TEXTS
from recommendations.playbook.xlsx.texts import with_texts
from recommendations.playbook.xlsx.writing import (
    write_playbook_workbook,
    write_texts_workbook,
    write_whole_workbook,
)
from recommendations.rules.document import PlaybookDocument
from tests.bank.variations import documents
from tests.playbook.variations import playbooks
from tests.playbook.xlsx import NAME, SHIPPED_BANK, read, shipped_playbook

QUICK = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def playbook_of(content: bytes) -> PlaybookDocument:
    playbook = read(content).playbook
    assert playbook is not None
    return playbook.document


def test_shipped_playbook_comes_back_from_its_workbook() -> None:
    document = shipped_playbook()
    content = write_playbook_workbook(document)
    again = playbook_of(content)
    assert again == document
    assert canonical_json(again) == canonical_json(document)
    assert write_playbook_workbook(again) == content
    assert read(content).bank is None


def test_shipped_bank_and_playbook_come_back_from_one_workbook() -> None:
    bank, playbook = read_bank_file(SHIPPED_BANK), shipped_playbook()
    categories = [{"key": "mes", "title": {"en": "MES", "zh-hans": "制造执行"}}]
    content = write_whole_workbook(bank, playbook, categories)
    again = read(content)
    assert again.bank is not None and again.playbook is not None
    assert (again.bank.document, again.playbook.document) == (bank, playbook)
    assert [line.data for line in again.categories] == categories
    assert write_whole_workbook(again.bank.document, again.playbook.document, categories) == content
    assert read_bank_workbook(content, NAME) == bank


@given(document=playbooks())
@QUICK
def test_any_playbook_comes_back(document: PlaybookDocument) -> None:
    content = write_playbook_workbook(document)
    again = playbook_of(content)
    assert canonical_json(again) == canonical_json(document)
    assert write_playbook_workbook(again) == content


@given(bank=documents(), playbook=playbooks())
@QUICK
def test_any_bank_and_playbook_come_back_together(bank: BankDocument, playbook: PlaybookDocument) -> None:
    again = read(write_whole_workbook(bank, playbook))
    assert again.bank is not None and again.playbook is not None
    assert canonical_json(again.bank.document) == canonical_json(bank)
    assert canonical_json(again.playbook.document) == canonical_json(playbook)


def test_shipped_texts_come_back_from_a_workbook_of_texts() -> None:
    bank, playbook = read_bank_file(SHIPPED_BANK), shipped_playbook()
    content = read(write_texts_workbook(bank, playbook))
    assert (content.bank, content.playbook) == (None, None)
    assert len(content.texts) > 2000
    for word, document in (("bank", bank), ("playbook", playbook)):
        texts = [text for text in content.texts if text.document == word]
        assert with_texts(document, texts) == (flat_data(document), [])


def test_workbook_of_a_bank_without_a_playbook_is_that_of_the_bank(document: PlaybookDocument) -> None:
    bank = read_bank_file(SHIPPED_BANK)
    assert write_whole_workbook(bank, None) == write_workbook(bank)


def test_reader_of_banks_passes_over_what_may_stand_beside_them() -> None:
    assert {sheet.name for sheet in (*SHEETS, CATEGORIES, TEXTS)} == BESIDE_A_BANK


def test_letters_that_excel_writes_for_line_ends_may_be_typed() -> None:
    document = shipped_playbook()
    named = document.model_copy(update={"title": {"en": "a _x000D_ b _x000D_", "zh-hans": "一\r\n二"}})
    again = playbook_of(write_playbook_workbook(named))
    assert again.title == {"en": "a _x000D_ b _x000D_", "zh-hans": "一\n二"}
