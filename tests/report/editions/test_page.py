"""The page on which a workspace makes reports: what is offered, made, listed and handed out, and to whom."""

from collections.abc import Sequence
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, GrantLevel, User, Workspace, WorkspaceRole
from assessment.responses.models import Result
from recommendations.report.content.edition_schema import Section
from recommendations.report.content.schema import ReportContent
from recommendations.report.models import Report
from recommendations.report.printed import Imprint
from recommendations.report.renderer.outcomes import DocumentRefused, Outcome
from tests.report.editions.conftest import sit

ALL = [section.value for section in Section]


@pytest.fixture(autouse=True)
def quick(settings: Any) -> Any:
    """Drawing is tested elsewhere."""
    settings.SECOND_FACTOR = "optional"
    with patch("recommendations.report.editions.actions.pdfs_of", side_effect=draw) as drawn:
        yield drawn


def draw(papers: Sequence[tuple[ReportContent, Imprint]]) -> list[bytes]:
    """One PDF for each, that can be told from the others."""
    return [pdf_in(content.locale) for content, _ in papers]


def pdf_in(language: str) -> bytes:
    return b"%PDF-1.7 drawn in " + language.encode() + b" %%EOF"


def signed_in(person: User) -> Browser:
    browser = Browser(headers={"accept-language": "en"})
    browser.force_login(person)
    return browser


def address(file: Client, result: Result, name: str = "report:edition", *more: object) -> str:
    return reverse(name, args=[file.workspace.slug, file.public_id, result.assessment.public_id, *more])


def make(browser: Browser, file: Client, result: Result, **changes: Any) -> HttpResponse:
    data = {"languages": ["en"], "view": "own", "sections": ALL, "with_overlay": "on"} | changes
    response = browser.post(address(file, result), data)
    assert isinstance(response, HttpResponse)
    return response


def test_report_is_made_listed_and_handed_out(seat: Seat, client_file: Client, result: Result, quick: Any) -> None:
    browser = signed_in(seat.person)
    response = make(browser, client_file, result, languages=["en", "zh-hans"], sections=["summary", "answers"])
    assert (response.status_code, response["Location"]) == (302, address(client_file, result) + "#reports")
    reports = list(Report.objects.order_by("pk"))
    assert [(report.language, report.workspace) for report in reports] == [
        ("en", seat.workspace),
        ("zh-hans", seat.workspace),
    ]
    page = browser.get(address(client_file, result)).content.decode()
    assert [report.number in page for report in reports] == [True, True]
    assert quick.call_count == 1  # both are drawn at once
    shown = [browser.get(address(client_file, result, "report:edition-show", each.public_id)) for each in reports]
    assert [(each.content, each["Content-Type"], each["X-Content-Type-Options"]) for each in shown] == [
        (pdf_in(language), "application/pdf", "nosniff") for language in ("en", "zh-hans")
    ]


def test_choice_of_the_workspace_is_offered_again(seat: Seat, client_file: Client, result: Result) -> None:
    browser = signed_in(seat.person)
    make(browser, client_file, result, sections=["summary"], languages=["zh-hans"])
    form = browser.get(address(client_file, result)).context["form"]
    assert (form["sections"].value(), form["languages"].value(), form["with_overlay"].value()) == (
        ["summary"],
        ["zh-hans"],
        True,
    )


def test_contents_follow_the_choice_without_changing_anything(seat: Seat, client_file: Client, result: Result) -> None:
    sent = {"languages": "en", "view": "own", "sections": ["summary"]}
    page = signed_in(seat.person).get(address(client_file, result), sent).context["page"]
    assert [line.key for line in page.lines if line.is_printed] == ["summary"]
    assert Report.objects.count() == 0


BAD: dict[str, dict[str, Any]] = {
    "no language": {"languages": []},
    "strange language": {"languages": ["fr"]},
    "strange section": {"sections": ["cover; DROP"]},
    "not verified": {"view": "both"},
    "no view": {"view": ""},
}


@pytest.mark.parametrize("sent", BAD.values(), ids=BAD)
def test_bad_choice_makes_nothing(sent: dict[str, Any], seat: Seat, client_file: Client, result: Result) -> None:
    response = make(signed_in(seat.person), client_file, result, **sent)
    assert (response.status_code, Report.objects.count(), 'id="error-summary"' in response.content.decode()) == (
        422,
        0,
        True,
    )


def test_what_cannot_be_drawn_leaves_a_reference(seat: Seat, client_file: Client, result: Result, quick: Any) -> None:
    quick.side_effect = failure = DocumentRefused(Outcome.REFUSED)
    response = make(signed_in(seat.person), client_file, result)
    assert (response.status_code, response["Retry-After"], failure.reference in response.content.decode()) == (
        503,
        "30",
        True,
    )
    assert Report.objects.count() == 0


def test_only_what_is_not_there_yet_is_drawn(seat: Seat, client_file: Client, result: Result, quick: Any) -> None:
    browser = signed_in(seat.person)
    for languages in (["en"], ["en", "zh-hans"], ["zh-hans", "en"]):
        make(browser, client_file, result, languages=languages)
    drawn = [[content.locale for content, _ in call.args[0]] for call in quick.call_args_list]
    assert (drawn, Report.objects.count()) == ([["en"], ["zh-hans"], []], 2)


@pytest.mark.parametrize(
    ("role", "shown", "made"),
    [(WorkspaceRole.CONSULTANT, 200, 302), (WorkspaceRole.REVIEWER, 200, 404), (WorkspaceRole.VIEWER, 200, 404)],
)
def test_role_decides_who_makes_reports(
    role: WorkspaceRole, shown: int, made: int, space: Workspace, client_file: Client, result: Result, colleague: User
) -> None:
    browser = signed_in(sit(space, colleague, role).person)
    page = browser.get(address(client_file, result))
    assert (page.status_code, make(browser, client_file, result).status_code) == (shown, made)
    assert ("data-makes" in page.content.decode()) == (made == 302)


def test_withdrawn_access_ends_at_once(seat: Seat, client_file: Client, result: Result) -> None:
    browser = signed_in(seat.person)
    make(browser, client_file, result)
    client_file.enterprise.grants.update(withdrawn_at=timezone.now())
    pdf = address(client_file, result, "report:edition-show", Report.objects.get().public_id)
    assert [browser.get(path).status_code for path in (address(client_file, result), pdf)] == [404, 404]


def test_edition_is_open_to_the_enterprise_and_closed_to_another_workspace(
    seat: Seat, client_file: Client, result: Result, respondent: Browser, rival_consultant: User
) -> None:
    """Even where the enterprise lets the other workspace read the same result."""
    make(signed_in(seat.person), client_file, result)
    report = Report.objects.get()
    rivals = Workspace.objects.create(slug="rivals", name="Rivals")
    result.assessment.enterprise.grants.create(workspace=rivals, level=GrantLevel.EDIT)
    rival = signed_in(sit(rivals, rival_consultant, WorkspaceRole.OWNER).person)
    own = Client.objects.create(workspace=rivals, enterprise=result.assessment.enterprise)
    pdf = reverse("report:report-show", args=[result.assessment.public_id, report.public_id])
    page = reverse("report:result-show", args=[result.assessment.public_id])
    seen = {
        name: (each.get(pdf).status_code, report.number in each.get(page).content.decode())
        for name, each in {"enterprise": respondent, "workspace": signed_in(seat.person), "rival": rival}.items()
    }
    assert seen == {"enterprise": (200, True), "workspace": (200, True), "rival": (404, False)}
    assert rival.get(address(own, result, "report:edition-show", report.public_id)).status_code == 404


def test_three_reports_take_as_many_queries_as_one(seat: Seat, client_file: Client, result: Result) -> None:
    browser = signed_in(seat.person)
    make(browser, client_file, result)
    browser.get(address(client_file, result))
    with CaptureQueriesContext(connection) as one:
        browser.get(address(client_file, result))
    for sections in (["summary"], ["answers"]):
        make(browser, client_file, result, sections=sections)
    with CaptureQueriesContext(connection) as three:
        browser.get(address(client_file, result))
    assert (Report.objects.count(), len(three)) == (3, len(one))
