"""The roadmap page: what it chooses for which money and days, what it says of it, and how it gets into the plan."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessment.responses.actions import Opened, start_assessment
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from recommendations.plan.actions import submit_and_advise
from recommendations.plan.models import Plan, PlanItem
from recommendations.plan.roadmap.page import RoadmapPage
from recommendations.plan.roadmap.solving import CannotStand
from recommendations.plan.rounds import round_of
from recommendations.rules.roadmap.options import Clash
from recommendations.rules.roadmap.plan import Planner
from tests.plan.roadmap_pages import Ask, address, ask, chosen, opened, points, reasons
from tests.plan.roadmaps import submitted_with_roadmap
from tests.plan.what_if_pages import whole_database
from tests.playbook.samples import released_bank

__all__ = ["ask", "opened"]


def test_money_and_days_decide_what_is_done_and_when(ask: Ask) -> None:
    page = ask("?budget=35000&days=25")
    shown = page.context["shown"]
    assert chosen(page) == [["learn", "lead"], ["buy"], []]
    assert [wave.totals for wave in shown.waves] == [
        "CNY 5,000 · +46.7 points · 10 days fall in it",
        "CNY 30,000 · +25.0 points · 25 days fall in it",
        "",
    ]
    assert (shown.overall.before, shown.overall.after, shown.overall.level_after) == ("14.3", "86.0", "Level 4")
    assert (shown.spent, shown.left) == ("CNY 35,000", "Nothing of the budget is left · 3 actions")
    assert shown.proof == ("This is the best possible choice: within your budget and days no other gains more points.")
    assert page.context["solved"].roadmap.is_proven


def test_choice_that_is_not_proven_says_how_far_off_it_may_be(opened: Opened) -> None:
    current = round_of(opened.assessment)
    assert current is not None
    page = RoadmapPage(opened.assessment, current, None, QueryDict("budget=35000&days=25"), "en")
    solved = page.solved()
    roadmap = replace(solved.roadmap, is_proven=False, gap=Fraction(1, 2))
    shown = page.telling.shown(replace(solved, roadmap=roadmap))
    assert shown.proof == "At most 0.5 points below the best possible choice."
    empty = replace(solved, roadmap=replace(solved.roadmap, stages=()))
    assert page.telling.shown(empty).proof == ""


@pytest.mark.parametrize(
    ("clash", "sentence"),
    [
        (Clash.BUDGET, "What you put in costs more than your budget, so it is left open again."),
        (Clash.SCHEDULE, "There are not enough days for what you put in, so it is left open again."),
        (Clash.EXCLUDED, "What you put in cannot be done side by side, so it is left open again."),
        (Clash.BARRED, "What you put in needs something that you left out, so it is left open again."),
    ],
)
def test_every_clash_has_a_sentence(clash: Clash, sentence: str) -> None:
    assert CannotStand(clash).sentence() == sentence


def test_shown_points_add_up_to_the_whole(ask: Ask) -> None:
    shown = ask("?budget=35000&days=25").context["shown"]
    rows = [row for wave in shown.waves for row in wave.rows]
    assert sum(points(row.gain) for row in rows) == points(shown.overall.gain)
    waves = [wave for wave in shown.waves if wave.rows]
    assert sum(points(wave.totals) for wave in waves) == points(shown.overall.gain)


def test_prerequisite_and_length_are_shown(ask: Ask) -> None:
    shown = ask("?budget=5000&days=10").context["shown"]
    (lead,) = [row for wave in shown.waves for row in wave.rows if row.key == "lead"]
    assert (lead.cost, lead.days, lead.after) == ("CNY 5,000", "10 days over 2 quarters", ("Do learn",))
    assert lead.last == lead.first + 1
    assert lead.span == f"Quarters {lead.first}–{lead.last}"


def test_days_of_each_quarter_are_counted(ask: Ask) -> None:
    loads = ask("?budget=0&days=8").context["shown"].loads
    assert [(load.title, load.said, load.share) for load in loads] == [
        ("Quarter 1", "5 of 8 days", "62.5"),
        ("Quarter 2", "0 of 8 days", "0.0"),
        ("Quarter 3", "0 of 8 days", "0.0"),
        ("Quarter 4", "0 of 8 days", "0.0"),
    ]


def test_what_is_left_out_has_its_reason(ask: Ask) -> None:
    assert reasons(ask("?budget=4000&days=25")) == {
        "lead": "With what it needs first it costs CNY 1,000 more than your whole budget.",
        "buy": "With what it needs first it costs CNY 26,000 more than your whole budget.",
        "long": "With what it needs first it cannot be finished within a year.",
    }
    assert reasons(ask("?budget=40000&days=25"))["mend"] == "What it improves is improved by the others already."
    assert reasons(ask("?budget=40000&days=25&bar=learn"))["lead"] == (
        "It needs something first that is left out as well: Do learn."
    )
    assert reasons(ask("?budget=40000&days=25&bar=buy"))["buy"] == "You left it out."
    assert reasons(ask("?budget=40000&days=3"))["learn"] == (
        "With what it needs first it takes more days than your own people have."
    )


def test_action_can_be_put_in_and_left_out(ask: Ask) -> None:
    page = ask("?budget=30500&days=25&pin=mend")
    rows = {row.key: row for wave in page.context["shown"].waves for row in wave.rows}
    assert ("mend" in rows, "buy" in rows) == (True, False)
    assert rows["mend"].is_pinned
    assert rows["mend"].links["free"].endswith("?budget=30500&days=25")
    assert rows["learn"].links["bar"].endswith("?budget=30500&days=25&pin=mend&bar=learn")
    assert "You put it in" in page.content.decode()


def test_what_cannot_be_put_in_is_said_and_left_open(ask: Ask) -> None:
    page = ask("?budget=10000&days=25&pin=buy&pin=nonsense")
    assert page.context["clash"] == "What you put in costs more than your budget, so it is left open again."
    assert page.context["wanted"].pinned == frozenset()
    assert "buy" not in [key for keys in chosen(page) for key in keys]


def test_answers_behind_a_roadmap_can_be_seen(ask: Ask, client: Client) -> None:
    page = ask("?budget=35000&days=25")
    shown = client.get(page.context["what_if_address"]).context["shown"]
    assert (shown.overall.after, shown.overall.level_after) == ("86.0", "Level 4")
    assert page.context["what_if_address"] in page.content.decode().replace("&amp;", "&")


def test_part_is_the_page_without_its_frame(ask: Ask) -> None:
    part = ask("?budget=35000&days=25", "roadmap-part")
    assert part.content.decode().startswith(
        '<div class="roadmap-result" data-said="3 actions, CNY 35,000: score 14.3 → 86.0."'
    )


def test_roadmap_is_taken_into_the_plan(client: Client, ask: Ask, opened: Opened) -> None:
    solved = ask("?budget=35000&days=25").context["solved"].roadmap
    sent = {"budget": "35000", "days": "25", "begins_on": "2027-01-04"}
    response = client.post(address(opened, "roadmap-take-up"), sent)
    assert response.url == f"{address(opened, 'plan-show')}?said=taken-up&added=3&kept=0#notice"
    plan = Plan.objects.get()
    assert (plan.budget, plan.days_per_quarter, plan.begins_on) == (35000, 25, date(2027, 1, 4))
    items = PlanItem.objects.order_by("pk").values_list("action_key", "quarter", "budget")
    assert list(items) == [(stage.action, stage.quarter, int(stage.cost)) for stage in solved.stages]
    ends = {"learn": date(2027, 4, 4)}
    assert {key: PlanItem.objects.get(action_key=key).due_on for key in ends} == ends
    rows = [row for wave in ask("?budget=35000&days=25").context["shown"].waves for row in wave.rows]
    assert {row.key: row.in_plan for row in rows} == dict.fromkeys(("learn", "lead", "buy"), "planned")
    again = client.post(address(opened, "roadmap-take-up"), sent)
    assert again.url.endswith("?said=taken-up&added=0&kept=3#notice")


def test_what_was_put_in_goes_into_the_plan_and_what_cannot_stand_does_not(
    client: Client, ask: Ask, opened: Opened
) -> None:
    take_up = address(opened, "roadmap-take-up")
    ask()
    assert client.post(take_up, {"budget": "10000", "days": "25", "pin": "buy"}).url == address(opened)
    assert client.post(take_up, {"budget": "much"}).url == address(opened)
    assert PlanItem.objects.count() == 0
    client.post(take_up, {"budget": "1000", "days": "25", "pin": "mend", "bar": "learn"})
    assert list(PlanItem.objects.values_list("action_key", flat=True)) == ["mend"]


def test_looking_changes_nothing(ask: Ask, client: Client, opened: Opened) -> None:
    before = whole_database()
    for name in ("roadmap", "roadmap-part", "roadmap-more"):
        assert ask("?budget=35000&days=25", name).status_code == 200
    assert client.get(address(opened, "roadmap-take-up")).status_code == 405
    assert whole_database() == before


def test_database_is_asked_as_often_whatever_is_chosen(ask: Ask) -> None:
    ask()
    counts = []
    for query in ("?budget=0&days=5", "?budget=36000&days=60"):
        with CaptureQueriesContext(connection) as captured:
            ask(query)
        counts.append(len(captured))
    assert counts == [6, 6]


def test_sliding_back_solves_nothing_again(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    solved = []
    solve = Planner.roadmap

    def counted(self: Planner, *limits: Any) -> Any:
        solved.append(limits)
        return solve(self, *limits)

    monkeypatch.setattr(Planner, "roadmap", counted)
    for budget in (1000, 5000, 1000, 5000):
        ask(f"?budget={budget}&days=25", "roadmap-part")
    assert len(solved) == 2


def test_quick_scan_has_a_roadmap_of_what_it_asked(client: Client, db: None) -> None:
    opened = submitted_with_roadmap(Scope.QUICK)
    client.cookies[COOKIE_NAME] = opened.token
    page = client.get(address(opened) + "?budget=36000&days=25")
    assert chosen(page) == [["buy"], [], []]
    assert [move.title for move in page.context["shown"].parts] == ["Machines"]


def test_nothing_to_plan_is_said(client: Client, db: None) -> None:
    """A bank without a playbook, and too few answers for a score."""
    opened = start_assessment(enterprise_name="New", release=released_bank(), scope=Scope.FULL, language="en")
    client.cookies[COOKIE_NAME] = opened.token
    assert client.get(address(opened)).url == reverse("responses:check", args=[opened.assessment.public_id])
    submit_and_advise(assessment=opened.assessment)
    assert "There is nothing to plan yet" in client.get(address(opened)).content.decode()
    for name in ("roadmap-part", "roadmap-more"):
        assert client.get(address(opened, name)).url == address(opened)
    assert client.post(address(opened, "roadmap-take-up")).url == address(opened)


def test_nobody_else_can_look_or_take_up(client: Client, opened: Opened) -> None:
    assert client.get(address(opened)).status_code == 404
    assert client.post(address(opened, "roadmap-take-up"), {"budget": "1"}).status_code == 404
    assert Plan.objects.count() == 0


def test_page_speaks_chinese(ask: Ask) -> None:
    page = ask("?budget=35000&days=25", **{"accept-language": "zh-hans"}).content.decode()
    for words in ("一年路线图", "3.5万元", "第 1 季度", "这是最优选择"):
        assert words in page
