"""Editions in print: what is left out leaves no hole, and the look of a workspace is on every page."""

import re
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from recommendations.report.brand.queries import data_address
from recommendations.report.content.build import build_content
from recommendations.report.content.edition_schema import Edition, Section, View
from recommendations.report.content.schema import ReportContent
from recommendations.report.printed import html_of, pdf_of
from tests.report.brand.pictures import png_logo
from tests.report.samples import IMPRINT, make_content, make_material
from tests.report.test_printed import flat, structure

FOOT = {"en": "Gear Advisers Ltd, Zhongshan", "zh-hans": "齿轮咨询有限公司"}


def edition(locale: str = "en", sections: tuple[Section, ...] = tuple(Section)) -> Edition:
    return Edition(
        workspace="gear-advisers",
        name="Gear <Advisers> & Sons",
        colour="#7a1f3d",
        logo=data_address(png_logo().png),
        cover_text="<b>For the city</b>\nof Zhongshan",
        footer=FOOT[locale],
        sections=sections,
        view=View.OWN,
        with_overlay=True,
    )


def branded(locale: str = "en", sections: tuple[Section, ...] = tuple(Section)) -> ReportContent:
    return build_content(replace(make_material(locale), edition=edition(locale, sections)))


CHOICES = {
    "all": tuple(Section),
    "none": (),
    **{f"only {one}": (one,) for one in Section},
    **{f"without {one}": tuple(each for each in Section if each is not one) for one in Section},
}


@pytest.mark.parametrize("sections", CHOICES.values(), ids=CHOICES)
def test_every_reference_leads_somewhere_and_headings_do_not_jump(sections: tuple[Section, ...]) -> None:
    html = html_of(branded(sections=sections), IMPRINT)
    wanted, there = set(re.findall(r'href="#([^"]+)"', html)), set(re.findall(r' id="([^"]+)"', html))
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    jumps = [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] > pair[0] + 1]
    assert (wanted - there, jumps) == (set(), [])


def test_cover_text_of_several_lines_leaves_the_document_well_formed() -> None:
    root = ElementTree.fromstring(html_of(branded(), IMPRINT))
    assert [each.text for each in root.iter("p") if each.get("class") == "cover-text"] == [
        "<b>For the city</b>\nof Zhongshan"
    ]


def test_method_versions_and_notice_cannot_be_left_out() -> None:
    html = html_of(branded(sections=()), IMPRINT)
    for said in (
        "Indicative, not an official rating",
        'id="colophon"',
        'id="method"',
        "a" * 64,
        " ".join(["d" * 8] * 8),
    ):
        assert said in html
    assert ('id="answers"' in html, 'id="actions"' in html, 'id="summary"' in html) == (False, False, False)


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
def test_look_of_the_workspace_is_on_every_page(locale: str) -> None:
    reader = PdfReader(BytesIO(pdf_of(branded(locale, (Section.SUMMARY, Section.ANSWERS)), IMPRINT)))
    pages = [flat(page.extract_text()) for page in reader.pages]
    assert [flat(FOOT[locale]) in page for page in pages] == [True] * len(pages)
    assert ("Gear<Advisers>&Sons" in pages[0], "<b>Forthecity</b>ofZhongshan" in pages[0]) == (True, True)
    assert [len(page.images) for page in reader.pages] == [1] * len(pages)


def test_logo_is_named_once_and_is_decoration_in_the_running_head() -> None:
    reader = PdfReader(BytesIO(pdf_of(branded(sections=(Section.SUMMARY,)), IMPRINT)))
    named = [str(node.get("/Alt", "")) for node in structure(reader) if node.get("/S") == "/Figure"]
    assert named.count("Gear <Advisers> & Sons") == 1
    assert "pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()


def test_content_of_an_edition_is_read_as_it_was_written() -> None:
    content = branded()
    assert ReportContent.model_validate(content.model_dump(mode="json")) == content


def test_content_without_an_edition_says_nothing_of_one() -> None:
    written = make_content().model_dump(mode="json")
    assert {"edition", "gap", "trail", "overlay", "verification"} & set(written) == set()


@pytest.mark.parametrize(
    "wrong", [{"colour": "red"}, {"colour": "#7a1f3d}"}, {"logo": "data:image/svg+xml;base64,PHN2Zz4="}, {"logo": "x"}]
)
def test_look_that_is_no_colour_or_png_never_gets_into_content(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="string_pattern_mismatch|String should match"):
        Edition(**(edition().model_dump() | wrong))
