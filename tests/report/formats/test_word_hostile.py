"""Text is data: whatever people and banks write stays plain text in a Word document."""

import re
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn

from recommendations.report.content.schema import ReportContent, Source
from recommendations.report.content.timeline_schema import Timeline, TimelineRow, TimeSpan
from recommendations.report.formats.word.chapters.pictures import chart
from recommendations.report.formats.word.document import word_of
from recommendations.report.formats.word.links import Links
from recommendations.report.formats.word.package import empty_document
from tests.report.formats.reading import document_of, text_of_docx
from tests.report.samples import IMPRINT, make_content, profile_only

HOSTILE = {
    "markup": '<w:p><w:r><w:t>x</w:t></w:r></w:p><w:altChunk r:id="rId1"/>',
    "entity": "&lt;&amp;&#x41; ]]> <![CDATA[x]]>",
    "formula": "=cmd|' /C calc'!A0",
    "field": '{ INCLUDETEXT "c:\\\\windows\\\\win.ini" } { DDEAUTO cmd }',
    "quotes": "\"'&<>",
    "right to left": "مصنع abc",
    "rare": "𠮷野家㛃 🏭",
    "braces": "{0} {words} %s %(name)s {{ x }}",
    "long word": "A" * 200,
    "long": "恒达精密零部件" * 1500,
}


def small(name: str) -> ReportContent:
    empty = ("barriers", "actions", "answers", "sources", "public_measures", "method", "undecided")
    return make_content(answers=profile_only(), name=name).model_copy(update=dict.fromkeys(empty, ()))


@cache
def gears() -> bytes:
    return word_of(small("Gears"), IMPRINT)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_hostile_names_stay_text(name: str) -> None:
    written = word_of(small(name), IMPRINT)
    plain = gears()
    assert text_of_docx(written) == text_of_docx(plain).replace("Gears", name)
    tags = [[element.tag for element in document_of(each).element.body.iter()] for each in (written, plain)]
    assert tags[0] == tags[1]


def test_fields_and_relations_are_only_our_own() -> None:
    written = word_of(small(HOSTILE["field"]), IMPRINT)
    codes = [text.text for text in document_of(written).element.body.iter(qn("w:instrText"))]
    assert codes[0] == ' TOC \\o "1-2" \\h \\z \\u '
    assert [code for code in codes[1:] if not re.fullmatch(r" PAGEREF \w+(?:-\w+)* \\h ", str(code))] == []
    relations = ZipFile(BytesIO(written)).read("word/_rels/document.xml.rels").decode()
    assert "External" not in relations


def test_no_name_turns_the_lines_around_it() -> None:
    written = word_of(small("Gears \u202eabc\u2066"), IMPRINT)
    assert text_of_docx(written) == text_of_docx(gears()).replace("Gears", "Gears abc")
    with ZipFile(BytesIO(written)) as package:
        parts = [package.read(name).decode() for name in package.namelist() if name.endswith(".xml")]
    assert [part for part in parts if "\u202e" in part or "\u2066" in part] == []
    assert any("Gears abc" in part and "w:hdr" in part for part in parts)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\ud800", "\ufffe"])
def test_what_xml_forbids_is_dropped(character: str) -> None:
    content = small("Gears").model_copy(update={"enterprise": f"Ge{character}ars"})
    assert text_of_docx(word_of(content, IMPRINT)) == text_of_docx(gears())


def timed(title: str) -> ReportContent:
    span = TimeSpan(title="Quarter 1")
    row = TimelineRow(key="", title=title, hue=0, at="10.0", length="20.0", when="January")
    timeline = Timeline(is_planned=True, note="", spans=(span,), rows=(row,))
    return small("Gears").model_copy(update={"timeline": timeline})


def test_chart_of_a_plan_leaves_out_what_xml_forbids() -> None:
    assert word_of(timed("Ask\ufffe the bank"), IMPRINT) == word_of(timed("Ask the bank"), IMPRINT)


def test_lines_of_a_text_are_kept_in_one_paragraph() -> None:
    text = text_of_docx(word_of(small("Four\r\nGears\tLtd"), IMPRINT))
    assert "Four\nGears\tLtd" in text


def linked(address: str) -> tuple[str, list[str]]:
    document = empty_document("#0b4f6c", "en-GB")
    xml = Links(document.part).link(address, "here", "")
    return xml, [rel.target_ref for rel in document.part.rels.values() if rel.is_external]


@pytest.mark.parametrize("address", ["https://example.org/a?b=1&c=2", "HTTP://example.org"])
def test_addresses_of_the_web_are_links(address: str) -> None:
    xml, targets = linked(address)
    assert (targets, xml.startswith("<w:hyperlink r:id=")) == ([address], True)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share", "mailto:x@example.org", "ms-word:ofe|u|x"],
)
def test_anything_else_is_text(address: str) -> None:
    xml, targets = linked(address)
    assert (targets, "hyperlink" in xml, ">here<" in xml) == ([], False, True)


def test_sources_of_banks_lead_to_the_web_only() -> None:
    sources = tuple(
        Source(title=f"S{number}", detail="D", url=url)
        for number, url in enumerate(["https://example.org/1", "javascript:alert(1)"])
    )
    content = small("Gears").model_copy(update={"sources": sources})
    written = word_of(content, IMPRINT)
    external = [rel.target_ref for rel in document_of(written).part.rels.values() if rel.is_external]
    assert (external, "javascript:alert(1)" in text_of_docx(written)) == (["https://example.org/1"], True)


def test_words_of_charts_are_those_of_their_titles() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5" viewBox="0 0 10 5">'
        "<title>A &lt;b&gt; &amp; &quot;c&quot;</title></svg>"
    )
    assert chart(svg, 10).words == 'A <b> & "c"'
