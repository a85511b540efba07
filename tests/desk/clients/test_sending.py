"""Links to clients: the letter, what follows from it, reminders, and their end."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client as Browser
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, Grant, User, Workspace, WorkspaceRole
from assessment.audit.models import AuditEvent
from assessment.bank.models import Release
from assessment.mail.models import Letter
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Assessment, ClientLink, Mode, RespondentToken
from recommendations.desk.sending.actions import remind, send_link
from recommendations.desk.sending.limits import WrittenTooOften
from recommendations.desk.sending.reminders import send_client_reminders
from recommendations.plan.actions import submit_and_advise
from tests.desk.clients.conftest import Add, Start, case_address, desk_address
from tests.rules.samples import LOW

Case = tuple[Client, Assessment]


@pytest.fixture
def case(add: Add, start: Start, seat: Seat) -> Case:
    """This fixture will return a client to whom an assessment was sent."""
    client = add("中山齿轮", contact_email="li@gears.example", contact_name="Li Wei")
    assessment = start(client)
    send_link(seat=seat, client=client, assessment=assessment, message="Hello!", reminders_wanted=True)
    return client, assessment


def bodies() -> list[str]:
    return list(Letter.objects.order_by("pk").values_list("body", flat=True))


def path_in(body: str, part: str) -> str:
    line = next(line for line in body.splitlines() if part in line)
    return line[line.index(part) :]


def later(days: float) -> Any:
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=False)


def test_letter_says_who_asks_what_and_how_to_say_no(case: Case) -> None:
    body = bodies()[0]
    assert "Consultant of Gear Advisers asks you to answer some questions about 中山齿轮." in body
    assert "Good day, Li Wei," in body
    assert "Hello!" in body
    assert "It works until" in body
    assert "/letters/" in body


def test_letter_is_in_the_clients_language(add: Add, start: Start, seat: Seat) -> None:
    client = add(contact_email="li@gears.example", language="zh-hans")
    send_link(seat=seat, client=client, assessment=start(client), message="", reminders_wanted=True)
    assert "您好" in bodies()[0]


def test_opening_the_link_is_noted_once(case: Case) -> None:
    link, visitor = path_in(bodies()[0], "/r/"), Browser()
    assert visitor.get(link).status_code == 200
    assert ClientLink.objects.get().opened_at is None  # GET changes nothing
    visitor.post(link)
    opened_at = ClientLink.objects.get().opened_at
    visitor.post(link)
    assert opened_at is not None
    assert ClientLink.objects.get().opened_at == opened_at


def test_consultant_hears_once_that_the_client_submitted(case: Case, start: Start, seat: Seat) -> None:
    client, assessment = case
    Letter.objects.all().delete()
    from_answers(assessment)
    submit_and_advise(assessment=assessment)
    submit_and_advise(assessment=assessment)
    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == ("consultant@example.org", "A client has submitted its answers")
    assert desk_address("client-show", client.public_id) in letter.body


def from_answers(assessment: Assessment) -> None:
    from_keys = [Change(key, answer, 0) for key, answer in LOW.items()]
    save_section(assessment=assessment, changes=from_keys)


@pytest.mark.parametrize("ended", ["left", "withdrawn"])
def test_nobody_hears_who_has_no_place_any_more(case: Case, consultant: User, ended: str) -> None:
    Letter.objects.all().delete()
    if ended == "left":
        consultant.memberships.all().delete()
    else:
        Grant.objects.update(withdrawn_at=timezone.now())
    from_answers(case[1])
    submit_and_advise(assessment=case[1])
    assert not Letter.objects.exists()


def test_reminders_go_after_5_and_12_days_and_no_more(case: Case) -> None:
    sent = []
    for days in (1, 4.9, 5.1, 5.2, 11, 12.1, 12.2, 20, 60):
        with later(days):
            sent.append(send_client_reminders())
    assert sent == [0, 0, 1, 0, 0, 1, 0, 0, 0]
    assert ClientLink.objects.get().reminder_count == 2
    assert "They are not submitted yet." in bodies()[1]
    assert Browser().get(path_in(bodies()[1], "/r/")).status_code == 200


def test_two_processes_remind_once(case: Case) -> None:
    first = ClientLink.objects.select_related("assessment", "sent_by").get()
    second = ClientLink.objects.select_related("assessment", "sent_by").get()
    with later(6):
        remind(link=first, client=case[0])
        with pytest.raises(WrittenTooOften):
            remind(link=second, client=case[0])
    assert Letter.objects.count() == 2


@pytest.mark.parametrize("ended", ["submitted", "stopped", "withdrawn", "view", "away", "unwanted"])
def test_no_reminder_goes_once_it_is_over(case: Case, ended: str) -> None:
    client, assessment = case
    now = timezone.now()
    {
        "submitted": lambda: Assessment.objects.update(submitted_at=now),
        "stopped": lambda: ClientLink.objects.update(stopped_at=now),
        "withdrawn": lambda: Grant.objects.update(withdrawn_at=now),
        "view": lambda: Grant.objects.update(level="view"),
        "away": lambda: Client.objects.update(archived_at=now),
        "unwanted": lambda: ClientLink.objects.update(reminders_wanted=False),
    }[ended]()
    with later(13):
        call_command("send_client_reminders")
    assert Letter.objects.count() == 1


def test_reader_ends_the_letters_with_one_press(case: Case) -> None:
    address, reader = path_in(bodies()[0], "/letters/"), Browser()
    assert "Send me no more letters about this" in reader.get(address).content.decode()
    assert ClientLink.objects.get().stopped_at is None
    page = reader.post(address, follow=True).content.decode()
    assert "No more letters come about these questions." in page
    assert AuditEvent.objects.filter(event="link.declined").count() == 1
    reader.post(address)
    assert AuditEvent.objects.filter(event="link.declined").count() == 1
    with later(6):
        assert send_client_reminders() == 0
    assert reader.get(path_in(bodies()[0], "/r/")).status_code == 200  # who wants no letters may still answer


@pytest.mark.parametrize("key", ["1:forged", "x", "1", "0:", "999999999999999999999:a", "¹:a"])
def test_forged_keys_open_nothing(case: Case, key: str) -> None:
    assert Browser().get(f"/letters/{key}/").status_code == 404


def test_key_of_an_address_before_ends_nothing(case: Case, seat: Seat, desk: Browser) -> None:
    old = path_in(bodies()[0], "/letters/")
    Client.objects.update(contact_email="new@gears.example")
    desk.post(case_address("link-send", *case), {"message": ""})
    assert Browser().get(old).status_code == 404
    assert Browser().get(path_in(bodies()[0], "/r/")).status_code == 404  # the old link is closed
    assert ClientLink.objects.get().email == "new@gears.example"


def test_reminding_by_hand_is_limited(case: Case, desk: Browser) -> None:
    desk.post(case_address("link-remind", *case))
    assert Letter.objects.count() == 1  # sent only just now
    for days in (1, 3, 5, 7):
        with later(days):
            desk.post(case_address("link-remind", *case))
    assert (Letter.objects.count(), ClientLink.objects.get().reminder_count) == (4, 3)


@pytest.mark.parametrize(
    ("days", "count", "said"),
    [
        (0, 0, "A letter went out within the last hour. The next one can go on "),
        (1, 3, "Three reminders have gone out"),
        (1, 0, ""),
    ],
)
def test_reminding_is_offered_only_while_it_can_be_done(
    case: Case, desk: Browser, days: int, count: int, said: str
) -> None:
    ClientLink.objects.update(reminder_count=count)
    with later(days):
        page = desk.get(desk_address("client-show", case[0].public_id)).content.decode()
        answer = desk.post(case_address("link-remind", *case), follow=True).content.decode()
    assert ("Remind now" in page, "No reminder can go now." in page) == (not said, bool(said))
    assert said in page
    assert ("Nothing was sent. " + said in answer) == bool(said)


def test_stop_closes_links_and_goes_on_as_an_interview(case: Case, desk: Browser) -> None:
    page = desk.post(case_address("link-stop", *case), follow=True).content.decode()
    assert "The links are closed" in page
    assert Browser().get(path_in(bodies()[0], "/r/")).status_code == 404
    assert Assessment.objects.get().mode == Mode.INTERVIEW
    assert "No link is out at the moment." in desk.post(case_address("link-stop", *case), follow=True).content.decode()


def test_fresh_link_is_shown_once_and_leaves_the_letters_link_open(case: Case, desk: Browser) -> None:
    page = desk.post(case_address("link-show", *case), follow=True).content.decode()
    assert "The link, shown this once:" in page
    assert Browser().get(path_in(bodies()[0], "/r/")).status_code == 200
    assert RespondentToken.objects.usable().filter(purpose="link").count() == 2
    assert "shown this once" not in desk.get(desk_address("client-show", case[0].public_id)).content.decode()


def test_submitted_assessment_gets_no_link(case: Case, desk: Browser) -> None:
    Assessment.objects.update(submitted_at=timezone.now())
    for name in ("link-send", "link-remind", "link-show"):
        page = desk.post(case_address(name, *case), follow=True).content.decode()
        assert "This assessment is submitted" in page
    assert Letter.objects.count() == 1


def test_what_the_enterprise_began_is_not_the_workspaces_to_send(case: Case, desk: Browser) -> None:
    Assessment.objects.update(workspace=None)
    for name in ("link-send", "link-remind", "link-show", "link-stop"):
        assert desk.post(case_address(name, *case)).status_code == 404


def test_links_are_closed_to_rivals_viewers_and_after_withdrawal(
    case: Case,
    desk: Browser,
    browser_of: Callable[[User], Browser],
    rival_consultant: User,
    rival_space: Workspace,
    colleague: User,
    space: Workspace,
) -> None:
    space.memberships.create(person=colleague, role=WorkspaceRole.REVIEWER)
    for person in (rival_consultant, colleague):
        assert browser_of(person).post(case_address("link-send", *case)).status_code == 404
    Grant.objects.update(withdrawn_at=timezone.now())
    assert desk.post(case_address("link-send", *case)).status_code == 404
    assert Letter.objects.count() == 1


def test_many_links_go_at_once(desk: Browser, add: Add, case: Case, bank: Release, rival_space: Workspace) -> None:
    new, silent = add("New Ltd", contact_email="new@gears.example"), add("Silent Ltd")
    chosen = [case[0].public_id, new.public_id, silent.public_id, "no-client"]
    page = desk.post(desk_address("links-send"), {"client": chosen}).content.decode()
    assert "Send 1 letter" in page
    assert Letter.objects.count() == 1
    sent = {"client": chosen, "step": "send", "bank": bank.bank.slug, "scope": "full", "message": "Hi"}
    page = desk.post(desk_address("links-send"), sent, follow=True).content.decode()
    assert "1 letter is on its way." in page
    assert "Silent Ltd (no e-mail address)" in page
    assert Letter.objects.get(pk=Letter.objects.latest("pk").pk).to == "new@gears.example"
    assert Assessment.objects.get(enterprise=new.enterprise).mode == Mode.SELF


def test_nobody_chosen_sends_nothing(desk: Browser, space: Workspace) -> None:
    page = desk.post(desk_address("links-send"), {"client": ["x"]}, follow=True).content.decode()
    assert "Tick at least one client first." in page


def test_record_says_who_made_the_link(case: Case, consultant: User) -> None:
    assert AuditEvent.objects.get(event="assessment.resume_keys_made").actor == consultant
