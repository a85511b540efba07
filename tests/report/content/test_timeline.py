"""The line of time: the plan by its days, else the way to the next level by its weeks; nothing changes by the clock."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from recommendations.report.content.abridged import abridged
from recommendations.report.content.build import build_content
from recommendations.report.content.edition_schema import Edition, Section, View
from recommendations.report.content.exact_schema import ItemValues
from recommendations.report.content.plan_schema import PlanRow
from recommendations.report.content.schedule import Schedule, SharePart, Slot
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.timeline_schema import Timeline
from recommendations.report.fingerprint import content_hash
from tests.report.content.test_way import found_for_the_sample
from tests.report.samples import make_content, make_material

BEGIN = date(2026, 12, 1)
SHARES = (
    SharePart("enterprise", "You", "CNY 60,000", Fraction(200, 3)),
    SharePart("support", "Public support", "CNY 30,000", Fraction(100, 3)),
)


def slot(
    key: str = "",
    quarter: int | None = None,
    due_on: date | None = None,
    done_on: date | None = None,
    budget: int | None = None,
) -> Slot:
    row = PlanRow(
        key=key,
        title=f"Item {key}",
        status="done" if done_on else "planned",
        status_label="done" if done_on else "planned",
        who="Li Wei",
        due="the due day",
        done="the day it was done" if done_on else "",
        budget="" if budget is None else f"CNY {budget}",
        spent="",
        promised="+2.1",
        service="",
        provider="",
        is_sample=False,
        because="",
        values=ItemValues(),
    )
    return Slot(row, quarter, due_on, done_on, budget)


def content_of(*slots: Slot, begins_on: date | None = BEGIN, locale: str = "en") -> ReportContent:
    return build_content(replace(make_material(locale), schedule=Schedule(begins_on, slots, SHARES)))


def line_of(*slots: Slot, begins_on: date | None = BEGIN, locale: str = "en") -> Timeline:
    line = content_of(*slots, begins_on=begins_on, locale=locale).timeline
    assert line is not None
    return line


def test_plan_stands_in_its_quarters() -> None:
    line = line_of(
        slot("A24", 2, date(2027, 5, 31), budget=5_000),
        slot("A02", 1, date(2027, 3, 1), budget=30_000),
        slot("A05", 1, date(2027, 3, 1), budget=1_000),
    )
    assert (line.is_planned, [(span.title, span.budget) for span in line.spans]) == (
        True,
        [("Quarter 1", "CNY 31,000"), ("Quarter 2", "CNY 5,000")],
    )
    assert [(row.key, row.at, row.length) for row in line.rows] == [
        ("A02", "0.0", "50.0"),
        ("A05", "0.0", "50.0"),
        ("A24", "50.0", "50.0"),
    ]
    first = line.rows[0]
    assert (first.when, first.who, first.cost, first.gain, first.status_label, first.hue) == (
        "1 December 2026 – 1 March 2027",
        "Li Wei",
        "CNY 30000",
        "+2.1",
        "planned",
        1,
    )
    assert line.note == "This is your plan as it stood when this report was made. A quarter has 13 weeks."


def test_shares_fill_the_bar() -> None:
    shares = line_of(slot("A02", 1)).shares
    assert [(share.kind, share.title, share.amount, share.at) for share in shares] == [
        ("enterprise", "You", "CNY 60,000", "66.7"),
        ("support", "Public support", "CNY 30,000", "33.3"),
    ]


def test_an_item_without_a_quarter_is_a_day_and_one_without_any_is_said() -> None:
    line = line_of(slot("A02", 1), slot(due_on=date(2027, 1, 16)), slot(), slot(due_on=date(2016, 1, 1)))
    assert [(row.key, row.at, row.length, row.when) for row in line.rows] == [
        ("A02", "0.0", "100.0", "1 December 2026 – 1 March 2027"),
        ("", "50.5", "0.0", "the due day"),
    ]
    assert line.note.endswith("2 items have no day on this line; they stand in the plan.")


def test_without_quarters_the_columns_are_months() -> None:
    line = line_of(slot(due_on=date(2026, 12, 11)), slot(done_on=date(2026, 11, 16)), begins_on=None)
    assert [span.title for span in line.spans] == ["Nov 2026", "Dec 2026"]
    assert [(row.at, row.length, row.when) for row in line.rows] == [
        ("24.6", "0.0", "the day it was done"),
        ("65.6", "0.0", "the due day"),
    ]


@pytest.mark.parametrize(
    ("last", "titles"),
    [
        (date(2027, 2, 1), ["Nov 2026", "Dec 2026", "Jan 2027", "Feb 2027"]),
        (date(2027, 3, 1), ["Nov 2026", "Feb 2027"]),
        (date(2028, 10, 31), ["Nov 2026", "May 2027", "Nov 2027", "May 2028"]),
    ],
)
def test_longer_lines_have_wider_columns(last: date, titles: list[str]) -> None:
    line = line_of(slot(due_on=date(2026, 11, 30)), slot(due_on=last), begins_on=None)
    assert [span.title for span in line.spans] == titles


def test_eight_quarters_stand_in_four_columns() -> None:
    line = line_of(*[slot("A02", quarter) for quarter in (1, 7, 8)])
    assert [span.title for span in line.spans] == ["Quarters 1–2", "Quarters 3–4", "Quarters 5–6", "Quarters 7–8"]
    assert [(row.at, row.length) for row in line.rows] == [("0.0", "12.5"), ("75.0", "12.5"), ("87.5", "12.5")]


@pytest.mark.parametrize("last", [date(2029, 1, 1), date(9999, 12, 31)])
def test_what_is_far_away_does_not_press_the_rest_together(last: date) -> None:
    line = line_of(slot("A02", 1), slot("A05", 1, last), slot(due_on=last))
    assert (len(line.rows), len(line.spans), "2 items" in line.note) == (1, 1, True)


def test_a_plan_without_any_day_gives_way_to_the_proposal() -> None:
    assert content_of(slot("A02")).timeline is None
    material = replace(make_material(), schedule=Schedule(None, (slot("A02"),), SHARES))
    line = build_content(replace(material, next_level=found_for_the_sample())).timeline
    assert line is not None and (line.is_planned, line.shares) == (False, ())


def test_the_proposal_is_the_way_side_by_side() -> None:
    content = build_content(replace(make_material(), next_level=found_for_the_sample()))
    line, path = content.timeline, content.path
    assert line is not None and path is not None
    assert {(row.key, row.cost, row.gain) for row in line.rows} == {(w.key, w.cost, w.gain) for w in path.works}
    assert (line.rows[0].at, 1 <= len(line.spans) <= 4, line.spans[0].title[:8]) == ("0.0", True, "Weeks 1–")
    assert line.note.startswith("A proposal, nothing is decided yet") and "30 own working days" in line.note


def test_without_plan_and_way_there_is_no_line_and_nothing_is_written() -> None:
    content = make_content()
    assert (content.timeline, content.trend) == (None, None)
    written = content.model_dump(mode="json")
    assert ("timeline" in written, "trend" in written) == (False, False)


def test_a_report_without_them_keeps_its_fingerprint() -> None:
    content = make_content()
    stored = content.model_dump(mode="json")
    assert content_hash(ReportContent.model_validate(stored)) == content_hash(content)


def test_a_line_survives_storage() -> None:
    content = content_of(slot("A02", 1, budget=1))
    assert ReportContent.model_validate_json(content.model_dump_json()) == content


def test_a_line_reads_in_chinese() -> None:
    line = line_of(slot("A02", 1), locale="zh-hans")
    assert (line.spans[0].title, line.rows[0].when) == ("第 1 季度", "2026年12月1日—2027年3月1日")
    assert line.note == "这是生成本报告时您的计划。一个季度为 13 周。"


def test_an_edition_without_money_does_not_say_who_pays() -> None:
    sections = tuple(section for section in Section if section is not Section.MONEY)
    edition = Edition(
        workspace="w",
        name="W",
        colour="#000000",
        cover_text="",
        footer="",
        sections=sections,
        view=View.OWN,
        with_overlay=False,
    )
    line = abridged(content_of(slot("A02", 1)), edition).timeline
    assert line is not None and (line.shares, line.shares_note, len(line.rows)) == ((), "", 1)
