"""What one form of a report says, all of them say: scores, contributions, actions, plan and money."""

import json
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest
import time_machine
from django.test import Client

from assessment.responses.actions import Opened
from assessment.responses.models import Result
from recommendations.plan.models import PlanItem
from recommendations.report.content.build import build_content
from recommendations.report.content.exact_schema import Amounts
from recommendations.report.content.money_schema import Money
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Figure
from recommendations.report.formats.data import data_of
from recommendations.report.formats.word.document import word_of
from recommendations.report.formats.workbook.workbook import workbook_of
from recommendations.report.printed import html_of, pdf_of
from tests.report.banks import content_on
from tests.report.content.test_gap import both
from tests.report.formats.opened import book_of, words_of_html
from tests.report.formats.reading import text_of_docx
from tests.report.samples import IMPRINT
from tests.report.test_pages import data_of as exported
from tests.report.test_pages import page_of
from tests.report.test_planned import NOW, content_of, plan_items  # noqa: F401  # a fixture

WINDOW = 500  # characters after a title in which its numbers stand, wherever a line ends
PRINTED_CARDS = 6  # actions that print and Word show as cards; those after them are rows of a table
OTHER_BANKS = ("impuls-index", "two_tracks", "iso33020")


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@dataclass(frozen=True)
class Said:
    """Numbers that stand beside a title."""

    title: str
    numbers: tuple[str, ...]


def said_in(content: ReportContent) -> Iterator[Said]:
    """This function will yield what every form has to say about scores, contributions, actions, plan and gap."""
    yield from (_of_figure(part.figure) for part in content.barriers)
    for part in content.barriers:
        yield from (Said(row.short, (row.gained,)) for row in part.carries)
        yield from (Said(row.short, (row.open,)) for row in part.holds_back)
    yield from (Said(card.title, tuple(filter(None, [card.effect]))) for card in content.actions)
    for wave in content.plan.waves if content.plan else ():
        yield from (Said(row.title, tuple(filter(None, [row.promised]))) for row in wave.rows)
    for part in (content.gap.whole, *content.gap.parts) if content.gap else ():
        numbers = (part.own.score, part.verified.score, part.difference)
        title = "" if part is content.gap.whole else part.verified.title  # the whole has another name in print
        yield Said(title, tuple(filter(None, numbers)))


def _of_figure(figure: Figure) -> Said:
    span = (figure.low, figure.high) if figure.is_interval else ()
    return Said(figure.title, tuple(filter(None, [figure.score, *span])))


def amounts_in(content: ReportContent, form: str) -> Iterator[str]:
    """This function will yield what a form says of money: print says it of its first cards, in one sentence each."""
    for card in content.actions[:PRINTED_CARDS]:
        if card.money is not None:
            yield from sums_of(card.money) if form == "docx" else (card.money.headline,)
    if content.plan is None:
        return
    if content.plan.money is not None:
        yield from (content.plan.money.headline, *sums_of(content.plan.money))
    sums = content.plan.sums
    yield from filter(str.strip, (sums.budget, sums.spent, sums.left, sums.over, sums.gain, sums.now, sums.then))


def sums_of(money: Money) -> tuple[str, ...]:
    return tuple(filter(str.strip, (money.price, money.enterprise, money.provider, money.support)))


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text))


def unsaid(text: str, said: Iterable[Said]) -> list[Said]:
    """This function will return what does not stand in `text`: no place of the title has all numbers after it."""
    return [each for each in said if each.numbers and not _stands(text, each)]


def _stands(text: str, said: Said) -> bool:
    letters = (re.escape(letter) for letter in plain(said.title).replace(" ", ""))
    for place in re.finditer(r"\s*".join(letters), text):
        if set(said.numbers) <= numbers_in(text[place.end() : place.end() + WINDOW]):
            return True
    return False


def numbers_in(text: str) -> set[str]:
    return set(re.findall(r"[+−]?\d+(?:,\d{3})*(?:\.\d+)?", text))


def text_of_pdf(pdf: bytes) -> str:
    """This function will return what a reader of the PDF selects; pypdf misreads fonts that several pages share."""
    command = shutil.which("pdftotext")
    if command is None:
        pytest.skip("pdftotext is not on this machine")
    return subprocess.run([command, "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def texts_of(content: ReportContent) -> dict[str, str]:
    """This function will return the text of every form that is read."""
    return {
        "pdf": plain(text_of_pdf(pdf_of(content, IMPRINT))),
        "print": plain(words_of_html(html_of(content, IMPRINT))),
        "docx": plain(text_of_docx(word_of(content, IMPRINT))),
    }


def assert_all_agree(content: ReportContent) -> None:
    said = list(said_in(content))
    overall = Said("", tuple(filter(None, [content.overall.score])))
    for form, text in texts_of(content).items():
        assert (form, unsaid(text, said)) == (form, [])
        assert (form, [number for number in overall.numbers if number not in text]) == (form, [])
        close, amounts = text.replace(" ", ""), {plain(each).replace(" ", "") for each in amounts_in(content, form)}
        assert (form, sorted(amount for amount in amounts if amount not in close)) == (form, [])
    assert json.loads(data_of(content, IMPRINT))["content"] == content.model_dump(mode="json")
    assert_headlines_agree(content)
    assert_workbook_agrees(content)


def assert_headlines_agree(content: ReportContent) -> None:
    """The sentence on who pays names no number that the sums beside it do not have."""
    plan = content.plan.money if content.plan else None
    for money in filter(None, [*(card.money for card in content.actions), plan]):
        assert numbers_in(money.headline) <= numbers_in(f"{money.price} {money.enterprise}"), money


def assert_workbook_agrees(content: ReportContent) -> None:
    sheets = {sheet.title: list(sheet.iter_rows(min_row=2)) for sheet in book_of(workbook_of(content, IMPRINT))}
    about, scores, *rest = sheets.values()
    shown = {
        row[2].value: [_shown(cell) for cell in (row[3], row[5], row[6], row[7])] + [row[8].value] for row in scores
    }
    figures = [content.overall, *(part.figure for part in content.barriers)]
    assert shown | {figure.key: _of_scores(figure) for figure in figures} == shown
    parts = content.barriers if content.whole is None else (*content.barriers, content.whole)
    given = [(row.key, row.gained, row.open, row.worth) for part in parts for row in part.contributions]
    if given:
        rows = rest.pop(0)
        assert [(row[2].value, *(_shown(cell) for cell in row[4:7])) for row in rows] == given
    everything = [_shown(cell) for rows in sheets.values() for row in rows for cell in row]
    assert [card.effect for card in content.actions if card.effect and card.effect not in everything] == []
    assert sorted(set(_yuan(content)) - set(everything)) == []


def _of_scores(figure: Figure) -> list[str | None]:
    return [figure.score, figure.low, figure.high, figure.coverage, figure.level]


def _shown(cell: object) -> str | None:
    """A cell as Excel shows it."""
    value, shown = getattr(cell, "value"), getattr(cell, "number_format")  # noqa: B009
    if not isinstance(value, int | float):
        return None if value is None else str(value)
    digits = shown.partition(";")[0].partition(".")[2].count("0")
    if shown.endswith("%"):
        return f"{value:.{digits}%}".replace("%", shown.lstrip("0."))
    sign = "" if not shown.startswith("+") else "−" if value < 0 else "+"
    return f"{sign}{abs(value) if sign else value:,.{digits}f}"


def _yuan(content: ReportContent) -> Iterator[str]:
    plan = content.plan.money if content.plan else None
    lines = [line.amounts for line in plan.lines] if plan else []
    for amounts in [*(card.money.amounts for card in content.actions if card.money), *lines, plan and plan.amounts]:
        if isinstance(amounts, Amounts):
            for side in (amounts.price, amounts.enterprise, amounts.provider, amounts.support):
                yield from (f"{int(end):,}" for end in (side.low, side.high) if end)


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
def test_report_with_a_plan_says_the_same_in_every_form(
    locale: str,
    opened: Opened,
    result: Result,
    plan_items: list[PlanItem],  # noqa: F811
) -> None:
    content = content_of(opened.assessment, result, locale)
    assert content.plan is not None and content.plan.money is not None
    assert_all_agree(content)


def test_page_and_export_say_the_same_as_the_report(respondent: Client, opened: Opened, result: Result) -> None:
    content = content_of(opened.assessment, result)
    page, data = plain(page_of(respondent, opened)), exported(respondent, opened)
    said = [each for each in said_in(content) if each.title not in {card.title for card in content.actions}]
    assert unsaid(page, said) == []
    assert unsaid(page, [Said(card.title, tuple(filter(None, [card.effect]))) for card in content.actions]) == []
    assert data["score"] == content.overall.model_dump(mode="json")
    nodes = {node["key"]: node for node in data["nodes"]}
    for figure in [part.figure for part in content.barriers]:
        assert figure.score is not None
        assert f"{float(nodes[figure.key]['score']):.1f}" == figure.score
    money = [item["money"] for item in data["recommendations"]]
    assert money == [None if card.money is None else card.money.model_dump(mode="json") for card in content.actions]


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
def test_verified_report_says_the_same_in_every_form(locale: str) -> None:
    content = build_content(both(locale))
    assert content.gap is not None
    assert_all_agree(content)


@pytest.mark.parametrize("bank", OTHER_BANKS)
def test_reports_of_other_banks_say_the_same_in_every_form(bank: str) -> None:
    assert_all_agree(content_on(bank))


def test_another_number_would_be_noticed() -> None:
    said = [Said("Equipment", ("46.3", "+2.1"))]
    assert unsaid("Equip ment and 46.3 or +2.1", said) == []
    assert unsaid("Equipment 46.30 and +2.1", said) == unsaid("Equipment 146.3 +2.1", said) == said
