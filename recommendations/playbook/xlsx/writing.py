"""Playbooks, banks with their playbooks, and texts to translate, as workbooks for people."""

from collections.abc import Mapping, Sequence

from assessment.bank.xlsx.records import Data
from assessment.bank.xlsx.sheets import Sheet
from assessment.bank.xlsx.writing import Pages, bank_pages, write_pages, written_data
from assessment.scoring.document import BankDocument
from recommendations.playbook.xlsx.records import records_of
from recommendations.playbook.xlsx.sheets import CATEGORIES, SHEETS, TEXTS
from recommendations.playbook.xlsx.texts import text_lines
from recommendations.rules.document import PlaybookDocument


def write_playbook_workbook(playbook: PlaybookDocument) -> bytes:
    """This function will return a playbook as the bytes of an XLSX workbook; equal documents give equal bytes.

    Raises DocumentError for a text that is longer than a cell can be.
    """
    return write_pages(playbook.slug, [playbook_pages(playbook)])


def write_whole_workbook(
    bank: BankDocument, playbook: PlaybookDocument | None, categories: Sequence[Data] = ()
) -> bytes:
    """This function will return a bank, its playbook and the categories that actions may name as one workbook.

    Raises DocumentError likewise.
    """
    parts = [bank_pages(bank)]
    if playbook is not None:
        named = {CATEGORIES.name: categories}
        parts += [playbook_pages(playbook), _pages(playbook.locales, [CATEGORIES], named)]
    return write_pages(bank.slug, parts)


def write_texts_workbook(bank: BankDocument, playbook: PlaybookDocument | None) -> bytes:
    """This function will return every text of a bank and its playbook, a line for each. Raises DocumentError likewise."""
    locales = list(dict.fromkeys([*bank.locales, *(playbook.locales if playbook else [])]))
    return write_pages(bank.slug, [_pages(locales, [TEXTS], {TEXTS.name: list(text_lines(bank, playbook))})])


def playbook_pages(playbook: PlaybookDocument) -> Pages:
    """This function will return what the sheets of a playbook say."""
    data = written_data(playbook)
    return Pages(playbook.locales, SHEETS, lambda sheet: records_of(sheet, data))


def _pages(locales: Sequence[str], sheets: Sequence[Sheet], lines: Mapping[str, Sequence[Data]]) -> Pages:
    return Pages(locales, sheets, lambda sheet: list(lines[sheet.name]))
