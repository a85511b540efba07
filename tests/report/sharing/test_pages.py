"""Making and ending links on the pages of a workspace and of the enterprise."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertTemplateUsed

from assessment.accounts.models import User
from assessment.responses.actions import Opened
from recommendations.report.models import Report, ShareLink
from recommendations.report.sharing.actions import Terms, share_report
from tests.report.workspaces import Office, open_office


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


@pytest.fixture
def at_desk(client: Client, consultant: User) -> Client:
    client.force_login(consultant)
    return client


def address(office: Office, report: Report) -> str:
    return reverse("report:share-add", kwargs=office.arguments | {"report_id": report.public_id})


def post(browser: Client, to: str, **data: Any) -> Any:
    return browser.post(to, {"label": "The bank", "until": day(30), "password": ""} | data)


def test_link_is_shown_once_and_works_until_the_end_of_its_day(office: Office, report: Report, at_desk: Client) -> None:
    reply = post(at_desk, address(office, report))
    page = reply.content.decode()
    assertTemplateUsed(reply, "workspace/kept.html")
    assert re.findall(r'<label for="([^"]+)">Link to the report</label><input[^>]* id="([^"]+)" readonly', page) == [
        ("share-link", "share-link")
    ]
    link = ShareLink.objects.get()
    assert (link.label, link.workspace, link.made_by) == ("The bank", office.seat.workspace, office.seat.person)
    assert timezone.localtime(link.expires_at).isoformat()[:19] == f"{day(31)}T00:00:00"
    token = page.split("/s/")[1].split("/")[0]
    assert Client().get(f"/s/{token}/").status_code == 200
    again = at_desk.get(address(office, report)).content.decode()
    assert (token in again, "The bank" in again) == (False, True)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"until": ""}, "Choose a day."),
        ({"until": "soon"}, "Enter the day as year, month and day, such as 2027-03-31."),
        ({"until": day(-1)}, "This day is over. Choose today or a later one."),
        ({"until": day(400)}, "A link works for a year at most."),
        ({"until": "9999-12-31"}, "A link works for a year at most."),
        ({"password": "short"}, "A password needs at least 8 characters. Leave it empty for none."),
        ({"label": "x" * 151}, "Ensure this value has at most 150 characters (it has 151)."),
    ],
)
def test_form_says_what_is_wrong_and_makes_nothing(
    data: dict[str, str], said: str, office: Office, report: Report, at_desk: Client
) -> None:
    page = post(at_desk, address(office, report), **data)
    assert page.status_code == 422
    assert said in page.content.decode()
    assert ShareLink.objects.count() == 0


def test_link_ends_by_a_press(office: Office, report: Report, at_desk: Client) -> None:
    post(at_desk, address(office, report))
    link = ShareLink.objects.get()
    at_desk.post(f"{address(office, report)}{link.public_id}/revoke/")
    link.refresh_from_db()
    assert link.revoked_at is not None


def test_workspace_sees_and_ends_its_own_links_only(
    office: Office, report: Report, at_desk: Client, rival_consultant: User
) -> None:
    rival = open_office(rival_consultant, office.assessment, "rivals")
    terms = Terms("Secret friend", timezone.now() + timedelta(days=3))
    theirs = share_report(
        assessment=office.assessment, report=report, terms=terms, by=rival_consultant, workspace=rival.seat.workspace
    ).link
    assert "Secret friend" not in at_desk.get(address(office, report)).content.decode()
    assert at_desk.post(f"{address(office, report)}{theirs.public_id}/revoke/").status_code == 404


def test_enterprise_sees_every_link_and_ends_it(
    office: Office, report: Report, at_desk: Client, respondent: Client, opened: Opened
) -> None:
    post(at_desk, address(office, report), label="For the consultant’s friend")
    own = reverse("report:share-own", args=[opened.assessment.public_id, report.public_id])
    post(respondent, own, label="My bank")
    page = respondent.get(own).content.decode()
    assert ("For the consultant’s friend" in page, "My bank" in page, "Advisers" in page) == (True, True, True)
    link = ShareLink.objects.get(workspace__isnull=False)
    respondent.post(f"{own}{link.public_id}/revoke/")
    link.refresh_from_db()
    assert link.revoked_at is not None
