"""Support in a plan counts only for what begins while its scheme runs."""

from datetime import date
from typing import Any

import pytest

from assessment.responses.models import Assessment
from recommendations.catalogue.actions import load_catalogue
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.plan_money import first_day, plan_money
from recommendations.plan.rounds import round_of
from tests.catalogue.funding_samples import scheme
from tests.catalogue.samples import BASE, catalogue, named
from tests.plan.plan_pages import take

CATEGORY = BASE["categories"][0] | {"key": "c"}
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"quarter": 1}, date(2026, 11, 23)),
        ({"quarter": 2}, date(2027, 2, 22)),
        ({"quarter": 12}, date(2029, 8, 20)),
        ({"quarter": 32_767}, date.max),
        ({"quarter": 2, "status": ItemStatus.DOING}, None),
        ({"quarter": None, "due_on": date(2027, 3, 1)}, None),
    ],
)
def test_item_begins_with_its_quarter_unless_it_has_begun(fields: dict[str, Any], day: date | None) -> None:
    assert first_day(PlanItem(**fields), date(2026, 11, 23)) == day
    assert first_day(PlanItem(**fields), None) is None


def test_voucher_that_ends_in_december_is_not_counted_for_what_begins_in_february(submitted: Assessment) -> None:
    """30 % of 20,000 is 6,000. Of two that begin in time, both get half of the cap of 10,000."""
    grant = scheme("s", valid_until="2026-12-31")
    load_catalogue(files=[named(catalogue(categories=[CATEGORY], schemes=[grant]), "schemes.yaml")])
    now, later = take(submitted, "A", "B")
    current = round_of(submitted)
    assert current is not None
    for item, quarter in ((now, 1), (later, 2)):
        item.quarter, item.budget = quarter, 20_000
    both = plan_money([now, later], current, TODAY, "en", begins_on=None)
    one = plan_money([now, later], current, TODAY, "en", begins_on=TODAY)
    assert both is not None and one is not None
    assert [line.support for line in both.lines] == ["CNY 0–5,000", "CNY 0–5,000"]
    assert [line.support for line in one.lines] == ["CNY 0–6,000", "nothing"]
    assert one.lines[1].remarks == ("Scheme s ends on 31 December 2026, before this begins.",)
    assert (one.support, one.enterprise) == ("CNY 0–6,000", "CNY 34,000–40,000")
