"""Rows of cells as lines of a terminal."""

import unicodedata
from collections.abc import Iterator, Sequence

GAP = "  "


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """This function will return one line for each row, all of the same length: words stand left, figures right.

    The first and the last cell of a row are words.
    """
    widths = [max(width_of(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [GAP.join(_padded(row, widths)).rstrip() for row in rows]


def _padded(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for index, (cell, width) in enumerate(zip(row, widths, strict=True)):
        space = " " * (width - width_of(cell))
        yield cell + space if index in (0, len(row) - 1) else space + cell


def width_of(text: str) -> int:
    """This function will return how many Latin letters are as wide as `text`: a Chinese character counts two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
