"""What a Word document is made of: its parts, styles, fonts, languages and properties, as Word's schema wants them."""

import re
from datetime import datetime
from functools import cache
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from lxml import etree

from tests.report.formats.reading import document_of, sample_docx

# ECMA-376, part 1, 17.3.1.26, 17.3.2.28, 17.4.60, 17.4.70, 17.7.4.17: children stand in this order.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens spacing ind contextualSpacing jc textDirection outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs caps color spacing sz szCs highlight u lang",
    "tblPr": "tblStyle tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout "
    "tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "tblCellMar": "top left bottom right",
    "tblBorders": "top left bottom right insideH insideV",
    "pBdr": "top left bottom right between bar",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr "
    "tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId lvlJc pPr rPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang clrSchemeMapping decimalSymbol "
    "listSeparator",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
PARTS = {
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/theme/theme1.xml",
}


@cache
def archive(locale: str = "en") -> ZipFile:
    return ZipFile(BytesIO(sample_docx(locale)))


def part(name: str, locale: str = "en") -> etree._Element:
    return etree.fromstring(archive(locale).read(name))


def xml_parts() -> list[str]:
    return [name for name in archive().namelist() if name.startswith("word/") and name.endswith(".xml")]


def test_package_has_the_parts_of_a_document_and_nothing_left_of_a_template() -> None:
    others = {name for name in archive().namelist() if name not in PARTS}
    assert set(archive().namelist()) >= PARTS
    assert [name for name in others if not re.match(r"word/(media/image\d+\.png|(header|footer)\d\.xml)$", name)] == []


def test_package_is_in_order_and_knows_no_day() -> None:
    entries = archive().infolist()
    names = [entry.filename for entry in entries]
    assert (names[0], names[1:]) == ("[Content_Types].xml", sorted(names[1:]))
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_children_stand_in_the_order_of_the_schema() -> None:
    wrong = []
    for name in xml_parts():
        for element in part(name).iter(etree.Element):
            kind = etree.QName(element).localname
            order = ORDERS.get(kind, "").split()
            children = [etree.QName(child).localname for child in element]
            places = [order.index(child) if child in order else -1 for child in children] if order else []
            if -1 in places or any(later < earlier for earlier, later in pairwise(places)):
                wrong.append((name, kind, children))
    assert wrong == []


def test_every_cell_ends_with_a_paragraph_and_every_row_fills_its_grid() -> None:
    for table in part("word/document.xml").iter(qn("w:tbl")):
        grid = [column.get(qn("w:w")) for column in table.find(qn("w:tblGrid"))]
        for row in table.iter(qn("w:tr")):
            cells = row.findall(qn("w:tc"))
            assert [cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w")) for cell in cells] == grid
            assert {cell[-1].tag for cell in cells} == {qn("w:p")}


def test_every_table_fills_the_page_and_has_our_one_style() -> None:
    seen = set()
    for table in part("word/document.xml").iter(qn("w:tbl")):
        properties = table.find(qn("w:tblPr"))
        style, width = properties.find(qn("w:tblStyle")), properties.find(qn("w:tblW"))
        layout = properties.find(qn("w:tblLayout"))
        seen.add((style.get(qn("w:val")), width.get(qn("w:w")), layout.get(qn("w:type"))))
    assert seen == {("FourfoldTable", "9638", "fixed")}


def test_every_style_that_is_used_is_defined() -> None:
    defined = {style.get(qn("w:styleId")) for style in part("word/styles.xml").iter(qn("w:style"))}
    named = ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next")
    used = {each.get(qn("w:val")) for name in xml_parts() for each in part(name).iter(*map(qn, named))}
    assert used - defined == set()
    built_in = {"Title", "Subtitle", "Heading1", "Heading2", "Heading3", "ListNumber", "ListBullet", "Caption", "TOC1"}
    assert built_in - defined == set()


def test_every_paragraph_style_has_a_font_for_both_scripts() -> None:
    styles = [style for style in part("word/styles.xml").iter(qn("w:style")) if style.get(qn("w:type")) == "paragraph"]
    fonts = [style.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for style in styles]
    themes = {(font.get(qn("w:asciiTheme")), font.get(qn("w:eastAsiaTheme"))) for font in fonts}
    assert themes == {("majorHAnsi", "majorEastAsia"), ("minorHAnsi", "minorEastAsia")}
    theme = archive().read("word/theme/theme1.xml").decode()
    for kind in ("major", "minor"):
        assert f'<a:{kind}Font><a:latin typeface="Noto Sans"/><a:ea typeface="Noto Sans SC"/>' in theme


def test_fonts_name_what_stands_in_for_them() -> None:
    fonts = {font.get(qn("w:name")): font[0].get(qn("w:val")) for font in part("word/fontTable.xml")}
    assert fonts == {"Noto Sans": "Segoe UI,Arial", "Noto Sans SC": "Microsoft YaHei,PingFang SC,SimSun"}


@pytest.mark.parametrize(("locale", "tag"), [("en", "en-GB"), ("zh-hans", "zh-CN")])
def test_document_says_its_language(locale: str, tag: str) -> None:
    default = part("word/styles.xml", locale).find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    theme = part("word/settings.xml", locale).find(qn("w:themeFontLang"))
    properties = document_of(sample_docx(locale)).core_properties
    assert [each.get(qn("w:val")) for each in (default, theme)] == [tag, tag]
    assert (default.get(qn("w:eastAsia")), properties.language) == ("zh-CN", tag)


def test_properties_name_the_report_and_its_day() -> None:
    properties = document_of(sample_docx()).core_properties
    assert properties.title == "Digital maturity report: Four barriers, Four Gears Ltd"
    assert (properties.author, properties.subject) == ("Fourfold", "Indicative, not an official rating.")
    days = {each and each.replace(tzinfo=None) for each in (properties.created, properties.modified)}
    assert (days, properties.comments) == ({datetime(2026, 11, 22)}, "")


def test_every_page_names_enterprise_number_and_notice_and_is_counted() -> None:
    section = document_of(sample_docx()).sections[0]
    codes = [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]
    head, foot = section.header.paragraphs[0].text, section.footer.paragraphs[0].text
    assert head == "Four Gears Ltd\tReport FF-20261122-3A9C71B0"
    assert (foot.startswith("Indicative, not an official rating."), codes) == (True, ["PAGE", "NUMPAGES"])
    first = section.first_page_footer.paragraphs[0].text
    assert first == "Indicative, not an official rating.\tReport FF-20261122-3A9C71B0"
