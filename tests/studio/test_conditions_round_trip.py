"""Every condition there is, shown in the builder and sent back as it is, stays what it is."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import QueryDict
from pydantic import BaseModel

from assessment.bank.documents import read_bank_file, read_document
from assessment.scoring.document import BankDocument
from recommendations.catalogue.document import CatalogueDocument
from recommendations.playbook.documents import read_playbook_file
from recommendations.studio.conditions.fields import ConditionField, ConditionSubject
from tests.studio.conditions import posted_condition

BASE = Path(settings.BASE_DIR)
SHIPPED = BASE / "assessment/bank/content/four_barriers.yaml"
BANKS = [
    SHIPPED,
    *sorted((BASE / "assessment/bank/content/frameworks").glob("*.yaml")),
    *sorted((BASE / "tests/frameworks").glob("*.yaml")),
    BASE / "docs/examples/shop-check.yaml",
]
CATALOGUES = sorted((BASE / "recommendations/catalogue/content").glob("*.yaml"))
CONDITIONS = {"visible_if", "gate", "when", "suits", "eligible_if"}
Found = tuple[str, str, dict[str, Any]]


def conditions_in(part: Any, place: str = "") -> Iterator[Found]:
    """Every condition of a document, with its place and the name of its field."""
    if isinstance(part, list):
        for index, each in enumerate(part):
            yield from conditions_in(each, f"{place}.{index}")
    elif isinstance(part, dict):
        for name, value in part.items():
            if name in CONDITIONS and isinstance(value, dict) and {"fact", "all", "any", "not"} & set(value):
                yield f"{place}.{name}", name, value
            else:
                yield from conditions_in(value, f"{place}.{name}")


def data_of(document: BaseModel) -> Any:
    return document.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def sent_back(condition: dict[str, Any], subject: ConditionSubject) -> Any:
    """What becomes of a condition that somebody opens and saves without a change."""
    data = QueryDict(mutable=True)
    for name, values in posted_condition("when", condition, subject).items():
        data.setlist(name, values)
    field = ConditionField(subject=subject)
    return field.clean(field.widget.value_from_datadict(data, {}, "when"))


def subject_of(name: str, bank: BankDocument) -> ConditionSubject:
    return ConditionSubject.gate(bank) if name == "gate" else ConditionSubject.rule(bank)


def changed_by_opening(document: BaseModel, bank: BankDocument) -> tuple[int, list[str]]:
    found = list(conditions_in(data_of(document)))
    subjects = {name: subject_of(name, bank) for name in CONDITIONS}
    return len(found), [place for place, name, each in found if sent_back(each, subjects[name]) != each]


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_conditions_of_banks_come_back_as_they_are(path: Path) -> None:
    bank = read_bank_file(path)
    assert changed_by_opening(bank, bank)[1] == []


def test_conditions_of_the_playbook_come_back_as_they_are() -> None:
    playbook = read_playbook_file(BASE / "recommendations/playbook/content/four_barriers.yaml")
    count, changed = changed_by_opening(playbook, read_bank_file(SHIPPED))
    assert (count > 50, changed) == (True, [])


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_conditions_of_the_catalogue_come_back_as_they_are(path: Path) -> None:
    catalogue = read_document(CatalogueDocument, path.read_text(encoding="utf-8"), path.name)
    assert changed_by_opening(catalogue, read_bank_file(SHIPPED))[1] == []


def test_visibility_comes_back_where_only_earlier_questions_may_be_asked() -> None:
    bank = read_bank_file(SHIPPED)
    asked = [question for section in data_of(bank)["sections"] for question in section["questions"]]
    conditional = {question["key"]: question["visible_if"] for question in asked if "visible_if" in question}
    back = {key: sent_back(each, ConditionSubject.visibility(bank, key)) for key, each in conditional.items()}
    assert (len(back) > 5, back) == (True, conditional)
