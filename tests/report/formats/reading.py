"""Reading Word documents back, in the order in which they are read."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from recommendations.report.formats.word.document import word_of
from tests.report.samples import IMPRINT, make_content


@cache
def sample_docx(locale: str = "en") -> bytes:
    """This function will return the sample report, written once."""
    return word_of(make_content(locale), IMPRINT)


def document_of(written: bytes) -> Document:
    return docx.Document(BytesIO(written))


def text_of_docx(written: bytes) -> str:
    """This function will return all text of the body, one line for each paragraph, cells included."""
    return "\n".join(text_in(paragraph) for paragraph in document_of(written).element.body.iter(qn("w:p")))


def text_in(element: _Element) -> str:
    return "".join(_letters(element))


def _letters(element: _Element) -> Iterator[str]:
    for part in element.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        yield part.text or "" if part.tag == qn("w:t") else "\n" if part.tag == qn("w:br") else "\t"


def headings_of(document: Document) -> list[tuple[int, str]]:
    """This function will return level and text of every heading in its order."""
    named = [(paragraph.style.style_id, paragraph.text) for paragraph in document.paragraphs if paragraph.style]
    return [(int(style[-1]), text) for style, text in named if style.startswith("Heading")]


def pictures_in(document: Document) -> list[str]:
    """This function will return the words for each picture of the body."""
    return [str(picture.get("descr")) for picture in document.element.body.iter(qn("wp:docPr"))]


def headless(document: Document) -> list[str]:
    """This function will return the first rows of tables that do not name columns, or are not repeated on each page."""
    rows = [table._tbl.tr_lst[0] for table in document.tables]
    return [text_in(row) for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None or not text_in(row)]


def jumps_in(document: Document) -> list[tuple[int, int]]:
    """This function will return the pairs of headings between which a level is missing."""
    levels = [level for level, _text in headings_of(document)]
    return [pair for pair in zip([0, *levels], levels, strict=False) if pair[1] > pair[0] + 1]
