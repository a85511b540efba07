"""What a plan reaches, and the own days that it takes in each quarter."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from assessment.responses.models import Assessment
from recommendations.plan.models import ItemStatus, Plan, PlanItem
from recommendations.plan.plan_days import days_by_quarter
from recommendations.plan.plan_totals import reach_of_all
from recommendations.plan.rounds import Round, round_of
from tests.plan.plan_pages import take

BEGINS = date(2026, 11, 23)


@pytest.fixture
def current(submitted: Assessment) -> Round:
    found = round_of(submitted)
    assert found is not None
    return found


def test_plan_says_which_level_it_reaches(submitted: Assessment, current: Round) -> None:
    items = take(submitted, "A", "B")
    assert [reach_of_all(some, current, "en") for some in (items[:1], items, [])] == [
        "Once all of it is done, the level becomes “Level 1”.",
        "Once all of it is done, the level becomes “Level 2”.",
        "",
    ]


def test_days_are_spread_over_the_quarters_of_what_is_open(current: Round, monkeypatch: pytest.MonkeyPatch) -> None:
    assert current.playbook is not None
    days = 8
    for effort in current.playbook.efforts:
        monkeypatch.setitem(effort.__dict__, "days", days)
    plan = Plan(begins_on=BEGINS, days_per_quarter=10)

    def loads(**fields: Any) -> list[tuple[str, Fraction, int | None]]:
        item = PlanItem(action_key="A", **fields)
        return [(each.title, each.used, each.most) for each in days_by_quarter(plan, [item], current)]

    assert loads(quarter=2) == [("Quarter 1", 0, 10), ("Quarter 2", days, 10)]
    assert loads(quarter=1, due_on=date(2027, 5, 23)) == [
        ("Quarter 1", Fraction(days, 2), 10),
        ("Quarter 2", Fraction(days, 2), 10),
    ]
    assert loads(quarter=1, due_on=date(2026, 1, 1)) == [("Quarter 1", days, 10)]
    assert loads(quarter=1, status=ItemStatus.DONE, done_on=BEGINS) == []
    assert loads(quarter=None) == loads(quarter=30_000) == []
