"""Reads a printed report as a reader sees it: where its lines and headings stand, and how full its pages are."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import Destination

from recommendations.report.content.schema import ReportContent

# In points from the foot of an A4 page: running heads stand above, notice and page number below what is read.
HEAD, FOOT = 841.9 - 58, 50.0
# A page with less than this share of its height in use is nearly empty.
NEARLY_EMPTY = 0.15
# A heading may have two lines of its own; what stands at least this far below its top belongs to the text.
BELOW_HEADING = 14.0
CARDS = 6


@dataclass(frozen=True)
class Line:
    """A piece of text and the height of its foot above the foot of the page, in points."""

    text: str
    height: float


@dataclass(frozen=True)
class Heading:
    text: str
    page: int
    height: float


@dataclass(frozen=True)
class Printed:
    """`pages` are the lines of each page without what runs at its head and foot, the first page at 0."""

    pages: tuple[tuple[Line, ...], ...]
    headings: tuple[Heading, ...]

    def text(self, page: int) -> str:
        """This function will return what a page says, without white space."""
        return flat("".join(line.text for line in self.pages[page]))


def flat(text: str) -> str:
    """This function will return text without white space, since lines break where they must."""
    return re.sub(r"\s+", "", text)


def printed(pdf: bytes) -> Printed:
    reader = PdfReader(BytesIO(pdf))
    return Printed(tuple(_lines(page) for page in reader.pages), tuple(_headings(reader, reader.outline)))


def _lines(page: Any) -> tuple[Line, ...]:
    found: list[Line] = []

    def visit(text: str, matrix: list[float], text_matrix: list[float], *_: object) -> None:
        height = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
        if text.strip() and FOOT < height < HEAD:
            found.append(Line(text, height))

    page.extract_text(visitor_text=visit)
    return tuple(found)


def _headings(reader: PdfReader, items: list[Any]) -> list[Heading]:
    found: list[Heading] = []
    for item in items:
        if isinstance(item, Destination):
            page = reader.get_destination_page_number(item)
            found.append(Heading(str(item.title), page or 0, float(item.top or 0)))
        else:
            found += _headings(reader, item)
    return found


def lonely_headings(report: Printed) -> list[str]:
    """This function will return the headings below which nothing stands on their page but other headings."""
    return [heading.text for heading in report.headings if not _is_followed(report, heading)]


def _is_followed(report: Printed, heading: Heading) -> bool:
    titles = {flat(other.text) for other in report.headings if other.page == heading.page}
    below = (line for line in report.pages[heading.page] if line.height < heading.height - BELOW_HEADING)
    return any(not any(flat(line.text) in title for title in titles) for line in below)


def empty_pages(report: Printed) -> list[int]:
    """This function will return the numbers of nearly empty pages. The cover and the last page end where they end."""
    numbers = range(1, len(report.pages) - 1)
    return [number + 1 for number in numbers if _filled(report.pages[number]) < NEARLY_EMPTY]


def _filled(lines: tuple[Line, ...]) -> float:
    return (HEAD - min((line.height for line in lines), default=HEAD)) / (HEAD - FOOT)


def split_cards(report: Printed, content: ReportContent) -> list[str]:
    """This function will return the titles of actions of which no page shows the whole card."""
    pages = [report.text(number) for number in range(len(report.pages))]
    return [
        action.title
        for action in content.actions[:CARDS]
        if not any(all(part in page for part in _parts(action)) for page in pages)
    ]


def _parts(action: Any) -> list[str]:
    said = [action.title, action.why, *action.steps, *(reason.text for reason in action.reasons[:3])]
    said += [change.before for change in action.changes] + [category.title for category in action.categories]
    return [flat(part) for part in said]
