"""Contents as earlier versions of the product have stored them: read, recognised and written in every form."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from recommendations.report.content.schema import ReportContent
from recommendations.report.fingerprint import content_hash
from recommendations.report.formats.data import data_of
from recommendations.report.formats.word.document import word_of
from recommendations.report.formats.workbook.workbook import workbook_of
from recommendations.report.printed import html_of
from tests.report.formats.opened import book_of, rows_of, words_of_docx
from tests.report.samples import IMPRINT

OLD = sorted(Path(__file__).with_name("old_contents").glob("*.json"))


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def stored(request: pytest.FixtureRequest) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(request.param.read_text(encoding="utf-8"))
    return data


def test_each_is_read_and_keeps_its_fingerprint(stored: dict[str, Any]) -> None:
    content = ReportContent.model_validate(stored["content"])
    assert content_hash(content) == stored["content_hash"]
    assert content.model_dump(mode="json") == stored["content"]


def test_each_is_written_in_every_form(stored: dict[str, Any]) -> None:
    content = ReportContent.model_validate(stored["content"])
    imprint = replace(IMPRINT, content_hash=stored["content_hash"])
    assert content.enterprise in html_of(content, imprint).replace("&#x27;", "'")
    assert content.enterprise in words_of_docx(word_of(content, imprint))
    book = book_of(workbook_of(content, imprint))
    assert content.overall.score in {str(cell.value) for cell in book.worksheets[1][2]}
    assert json.loads(data_of(content, imprint))["content"] == stored["content"]


def test_money_of_older_contents_is_told_in_words() -> None:
    path = next(path for path in OLD if path.stem.startswith("with-plan"))
    content = ReportContent.model_validate(json.loads(path.read_text(encoding="utf-8"))["content"])
    rows = rows_of(workbook_of(content, IMPRINT), "Costs")
    assert content.actions[0].money is not None
    assert (rows[0]["Price"], rows[0]["Price from, yuan"]) == (content.actions[0].money.price, None)


def test_days_and_amounts_of_older_plans_are_read_back_from_their_words() -> None:
    path = next(path for path in OLD if path.stem.startswith("with-plan"))
    content = ReportContent.model_validate(json.loads(path.read_text(encoding="utf-8"))["content"])
    data = workbook_of(content, IMPRINT)
    first, second, third, _declined = rows_of(data, "Plan")
    assert (first["Due"], first["Budget, yuan"], first["Spent, yuan"]) == (datetime(2027, 3, 1), 30_000, 4_000)
    assert (second["Done on"], second["Budget, yuan"], third["Due"]) == (datetime(2026, 11, 22), 0, None)
    assert dict(book_of(data)["Sums of the plan"].iter_rows(values_only=True))["Left"] == 26_000
    assert rows_of(data, "Trail")[0]["When"] == datetime(2026, 11, 23, 10)
