"""The report as a Word document, read back: everything is in it, in real headings, tables, lists and pictures."""

import re

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from recommendations.report.content.build import build_content
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.document import word_of
from recommendations.report.printed import Imprint
from recommendations.report.templatetags.report_tables import dots_by_part
from tests.report.formats.reading import (
    document_of,
    headings_of,
    headless,
    jumps_in,
    pictures_in,
    sample_docx,
    text_in,
    text_of_docx,
)
from tests.report.samples import (
    IMPRINT,
    UNKNOWN,
    make_content,
    make_material,
    profile_only,
    sample_answers,
    without_playbook,
)

LOCALES = ("en", "zh-hans")


def said_in(content: ReportContent) -> list[str]:
    """Numbers, answers and sources that a reader of print finds too."""
    said: list[str | None] = [content.enterprise, content.notice, content.ladder.headline, content.overall.sentence]
    for part in content.barriers:
        said += [part.figure.score, part.figure.title, part.figure.sentence, part.description]
        said += [one for row in part.contributions for one in (row.short, row.answer, row.gained, row.open)]
        said += [figure.score for figure in part.indicators]
        said += [one for group in part.references for line in group.lines for one in (line.value, line.source)]
    for action in content.actions:
        said += [action.title, action.effect, action.cost, action.weeks]
    for action in content.actions[:6]:
        said += [action.why, action.effort, *action.steps]
        said += [one for reason in action.reasons for one in (reason.text, *(item.short for item in reason.evidence))]
        said += [one for change in action.changes for one in (change.before, change.after)]
        said += [
            one for each in action.categories for service in each.services for one in (service.title, service.terms)
        ]
    said += [one for section in content.answers for row in section.rows for one in (row.text, row.answer)]
    said += [one for source in content.sources for one in (source.title, source.detail)]
    said += [*content.method, *(one for row in content.undecided for one in (row.action, *row.asks))]
    said += [fact.value for fact in content.facts] + [term.meaning for term in content.glossary]
    return [one for one in said if one]


def unsaid(content: ReportContent, text: str) -> list[str]:
    return [one for one in said_in(content) if one not in text]


@pytest.mark.parametrize("locale", LOCALES)
def test_everything_is_said(locale: str) -> None:
    text = text_of_docx(sample_docx(locale))
    imprinted = [one for one in (IMPRINT.number, IMPRINT.content_hash, "a" * 64, "b" * 64, "c" * 64) if one not in text]
    assert (unsaid(make_content(locale), text), imprinted) == ([], [])


@pytest.mark.parametrize("locale", LOCALES)
def test_tables_have_headings_and_pictures_words(locale: str) -> None:
    document = document_of(sample_docx(locale))
    silent = [words for words in pictures_in(document) if not re.search(r"\d", words)]
    assert (len(document.tables) > 20, headless(document), len(pictures_in(document)) > 10, silent) == (
        True,
        [],
        True,
        [],
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_rows_are_never_split(locale: str) -> None:
    rows = [row for table in document_of(sample_docx(locale)).tables for row in table._tbl.tr_lst]
    assert [text_in(row) for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None] == []


def test_chapters_stand_in_the_order_of_print() -> None:
    chapters = [text for level, text in headings_of(document_of(sample_docx())) if level == 1]
    assert chapters == [
        "Summary",
        "How to read this report",
        "The next level",
        "The four barriers",
        "What to do",
        "What this report rests on",
        "About this report",
    ]


def test_contents_are_a_field_that_already_names_the_headings_and_leads_to_them() -> None:
    document = document_of(sample_docx())
    body = document.element.body
    codes = [text.text for text in body.iter(qn("w:instrText"))]
    listed = [each for each in document.paragraphs if each.style and each.style.style_id.startswith("TOC")]
    entries = [each.text.strip() for each in listed]
    names = [f" PAGEREF {link.get(qn('w:anchor'))} \\h " for link in _links_of_contents(document)]
    assert codes == [' TOC \\o "1-2" \\h \\z \\u ', *names]
    assert entries == ["Contents", *(text for level, text in headings_of(document) if level <= 2)]


def _links_of_contents(document: Document) -> list[_Element]:
    listed = [each for each in document.paragraphs if each.style and each.style.style_id in ("TOC1", "TOC2")]
    return [link for paragraph in listed for link in paragraph._p.iter(qn("w:hyperlink"))]


def test_word_fills_the_pages_of_the_contents_when_it_opens_them() -> None:
    links = _links_of_contents(document_of(sample_docx()))
    marks = [[mark.attrib.values() for mark in link.iter(qn("w:fldChar"))] for link in links]
    assert marks == [[["begin", "true"], ["separate"], ["end"]]] * len(links)


def test_each_part_begins_a_page_but_the_first_which_follows_its_chapter() -> None:
    content, document = make_content(), document_of(sample_docx())
    titles = [part.figure.title for part in content.barriers]
    begun = [
        each.text for each in document.paragraphs if each.text in titles and each.paragraph_format.page_break_before
    ]
    assert begun == titles[1:]


def test_actions_have_a_card_or_a_row_as_in_print() -> None:
    content, document = make_content(), document_of(sample_docx())
    cards = [text for level, text in headings_of(document) if re.match(r"\d+  ", text)]
    assert cards == [f"{action.rank}  {action.title}" for action in content.actions[:6]]
    rows = [row.cells[1].text for table in document.tables for row in table.rows]
    assert [action.title for action in content.actions[6:] if action.title not in rows] == []


def test_dots_of_the_matrix_are_named_by_their_part() -> None:
    content = make_content()
    said = text_of_docx(sample_docx())
    assert [words for _hue, words in dots_by_part(content) if f"■ {words}" not in said] == []
    assert len(dots_by_part(content)) == len({action.barrier for action in content.actions})


def test_further_actions_name_the_part_they_belong_to() -> None:
    content, document = make_content(), document_of(sample_docx())
    [table] = [
        table for table in document.tables if [cell.text for cell in table.rows[0].cells][1:3] == ["Action", "Part"]
    ]
    said = [(row.cells[1].text, row.cells[2].text) for row in table.rows[1:]]
    assert said == [(action.title, action.barrier) for action in content.actions[6:]]


def test_links_lead_to_bookmarks_that_are_there_once() -> None:
    body = document_of(sample_docx()).element.body
    names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    ends = {mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkEnd"))}
    wanted = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    starts = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert (wanted - set(names), len(names) - len(set(names)), set(starts) ^ ends, bool(wanted)) == (
        set(),
        0,
        set(),
        True,
    )


def test_each_list_of_steps_counts_from_one() -> None:
    document = document_of(sample_docx())
    numbers = [paragraph._p.pPr.numPr.numId.val for paragraph in document.paragraphs if _is_step(paragraph)]
    lists = [next(iter(group)) for group in _runs_of(numbers)]
    numbering = document.part.numbering_part.element
    begun = {
        int(num.get(qn("w:numId")))
        for num in numbering.iter(qn("w:num"))
        if num.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}") is not None
    }
    assert (len(lists), len(set(lists)), set(lists) - begun) == (6, 6, set())


def _is_step(paragraph: object) -> bool:
    return paragraph.style.style_id == "ListNumber"  # type: ignore[attr-defined,no-any-return]


def _runs_of(numbers: list[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    for number in numbers:
        if groups and groups[-1][-1] == number:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


@pytest.mark.parametrize("locale", LOCALES)
def test_same_content_gives_the_same_bytes(locale: str) -> None:
    assert word_of(make_content(locale), IMPRINT) == sample_docx(locale)


def test_another_number_gives_another_document() -> None:
    other = Imprint("FF-20261122-00000000", IMPRINT.content_hash, IMPRINT.made_on, "https://example.org/check/1/")
    text = text_of_docx(word_of(make_content(), other))
    assert ("FF-20261122-00000000" in text, "https://example.org/check/1/" in text) == (True, True)


EXTREMES = {
    "nothing answered": profile_only(),
    "nothing at all": {},
    "all unknown": {**profile_only(), **{key: UNKNOWN for key in sample_answers() if key not in profile_only()}},
}


@pytest.mark.parametrize("answers", EXTREMES.values(), ids=EXTREMES)
def test_extremes_are_written(answers: dict[str, object]) -> None:
    content = make_content(answers=answers)
    document = word_of(content, IMPRINT)
    assert (unsaid(content, text_of_docx(document)), headless(document_of(document))) == ([], [])
    assert jumps_in(document_of(document)) == []


def test_report_without_a_playbook_has_no_actions() -> None:
    document = document_of(word_of(build_content(without_playbook(make_material())), IMPRINT))
    titles = [text for _level, text in headings_of(document)]
    assert ([each for each in ("What to do", "Your plan") if each in titles], jumps_in(document)) == ([], [])
