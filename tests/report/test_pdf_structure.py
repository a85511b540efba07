"""The PDF as a machine reads it: tags, language, names, fonts and text, in both languages and both kinds of PDF."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from recommendations.report.printed import html_of
from recommendations.report.renderer.client import Renderer
from tests.report.pdf_reading import OURS, Font, Reading, flat
from tests.report.samples import IMPRINT, make_content

LOCALES = {"en": "en", "zh-hans": "zh-Hans"}
KINDS = ("ua", "a")
BOTH = [(locale, kind) for locale in LOCALES for kind in KINDS]
in_both_languages = pytest.mark.parametrize("locale", LOCALES)
in_all = pytest.mark.parametrize(("locale", "kind"), BOTH)


@cache
def renderer_of(kind: str) -> Renderer:
    return Renderer(kind=kind)


@cache
def read(locale: str, kind: str = "ua") -> Reading:
    return Reading(renderer_of(kind).render(html_of(make_content(locale), IMPRINT)))


@pytest.fixture(scope="module", autouse=True)
def ended() -> Iterator[None]:
    yield
    for kind in KINDS:
        renderer_of(kind).close()


@in_all
def test_document_says_what_it_is(locale: str, kind: str) -> None:
    root = read(locale, kind).root
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == (
        LOCALES[locale],
        True,
        True,
    )
    assert "/StructTreeRoot" in root


@in_both_languages
def test_standards_are_named(locale: str) -> None:
    names = ("ua:part", "a:part", "a:conformance")
    accessible, archived = ([read(locale, kind).claims.get(name) for name in names] for kind in KINDS)
    assert (accessible, archived) == (["1", None, None], ["1", "2", "A"])


def test_archived_report_carries_its_colours_and_an_identifier() -> None:
    accessible, archived = read("en"), read("en", "a")
    (intent,) = archived.root["/OutputIntents"]
    profile = intent["/DestOutputProfile"].get_object()
    assert (intent["/S"], profile["/N"], profile.get_data()[36:40]) == ("/GTS_PDFA1", 3, b"acsp")
    assert ("/OutputIntents" in accessible.root, "/ID" in accessible.reader.trailer) == (False, False)
    identifiers: Any = archived.reader.trailer["/ID"]
    assert [len(part) for part in identifiers] == [32, 32]
    assert {link["/F"] for link in archived.links} == {4}
    assert archived.pages == accessible.pages


@in_all
def test_title_author_subject_and_date_are_the_report_s_own(locale: str, kind: str) -> None:
    reading, content = read(locale, kind), make_content(locale)
    about = reading.reader.metadata
    assert about is not None
    assert content.enterprise in str(about.title)
    assert (about.author, about.subject, about["/CreationDate"]) == ("Fourfold", content.notice, "D:20261122")
    told = [reading.claims[name] for name in ("title", "creator", "description", "CreateDate")]
    assert told == [about.title, "Fourfold", content.notice, "2026-11-22"]


@in_all
def test_all_fonts_are_ours_embedded_in_part_and_readable(locale: str, kind: str) -> None:
    fonts = read(locale, kind).fonts
    assert fonts == {Font(font.name, is_subset=True, is_embedded=True, has_unicode=True) for font in fonts}
    assert {font.name for font in fonts} <= OURS


@in_all
def test_no_file_and_no_program_is_in_it(locale: str, kind: str) -> None:
    reading = read(locale, kind)
    assert (list(reading.reader.attachments), "/AA" in reading.root, "/OpenAction" in reading.root) == (
        [],
        False,
        False,
    )
    assert re.findall(rb"/(JavaScript|Launch|EmbeddedFiles?|SubmitForm)\b", reading.bytes_) == []


@in_both_languages
def test_whole_sentences_are_found(locale: str) -> None:
    content, text = make_content(locale), read(locale).text
    said = [row.answer for section in content.answers for row in section.rows]
    said += [action.title for action in content.actions] + [content.enterprise, content.notice]
    said += [barrier.figure.title for barrier in content.barriers]
    assert (len(said) > 60, [sentence for sentence in said if flat(sentence) not in text]) == (True, [])


@in_both_languages
def test_headings_begin_with_the_first_level_and_never_jump(locale: str) -> None:
    levels = read(locale).headings()
    assert (levels.count(1), levels[0], len(levels) > 20) == (1, 1, True)
    assert [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] > pair[0] + 1] == []


@in_all
def test_every_picture_has_its_words(locale: str, kind: str) -> None:
    pictures = read(locale, kind).of_kind("Figure")
    drawn = re.findall(r"<(?:svg|img)\b", html_of(make_content(locale), IMPRINT))
    assert len(pictures) == len(drawn)
    assert [part.entries for part in pictures if not str(part.entries.get("/Alt", "")).strip()] == []


@in_all
def test_every_heading_of_a_table_has_a_scope(locale: str, kind: str) -> None:
    headings = read(locale, kind).of_kind("TH")
    scopes = [(part.attributes.get("/Scope"), "THead" in part.within) for part in headings]
    assert set(scopes) == {("/Column", True), ("/Row", False)}


@in_both_languages
def test_cells_name_headings_that_are_listed(locale: str) -> None:
    reading = read(locale)
    named = reading.root["/StructTreeRoot"]["/IDTree"]["/Names"]
    keys = [str(key) for key in named[::2]]
    assert (keys == sorted(set(keys)), keys) == (
        True,
        sorted(str(part.entries["/ID"]) for part in reading.of_kind("TH")),
    )
    assert [cell.get_object()["/S"] for cell in named[1::2]] == ["/TH"] * len(keys)
    pointed = {str(key) for part in reading.of_kind("TD") for key in part.attributes.get("/Headers", ())}
    assert (len(pointed) > 50, pointed - set(keys)) == (True, set())


@in_both_languages
def test_rows_hold_cells_and_lists_hold_items(locale: str) -> None:
    wrong = {"TR": {"TD", "TH"}, "L": {"LI", "L"}, "LI": {"Lbl", "LBody"}, "THead": {"TR"}, "TBody": {"TR"}}
    pairs = {(part.within[-1], part.kind) for part in read(locale).parts if part.within}
    assert [pair for pair in pairs if pair[0] in wrong and pair[1] not in wrong[pair[0]]] == []


@in_both_languages
def test_every_link_is_tagged_and_leads_somewhere(locale: str) -> None:
    reading = read(locale)
    places = reading.reader.named_destinations
    assert (len(reading.links) > 20, [link for link in reading.links if "/StructParent" not in link]) == (True, [])
    inner = [str(link["/Dest"]) for link in reading.links if "/Dest" in link]
    assert [name for name in inner if name not in places] == []
    actions: list[Any] = [link["/A"] for link in reading.links if "/A" in link]
    outer = [str(action["/URI"]) for action in actions]
    assert [address for address in outer if not address.startswith("https://")] == []


@in_both_languages
def test_bookmarks_are_the_chapters_and_their_parts(locale: str) -> None:
    content, bookmarks = make_content(locale), read(locale).bookmarks
    assert [barrier.figure.title for barrier in content.barriers if barrier.figure.title not in bookmarks] == []
    assert (len(bookmarks) > 15, [title for title in bookmarks if not title.strip()]) == (True, [])


@pytest.mark.parametrize(("locale", "kind"), [("en", "a"), ("zh-hans", "ua")])
def test_another_process_draws_the_same_bytes(locale: str, kind: str) -> None:
    again = Renderer(kind=kind)
    pdf = again.render(html_of(make_content(locale), IMPRINT))
    again.close()
    assert pdf == read(locale, kind).bytes_
