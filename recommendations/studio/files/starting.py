"""Banks to begin with: an example to fill in, an empty one, a copy of one that there is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from assessment.bank.documents import read_bank_file
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import Text
from recommendations.playbook.documents import read_playbook_file
from recommendations.playbook.xlsx.writing import write_whole_workbook
from recommendations.rules.document import PlaybookDocument

CONTENT = Path(__file__).parent / "content"
WORDS: Mapping[str, Text] = {
    "section": {"en": "First section", "zh-hans": "第一部分"},
    "question": {"en": "First question", "zh-hans": "第一题"},
    "yes": {"en": "Yes", "zh-hans": "是"},
    "no": {"en": "No", "zh-hans": "否"},
    "all": {"en": "Overall", "zh-hans": "总体"},
}


def example_documents() -> tuple[BankDocument, PlaybookDocument]:
    """This function will return a small bank and its playbook that can be released as they are."""
    bank = read_bank_file(CONTENT / "example_bank.yaml")
    return bank, read_playbook_file(CONTENT / "example_playbook.yaml")


def example_workbook() -> bytes:
    """This function will return the example as a workbook with a guide to every sheet and column."""
    return write_whole_workbook(*example_documents())


def empty_bank(slug: str, title: Text) -> BankDocument:
    """This function will return the least that is a bank: one question, which is all that is measured.

    It speaks the languages of the title.
    """
    locales = [locale for locale, _name in settings.LANGUAGES if title.get(locale)]
    return BankDocument.model_validate(
        {
            "slug": slug,
            "locales": locales,
            "title": title,
            "sections": [{"key": "section1", "title": _words("section", locales), "questions": [_question(locales)]}],
            "tree": {
                "key": "all",
                "title": _words("all", locales),
                "measures": [{"question": "Q01", "weight": 1}],
            },
        }
    )


def copied(
    slug: str, title: Text, bank: BankDocument, playbook: PlaybookDocument | None
) -> tuple[BankDocument, PlaybookDocument | None]:
    """This function will return both documents under a new short name; the bank gets the title."""
    other = bank.model_copy(update={"slug": slug, "title": title})
    return other, playbook.model_copy(update={"slug": slug, "bank": slug}) if playbook is not None else None


def _question(locales: list[str]) -> dict[str, Any]:
    options = [
        {"key": key, "label": _words(key, locales), "credit": credit} for key, credit in (("yes", "1"), ("no", "0"))
    ]
    return {"key": "Q01", "kind": "yes_no", "text": _words("question", locales), "core": True, "options": options}


def _words(name: str, locales: list[str]) -> Text:
    return {locale: WORDS[name][locale] for locale in locales if locale in WORDS[name]}
