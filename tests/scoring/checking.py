"""What the checker says about a bank: places and messages, errors apart from warnings."""

from typing import Any

from assessment.scoring.check import Severity, check_bank
from assessment.scoring.document import BankDocument
from tests.scoring.banks import Fields, bank, single, text

Said = list[tuple[str, str]]

Q = "sections.main.questions."
EXAMPLE = {"key": "e1", "title": text("One"), "answers": {"A": "half"}, "expect": {"all": {"score": 50}}}
THREE = [EXAMPLE, {**EXAMPLE, "key": "e2"}, {**EXAMPLE, "key": "e3"}]


def sound(*asked: Fields, **fields: Any) -> BankDocument:
    """A bank without findings, unless something in `asked` or `fields` is faulty."""
    given = asked or (single("A"),)
    return bank(*given, **{"examples": THREE, **fields})


def errors(document: BankDocument) -> Said:
    return [(each.place, each.message) for each in check_bank(document) if each.severity is Severity.ERROR]


def warnings(document: BankDocument) -> Said:
    return [(each.place, each.message) for each in check_bank(document) if each.severity is Severity.WARNING]


def of_question(asked: Fields) -> tuple[Said, Said]:
    document = sound(single("A"), asked)
    return errors(document), warnings(document)


def rung(key: str, **bounds: Any) -> Fields:
    return {"key": key, "title": text(key.capitalize())} | bounds


def ladder(key: str, *rungs: Fields) -> Fields:
    return {"key": key, "levels": list(rungs)}
