"""The workbook, read back with another library."""

from datetime import date, datetime
from io import BytesIO
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client
from openpyxl import load_workbook

from assessment.responses.actions import Opened
from assessment.responses.models import Assessment
from assessment.responses.tokens import COOKIE_NAME
from recommendations.plan.models import PlanItem
from recommendations.plan.planning import Placement, add_own_item, take_up_roadmap

EVIL = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "https://example.org/", "12"]


@pytest.fixture
def respondent(client: Client, opened: Opened) -> Client:
    client.cookies[COOKIE_NAME] = opened.token
    return client


def workbook(respondent: Client, assessment: Assessment, language: str = "en") -> Any:
    reply = respondent.get(f"/a/{assessment.public_id}/plan.xlsx", headers={"accept-language": language})
    assert reply["Content-Disposition"].startswith('attachment; filename="plan.xlsx"')
    return load_workbook(BytesIO(reply.content))


@pytest.mark.parametrize(("ending", "language"), [("xlsx", "zh-hans"), ("ics", "zh-hans"), ("xlsx", "en")])
def test_files_are_called_in_the_language_of_the_page(
    respondent: Client, submitted: Assessment, ending: str, language: str
) -> None:
    reply = respondent.get(f"/a/{submitted.public_id}/plan.{ending}", headers={"accept-language": language})
    plain, _separator, full = reply["Content-Disposition"].partition("; filename*=UTF-8''")
    called = {"en": "plan", "zh-hans": "计划"}[language]
    assert plain == f'attachment; filename="plan.{ending}"'
    assert unquote(full) == f"{called} {submitted.enterprise.name}.{ending}"


def rows(page: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_days_are_days_and_amounts_are_numbers(respondent: Client, submitted: Assessment) -> None:
    take_up_roadmap(
        assessment=submitted,
        placements=[Placement("B", 1, 1)],
        budget=90_000,
        days_per_quarter=20,
        begins_on=date(2026, 12, 1),
    )
    PlanItem.objects.update(spent=250, responsible="Li", note="Soon.")
    page = workbook(respondent, submitted)["Plan"]
    header, line = rows(page)
    assert header == [
        *("What", "Status", "Who does it", "Quarter", "Due", "Done on", "Budget, yuan", "Spent, yuan"),
        *("Chosen service", "Points promised", "Note", "Why not"),
    ]
    assert line[:9] == ["Do B", "planned", "Li", 1, datetime(2027, 3, 1), None, 1000, 250, None]
    assert (round(line[9], 1), line[10:]) == (line[9], ["Soon.", None])
    assert line[9] > 0
    assert [page.cell(2, column).number_format for column in (1, 5, 7, 10)] == ["@", "yyyy-mm-dd", "#,##0", "#,##0.0"]
    assert page.freeze_panes == "B2"


@pytest.mark.parametrize("text", EVIL)
def test_what_people_write_stays_text(respondent: Client, submitted: Assessment, text: str) -> None:
    add_own_item(assessment=submitted, title=text, language="en", responsible=text)
    PlanItem.objects.update(note=text)
    page = workbook(respondent, submitted)["Plan"]
    for column in (1, 3, 11):
        cell = page.cell(2, column)
        assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_second_sheet_says_what_the_numbers_rest_on(respondent: Client, submitted: Assessment) -> None:
    take_up_roadmap(
        assessment=submitted,
        placements=[Placement("A", 1, 1)],
        budget=90_000,
        days_per_quarter=20,
        begins_on=date(2026, 12, 1),
    )
    found = rows(workbook(respondent, submitted)["What it rests on"])
    assert [line[0] for line in found] == [
        *("About", "Effects", "Costs", "Begins", "Budget of the roadmap", "Own working days per quarter"),
        *("The whole plan", "Do A", "Do A", "Do A"),
    ]
    assert found[3][2] == "1 December 2026"
    assert found[4][2] == "CNY 90,000"
    promised, *sources = [line[2] for line in found[7:]]
    assert promised.startswith("Promised when it was taken up. Answers that it would change: ")
    assert sources == ["Source: Estimate.", "Source: cost band Free, an estimate: Our estimate."]


def test_equal_plans_give_equal_bytes(respondent: Client, submitted: Assessment) -> None:
    add_own_item(assessment=submitted, title="Ask the bank", language="en")
    first, second = (respondent.get(f"/a/{submitted.public_id}/plan.xlsx").content for _time in range(2))
    assert first == second


def test_workbook_is_in_the_language_of_the_page(respondent: Client, submitted: Assessment) -> None:
    add_own_item(assessment=submitted, title="Ask the bank", language="en")
    book = workbook(respondent, submitted, "zh-hans")
    assert book.sheetnames == ["计划", "依据"]
    assert rows(book["计划"])[0][:3] == ["事项", "状态", "负责人"]


def test_empty_plan_is_an_empty_sheet(respondent: Client, submitted: Assessment) -> None:
    assert len(rows(workbook(respondent, submitted)["Plan"])) == 1
