"""Word documents of workspaces, of every choice of sections, and of banks of every shape."""

from functools import cache

import pytest
from docx.oxml.ns import qn

from recommendations.report.content.edition_schema import Section
from recommendations.report.content.overlay_schema import EngineLine, OverlayView
from recommendations.report.content.timeline_schema import Share, Timeline, TimelineRow, TimeSpan
from recommendations.report.content.trend_schema import Trend, TrendLine, TrendPoint, TrendRound
from recommendations.report.formats.word.document import word_of
from tests.report.banks import content_on
from tests.report.editions.test_print import branded
from tests.report.formats.reading import (
    document_of,
    headings_of,
    headless,
    jumps_in,
    pictures_in,
    sample_docx,
    text_of_docx,
)
from tests.report.samples import IMPRINT, make_content
from tests.report.test_any_bank import BANKS

TITLES = {
    Section.SUMMARY: "Summary",
    Section.READING: "How to read this report",
    Section.LADDER: "The next level",
    Section.BARRIERS: "The four barriers",
    Section.ACTIONS: "What to do",
    Section.UNDECIDED: "Answer this to know more",
    Section.SOURCES: "Method and sources",
    Section.GLOSSARY: "Words in this report",
    Section.ANSWERS: "All answers",
}
ALONE = (Section.SUMMARY, Section.BARRIERS, Section.ACTIONS, Section.PLAN, Section.ANSWERS)
CHOICES = {
    "none": (),
    **{f"only {one}": (one,) for one in ALONE},
    **{f"without {one}": tuple(each for each in Section if each is not one) for one in (Section.LADDER, Section.MONEY)},
}


@cache
def branded_docx() -> bytes:
    return word_of(branded(), IMPRINT)


@pytest.mark.parametrize("sections", CHOICES.values(), ids=CHOICES)
def test_left_out_is_what_print_leaves_out(sections: tuple[Section, ...]) -> None:
    content = branded(sections=sections)
    document = document_of(word_of(content, IMPRINT))
    titles = {text for _level, text in headings_of(document)}
    body = document.element.body
    wanted = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    there = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    left_out = {TITLES[each] for each in TITLES if each not in sections and each is not Section.SOURCES}
    assert (titles & left_out, wanted - there, jumps_in(document), headless(document)) == (set(), set(), [], [])
    assert {"About this report", "Method and sources"} <= titles


def test_edition_has_the_look_of_its_workspace() -> None:
    document = document_of(branded_docx())
    text = text_of_docx(branded_docx())
    colour = document.styles["Heading 1"].font.color
    assert (str(colour.rgb), colour.theme_color.name) == ("7A1F3D", "ACCENT_1")  # type: ignore[union-attr]
    assert "<b>For the city</b>\nof Zhongshan" in text
    assert document.sections[0].footer.paragraphs[0].text.endswith("\nGear Advisers Ltd, Zhongshan")
    assert document.core_properties.author == "Gear <Advisers> & Sons, Fourfold"


def test_logo_stands_on_the_cover_and_above_every_page_with_its_name() -> None:
    document = document_of(branded_docx())
    above = [each.get("descr") for each in document.sections[0].header._element.iter(qn("wp:docPr"))]
    assert (pictures_in(document)[0], above) == ("Gear <Advisers> & Sons", ["Gear <Advisers> & Sons"])


def test_report_without_a_workspace_has_no_logo() -> None:
    document = document_of(sample_docx())
    assert list(document.sections[0].header._element.iter(qn("wp:docPr"))) == []
    assert str(document.styles["Heading 1"].font.color.rgb) == "0B4F6C"


@pytest.mark.parametrize("name", BANKS)
def test_banks_of_every_shape_are_written(name: str) -> None:
    content = content_on(name)
    written = word_of(content, IMPRINT)
    document, text = document_of(written), text_of_docx(written)
    said = [content.overall.score, *(part.figure.score for part in content.barriers)]
    said += [figure.title for figure in content.figures] + [figure.score for figure in content.figures]
    said += [row.answer for section in content.answers for row in section.rows]
    assert (jumps_in(document), headless(document), [one for one in said if one and one not in text]) == ([], [], [])


def ahead() -> Timeline:
    row = TimelineRow(
        key="A1", title="Connect machines", hue=1, at="0", length="25", when="now", who="Li", cost="¥1", gain="+1.5"
    )
    return Timeline(
        is_planned=False,
        note="A proposal.",
        spans=(TimeSpan(title="Q1", budget="¥9,999"), TimeSpan(title="Q2")),
        rows=(row,),
        shares=(Share(kind="enterprise", title="You", amount="¥7,777", at="70"),),
        shares_note="No promise.",
    )


def rounds() -> Trend:
    points = (TrendPoint(score="31.4", at="31.4"), TrendPoint(score="42.0", at="42"))
    return Trend(
        rounds=(
            TrendRound(on="1 May 2025", title="First", level="Level 1", is_current=False),
            TrendRound(on="22 November 2026", title="Second", level="Level 2", is_current=True),
        ),
        lines=(TrendLine(key="", title="Overall", hue=0, points=points, change="+10.6"),),
        note="Compared on 40 of 45 questions.",
    )


def test_rounds_and_roadmap_are_drawn_and_stand_in_tables() -> None:
    content = make_content().model_copy(update={"timeline": ahead(), "trend": rounds()})
    written = word_of(content, IMPRINT)
    said = (
        "¥9,999",
        "¥7,777",
        "No promise.",
        "31.4",
        "+10.6",
        "Compared on 40 of 45 questions.",
        "A proposal.",
        "+1.5",
    )
    text, pictures = text_of_docx(written), pictures_in(document_of(written))
    assert [one for one in said if one not in text] == []
    assert [one for one in ("1. Connect machines: now", "You: ¥7,777", "31.4") if one not in "|".join(pictures)] == []
    titles = [text for level, text in headings_of(document_of(written)) if level == 1]
    assert (titles.index("Round by round"), titles.index("A roadmap for you")) == (2, 6)


def test_engine_keeps_its_own_list() -> None:
    line = EngineLine(rank=1, title="Own words", place="–", remark="Left out by Mo: too early.")
    overlay = OverlayView(workspace="Gear", note="Changed by Mo.", left_out="One is left out.", engine=(line,))
    text = text_of_docx(word_of(make_content().model_copy(update={"overlay": overlay}), IMPRINT))
    for said in (
        "The engine's own list",
        "Own words",
        "Left out by Mo: too early.",
        "One is left out.",
        "Changed by Mo.",
    ):
        assert said in text


def test_document_is_in_the_language_of_its_content() -> None:
    assert headings_of(document_of(word_of(branded("zh-hans"), IMPRINT)))[0] == (1, "概览")
