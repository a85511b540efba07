"""Merging duplicates: what moves, what stays, and what is refused."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client as Browser
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, Enterprise, Grant, GrantLevel, User, Workspace
from assessment.audit.models import AuditEvent
from assessment.bank.models import Release
from assessment.responses.actions import give_token
from assessment.responses.models import Assessment, Mode, Purpose
from assessment.responses.next_round import start_client_round
from assessment.responses.round_queries import submitted_rounds
from assessment.responses.tokens import COOKIE_NAME, make_token
from assessment.scoring.scorecard import Scope
from recommendations.desk.clients.merging.actions import merge_clients
from recommendations.desk.clients.merging.pairs import pairs_of, plain_name, workable_clients
from recommendations.desk.clients.merging.refusals import CannotMerge
from recommendations.plan.models import Plan, PlanItem
from recommendations.plan.planning import add_own_item
from recommendations.report.actions import create_report
from recommendations.report.models import Report
from tests.desk.clients.conftest import Add, Start, desk_address, file_of

CODE, OTHER_CODE = "91350100M000100Y43", "911100006000070005"


def merge(seat: Seat, keep: Client, other: Client) -> None:
    merge_clients(keep=file_of(seat, keep), other=file_of(seat, other))


def test_pairs_are_proposed_once_with_their_reason(add: Add, space: Workspace) -> None:
    add("中山齿轮有限公司", CODE)
    add("中山齿轮", contact_email="li@gears.example")
    add("Other", contact_email="LI@gears.example")
    found = pairs_of(workable_clients(space))
    assert [(pair.one.enterprise.name, pair.other.enterprise.name, pair.likeness.value) for pair in found] == [
        ("中山齿轮", "中山齿轮有限公司", "name"),
        ("Other", "中山齿轮", "email"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Four Gears Ltd", "four gears"), ("Ｆour-Gears Co., Ltd.", "Four Gears"), ("齿轮 股份有限公司", "齿轮")],
)
def test_names_are_compared_without_legal_form(one: str, other: str) -> None:
    assert plain_name(one) == plain_name(other)


def test_name_that_is_only_a_legal_form_stays(db: None) -> None:
    assert plain_name("有限公司") == "有限公司"


def test_all_of_the_other_moves(add: Add, submit: Any, seat: Seat) -> None:
    keep = add("Gears", contact_name="Li Wei", note="First")
    other = add("Gears Ltd", CODE, reference="R-2", contact_name="Wang", contact_email="w@gears.example", note="Second")
    mine, theirs = submit(keep), submit(other)
    report = create_report(assessment=theirs, result=theirs.results.get(), language="en")
    merge(seat, keep, other)
    keep.refresh_from_db()
    assert set(Assessment.objects.filter(enterprise=keep.enterprise_id)) == {mine, theirs}
    assert (keep.reference, keep.contact_name, keep.contact_email) == ("R-2", "Li Wei", "w@gears.example")
    assert keep.note == f"First\n\nSecond\n\n{timezone.localdate()}, merged with Gears Ltd:\nContact: Wang"
    kept, left = Enterprise.objects.get(pk=keep.enterprise_id), Enterprise.objects.get(pk=other.enterprise_id)
    assert (kept.credit_code, left.merged_into) == (CODE, kept)
    assert list(Client.objects.all()) == [keep]
    assert Report.objects.get().pk == report.pk
    assert [grant.enterprise_id for grant in Grant.objects.in_force()] == [kept.pk]
    events = AuditEvent.objects.filter(event="client.merged").order_by("enterprise_id")
    assert [event.enterprise_id for event in events] == sorted([kept.pk, left.pk])
    assert events[0].details["assessments"] == 1


def test_two_plans_become_one(add: Add, submit: Any, seat: Seat) -> None:
    keep, other = add("Gears"), add("Gears Ltd")
    for client, title in ((keep, "Ask"), (other, "Buy")):
        add_own_item(assessment=submit(client), title=title, language="en", due_on=date(2026, 1, 1))
    Plan.objects.filter(enterprise=other.enterprise).update(budget=5000, reminder_email="w@gears.example")
    merge(seat, keep, other)
    plan = Plan.objects.get()
    assert (plan.enterprise_id, plan.budget, plan.reminder_email) == (keep.enterprise_id, 5000, "w@gears.example")
    assert sorted(item.title["en"] for item in PlanItem.objects.filter(plan=plan)) == ["Ask", "Buy"]


def test_only_plan_moves_as_it_is(add: Add, submit: Any, seat: Seat) -> None:
    keep, other = add("Gears"), add("Gears Ltd")
    add_own_item(assessment=submit(other), title="Buy", language="en")
    before = Plan.objects.get()
    merge(seat, keep, other)
    after = Plan.objects.get()
    assert (after.pk, after.public_id, after.enterprise_id) == (before.pk, before.public_id, keep.enterprise_id)


def test_rounds_of_both_are_there_afterwards(add: Add, submit: Any, seat: Seat, bank: Release) -> None:
    keep, other = add("Gears"), add("Gears Ltd")
    submit(keep)
    theirs = submit(other)
    begun = start_client_round(seat=seat, assessment=theirs, scope=Scope.FULL, language="en", mode=Mode.INTERVIEW)
    merge(seat, keep, other)
    theirs.refresh_from_db()
    rounds = submitted_rounds(theirs)
    assert [each.result.assessment for each in rounds] == [theirs]
    assert rounds[0].corrections == 1  # two first rounds of one enterprise: the later one counts
    again = start_client_round(seat=seat, assessment=theirs, scope=Scope.FULL, language="en", mode=Mode.INTERVIEW)
    assert again == begun


def test_keys_of_respondents_go_on_opening(add: Add, submit: Any, seat: Seat) -> None:
    keep, other = add("Gears"), add("Gears Ltd")
    theirs = submit(other)
    browser = Browser()
    browser.cookies[COOKIE_NAME] = give_token(theirs, Purpose.COOKIE, make_token())
    merge(seat, keep, other)
    assert browser.get(f"/a/{theirs.public_id}/plan/").status_code == 200


def claim(client: Client, owner: User) -> None:
    Enterprise.objects.filter(pk=client.enterprise_id).update(owner=owner)


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        ("codes", "Their credit codes differ"),
        ("other owned", "Keep Gears Ltd: it was claimed"),
        ("two owners", "They have different owners"),
        ("others let in", "Others have access to one of them"),
        ("view only", None),
        ("withdrawn", None),
    ],
)
def test_what_belongs_to_others_is_refused(
    desk: Browser,
    add: Add,
    owner: User,
    colleague: User,
    rival_space: Workspace,
    trouble: str,
    said: str | None,
) -> None:
    keep, other = add("Gears"), add("Gears Ltd")
    grant = Grant.objects.filter(enterprise=other.enterprise)
    {
        "codes": lambda: [
            Enterprise.objects.filter(pk=keep.enterprise_id).update(credit_code=CODE),
            Enterprise.objects.filter(pk=other.enterprise_id).update(credit_code=OTHER_CODE),
        ],
        "other owned": lambda: claim(other, owner),
        "two owners": lambda: [claim(keep, owner), claim(other, colleague)],
        "others let in": lambda: other.enterprise.grants.create(workspace=rival_space, level=GrantLevel.VIEW),
        "view only": lambda: grant.update(level=GrantLevel.VIEW),
        "withdrawn": lambda: grant.update(withdrawn_at=timezone.now()),
    }[trouble]()
    response = desk.post(desk_address("client-merge"), {"a": keep.public_id, "b": other.public_id}, follow=True)
    assert response.status_code == (200 if said else 404)
    assert said is None or said in response.content.decode()
    assert Client.objects.count() == 2
    assert not Enterprise.objects.filter(merged_into__isnull=False).exists()


def test_what_changed_since_the_page_was_shown_is_seen(add: Add, seat: Seat, owner: User) -> None:
    keep, other = add("Gears"), add("Gears Ltd")
    files = file_of(seat, keep), file_of(seat, other)
    claim(other, owner)
    with pytest.raises(CannotMerge):
        merge_clients(keep=files[0], other=files[1])
    assert Client.objects.count() == 2


def test_owned_one_takes_the_unclaimed_one_in(add: Add, seat: Seat, owner: User, submit: Any) -> None:
    keep, other = add("Gears"), add("Gears Ltd")
    claim(keep, owner)
    submit(other)
    merge(seat, keep, other)
    assert Assessment.objects.get().enterprise.owner == owner


def test_page_shows_both_sides_and_get_changes_nothing(desk: Browser, add: Add, start: Start) -> None:
    keep, other = add("Gears", reference="R-1"), add("Gears Ltd")
    start(other)
    assert "same name" in desk.get(desk_address("client-merge")).content.decode()
    page = desk.get(desk_address("client-merge"), {"a": keep.public_id, "b": other.public_id}).content.decode()
    assert page.count("Keep this one and merge") == 2
    assert Client.objects.count() == 2


@pytest.mark.parametrize("sent", [{}, {"a": "x", "b": "y"}])
def test_unreadable_choice_is_said(desk: Browser, space: Workspace, sent: dict[str, str]) -> None:
    page = desk.post(desk_address("client-merge"), sent, follow=True).content.decode()
    assert "Choose two different clients." in page


def test_rival_merges_nothing(
    add: Add, browser_of: Callable[[User], Browser], rival_consultant: User, rival_space: Workspace
) -> None:
    keep, other = add("Gears"), add("Gears Ltd")
    rival = browser_of(rival_consultant)
    for slug in ("gear-advisers", "rival-advisers"):
        sent = {"a": keep.public_id, "b": other.public_id}
        assert rival.post(f"/w/{slug}/merge/", sent).status_code == 404
    assert Client.objects.count() == 2


def test_due_days_are_kept(add: Add, seat: Seat) -> None:
    soon = timezone.localdate() + timedelta(days=3)
    keep, other = add("Gears"), add("Gears Ltd", next_round_on=soon)
    merge(seat, keep, other)
    keep.refresh_from_db()
    assert keep.next_round_on == soon


@pytest.mark.parametrize("turned", [False, True])
def test_second_press_finds_them_merged_already(add: Add, seat: Seat, turned: bool) -> None:
    """Both presses have passed the door before either merges."""
    keep, other = file_of(seat, add("Gears")), file_of(seat, add("Gears Ltd"))
    merge_clients(keep=keep, other=other)
    late = (other, keep) if turned else (keep, other)
    with pytest.raises(CannotMerge, match="merged or deleted in the meantime"):
        merge_clients(keep=late[0], other=late[1])
    assert AuditEvent.objects.filter(event="client.merged").count() == 2


def test_enterprise_that_was_deleted_meanwhile_is_not_merged(add: Add, seat: Seat) -> None:
    keep, other = file_of(seat, add("Gears")), file_of(seat, add("Gears Ltd"))
    Enterprise.objects.filter(pk=other.enterprise.pk).delete()
    with pytest.raises(CannotMerge, match="merged or deleted in the meantime"):
        merge_clients(keep=keep, other=other)


def test_what_differs_is_kept_in_the_note_and_found(add: Add, seat: Seat, desk: Browser, consultant: User) -> None:
    day = timezone.localdate()
    keep = add("Gears", reference="R-1", contact_email="a@gears.example", contact_phone="1", next_round_on=day)
    known = {"contact_phone": "1", "next_round_on": day + timedelta(days=3), "consultant": consultant}
    other = add("Gears Ltd", reference="R-2", contact_email="b@gears.example", **known)
    sent = {"a": keep.public_id, "b": other.public_id}
    page = desk.post(desk_address("client-merge"), sent, follow=True).content.decode()
    assert "What differed stands in its note." in page
    keep.refresh_from_db()
    assert keep.note.splitlines() == [
        f"{day}, merged with Gears Ltd:",
        "Own reference: R-2",
        "E-mail address of the contact: b@gears.example",
        f"Next round due: {day + timedelta(days=3)}",
    ]
    assert (keep.reference, keep.contact_phone, keep.consultant) == ("R-1", "1", consultant)
    assert desk.get(desk_address("clients"), {"q": "b@gears.example"}).context["list"].found == 1


def test_plans_that_differ_are_told_in_the_note(add: Add, submit: Any, seat: Seat) -> None:
    keep, other = add("Gears"), add("Gears")
    for client, budget in ((keep, 100), (other, 5000)):
        add_own_item(assessment=submit(client), title="Ask", language="en")
        Plan.objects.filter(enterprise=client.enterprise).update(budget=budget)
    merge(seat, keep, other)
    keep.refresh_from_db()
    assert keep.note == f"{timezone.localdate()}, merged with Gears:\nBudget: 5000"


def test_note_that_would_grow_too_long_is_refused(add: Add, seat: Seat) -> None:
    keep, other = add("Gears", note="x" * 1990, reference="R-1"), add("Gears Ltd", reference="R-2")
    with pytest.raises(CannotMerge, match=r"longer than 2,000 characters"):
        merge(seat, keep, other)
    assert Client.objects.count() == 2
