"""What the roadmap says agrees with what it shows: days, ranges, levels just missed, what more would bring."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessment.responses.actions import Opened
from assessment.responses.tokens import COOKIE_NAME
from recommendations.plan.roadmap.near import near_miss
from recommendations.plan.roadmap.planned import Planned, planned_for
from recommendations.plan.roadmap.solving import Solver
from recommendations.plan.rounds import round_of
from recommendations.plan.speaker import Speaker
from tests.plan.roadmaps import submitted_with_roadmap


@pytest.fixture
def opened(db: None) -> Opened:
    return submitted_with_roadmap()


@pytest.fixture
def ask(client: Client, opened: Opened) -> Any:
    """This fixture will return a function that opens one of the pages as its owner."""
    client.cookies[COOKIE_NAME] = opened.token
    return lambda query, name="roadmap": client.get(reverse(f"plan:{name}", args=[opened.assessment.public_id]) + query)


def test_days_of_a_wave_are_those_of_its_quarters(ask: Any) -> None:
    shown = ask("?budget=5000&days=10").context["shown"]
    assert [load.said for load in shown.loads] == ["10 of 10 days", "5 of 10 days", "0 of 10 days", "0 of 10 days"]
    assert [wave.totals for wave in shown.waves] == [
        "CNY 5,000 · +46.7 points · 10 days fall in it",
        "5 days fall in it",
        "",
    ]


def test_range_of_the_cost_stands_beside_its_middle(ask: Any) -> None:
    page = ask("?budget=5000&days=10")
    spread = "In the middle of the cost bands; may be between CNY 2,000 and CNY 8,000"
    assert (page.context["shown"].spent, page.context["shown"].spread) == ("CNY 5,000", spread)
    html = page.content.decode()
    assert html.index("<b>CNY 5,000</b>") < html.index(spread) < html.index("Three waves")


def test_without_a_budget_it_says_what_costs_nothing(ask: Any) -> None:
    shown = ask("?budget=0&days=25").context["shown"]
    assert (shown.left, shown.spread) == ("Without a budget, what costs nothing: 1 action", "")


def test_without_days_it_says_so_and_shows_no_empty_bars(ask: Any) -> None:
    page = ask("?budget=5000&days=0")
    shown = page.context["shown"]
    assert shown.nothing.startswith("Nothing can be done without working days of your own people.")
    assert (shown.loads, shown.proof) == ((), "")
    html = page.content.decode()
    assert shown.nothing in html
    assert "Put this roadmap into my plan" not in html
    assert ask("?budget=0&days=3").context["shown"].nothing.startswith("Nothing fits this budget and these days.")


def test_more_days_are_named_where_they_are_the_limit(ask: Any) -> None:
    more = ask("?budget=36000&days=10", "roadmap-more").context["more"]
    now, then = (ask(f"?budget=36000&days={days}").context["shown"].overall.after for days in (10, 20))
    gain = Fraction(then) - Fraction(now)
    assert more.line == (
        "More money alone gains nothing: the days are the limit. With 10 more days per quarter and the same budget you"
        f" could gain +{float(gain):.1f} points."
    )
    assert more.address.endswith("?budget=36000&days=20")


def test_days_and_money_are_named_where_only_both_help(ask: Any) -> None:
    more = ask("?budget=6000&days=12", "roadmap-more").context["more"]
    assert more.line == (
        "More money alone gains nothing, and neither do 10 more days per quarter: only both together do."
    )
    assert more.address.endswith("?budget=36000&days=22")


def test_points_of_more_money_are_what_a_reader_gets_by_subtracting(ask: Any) -> None:
    for budget in (0, 3000, 26_000):
        more = ask(f"?budget={budget}&days=25", "roadmap-more").context["more"]
        now, then = (
            Fraction(ask(f"?budget={yuan}&days=25").context["shown"].overall.after)
            for yuan in (budget, budget + 10_000)
        )
        assert f"(+{float(then - now):.1f} points)" in more.line


@pytest.mark.parametrize(
    ("short", "digits", "said"),
    [("0.02", 2, "0.02"), ("0.0004", 4, "0.0004"), ("0.004", 3, "0.004"), ("0.06", 0, ""), ("0", 0, "")],
)
def test_level_that_rounding_hides_is_said_to_be_missed(opened: Opened, short: str, digits: int, said: str) -> None:
    current = round_of(opened.assessment)
    assert current is not None
    speaker = Speaker(current.scorer.document, "en")
    ladder = speaker.ladders[current.scorecard.root]
    assert ladder[1].lower is not None
    score = Fraction(ladder[1].lower) - Fraction(short)
    node = replace(current.scorecard.overall, score=score, level=0 if Fraction(short) else 1)
    title = speaker.say(ladder[1].title)
    told = f"More exactly {float(score):.{digits}f}: {said} points short of “{title}”." if said else ""
    assert near_miss(node, speaker) == told
    assert near_miss(replace(node, level=len(ladder) - 1), speaker) == ""


@pytest.mark.parametrize(
    ("key", "query", "said"),
    [
        ("learn", "?budget=0&days=25", "No rule recommends it; it is here because it gains points and costs nothing."),
        ("mend", "?budget=1000&days=25", "No rule recommends it; it is here because it gains points for its money."),
        ("mend", "?budget=1000&days=25&pin=mend", "No rule recommends it; you put it in."),
        ("learn", "?budget=5000&days=25", "No rule recommends it by itself; it has to come before: Do lead."),
    ],
)
def test_what_no_rule_recommends_says_why_it_is_there(
    ask: Any, monkeypatch: pytest.MonkeyPatch, key: str, query: str, said: str
) -> None:
    advised = {other: one for other, one in Solver(*_round(ask)).advised.items() if other != key}
    monkeypatch.setattr(Solver, "advised", advised)
    page = ask(query)
    rows = {row.key: row for wave in page.context["shown"].waves for row in wave.rows}
    assert rows[key].unadvised == said
    assert rows[key].links["changes"].endswith(f"/what-if/?do={key}")
    assert [row.unadvised for other, row in rows.items() if other != key] == [""] * (len(rows) - 1)
    assert said in page.content.decode()


def _round(ask: Any) -> tuple[Any, Planned]:
    assessment = ask("?budget=0&days=0").context["assessment"]
    return round_of(assessment), planned_for(assessment)
