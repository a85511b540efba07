"""No heading stands alone, no card is split, no page is nearly empty, whatever the report holds."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pytest

from assessment.scoring.scorecard import Scope
from recommendations.report.content.build import build_content
from recommendations.report.content.edition_schema import Edition, Section, View
from recommendations.report.content.plan_schema import PlanRow, PlanSums, PlanView, PlanWave
from recommendations.report.content.schema import ReportContent
from recommendations.report.printed import html_of, pdf_of
from tests.report.banks import content_on
from tests.report.print_quality import (
    Heading,
    Line,
    Printed,
    empty_pages,
    flat,
    lonely_headings,
    printed,
    split_cards,
)
from tests.report.samples import IMPRINT, make_content, make_material

LONG = "Hengda Precision Machinery, Castings and Hydraulic Components Manufacturing (Zhongshan) Company Limited " * 2
LONG_CHINESE = "恒达精密机械铸件与液压零部件制造（中山）有限责任公司" * 5
FEW = (Section.SUMMARY, Section.ACTIONS, Section.GLOSSARY)


def row(number: int, who: str) -> PlanRow:
    return PlanRow(
        key=f"A{number:02}",
        title=f"Connect the machines of line {number} to the network and read them once a minute",
        status="planned",
        status_label="planned",
        who=who,
        due="1 March 2027",
        done="",
        budget="CNY 30,000",
        spent="",
        promised="+1.0",
        service="Five-machine starter kit",
        provider="Sample provider A",
        is_sample=True,
        because="Too dear.\nAsk again in spring." if number > 12 else "",
    )


def plan(rows: int = 12) -> PlanView:
    people = ("Li Wei", "Ms Zhou", "")
    planned = [row(number, people[number % 3]) for number in range(rows)]
    return PlanView(
        waves=(
            PlanWave(title="Now", until="until 1 March 2027", rows=tuple(planned[:4])),
            PlanWave(title="Next", until="until 31 May 2027", rows=tuple(planned[4:])),
        ),
        declined=(row(13, ""),),
        sums=PlanSums(
            done="0 of 12 done",
            budget="CNY 360,000",
            spent="",
            left="CNY 360,000",
            over="",
            gain="+7.8",
            now="42.0",
            then="49.8",
            remarks=("An estimate.",),
        ),
        money=None,
    )


def few_sections() -> ReportContent:
    edition = Edition(
        workspace="gear", name="Gear Advisers", colour="#7a1f3d", sections=FEW, view=View.OWN, with_overlay=False
    )
    return build_content(replace(make_material(), edition=edition))


REPORTS: dict[str, Callable[[], ReportContent]] = {
    "sample": make_content,
    "sample in Chinese": lambda: make_content("zh-hans", name=LONG_CHINESE),
    "quick scan": lambda: make_content(scope=Scope.QUICK),
    "plan and a long name": lambda: make_content(name=LONG).model_copy(update={"plan": plan()}),
    "bank of percentages": lambda: content_on("eurostat-dii"),
    "bank of levels": lambda: content_on("process-capability"),
    "edition with few sections": few_sections,
}


@cache
def report_of(name: str) -> tuple[Printed, ReportContent]:
    content = REPORTS[name]()
    return printed(pdf_of(content, IMPRINT)), content


@pytest.mark.parametrize("name", REPORTS)
def test_report_is_well_set(name: str) -> None:
    report, content = report_of(name)
    assert (lonely_headings(report), empty_pages(report), split_cards(report, content)) == ([], [], [])


def test_sample_stays_within_its_pages() -> None:
    assert len(report_of("sample")[0].pages) <= 27


def test_plan_is_signed_on_a_page_of_the_plan() -> None:
    report, content = report_of("plan and a long name")
    [number] = {heading.page for heading in report.headings if heading.text == "Agreed"}
    assert content.plan is not None and content.plan.people == ("Li Wei", "Ms Zhou")
    text = report.text(number)
    assert [said for said in ("Agreed", "Signature", "LiWei", "MsZhou", "Toodear.") if said not in text] == []


def test_only_a_plan_is_signed() -> None:
    assert ('id="sign"' in html_of(make_content(), IMPRINT), 'id="sign"' in html_of(signed(), IMPRINT)) == (False, True)


def test_typed_lines_stay_lines_of_a_well_formed_document() -> None:
    [cell] = [
        each for each in ElementTree.fromstring(html_of(signed(), IMPRINT)).iter("td") if each.get("class") == "typed"
    ]
    assert (cell.text, len(cell)) == ("Too dear.\nAsk again in spring.", 0)


def signed() -> ReportContent:
    return make_content().model_copy(update={"plan": plan()})


def made_up(*pages: tuple[Line, ...], headings: tuple[Heading, ...] = ()) -> Printed:
    return Printed(pages, headings)


def test_reader_finds_a_lonely_heading_and_an_empty_page() -> None:
    text = tuple(Line(f"line {height}", float(height)) for height in range(700, 60, -20))
    report = made_up(
        text,
        (*text, Line("Alone", 60)),
        (Line("short", 780.0),),
        (Line("the end", 780.0),),
        headings=(Heading("Followed", 0, 700.0), Heading("Alone", 1, 72.0)),
    )
    assert (lonely_headings(report), empty_pages(report)) == (["Alone"], [3])


def test_reader_finds_a_split_card() -> None:
    content = make_content()
    first, second = content.actions[:2]
    cards = [
        " ".join([card.title, card.why, *card.steps, *(reason.text for reason in card.reasons[:3])])
        + " ".join([change.before for change in card.changes] + [each.title for each in card.categories])
        for card in (first, second)
    ]
    halves = cards[1][:60], cards[1][60:]
    report = made_up((Line(cards[0], 700.0), Line(halves[0], 100.0)), (Line(halves[1], 700.0),))
    split = split_cards(report, content.model_copy(update={"actions": (first, second)}))
    assert (split, flat(" a\nb ")) == ([second.title], "ab")
