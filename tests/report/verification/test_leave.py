"""Who may let others check a report, and what that leaves behind."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessment.accounts.models import Enterprise, User
from assessment.audit.models import AuditEvent
from assessment.responses.actions import Opened
from assessment.responses.models import Result
from assessment.responses.tokens import COOKIE_NAME
from recommendations.report.models import Confirmation, Report
from recommendations.report.verification.actions import allow_checking, withdraw_checking
from tests.report.verification.conftest import page_of
from tests.report.workspaces import open_office


def address(report: Report, name: str = "checking") -> str:
    return reverse(f"report:{name}", args=[report.result.assessment.public_id, report.public_id])


def browser(person: User | None = None, token: str = "") -> Client:
    client = Client()
    if person is not None:
        client.force_login(person)
    if token:
        client.cookies[COOKIE_NAME] = token
    return client


def give_to(owner: User, opened: Opened) -> None:
    Enterprise.objects.filter(pk=opened.assessment.enterprise_id).update(owner=owner)


def test_owner_allows_and_takes_back(report: Report, opened: Opened, owner: User) -> None:
    give_to(owner, opened)
    client = browser(owner)
    before = "Let others check this report" in client.get(address(report)).content.decode()
    client.post(address(report, "checking-allow"))
    shown = client.get(address(report)).content.decode()
    opens = Client().get(page_of(report)).status_code
    client.post(address(report, "checking-withdraw"))
    leave = Confirmation.objects.get()
    assert (before, "Allowed since" in shown, f"http://testserver{page_of(report)}" in shown) == (True, True, True)
    assert (opens, Client().get(page_of(report)).status_code) == (200, 404)
    assert (leave.allowed_by, leave.withdrawn_by, leave.withdrawn_at is not None) == (owner, owner, True)
    events = AuditEvent.objects.filter(event__startswith="report.checking").order_by("pk")
    assert [(each.event, each.actor, each.details, each.enterprise_id) for each in events] == [
        ("report.checking_allowed", owner, {"report": report.number}, opened.assessment.enterprise_id),
        ("report.checking_withdrawn", owner, {"report": report.number}, opened.assessment.enterprise_id),
    ]


def test_key_decides_while_nobody_owns_the_enterprise(report: Report, respondent: Client) -> None:
    assert respondent.post(address(report, "checking-allow")).status_code == 302
    assert Client().get(page_of(report)).status_code == 200


def test_key_decides_nothing_once_there_is_an_owner(
    report: Report, respondent: Client, opened: Opened, owner: User
) -> None:
    give_to(owner, opened)
    statuses = [respondent.get(address(report)).status_code]
    statuses += [respondent.post(address(report, name)).status_code for name in ("checking-allow", "checking-withdraw")]
    assert (statuses, Confirmation.objects.count()) == ([404] * 3, 0)


def test_workspace_decides_nothing_not_even_with_the_key(report: Report, opened: Opened, consultant: User) -> None:
    office = open_office(consultant, opened.assessment)
    for client in (browser(consultant), browser(consultant, opened.token)):
        assert client.get(address(report)).status_code == 404
        assert client.post(address(report, "checking-allow")).status_code == 404
    page = browser(office.seat.person).get(reverse("report:result-show", args=[opened.assessment.public_id]))
    assert (report.number in page.content.decode(), "/checking/" in page.content.decode()) == (True, False)
    assert Confirmation.objects.count() == 0


def test_workspace_sees_whether_its_edition_may_be_checked(
    report: Report, opened: Opened, consultant: User, result: Result
) -> None:
    office = open_office(consultant, opened.assessment)
    edition = Report.objects.create(
        result=result,
        language="en",
        number="FF-20261122-ED171011",
        content=report.content,
        content_hash="ed171011" * 8,
        pdf=b"%PDF",
        pdf_hash="p",
        workspace=office.seat.workspace,
        made_by=consultant,
    )
    list_page = reverse("report:edition", kwargs=office.arguments)
    at_desk = browser(consultant)
    before = at_desk.get(list_page).content.decode()
    allow_checking(report=edition, assessment=opened.assessment, by=None)
    after = at_desk.get(list_page).content.decode()
    said = "can be checked since"
    assert (said in before, said in after, "decided by the owner of the enterprise alone" in before) == (
        False,
        True,
        True,
    )


@pytest.mark.parametrize("who", ["stranger", "colleague"])
def test_others_decide_nothing(
    who: str, report: Report, opened: Opened, stranger: User, colleague: User, owner: User
) -> None:
    give_to(owner, opened)
    opened.assessment.enterprise.grants.create(person=colleague, level="edit")
    client = browser({"stranger": stranger, "colleague": colleague}[who])
    assert client.get(address(report)).status_code == 404
    assert client.post(address(report, "checking-allow")).status_code == 404


def test_report_of_another_assessment_is_not_there(report: Report, respondent: Client, opened: Opened) -> None:
    other = reverse("report:checking-allow", args=[opened.assessment.public_id, opened.assessment.public_id])
    assert respondent.post(other).status_code == 404


def test_twice_is_once(report: Report, result: Result) -> None:
    for _time in range(2):
        allow_checking(report=report, assessment=result.assessment, by=None)
    for _time in range(2):
        withdraw_checking(report=report, assessment=result.assessment, by=None)
    allow_checking(report=report, assessment=result.assessment, by=None)
    assert (Confirmation.objects.count(), Confirmation.objects.standing().count()) == (2, 1)
    assert AuditEvent.objects.filter(event__startswith="report.checking").count() == 3


def test_report_never_changes_by_it(confirmed: Report, result: Result) -> None:
    fields = ("number", "content", "content_hash", "pdf", "pdf_hash", "created_at")
    before = Report.objects.values_list(*fields).get(pk=confirmed.pk)
    withdraw_checking(report=confirmed, assessment=result.assessment, by=None)
    assert Report.objects.values_list(*fields).get(pk=confirmed.pk) == before


def test_history_is_kept_by_the_database(confirmed: Report) -> None:
    leave = Confirmation.objects.filter(report=confirmed)
    for change in ({"allowed_at": timezone.now()}, {"allowed_by": None, "report": confirmed.pk + 1}):
        with pytest.raises(DatabaseError), transaction.atomic():
            leave.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        leave.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        leave.update(withdrawn_at=timezone.now() - timedelta(days=3))
    with pytest.raises(IntegrityError), transaction.atomic():
        Confirmation.objects.create(report=confirmed)


def test_reports_themselves_stay_as_permanent_as_before(report: Report) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(number="FF-2")


def test_looking_changes_nothing(report: Report, respondent: Client) -> None:
    for name in ("checking-allow", "checking-withdraw"):
        assert respondent.get(address(report, name)).status_code == 405
    respondent.get(address(report))
    assert Confirmation.objects.count() == 0
