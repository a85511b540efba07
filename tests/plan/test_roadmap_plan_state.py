"""What the plan says of actions counts on the roadmap: done, under way, decided against."""

from datetime import date
from typing import Any

from assessment.responses.actions import Opened
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.planning import take_up_actions
from tests.plan.roadmap_pages import Ask, ask, opened

__all__ = ["ask", "opened"]

TODAY = date(2027, 1, 4)


def plan(opened: Opened, action: str, status: ItemStatus, **fields: Any) -> PlanItem:
    (item,) = take_up_actions(assessment=opened.assessment, actions=[action]).added
    PlanItem.objects.filter(pk=item.pk).update(status=status, **fields)
    item.refresh_from_db()
    return item


def rows(page: Any) -> dict[str, Any]:
    return {row.key: row for wave in page.context["shown"].waves for row in wave.rows}


def left(page: Any) -> dict[str, Any]:
    return {row.key: row for group in page.context["shown"].left_out for row in group.rows}


def test_what_is_decided_against_is_left_out_until_it_is_considered_again(ask: Ask, opened: Opened) -> None:
    assert "lead" in rows(ask("?budget=5000&days=25"))
    plan(opened, "lead", ItemStatus.DECLINED, declined_because="No time.")
    page = ask("?budget=5000&days=25")
    assert "lead" not in rows(page)
    assert left(page)["lead"].reason == "You decided against it in your plan."
    assert page.context["shown"].left_out[0].title == "Left out by you"
    again = left(page)["lead"].links["open"]
    assert again.endswith("?budget=5000&days=25&open=lead")
    assert "Consider it again: Do lead" in page.content.decode()
    opened_again = ask("?" + again.partition("?")[2])
    assert rows(opened_again)["lead"].in_plan == "decided against"


def test_what_is_done_takes_nothing_and_its_points_count_apart(ask: Ask, opened: Opened) -> None:
    before = ask("?budget=0&days=25").context["shown"]
    plan(opened, "buy", ItemStatus.DONE, budget=30_000, done_on=TODAY)
    page = ask("?budget=0&days=25")
    shown = page.context["shown"]
    assert [(row.key, row.gain) for row in shown.done] == [("buy", "+25.0")]
    assert (shown.spent, list(rows(page))) == ("CNY 0", ["learn"])
    assert shown.loads[0].said == before.loads[0].said == "5 of 25 days"
    assert "mend" in left(page)
    assert "Your plan says that this is done" in page.content.decode()
    assert [each.action for each in page.context["solved"].placements] == ["learn"]


def test_what_is_done_cannot_be_left_out_by_the_address(ask: Ask, opened: Opened) -> None:
    plan(opened, "learn", ItemStatus.DONE, done_on=TODAY)
    page = ask("?budget=5000&days=25&bar=learn")
    assert [row.key for row in page.context["shown"].done] == ["learn"]
    assert rows(page)["lead"].first == 1


def test_what_is_under_way_is_in_with_the_money_set_aside_for_it(ask: Ask, opened: Opened) -> None:
    plan(opened, "mend", ItemStatus.DOING, budget=300)
    page = ask("?budget=300&days=25&bar=mend")
    mend = rows(page)["mend"]
    assert (mend.cost, mend.is_begun, mend.in_plan) == ("CNY 300", True, "under way")
    html = page.content.decode()
    assert "Under way, so it is in" in html
    assert "Leave out: Do mend" not in html
    assert page.context["shown"].spread == ""
    assert "with what you and your plan have settled" in page.context["shown"].proof


def test_what_is_under_way_and_does_not_fit_is_left_open_and_said(ask: Ask, opened: Opened) -> None:
    plan(opened, "buy", ItemStatus.DOING, budget=20_000)
    page = ask("?budget=10000&days=25")
    assert page.context["clash"] == (
        "What is under way in your plan does not fit this budget and these days, so it is left open here."
    )
    assert "buy" not in rows(page)
    started = ask("?days=25")
    assert started.context["clash"] == ""
    assert "buy" in rows(started)


def test_reader_and_plan_that_clash_give_way_one_after_the_other(ask: Ask, opened: Opened) -> None:
    plan(opened, "mend", ItemStatus.DOING, budget=1_000)
    page = ask("?budget=10000&days=25&pin=buy")
    assert page.context["clash"] == "What you put in costs more than your budget, so it is left open again."
    assert rows(page)["mend"].is_begun


def test_nothing_to_do_while_the_plan_is_under_way_begins_without_days(ask: Ask, opened: Opened) -> None:
    plan(opened, "mend", ItemStatus.DOING)
    page = ask("?days=0")
    assert (page.context["budget"], "does not fit" in page.context["clash"]) == (0, True)
