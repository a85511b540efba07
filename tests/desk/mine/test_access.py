"""Letting in and out: a workspace by two steps, a colleague by letter; withdrawal counts with the next request."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from assessment.accounts.models import Enterprise, Grant, GrantLevel, Invitation, User, Workspace
from assessment.mail.models import Letter
from assessment.responses.actions import Opened
from recommendations.report.models import Report
from tests.desk.mine.conftest import signed_in, texts
from tests.desk.mine.test_mine import page


def in_days(number: int) -> str:
    return (timezone.localdate() + timedelta(days=number)).isoformat()


def give(owner: User, mine: Enterprise, **data: str):
    given = {"workspace": "gear-advisers", "level": "edit", "until": in_days(365)} | data
    return signed_in(owner).post(page(mine, "mine-access-give"), given)


def test_workspace_is_named_before_it_gets_access(mine: Enterprise, owner: User, advisers: Workspace) -> None:
    shown = give(owner, mine, workspace=" https://fourfold.example/w/Gear-Advisers/ ")
    assert (shown.status_code, shown.context["workspace"], Grant.objects.count()) == (200, advisers, 0)
    give(owner, mine, confirmed="1")
    grant = Grant.objects.get()
    assert (grant.workspace, grant.level, grant.given_by) == (advisers, GrantLevel.EDIT, owner)
    end = timezone.localdate() + timedelta(days=366)
    assert grant.expires_at == timezone.make_aware(datetime(end.year, end.month, end.day))


def test_one_year_is_proposed(mine: Enterprise, owner: User) -> None:
    form = signed_in(owner).get(page(mine, "mine-access-give")).context["form"]
    assert form["until"].value() == timezone.localdate() + timedelta(days=365)


def test_giving_again_replaces_what_was(mine: Enterprise, owner: User, advisers: Workspace) -> None:
    mine.grants.create(workspace=advisers, level=GrantLevel.EDIT, expires_at=timezone.now() - timedelta(days=1))
    give(owner, mine, level="view", confirmed="1")
    assert [(grant.level, grant.given_by) for grant in Grant.objects.all()] == [("view", owner)]


@pytest.mark.parametrize(
    "data,field",
    [
        ({"workspace": ""}, "workspace"),
        ({"workspace": "no-such"}, "workspace"),
        ({"level": "all"}, "level"),
        ({"until": ""}, "until"),
        ({"until": "31.12."}, "until"),
        ({"until": "2020-01-01"}, "until"),
        ({"until": "9999-12-31"}, "until"),
    ],
)
def test_bad_input_is_named_and_gives_nothing(
    data: dict[str, str], field: str, mine: Enterprise, owner: User, advisers: Workspace
) -> None:
    response = give(owner, mine, confirmed="1", **data)
    assert (response.status_code, list(response.context["form"].errors), Grant.objects.count()) == (422, [field], 0)


def test_withdrawal_closes_the_next_request(
    owned: Opened, mine: Enterprise, owner: User, advisers: Workspace, consultant: User
) -> None:
    give(owner, mine, confirmed="1")
    result = reverse("report:result-show", args=[owned.assessment.public_id])
    working = signed_in(consultant)
    assert working.get(result).status_code == 200
    grant = Grant.objects.get()
    response = signed_in(owner).post(page(mine, "mine-access-withdraw", grant.public_id), follow=True)
    assert texts(response) == ["Gear Advisers has no access any more."]
    assert working.get(result).status_code == 404
    grant.refresh_from_db()
    assert (grant.withdrawn_by, grant.withdrawn_at is not None) == (owner, True)
    assert signed_in(owner).post(page(mine, "mine-access-withdraw", grant.public_id)).status_code == 404


def test_level_and_end_are_changed(mine: Enterprise, owner: User, advisers: Workspace) -> None:
    grant = mine.grants.create(workspace=advisers, level=GrantLevel.EDIT)
    address = page(mine, "mine-access-edit", grant.public_id)
    assert signed_in(owner).post(address, {"level": "view", "until": "yesterday"}).status_code == 422
    signed_in(owner).post(address, {"level": "view", "until": in_days(10)})
    grant.refresh_from_db()
    assert grant.expires_at is not None
    assert (grant.level, timezone.localdate(grant.expires_at)) == ("view", date.fromisoformat(in_days(11)))


def test_colleague_is_invited_once_and_the_invitation_revoked(mine: Enterprise, owner: User) -> None:
    data = {"email": "new@example.org", "level": "edit", "until": in_days(30)}
    address = page(mine, "mine-access-invite")
    signed_in(owner).post(address, data)
    invitation = Invitation.objects.get()
    assert (invitation.level, invitation.enterprise, Letter.objects.get().to) == ("edit", mine, "new@example.org")
    again = signed_in(owner).post(address, data)
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["email"])
    own = signed_in(owner).post(address, data | {"email": owner.email.upper()})
    assert (own.status_code, Invitation.objects.count()) == (422, 1)
    signed_in(owner).post(page(mine, "mine-invitation-revoke", invitation.public_id))
    assert Invitation.objects.waiting().count() == 0


def test_strangers_and_colleagues_manage_nothing(
    mine: Enterprise, advisers: Workspace, colleague: User, stranger: User, consultant: User
) -> None:
    mine.grants.create(person=colleague, level=GrantLevel.EDIT)
    grant = mine.grants.create(workspace=advisers, level=GrantLevel.EDIT)
    names = ["mine-access-give", "mine-access-invite", "mine-edit", "mine-hand-over", "mine-keys-revoke"]
    addresses = [page(mine, name) for name in names]
    addresses += [page(mine, "mine-access-withdraw", grant.public_id), page(mine, "mine-access-edit", grant.public_id)]
    for person in (colleague, stranger, consultant):
        assert [signed_in(person).post(each).status_code for each in addresses] == [404] * 7


def test_grants_of_another_enterprise_are_out_of_reach(
    mine: Enterprise, owner: User, colleague: User, advisers: Workspace
) -> None:
    theirs = Enterprise.objects.create(name="Their Ltd", owner=colleague)
    grant = theirs.grants.create(workspace=advisers, level=GrantLevel.EDIT)
    assert signed_in(owner).post(page(mine, "mine-access-withdraw", grant.public_id)).status_code == 404
    assert Grant.objects.in_force().count() == 1


@pytest.mark.parametrize(
    "typed,kept",
    [("", ""), ("91440300708461136T", "91440300708461136T"), (" 9144 0300-7084 6113 6t ", "91440300708461136T")],
)
def test_name_and_code_are_changed(mine: Enterprise, owner: User, typed: str, kept: str) -> None:
    signed_in(owner).post(page(mine, "mine-edit"), {"name": "Five Gears Ltd", "credit_code": typed})
    mine.refresh_from_db()
    assert (mine.name, mine.credit_code) == ("Five Gears Ltd", kept)


@pytest.mark.parametrize("data", [{"name": ""}, {"name": "a\x07b"}, {"name": "Gears", "credit_code": "123"}])
def test_bad_name_or_code_changes_nothing(mine: Enterprise, owner: User, data: dict[str, str]) -> None:
    response = signed_in(owner).post(page(mine, "mine-edit"), data)
    assert response.status_code in (400, 422)
    mine.refresh_from_db()
    assert (mine.name, mine.credit_code) == ("Four Gears Ltd", "")


def test_reading_a_report_by_others_leaves_a_trace(
    owned: Opened, mine: Enterprise, owner: User, advisers: Workspace, consultant: User
) -> None:
    mine.grants.create(workspace=advisers, level=GrantLevel.EDIT)
    report = Report.objects.create(
        result=owned.assessment.results.get(),
        language="en",
        number="F-9",
        content={},
        content_hash="1" * 64,
        pdf=b"%PDF-",
        pdf_hash="2" * 64,
    )
    address = reverse("report:report-show", args=[owned.assessment.public_id, report.public_id])
    for person in (owner, consultant):
        assert signed_in(person).get(address).status_code == 200
    rows = signed_in(owner).get(page(mine, "mine-record")).context["rows"]
    read = [(row.about, row.who) for row in rows if row.what == "Report read"]
    assert read == [("F-9", "Consultant, Gear Advisers")]
