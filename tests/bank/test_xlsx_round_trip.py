"""Whatever a document says, its workbook says, and reads back as the same document."""

from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from assessment.bank.documents import canonical_json, read_bank, read_bank_file
from assessment.bank.faults import DocumentError
from assessment.bank.xlsx.writing import write_workbook
from assessment.scoring.document import FORMAT, BankDocument
from tests.bank.samples import small_bank, small_data
from tests.bank.variations import LETTERS, documents
from tests.bank.xlsx import read_workbook

CONTENT = Path(settings.BASE_DIR) / "assessment/bank/content"
SHIPPED = sorted(
    path for path in CONTENT.rglob("*.yaml") if f"\nformat: {FORMAT}\n" in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_shipped_bank_comes_back_from_its_workbook(path: Path) -> None:
    document = read_bank_file(path)
    content = write_workbook(document)
    again = read_workbook(content)
    assert again == document
    assert canonical_json(again) == canonical_json(document)
    assert write_workbook(again) == content


def test_small_bank_comes_back(document: BankDocument) -> None:
    assert canonical_json(read_workbook(write_workbook(document))) == canonical_json(document)


@given(document=documents())
@hypothesis_settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_document_comes_back(document: BankDocument) -> None:
    assert canonical_json(read_workbook(write_workbook(document))) == canonical_json(document)


@given(text=st.text(LETTERS | st.sampled_from("\n\t \"'=+-@{}_x0041_")))
@hypothesis_settings(max_examples=20, deadline=None)
def test_any_text_stays_itself(text: str) -> None:
    title = {"en": text, "zh-hans": "小店"}
    assert read_workbook(write_workbook(small_bank(title=title))).title == title


@pytest.mark.parametrize(
    "text",
    [
        *["=1+1", "+1", "-1", "@SUM(A1)", "{=A1}", "#REF!", "1.50", "010", "TRUE", "2024-01-01", "'quoted"],
        *["_x0041_", "a\nb", " a", "a\n", "", " ", '""', '" a"', '"a"', '"', "{}", '"{}"', "\u3000", "a\u2028b", "🙂"],
        "x" * 32_767,
    ],
)
def test_text_is_never_a_formula_nor_changed(text: str) -> None:
    answers = {"employees": text}
    examples = [{"key": "e", "title": {"en": text}, "answers": answers, "expect": {}}]
    again = read_workbook(write_workbook(small_bank(title={"en": text}, examples=examples)))
    assert again.title == {"en": text}
    assert again.examples[0].title == {"en": text}
    assert again.examples[0].answers == answers


@pytest.mark.parametrize(
    "answer",
    [0, 40, 40.0, 1.5, "1.5", "40", 1e14, 10**30, 0.125, -0.0, None, True, "true", "null", [], {}, ["a", "b"]],
)
def test_answer_of_an_example_keeps_its_type(answer: object) -> None:
    examples = [{"key": "e", "title": {}, "answers": {"E1": answer}, "baseline": {"E2": answer}, "expect": {}}]
    again = read_workbook(write_workbook(small_bank(examples=examples))).examples[0]
    assert (repr(again.answers), repr(again.baseline)) == (repr({"E1": answer}), repr({"E2": answer}))


def test_text_without_any_language_is_something_else_than_no_text() -> None:
    data = small_data()
    data["sections"][1]["questions"][0]["bands"][0]["label"] = {}
    data["sections"][1]["questions"][0]["ratio"] = {"numerator": {}, "denominator": {}}
    document = small_bank(sections=data["sections"])
    assert read_workbook(write_workbook(document)) == document


def test_text_that_no_cell_can_hold_is_refused_with_its_cell() -> None:
    with pytest.raises(DocumentError) as refused:
        write_workbook(small_bank(title={"en": "x" * 32_768}))
    assert [str(fault) for fault in refused.value.faults] == [
        "bank!B5 (title en): is longer than the 32767 characters that a cell holds"
    ]


def test_yaml_and_workbook_are_the_same_document(document: BankDocument) -> None:
    assert read_bank(canonical_json(document), "small.json") == read_workbook(write_workbook(document))
