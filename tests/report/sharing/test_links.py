"""Links that open one report: until when, behind what, and what ends them."""

import re
from datetime import datetime, timedelta

import pytest
from django.http import Http404
from django.test import Client
from django.utils import timezone

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.responses.actions import Opened
from recommendations.report.models import Report, ShareLink
from recommendations.report.sharing import actions
from recommendations.report.sharing.access import shared_for
from recommendations.report.sharing.actions import Shared, Terms, TooManyLinks, revoke_share_link, share_report
from tests.report.sharing.conftest import PDF
from tests.report.workspaces import Office


def in_days(days: int) -> datetime:
    return timezone.now() + timedelta(days=days)


def share(office: Office, report: Report, password: str = "", days: int = 30) -> Shared:
    terms = Terms("The bank", in_days(days), password)
    seat = office.seat
    return share_report(
        assessment=office.assessment, report=report, terms=terms, by=seat.person, workspace=seat.workspace
    )


def test_link_opens_the_report_as_it_was_made_after_a_press(office: Office, report: Report, client: Client) -> None:
    made = share(office, report)
    address = f"/s/{made.token}/"
    page = client.get(address)
    assert page.status_code == 200
    assert office.assessment.enterprise.name in page.content.decode()
    made.link.refresh_from_db()
    assert made.link.view_count == 0  # whoever only looks at the page has read nothing
    file = client.get(client.post(address)["Location"])
    assert (bytes(file.content), file["Content-Type"]) == (PDF, "application/pdf")
    assert file["Content-Disposition"] == 'inline; filename="FF-1.pdf"'
    assert (file["Cache-Control"], file["X-Content-Type-Options"]) == ("private, no-store", "nosniff")
    made.link.refresh_from_db()
    assert made.link.view_count == 1
    assert made.link.last_viewed_at is not None


def test_only_the_hash_of_a_token_is_stored(office: Office, report: Report) -> None:
    made = share(office, report, "open sesame")
    row = ShareLink.objects.values().get()
    assert made.token not in str(row)
    assert "open sesame" not in str(row)
    assert len(row["token_hash"]) == 64


@pytest.mark.parametrize("end", ["expired", "revoked", "access withdrawn", "access expired", "wrong"])
def test_whatever_ended_a_link_looks_like_no_page_at_all(
    end: str, office: Office, report: Report, client: Client
) -> None:
    made = share(office, report)
    ticket = client.post(f"/s/{made.token}/")["Location"]
    assert client.get(ticket).status_code == 200
    if end == "expired":
        ShareLink.objects.update(expires_at=in_days(-1))
    if end == "revoked":
        revoke_share_link(link=shared_for(made.token), by=office.seat.person)
    if end == "access withdrawn":
        office.grant.withdrawn_at = timezone.now()
        office.grant.save()
    if end == "access expired":
        office.grant.expires_at = in_days(-1)
        office.grant.save()
    token = "x" * 43 if end == "wrong" else made.token
    file = ticket.replace(made.token, token)
    assert [client.get(f"/s/{token}/").status_code, client.post(f"/s/{token}/").status_code] == [404, 404]
    assert client.get(file).status_code == 404


def test_link_of_the_enterprise_itself_does_not_hang_on_any_workspace(
    opened: Opened, report: Report, office: Office
) -> None:
    made = share_report(assessment=opened.assessment, report=report, terms=Terms("", in_days(1)))
    office.grant.delete()
    assert shared_for(made.token).report == report


def test_ticket_opens_its_own_link_only_and_not_for_ever(
    office: Office, report: Report, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = share(office, report), share(office, report, "a password")
    ticket = client.post(f"/s/{first.token}/")["Location"]
    assert client.get(ticket.replace(first.token, second.token)).status_code == 404
    assert client.get(f"/s/{first.token}/forged:ticket/report.pdf").status_code == 404
    monkeypatch.setattr("recommendations.report.sharing.tickets.SECONDS", -1)
    assert client.get(ticket).status_code == 404


def test_password_is_asked_before_anything_is_told(office: Office, report: Report, client: Client) -> None:
    address = f"/s/{share(office, report, 'open sesame').token}/"
    page = client.get(address).content.decode()
    assert office.assessment.enterprise.name not in page
    assert report.number not in page
    wrong = client.post(address, {"password": "open barley"})
    assert wrong.status_code == 422
    assert "This is not the password." in wrong.content.decode()
    assert office.assessment.enterprise.name not in wrong.content.decode()
    assert client.post(address, {"password": "open sesame"}).status_code == 302


def test_guessing_is_stopped_where_it_comes_from(office: Office, report: Report) -> None:
    address = f"/s/{share(office, report, 'open sesame').token}/"
    guesser, reader = Client(REMOTE_ADDR="192.0.2.1"), Client(REMOTE_ADDR="192.0.2.2")
    answers = [guesser.post(address, {"password": str(number)}) for number in range(11)]
    assert [reply.status_code for reply in answers] == [422] * 10 + [429]
    assert answers[-1]["Retry-After"] == "600"
    assert guesser.post(address, {"password": "open sesame"}).status_code == 429  # or guessing would go on
    assert reader.post(address, {"password": "open sesame"}).status_code == 302


def test_guessing_from_many_places_is_stopped_too(
    office: Office, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recommendations.report.sharing.throttle.MOST_FROM_ALL", 3)
    address = f"/s/{share(office, report, 'open sesame').token}/"
    met = [Client(REMOTE_ADDR=f"192.0.2.{n}").post(address, {"password": "no"}).status_code for n in range(4)]
    assert met == [422, 422, 422, 429]


def test_making_opening_and_ending_a_link_are_recorded_for_its_owner(
    office: Office, report: Report, client: Client
) -> None:
    made = share(office, report)
    client.post(f"/s/{made.token}/")
    revoke_share_link(link=shared_for(made.token), by=office.seat.person)
    revoke_share_link(link=ShareLink.objects.select_related("report__result__assessment").get(), by=None)
    events = AuditEvent.objects.filter(enterprise_id=office.assessment.enterprise_id, object_type="report.share")
    told = [(event.event, event.actor) for event in events.order_by("pk")]
    person: User = office.seat.person
    assert told == [("report.shared", person), ("report.share_opened", None), ("report.share_revoked", person)]
    assert made.token not in str([event.details for event in events])


def test_a_report_has_no_end_of_links(office: Office, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_LINKS", 1)
    made = share(office, report)
    with pytest.raises(TooManyLinks):
        share(office, report)
    revoke_share_link(link=shared_for(made.token), by=None)
    assert re.fullmatch(r"[\w-]{43}", share(office, report).token)


def test_nobody_opens_a_link_by_its_id(office: Office, report: Report) -> None:
    made = share(office, report)
    with pytest.raises(Http404):
        shared_for(str(made.link.public_id))
