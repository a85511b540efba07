"""What two chapters would both say stands once: the steps of a proposal, the reasons of actions, the open questions."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from django.utils.html import escape
from django.utils.text import Truncator

from recommendations.report.content.action_schema import ActionCard
from recommendations.report.content.build import build_content
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.document import word_of
from recommendations.report.formats.workbook.workbook import workbook_of
from recommendations.report.printed import html_of, pdf_of
from recommendations.report.templatetags.report_tables import actions_on, dots_by_part, has_spreads, is_level_page
from recommendations.report.way_on_line import way_on_line
from tests.report.content.test_timeline import content_of, slot
from tests.report.content.test_way import found_for_the_sample
from tests.report.formats.opened import book_of
from tests.report.formats.reading import document_of
from tests.report.print_quality import Printed, printed
from tests.report.samples import IMPRINT, make_content, make_material


@cache
def proposal() -> ReportContent:
    return build_content(replace(make_material(), next_level=found_for_the_sample()))


@cache
def planned() -> ReportContent:
    material = replace(make_material(), next_level=found_for_the_sample())
    line = content_of(slot("A02", quarter=1, budget=8000), slot("A05", quarter=2)).timeline
    return build_content(material).model_copy(update={"timeline": line})


def section(html: str, name: str) -> str:
    return html.split(f'id="{name}"', 1)[1].split("</section>")[0]


def texts(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html)


def rows_of(part: str) -> list[list[str]]:
    cells = (re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", part))
    return [[texts(cell).strip() for cell in row] for row in cells]


@cache
def drawn() -> Printed:
    return printed(pdf_of(proposal(), IMPRINT))


def page_of(heading: str) -> int:
    [page] = {each.page for each in drawn().headings if each.text == heading}
    return page


def test_a_proposal_shows_its_steps_in_one_table() -> None:
    content, html = proposal(), html_of(proposal(), IMPRINT)
    assert content.timeline is not None and content.path is not None
    assert rows_of(section(html, "timeline").split("The roadmap as a table")[1])[1:] == [
        [
            str(number),
            work.title if work.recommended else f"{work.title}  *   {escape(work.because)}",
            row.when,
            row.cost,
            work.days,
            row.gain,
        ]
        for number, (row, work) in enumerate(way_on_line(content), start=1)
    ]
    assert "Effort" not in section(html, "path")
    assert "why it is on this way stands beside it" in section(html, "timeline")
    assert 'href="#timeline"' in section(html, "path")


COUNTED = "Counted one after another along this way."


@pytest.mark.parametrize("steps", [proposal, planned])
def test_points_of_a_way_are_said_to_count_in_its_order(steps: Callable[[], ReportContent]) -> None:
    content = steps()
    html = html_of(content, IMPRINT)
    part = section(html, "timeline" if way_on_line(content) else "path")
    document = document_of(word_of(content, IMPRINT))
    heads = [table.rows[0].cells[-1].text for table in document.tables]
    sheet = book_of(workbook_of(content, IMPRINT))["Way to the next level"]
    assert (html.count("Points on this way"), part.count("Points on this way"), part.count(COUNTED)) == (1, 1, 1)
    assert (heads.count("Points on this way"), html.count(COUNTED)) == (1, 1)
    assert [row.text.startswith(COUNTED) for row in document.paragraphs].count(True) == 1
    assert (
        "Points on this way" in [cell.value for cell in sheet[1]],
        COUNTED in str([cell.value for cell in sheet[2]]),
    ) == (
        True,
        True,
    )


def test_next_level_is_one_page_that_names_the_page_of_its_roadmap() -> None:
    page = page_of("The next level")
    assert {page_of("The cheapest way there"), page_of("All levels")} == {page}
    assert (page_of("The four barriers"), f"seepage{page_of('A roadmap for you') + 1}" in drawn().text(page)) == (
        page + 1,
        True,
    )


def test_a_plan_leaves_the_way_where_it_was() -> None:
    html = html_of(planned(), IMPRINT)
    assert (way_on_line(planned()), "Effort" in section(html, "path")) == ((), True)
    assert 'href="#timeline"' not in section(html, "path")
    assert rows_of(section(html, "timeline").split("The roadmap as a table")[1])[1][:2] == ["1", "Item A02"]


def test_a_report_without_roadmap_keeps_the_way() -> None:
    alone = proposal().model_copy(update={"timeline": None})
    html = html_of(alone, IMPRINT)
    assert (is_level_page(alone), "Effort" in section(html, "path")) == (False, True)
    assert "Where most points are still open" in section(html, "ladder")


def test_money_by_time_stands_with_the_line() -> None:
    part = section(html_of(proposal(), IMPRINT), "timeline")
    assert 0 < part.index("chart-timeline") < part.index("Money by time") < part.index("The roadmap as a table")


def test_further_actions_stand_by_stage_each_with_its_reason_in_short() -> None:
    content = make_content()
    further = section(html_of(content, IMPRINT), "further")
    assert (has_spreads(content), "In the order of their rank" in further) == (True, True)
    shown = [(f"{escape(each.title)}{short(each)}", escape(each.barrier)) for each in content.actions[6:]]
    rows = [row for row in rows_of(further)[1:] if len(row) == 6]
    assert [(re.sub(r"  +", "", row[1]), row[2]) for row in rows] == shown
    stages = [action.band for action in content.actions[6:]]
    changes = [stage for stage, before in zip(stages, ["", *stages], strict=False) if stage != before]
    assert [row[0] for row in rows_of(further)[1:] if len(row) == 1] == changes


def short(action: ActionCard) -> str:
    return escape(Truncator(action.reasons[0].text).chars(130))


def test_dots_of_the_matrix_name_their_part_in_words() -> None:
    content = make_content()
    entries = re.findall(r'<span class="entry">(.*?)</span> ', html_of(content, IMPRINT).split('id="actions"')[1])
    ranks = {part.figure.title: [each.rank for each in actions_on(content, part)] for part in content.barriers}
    assert [texts(entry).strip() for entry in entries] == [
        f"{escape(title)}: {', '.join(map(str, numbers))}" for title, numbers in ranks.items()
    ]
    assert sum(map(len, ranks.values())) == len(content.actions)


def test_only_actions_with_points_and_a_part_are_named_with_the_matrix() -> None:
    first, second, *_ = make_content().actions
    apart = (first.model_copy(update={"effect": None}), second, second.model_copy(update={"barrier": "", "hue": 0}))
    content = make_content().model_copy(update={"actions": apart})
    assert dots_by_part(content) == [(second.hue, f"{second.barrier}: {second.rank}")]


def test_further_actions_give_their_reason_where_no_spread_does() -> None:
    full = make_content()
    content = full.model_copy(
        update={"barriers": tuple(part.model_copy(update={"indicators": (), "carries": ()}) for part in full.barriers)}
    )
    further = section(html_of(content, IMPRINT), "further")
    assert has_spreads(content) is False
    assert [action.key for action in content.actions[6:] if escape(action.reasons[0].text) not in further] == []


def test_first_cards_stand_two_on_a_page() -> None:
    first, second = proposal().actions[:2]
    pages = [page_of(f"{action.rank} {action.title}") for action in (first, second)]
    assert pages == [page_of("What to do")] * 2


def test_word_shows_the_steps_once_too() -> None:
    heads = [[cell.text for cell in table.rows[0].cells] for table in document_of(word_of(proposal(), IMPRINT)).tables]
    shown = [head for head in heads if "Effort" in head and "Action" in head]
    assert shown == [["No.", "Action", "When", "Cost", "Effort", "Points on this way"]]
