"""What a document is made of. Chapters return blocks; only the writer knows how Word spells them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """Character styles, by their ids. `HUE` followed by a number colours a mark like the part it stands for."""

    PLAIN = ""
    STRONG = "Strong"
    SOFT = "Soft"
    SAMPLE = "Sample"
    HASH = "Hash"


class Style(StrEnum):
    """Paragraph styles, by their ids."""

    TEXT = "Normal"
    LEAD = "Lead"
    KICKER = "Kicker"
    INTRO = "Intro"
    NOTE = "Note"
    BECAUSE = "Because"
    CAPTION = "Caption"
    LABEL = "Label"
    FACT = "Fact"
    TITLE = "Title"
    SUBTITLE = "Subtitle"
    COVER_LINE = "CoverLine"
    RESULT = "Result"
    TOC_HEADING = "TOCHeading"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look; a new line in it breaks the line. `link` is an http(s) address, or # and a bookmark."""

    text: str
    look: str = Look.PLAIN
    link: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, its width in millimetres, and what it shows in words."""

    png: bytes
    width: float
    words: str


Inline = str | Run | Picture
Words = Inline | tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` counts from 1. `bookmark` is where links lead, "" for nowhere."""

    text: str
    level: int
    bookmark: str = ""
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: Words
    style: Style = Style.TEXT
    keeps_next: bool = False
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class ItemList:
    items: tuple[Words, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is its part of the width of the page; numbers stand on the right."""

    title: str
    share: float
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that stands `depth` steps below the one above it."""

    words: Words
    depth: int = 0


Row = tuple[Words | Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`title` says what it shows, for those who hear it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of the headings of the first two levels."""

    title: str


Block = Heading | Paragraph | ItemList | Table | Contents


def strong(text: str) -> Run:
    return Run(text, Look.STRONG)


def soft(text: str) -> Run:
    return Run(text, Look.SOFT)


def hue_mark(hue: int) -> Run:
    """This function will return the mark of a part in its colour, of which "How to read this report" has the key."""
    return Run("■ ", f"Hue{hue}")


def flat(words: Words) -> tuple[Inline, ...]:
    return words if isinstance(words, tuple) else (words,)


def is_empty(words: Words) -> bool:
    return not any(isinstance(each, Picture) or (each if isinstance(each, str) else each.text) for each in flat(words))


def between(separator: str, parts: Iterable[Words]) -> tuple[Inline, ...]:
    """This function will return all parts that say anything, with `separator` between them."""
    joined: list[Inline] = []
    for part in parts:
        if is_empty(part):
            continue
        if joined:
            joined.append(separator)
        joined += flat(part)
    return tuple(joined)


def lines(*parts: Words) -> tuple[Inline, ...]:
    """This function will return all parts that say anything, each on its own line."""
    return between("\n", parts)
