"""The summary is one page, whatever the bank, the language and the length of the texts; parts begin pages where they fill them."""

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from assessment.scoring.scorecard import Scope
from recommendations.report.content.build import build_content
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Balance, GatePart
from recommendations.report.printed import html_of, pdf_of
from recommendations.report.summary_room import ALL, Room, lines_of, room_of
from recommendations.report.templatetags.report_tables import (
    actions_on,
    gates_unmet,
    has_ranges,
    has_spreads,
    reasons_beside,
)
from tests.report.banks import content_on
from tests.report.content.test_way import found_for_the_sample
from tests.report.samples import IMPRINT, make_content, make_material, profile_only
from tests.report.test_any_bank import BANKS

LONG = "An answer in many words that never comes to its end " * 6
NARROW = "W" * 200
CHINESE = "恒达精密零部件制造有限公司第一分厂" * 12


def front_of(content: ReportContent) -> ReportContent:
    """Cover, summary and contents are quick to draw."""
    empty = ("answers", "sources", "public_measures", "method", "undecided", "figures", "schemes", "cases", "glossary")
    return content.model_copy(update=dict.fromkeys(empty, ()) | {"path": None, "readings": None, "timeline": None})


def contents_page(content: ReportContent) -> int:
    """The number of the page on which the contents begin."""
    heads = {"en": "Orientation", "zh-hans": "目录"}
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf_of(front_of(content), IMPRINT))).pages]
    return next(number for number, page in enumerate(pages, start=1) if number > 1 and heads[content.locale] in page)


def only_heads(content: ReportContent) -> ReportContent:
    gone: dict[str, Any] = {"holds_back": (), "carries": (), "contributions": (), "references": ()}
    return content.model_copy(update={"barriers": tuple(part.model_copy(update=gone) for part in content.barriers)})


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
@pytest.mark.parametrize("name", [None, NARROW, CHINESE], ids=["usual", "narrow", "chinese"])
def test_summary_of_the_sample_is_one_page(locale: str, name: str | None) -> None:
    content = make_content(locale) if name is None else make_content(locale, name=name)
    assert contents_page(only_heads(content).model_copy(update={"actions": content.actions[:3]})) == 3


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
def test_summary_with_what_is_to_be_decided_is_one_page(locale: str) -> None:
    content = build_content(replace(make_material(locale, name=CHINESE), next_level=found_for_the_sample()))
    assert content.summary.decision is not None
    assert contents_page(only_heads(content).model_copy(update={"actions": content.actions[:3]})) == 3


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
def test_summary_of_a_quick_scan_is_one_page(locale: str) -> None:
    content = make_content(locale, scope=Scope.QUICK)
    assert contents_page(only_heads(content).model_copy(update={"actions": content.actions[:3]})) == 3


@pytest.mark.parametrize("name", BANKS)
def test_summary_of_every_bank_is_one_page(name: str) -> None:
    assert contents_page(only_heads(content_on(name))) == 3


def test_summary_stays_one_page_with_texts_of_any_length() -> None:
    content = make_content()
    reason = content.actions[0].reasons[0].model_copy(update={"text": LONG})
    changes = {"title": LONG, "reasons": (reason,), "cost": LONG, "weeks": LONG}
    actions = tuple(action.model_copy(update=changes) for action in content.actions[:3])
    rows = tuple(row.model_copy(update={"short": NARROW}) for row in content.summary.top_open)
    sides = Balance(holds_back=rows[:3], carries=rows[:3], unknown=rows[:3])
    said = {"weakest": LONG, "strongest": LONG, "top_open": rows, "balance": sides}
    gates = tuple(GatePart(text=LONG, state=gate.state) for gate in content.ladder.gates)
    ladder = content.ladder.model_copy(update={"headline": LONG, "distance": LONG, "gates": gates})
    long = {"actions": actions, "summary": content.summary.model_copy(update=said), "ladder": ladder}
    assert contents_page(only_heads(content).model_copy(update=long)) == 3


def test_summary_without_answers_asks_for_them_on_one_page() -> None:
    content = make_content(answers=profile_only())
    assert contents_page(only_heads(content).model_copy(update={"actions": content.actions[:3]})) == 3


def test_many_parts_stand_in_the_summary_as_far_as_the_page_goes() -> None:
    content = make_content()
    many = content.model_copy(update={"barriers": content.barriers * 5, "actions": (), "has_quarters": False})
    summary = html_of(many, IMPRINT).split('id="summary"', 1)[1].split("</section>", 1)[0]
    assert (summary.count('class="chart chart-bar"'), "All of them stand further on." in summary) == (12, True)


def test_what_stands_below_is_listed_only_where_there_is_room() -> None:
    content = content_on("process-capability", "published_edge_above_eighty_five")
    more = content.model_copy(update={"barriers": content.barriers * 2})
    assert (room_of(content).below, room_of(more).below) == (True, False)


def test_the_sample_has_room_for_everything_and_long_texts_for_less() -> None:
    everything = Room(reasons=ALL, items=4, bars=16, below=True)
    assert [room_of(make_content(locale)) for locale in ("en", "zh-hans")] == [everything, everything]
    content = make_content()
    tedious = content.model_copy(update={"ladder": content.ladder.model_copy(update={"headline": LONG})})
    reason = content.actions[0].reasons[0].model_copy(update={"text": LONG * 2})
    wordy = [action.model_copy(update={"reasons": (reason,)}) for action in content.actions[:3]]
    assert room_of(tedious.model_copy(update={"actions": tuple(wordy)})).reasons < ALL


def test_wide_letters_take_the_room_of_two() -> None:
    assert [lines_of(text, 10) for text in ("", "a" * 10, "a" * 11, "齿" * 5, "齿" * 6, "W" * 6)] == [0, 1, 2, 1, 2, 2]


def test_summary_names_what_the_next_level_lacks_and_what_carries() -> None:
    content = make_content()
    summary = unescape(html_of(content, IMPRINT).split('class="thirds"', 1)[1].split("</table>", 1)[0])
    assert [gate.text in summary for gate in gates_unmet(content)[:4]] == [True] * len(gates_unmet(content)[:4])
    assert [row.short in summary for row in (*content.summary.held, *content.summary.carrying)] == [True] * 4
    assert (summary.count("open</span>"), summary.count("gained</span>")) == (3, 1)
    assert "Not known yet, please find out:</b> Payback time; Outside experts" in summary


def test_parts_with_much_to_say_begin_pages_and_others_follow_one_another() -> None:
    content = make_content()
    assert (has_spreads(content), has_spreads(only_heads(content).model_copy(update={"actions": ()}))) == (True, False)
    assert [name for name in BANKS if has_spreads(content_on(name))] == []
    assert 'class="chapter spreads"' in html_of(content, IMPRINT)


@pytest.mark.parametrize(("locale", "heading"), [("en", "What holds you back"), ("zh-hans", "什么拖住了您")])
def test_each_part_fills_a_left_page_and_the_right_one_beside_it(locale: str, heading: str) -> None:
    content = make_content(locale)
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf_of(content, IMPRINT))).pages]
    begins = [number for number, page in enumerate(pages, start=1) if heading in page and number > 2]
    assert begins == [6, 8, 10, 12]
    assert [part.figure.title in pages[number] for part, number in zip(content.barriers, begins, strict=True)] == [
        True
    ] * 4


def test_every_part_lists_its_actions_and_leads_to_their_cards() -> None:
    content = make_content()
    html = html_of(content, IMPRINT)
    wanted = [action.key for part in content.barriers for action in actions_on(content, part)[:8]]
    assert re.findall(r'<td class="rank[^>]*><a href="#action-([^"]+)"', html) == wanted
    assert [key for key in wanted if f'id="action-{key}"' not in html] == []
    assert {action.key for part in content.barriers for action in actions_on(content, part)} == {
        action.key for action in content.actions
    }


def test_actions_beside_many_published_figures_say_less() -> None:
    lines = [sum(len(group.lines) for group in part.references) for part in make_content().barriers]
    assert [reasons_beside(part) for part in make_content().barriers] == [max(2, 6 - count) for count in lines]


def test_ranges_have_a_column_only_where_a_part_has_one() -> None:
    assert (has_ranges(make_content()), has_ranges(content_on("eurostat-dii", "published_7_points"))) == (True, False)
