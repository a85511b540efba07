"""The printed report: its text, pages, fonts and tags, in both languages."""

import re
from functools import cache
from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from assessment.scoring.texts import without_turns
from recommendations.report.content.schema import ReportContent
from recommendations.report.printed import html_of, pdf_of
from tests.report.samples import IMPRINT, UNKNOWN, make_content, profile_only, sample_answers

LOCALES = ("en", "zh-hans")
TAGS = {"en": "en", "zh-hans": "zh-Hans"}
OURS = {"Noto-Sans", "Noto-Sans-Bold", "Noto-Sans-SC", "Noto-Sans-SC-Bold"}
NOTICES = {"en": "Indicative, not an official rating.", "zh-hans": "仅供参考，不是官方评级。"}


@cache
def reader_of(locale: str) -> PdfReader:
    return PdfReader(BytesIO(pdf_of(make_content(locale), IMPRINT)))


@cache
def pages_of(locale: str) -> list[str]:
    return [page.extract_text() for page in reader_of(locale).pages]


def flat(text: str) -> str:
    """Without white space, since lines break where they must."""
    return re.sub(r"\s+", "", text)


def fonts_in(reader: PdfReader) -> set[str]:
    names = set()
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            names.add(str(font.get_object()["/BaseFont"]).split("+")[-1])
    return names


@pytest.mark.parametrize("locale", LOCALES)
def test_report_has_twelve_pages_or_more_and_none_is_empty(locale: str) -> None:
    lengths = [len(flat(page)) for page in pages_of(locale)]
    assert (len(lengths) >= 12, min(lengths) > 120) == (True, True)


@pytest.mark.parametrize("locale", LOCALES)
def test_report_is_tagged_and_named(locale: str) -> None:
    root, reader = reader_of(locale).trailer["/Root"], reader_of(locale)
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == (
        TAGS[locale],
        True,
        True,
    )
    assert "Four Gears Ltd" in str(reader.metadata.title)  # type: ignore[union-attr]
    assert "pdfuaid" in root["/Metadata"].get_object().get_data().decode()


@pytest.mark.parametrize("locale", LOCALES)
def test_only_fonts_that_ship_with_fourfold_are_embedded(locale: str) -> None:
    assert (fonts_in(reader_of(locale)) <= OURS, "Noto-Sans-SC" in fonts_in(reader_of(locale))) == (True, True)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_says_that_it_is_no_official_rating(locale: str) -> None:
    missing = [
        number for number, page in enumerate(pages_of(locale), start=1) if flat(NOTICES[locale]) not in flat(page)
    ]
    assert missing == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_inner_page_carries_number_and_enterprise(locale: str) -> None:
    pages = pages_of(locale)
    for number, page in enumerate(pages[1:], start=2):
        assert (f"{number} / {len(pages)}" in page, "Four Gears Ltd" in page) == (True, True)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_number_of_the_content_is_printed(locale: str) -> None:
    text, content = flat("".join(pages_of(locale))), make_content(locale)
    wanted = [content.overall.score, *(barrier.figure.score for barrier in content.barriers)]
    wanted += [action.effect for action in content.actions] + [action.title for action in content.actions]
    wanted += [row.open for barrier in content.barriers for row in barrier.holds_back]
    assert [value for value in wanted if flat(str(value)) not in text] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_all_answers_and_all_sources_are_printed(locale: str) -> None:
    text, content = flat("".join(pages_of(locale))), make_content(locale)
    said = [row.answer for section in content.answers for row in section.rows]
    sources = [source.detail for source in content.sources] + [measure.source for measure in content.public_measures]
    assert [value for value in (*said, *sources) if flat(value) not in text] == []


def test_last_page_names_versions_and_fingerprints() -> None:
    last = flat(pages_of("en")[-1])
    for value in ("FF-20261122-3A9C71B0", "a" * 64, "b" * 64, "c" * 64, "d" * 64, "20November2026–22November2026"):
        assert value in last


def test_samples_are_marked_in_print() -> None:
    text = "".join(pages_of("en"))
    assert ("SampleKitfor" in flat(text), flat("No such provider exists.") in flat(text)) == (True, True)


def test_bookmarks_name_chapters_and_barriers() -> None:
    titles: list[str] = []

    def walk(items: list[object]) -> None:
        for item in items:
            walk(item) if isinstance(item, list) else titles.append(str(item.title))  # type: ignore[attr-defined,func-returns-value]

    walk(reader_of("en").outline)
    wanted = [
        "Summary",
        "Contents",
        "The next level",
        "The four barriers",
        "What to do",
        "All answers",
        "About this report",
    ]
    assert [title for title in wanted if title not in titles] == []


def structure(reader: PdfReader) -> list[DictionaryObject]:
    found: list[DictionaryObject] = []
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, DictionaryObject):
            found.append(node)
            children = node.get("/K", [])
            waiting += children if isinstance(children, list) else [children]
    return found


def test_every_chart_has_an_alternative_text_with_its_numbers() -> None:
    figures = [str(node.get("/Alt", "")) for node in structure(reader_of("en")) if node.get("/S") == "/Figure"]
    assert (len(figures) > 10, [alt for alt in figures if not re.search(r"\d", alt)]) == (True, [])
    assert any("R&D and production: 37.5 of 100" in alt for alt in figures)


def test_headings_do_not_jump() -> None:
    html = html_of(make_content(), IMPRINT)
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert (levels[0], [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] > pair[0] + 1]) == (1, [])


NASTY = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "template": "{{ settings.SECRET_KEY }}{% include 'x' %}",
    "emoji": "Gears 🏭🔥 Ltd",
    "right to left": "مصنع التروس \u202eabc",
    "long": "恒达精密零部件" * 28,
    "long word": "A" * 200,
    "quotes": "\"'&<>; ]]>",
    "rare": "𠮷野家㛃",
}


def small(name: str) -> ReportContent:
    """A report with little in it is quick to draw."""
    empty = ("barriers", "actions", "answers", "sources", "public_measures", "method", "undecided")
    return make_content(answers=profile_only(), name=name).model_copy(update=dict.fromkeys(empty, ()))


@pytest.mark.parametrize("name", NASTY.values(), ids=NASTY)
def test_nasty_name_is_text_and_nothing_else(name: str) -> None:
    reader = PdfReader(BytesIO(pdf_of(small(name), IMPRINT)))
    assert (str(reader.metadata.title), fonts_in(reader) <= OURS) == (
        f"Digital maturity report: Four barriers, {without_turns(name)}",
        True,
    )  # type: ignore[union-attr]
    assert "<script>" not in html_of(small(name), IMPRINT)


EXTREMES = {
    "nothing answered": profile_only(),
    "nothing at all": {},
    "all unknown": {**profile_only(), **{key: UNKNOWN for key in sample_answers() if key not in profile_only()}},
}


@pytest.mark.parametrize("answers", EXTREMES.values(), ids=EXTREMES)
def test_report_of_an_extreme_is_drawn_with_all_its_charts(answers: dict[str, object]) -> None:
    content = make_content(answers=answers)
    assert html_of(content, IMPRINT).count('class="chart chart-quarters"') == 1
    assert len(PdfReader(BytesIO(pdf_of(content, IMPRINT))).pages) >= 8


@pytest.mark.parametrize("locale", LOCALES)
def test_document_is_well_formed_so_that_the_quick_parser_reads_it(locale: str) -> None:
    assert ElementTree.fromstring(html_of(make_content(locale), IMPRINT)).attrib["lang"] == TAGS[locale]


def test_marks_of_direction_in_a_name_turn_no_words_in_print() -> None:
    content = small("Gears \u202egnp.evil\u2067 Ltd")
    reader = PdfReader(BytesIO(pdf_of(content, IMPRINT)))
    assert ["Gearsgnp.evilLtd" in flat(page.extract_text()) for page in reader.pages] == [True] * len(reader.pages)
    assert content.enterprise == "Gears \u202egnp.evil\u2067 Ltd"
