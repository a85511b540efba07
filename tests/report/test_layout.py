"""What page and print lay out for banks of every shape: no column, heading or legend without anything in it."""

import re
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from assessment.responses.actions import Opened
from assessment.scoring.document import BankDocument
from recommendations.report.content.build import build_content
from recommendations.report.content.kinds import Below
from recommendations.report.content.schema import ReportContent
from recommendations.report.drawings import has_bars
from recommendations.report.printed import html_of, pdf_of
from recommendations.report.templatetags.report_tables import has_any
from tests.frameworks.level_competence import level_competence
from tests.frameworks.samm import samm
from tests.report.banks import asked, content_on, material_on
from tests.report.samples import IMPRINT, make_content
from tests.report.test_any_bank import submitted, words_of

CAPABILITY = ("process-capability", "published_edge_above_eighty_five")
LEGEND = "Solid: your score."


def content_of(document: BankDocument, example: str) -> ReportContent:
    return build_content(material_on(asked(document, example)))


def printed_columns(content: ReportContent, heading: str) -> list[str]:
    """The headings of the first printed table after a heading."""
    after = html_of(content, IMPRINT).split(f"{heading}</h3>", 1)[1]
    return re.findall(r"<th[^>]*>([^<]*)</th>", after.split("</thead>", 1)[0])


def page_html(client: Client, opened: Opened) -> str:
    address = reverse("report:result-show", args=[opened.assessment.public_id])
    return client.get(address, headers={"accept-language": "en"}).content.decode()


def table_of(html: str, start: str, end: str) -> str:
    return html.split(start, 1)[1].split(end, 1)[0]


def test_has_any_tells_whether_a_column_has_something_in_it() -> None:
    figures = content_on("eurostat-dii", "published_7_points").figures
    assert (has_any(figures, "level"), has_any(figures, "is_interval"), has_any((), "level")) == (True, False, False)


def test_levels_without_descriptions_have_no_column_for_them() -> None:
    bare = content_of(level_competence(), "confident")
    assert {rung.description for rung in bare.ladder.rungs} == {""}
    assert printed_columns(bare, "All levels") == ["Level", "Score"]
    assert printed_columns(make_content(), "All levels") == ["Level", "Score", "Means"]


def test_levels_without_bounds_have_no_column_for_them() -> None:
    content = make_content()
    rungs = tuple(rung.model_copy(update={"span": ""}) for rung in content.ladder.rungs)
    ladder = content.ladder.model_copy(update={"rungs": rungs})
    assert printed_columns(content.model_copy(update={"ladder": ladder}), "All levels") == ["Level", "Means"]


def test_all_scores_leave_out_the_range_where_all_is_known() -> None:
    known, open_ = (content_on("eurostat-dii", key) for key in ("published_7_points", "several_unknown"))
    targets = ["Target", "To target", "Of target", "Level"]
    assert printed_columns(known, "All scores in one table") == ["Part", "Score", "Of", "Coverage", *targets]
    assert printed_columns(open_, "All scores in one table") == ["Part", "Score", "Of", "Range", "Coverage", *targets]


@pytest.mark.parametrize(
    ("name", "example", "below", "bars"),
    [
        ("iso33020_ordinal", None, Below.BARS, True),
        (*CAPABILITY, Below.LIST, False),
        ("eurostat-dii", "published_7_points", Below.BARS, True),
    ],
)
def test_bars_stand_only_beside_few_parts(name: str, example: str | None, below: Below, bars: bool) -> None:
    content = content_on(name, example)
    assert (content.below, has_bars(content)) == (below, bars)


def test_parts_of_unscored_parts_have_bars_where_they_are_few() -> None:
    content = content_on(*CAPABILITY)
    first = content.barriers[0]
    few = content.model_copy(update={"barriers": (first,), "below": Below.BARS})
    empty = first.model_copy(update={"indicators": ()})
    assert (has_bars(few), has_bars(few.model_copy(update={"barriers": (empty,)}))) == (True, False)


@pytest.mark.django_db
def test_page_of_a_profile_lists_what_stands_below_with_its_levels_and_no_legend() -> None:
    html = page_html(*submitted(*CAPABILITY))
    areas = table_of(html, 'id="barriers"', "</section>")
    assert (LEGEND in words_of(areas), "<details" in areas, "chart-bar" in areas) == (False, False, False)
    listed = re.findall(r'<li class="depth-0"><span>([^<]*)</span><span class="tag">([^<]*)</span>', areas)
    assert listed[:2] == [
        ("1.1 Process performance", "Fully achieved (F)"),
        ("2.1 Performance management", "Not achieved (N)"),
    ]
    assert areas.count('<li class="depth-0">') == 27


@pytest.mark.django_db
def test_page_of_a_scored_bank_keeps_its_bars_and_their_legend() -> None:
    areas = table_of(page_html(*submitted("eurostat-dii", "published_7_points")), 'id="barriers"', "</section>")
    assert (LEGEND in words_of(areas), areas.count('class="chart chart-bar"')) == (True, 6)


def test_printed_summary_of_a_profile_lists_what_stands_below() -> None:
    summary = words_of(table_of(html_of(content_on(*CAPABILITY), IMPRINT), 'id="summary"', "</section>"))
    assert "1.1 Process performance Fully achieved (F) 85.1 of 100" in summary
    assert summary.count("5.2 Process innovation implementation") == 3


def test_printed_summary_stays_short_where_too_much_stands_below() -> None:
    content = content_on(*CAPABILITY).model_copy(update={"below": Below.CLOSED})
    assert "1.1 Process performance" not in table_of(html_of(content, IMPRINT), 'id="summary"', "</section>")


@pytest.mark.django_db
def test_levels_of_unequal_width_are_a_legend_of_the_scale() -> None:
    html = page_html(*submitted("eurostat-dii", "published_7_points"))
    rungs = re.search(r'<ol class="([^"]*result-rungs[^"]*)">', html)
    assert rungs is not None and rungs[1] == "result-rungs is-scale"
    printed = html_of(content_on("eurostat-dii", "published_7_points"), IMPRINT)
    assert re.findall(r'class="dot (step-\d)"', printed) == ["step-0", "step-1", "step-2", "step-3"]
    assert 'class="legend"' not in html_of(make_content(), IMPRINT).split('id="contents"')[0]


def test_points_and_full_marks_stay_on_one_line_in_chinese() -> None:
    summary = content_on("impuls-index", "published_one_of_a_kind_sme", "zh-hans").summary
    assert (summary.weakest[-17:], summary.strongest[-17:]) == (
        "：0.000\u00a0分\u2060（满\u2060分\u00a05）。",
        "：2.000\u00a0分\u2060（满\u2060分\u00a05）。",
    )


def test_indicators_of_a_deeper_tree_stand_under_their_parent() -> None:
    html = html_of(content_of(samm(), "everything"), IMPRINT)
    first = table_of(html, '<table class="bars small deep">', "</table>")
    rows = re.findall(r'<th scope="row"( class="depth-1")?>([^<]*)</th>', first)
    assert rows[:3] == [
        ("", "Strategy and metrics"),
        (' class="depth-1"', "Maturity level 1"),
        (' class="depth-1"', "Maturity level 2"),
    ]


def test_a_page_that_goes_on_with_an_area_names_it_at_its_top() -> None:
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf_of(content_on(*CAPABILITY), IMPRINT))).pages]
    named = ["Four Gears Ltd · Order handling" in page for page in pages]
    assert (named[1], any(named), named[-1]) == (False, True, False)


def test_short_areas_stay_whole_and_long_ones_may_break() -> None:
    assert 'class="barrier edge-1 is-short"' in html_of(content_of(samm(), "everything"), IMPRINT)
    assert 'class="barrier edge-1"' in html_of(make_content(), IMPRINT)
