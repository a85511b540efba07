"""Plan and roadmap on a line of time, as their pages draw it."""

from datetime import date

from django.test import Client

from assessment.responses.models import Assessment
from recommendations.plan.line_chart import roadmap_line
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.planning import Placement, add_own_item, take_up_actions, take_up_roadmap
from recommendations.plan.roadmap.shown import PlacedRow, WaveShown
from tests.charts.shapes import HOSTILE, parts_of, texts_of

BEGIN = date(2026, 12, 1)


def line_on(page: str) -> str:
    """The chart on a page, "" where there is none."""
    if "chart-timeline" not in page:
        return ""
    start = page.rindex("<svg", 0, page.index("chart-timeline"))
    return page[start : page.index("</svg>", start) + len("</svg>")]


def page_of(client: Client, assessment: Assessment) -> str:
    response = client.get(f"/a/{assessment.public_id}/plan/")
    assert response.status_code == 200
    return response.content.decode()


def bars_of(svg: str) -> list[tuple[str, str]]:
    return [(box["x"], box["width"]) for box in parts_of(svg, "rect") if "rx" in box]


def placed(title: str, first: int, last: int) -> PlacedRow:
    words = dict.fromkeys(("part", "because", "days", "gain", "span", "in_plan", "unadvised"), "")
    return PlacedRow(
        key=title,
        title=title,
        hue=2,
        cost="CNY 500",
        first=first,
        last=last,
        after=(),
        is_pinned=False,
        is_begun=False,
        links={},
        **words,
    )


def test_the_plan_is_drawn_by_its_quarters_and_days(respondent: Client, submitted: Assessment) -> None:
    take_up_roadmap(
        assessment=submitted,
        placements=[Placement("A", 1, 1), Placement("B", 2, 2)],
        budget=None,
        days_per_quarter=None,
        begins_on=BEGIN,
    )
    PlanItem.objects.filter(action_key="B").update(status=ItemStatus.DOING)
    add_own_item(assessment=submitted, title=HOSTILE, language="en", due_on=date(2027, 1, 16))
    page = page_of(respondent, submitted)
    svg = line_on(page)
    assert bars_of(svg)[:2] == [("0%", "50%"), ("50%", "50%")]
    assert [dot["cx"] for dot in parts_of(svg, "circle")] == ["25.27%"]
    assert texts_of(svg)[:3] == ["Quarter 1", "Quarter 2", "1  Do A"]
    assert texts_of(svg)[-2:] == ["planned", "under way"]
    assert (HOSTILE in page, any(words.startswith("2  <script>") for words in texts_of(svg))) == (False, True)


def test_what_was_decided_against_and_what_has_no_day_is_not_drawn(respondent: Client, submitted: Assessment) -> None:
    take_up_actions(assessment=submitted, actions=["A", "B"])
    assert line_on(page_of(respondent, submitted)) == ""
    PlanItem.objects.filter(action_key="A").update(due_on=BEGIN)
    PlanItem.objects.filter(action_key="B").update(
        due_on=BEGIN, status=ItemStatus.DECLINED, declined_because="Too dear."
    )
    assert len(parts_of(line_on(page_of(respondent, submitted)), "circle")) == 1


def test_a_roadmap_is_drawn_in_its_four_quarters() -> None:
    waves = [
        WaveShown("Now", "", 1, "", (placed("One", 1, 1),)),
        WaveShown("Next", "", 2, "", (placed("Two", 2, 4),)),
    ]
    svg = roadmap_line(waves)
    assert bars_of(svg) == [("0%", "25%"), ("25%", "75%")]
    # A bar that leaves no room beside it has its cost at its title.
    assert texts_of(svg)[4:] == ["1  One", "1", "CNY 500", "2  Two · CNY 500", "2"]
    assert "<title>1. One, CNY 500; 2. Two, CNY 500</title>" in svg


def test_a_roadmap_without_actions_is_not_drawn() -> None:
    assert roadmap_line([WaveShown("Now", "", 1, "", ())]) == ""
