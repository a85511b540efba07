"""The workbook: typed cells, both languages, nothing live, nothing of what is left out, always the same bytes."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils.timezone import override as timezone_override
from django.utils.translation import override

from assessment.accounts.sheets import Number, Share
from recommendations.report.content.abridged import abridged
from recommendations.report.content.edition_schema import Section
from recommendations.report.content.exact_schema import Amount
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.timeline_schema import Timeline, TimelineRow
from recommendations.report.formats.workbook.cells import amount, measured, number, share, yuan_range
from recommendations.report.formats.workbook.times import period, worded_day, worded_days, worded_moment
from recommendations.report.formats.workbook.workbook import workbook_of
from tests.report.editions.test_print import edition
from tests.report.formats.opened import book_of, cells_of, rows_of
from tests.report.samples import IMPRINT, make_content

HOSTILE = ("=1+1", "+1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x.example","x")', "http://x.example/", "0012", "1.5")


@pytest.fixture(scope="module")
def content() -> ReportContent:
    return make_content()


@pytest.fixture(scope="module")
def written(content: ReportContent) -> bytes:
    return workbook_of(content, IMPRINT)


@pytest.mark.parametrize(
    ("text", "value", "digits", "is_gain"),
    [("46.3", "46.3", 1, False), ("100", "100", 0, False), ("1,250", "1250", 0, False), ("12.50", "12.50", 2, False)]
    + [("+4.2", "4.2", 1, True), ("−1.2", "-1.2", 1, True), ("+0.0", "0.0", 1, True)],
)
def test_numbers_are_read_back_exactly(text: str, value: str, digits: int, is_gain: bool) -> None:
    cell = number(text)
    assert isinstance(cell, tuple)
    assert (str(cell.value), cell.digits, cell.is_gain) == (value, digits, is_gain)


@pytest.mark.parametrize("text", ["31 of 58", "1,25", "1.2.3", "٣", "--1", "1e5", "=1"])
def test_what_is_no_number_stays_text(text: str) -> None:
    assert number(text) == text
    assert (number(""), number("–"), number(None), share("–")) == (None,) * 4


def test_days_and_amounts_that_are_open_upwards() -> None:
    assert (period("2025-12-31"), period("2021"), period("2022-06")) == (date(2025, 12, 31), "2021", "2022-06")
    low, high = yuan_range(Amount(low="50000", high=""))
    assert isinstance(low, tuple) and (int(low.value), high) == (50000, "open")


@pytest.mark.parametrize(
    ("text", "bare", "cell"),
    [
        ("86 people", "86", Number(Decimal(86), unit=" people")),
        ("5,200 × 10,000 yuan", "5200", Number(Decimal(5200), unit=" × 10,000 yuan")),
        ("5,200万元", "5200", Number(Decimal(5200), unit="万元")),
        ("1,250.50", "1250.50", Number(Decimal("1250.50"), 2)),
        ("57.7 %", "57.7", Share(Decimal("0.577"), "0.0 %")),
        ("68%", "68", Share(Decimal("0.68"), "0%")),
    ],
)
def test_a_number_with_its_unit_is_a_number(text: str, bare: str, cell: Number | Share) -> None:
    assert measured(text, bare) == cell


@pytest.mark.parametrize(
    ("text", "bare"),
    [("31 of 58 (53.4 %)", "53.4"), ("3 to 5 machines", None), ("86 people", ""), ("Yes", "1"), ("", "")]
    + [("5 \n", "5"), ("5 " + "long" * 20, "5")],
)
def test_words_that_only_begin_with_a_number_stay_words(text: str, bare: str | None) -> None:
    assert measured(text, bare) == text


def test_amounts_are_read_back_from_their_words_with_their_currency() -> None:
    assert amount("CNY 26,000") == Number(Decimal(26_000), currency="CNY ")
    with override("zh-hans"):
        assert amount("2.6万元") == Number(Decimal(26_000), currency="¥-804")
    assert (amount("CNY 10,000–50,000"), amount("Own time only"), amount("")) == (
        "CNY 10,000–50,000",
        "Own time only",
        None,
    )


def test_days_and_moments_are_read_back_from_their_words() -> None:
    assert (worded_day("1 March 2027"), worded_day("2027年3月1日")) == (date(2027, 3, 1),) * 2
    assert (worded_day(""), worded_day("31 February 2027"), worded_day("soon")) == ("", "31 February 2027", "soon")
    two = (date(2026, 12, 1), date(2027, 2, 28))
    assert worded_days("1 December 2026 – 28 February 2027") == two
    assert (worded_days("1 March 2027"), worded_days("Weeks 1–4")) == ((date(2027, 3, 1),) * 2, (None, None))
    with override("zh-hans"):
        assert worded_days("2026年12月1日—2027年2月28日") == two
    with timezone_override("Asia/Shanghai"):
        at = datetime(2026, 11, 22, 16, 5, tzinfo=UTC)
        assert (worded_moment("23 November 2026, 00:05"), worded_moment("2026年11月23日 00:05")) == (at, at)
    span = "22 November 2026, 10:00 to 22 November 2026, 12:00"
    assert worded_moment(span) == span


def test_scores_are_numbers_with_the_digits_that_are_printed(content: ReportContent, written: bytes) -> None:
    whole, first, *_ = rows_of(written, "Scores")
    assert (whole["Score"], whole["Lowest possible"], whole["Highest possible"]) == (42.0, 42.0, 47.4)
    assert (whole["Of"], whole["Level"]) == (100, "Standardised")
    figure = content.barriers[0].figure
    assert (str(first["Score"]), first["Part"]) == (figure.score, figure.title)
    sheet = book_of(written)["Scores"]
    assert (sheet["D2"].number_format, sheet["H2"].number_format) == ("#,##0.0", "0 %")
    assert f"{sheet['H2'].value:.0%}".replace("%", " %") == content.overall.coverage


def test_chinese_percentages_are_numbers_too() -> None:
    cell = book_of(workbook_of(make_content("zh-hans"), IMPRINT))["得分"]["H2"]
    assert (cell.value, cell.number_format) == (0.95, "0%")


def test_facts_and_published_figures_are_numbers_with_their_units(written: bytes) -> None:
    cells = {row[0].value: row[1] for row in book_of(written)["About"].iter_rows()}
    assert (cells["Employees"].value, cells["Employees"].number_format) == (86, '#,##0" people"')
    assert (cells["Revenue"].value, cells["Revenue"].number_format) == (52000000, '#,##0" yuan"')
    sheet = book_of(written)["Published figures"]
    assert [(sheet[place].value, sheet[place].number_format) for place in ("D2", "E2", "E6")] == [
        (0.534, "0.0 %"),
        (0.577, "0.0 %"),
        (0.68, "0 %"),
    ]


def test_every_question_of_every_part_is_there(content: ReportContent, written: bytes) -> None:
    rows = rows_of(written, "Contributions")
    said = [(row["Key"], row["Points gained"], row["Points open"], row["Points at stake"]) for row in rows]
    parts = [row for part in content.barriers for row in part.contributions]
    assert said == [(row.key, float(row.gained), float(row.open), float(row.worth)) for row in parts]


def test_actions_say_what_they_bring_and_take(content: ReportContent, written: bytes) -> None:
    rows = rows_of(written, "Actions")
    assert [row["Rank"] for row in rows] == [card.rank for card in content.actions]
    first, card = next(pair for pair in zip(rows, content.actions, strict=True) if pair[1].key == "A02")
    assert card.effect is not None and first["Effect, points"] == float(card.effect)
    assert (first["Cost from, yuan"], first["Cost to, yuan"]) == (10_000, 50_000)
    assert book_of(written)["Actions"]["H2"].number_format == "[$CNY ]#,##0"
    assert (first["Weeks from"], first["Weeks to"]) == (4, 10)
    assert str(first["What changes in your answers"]).count("→") == len(card.changes)


def test_days_are_days(content: ReportContent, written: bytes) -> None:
    lines = dict(book_of(written)["About"].iter_rows(values_only=True))
    assert (lines["Submitted"], lines["Started"]) == (datetime(2026, 11, 22), datetime(2026, 11, 20))
    assert lines["Number of the report"] == IMPRINT.number
    assert {row["Valid until"] for row in rows_of(written, "Services")} == {datetime(2027, 12, 31)}


def test_roadmap_names_its_first_and_last_days(content: ReportContent) -> None:
    row = TimelineRow(key="", title="Begin", hue=1, at="0", length="5", when="1 March 2027", cost="CNY 5,000")
    weeks = row.model_copy(update={"when": "Weeks 1–4", "cost": "Own time only"})
    line = Timeline(is_planned=True, note="", spans=(), rows=(row, weeks))
    first, second = rows_of(workbook_of(content.model_copy(update={"timeline": line}), IMPRINT), "Timeline")
    assert (first["First day"], first["Last day"], first["Cost"]) == (datetime(2027, 3, 1), datetime(2027, 3, 1), 5000)
    assert (second["When"], second["First day"], second["Cost"]) == ("Weeks 1–4", None, "Own time only")


def test_sheets_are_set_up_for_screen_and_paper(written: bytes) -> None:
    for sheet in book_of(written):
        assert sheet.freeze_panes in ("A2", "B2"), sheet.title
        assert (sheet.print_title_rows, sheet.page_setup.fitToHeight) == ("$1:$1", 0), sheet.title
        assert sheet.auto_filter.ref is not None or sheet.title == "About"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_ever_a_formula_or_a_link(content: ReportContent, text: str) -> None:
    spoilt = content.model_copy(update={"enterprise": text})
    data = workbook_of(spoilt, IMPRINT)
    assert book_of(data)["About"]["B2"].value == text
    assert {cell.data_type for cell in cells_of(data)} <= {"s", "n", "d"}
    with ZipFile(BytesIO(data)) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/")]
    assert [sheet for sheet in sheets if b"<f>" in sheet or b"hyperlink" in sheet] == []


def test_long_and_unwritable_text_breaks_no_workbook(content: ReportContent) -> None:
    spoilt = content.model_copy(update={"notice": "a\x0b\ud800\uffff" + "长" * 40_000})
    [cell] = [cell for cell in cells_of(workbook_of(spoilt, IMPRINT)) if str(cell.value).startswith("a\ufffd")]
    assert (len(str(cell.value)), str(cell.value)[:5], str(cell.value)[-1]) == (32_767, "a\ufffd\ufffd\ufffd长", "…")


def test_text_that_looks_like_an_escape_stays_itself(content: ReportContent) -> None:
    data = workbook_of(content.model_copy(update={"enterprise": "_x0041_ <b> & ]]>"}), IMPRINT)
    with ZipFile(BytesIO(data)) as package:
        assert b"_x005F_x0041_ &lt;b&gt; &amp; ]]&gt;" in package.read("xl/sharedStrings.xml")


def test_sections_that_are_left_out_have_no_sheet(content: ReportContent) -> None:
    shown = tuple(section for section in Section if section not in (Section.ACTIONS, Section.ANSWERS, Section.SOURCES))
    names = book_of(workbook_of(abridged(content, edition(sections=shown)), IMPRINT)).sheetnames
    whole = book_of(workbook_of(content, IMPRINT)).sheetnames
    assert set(whole) - set(names) == {"Actions", "Services", "Answers", "Sources"}
    bare = abridged(content, edition(sections=()))
    assert book_of(workbook_of(bare, IMPRINT)).sheetnames == ["About", "Scores"]
    assert len(rows_of(workbook_of(bare, IMPRINT), "Scores")) == 1 + len(content.barriers)


def test_workbook_speaks_the_language_of_its_report() -> None:
    book = book_of(workbook_of(make_content("zh-hans"), IMPRINT))
    assert book.sheetnames[:4] == ["概况", "得分", "逐题得分", "行动"]
    assert [cell.value for cell in book["得分"][1]][:5] == ["部分", "所属部分", "编号", "得分", "满分"]


def test_same_report_same_bytes(content: ReportContent, written: bytes) -> None:
    assert workbook_of(ReportContent.model_validate_json(content.model_dump_json()), IMPRINT) == written
