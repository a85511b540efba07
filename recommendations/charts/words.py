"""Words in charts: SVG breaks no lines, so their width is estimated and they are broken or cut here."""

import unicodedata
from collections.abc import Sequence

WIDE, NARROW, CAPITAL = 1.0, 0.56, 0.68
CUT = "…"


def width_of(words: str) -> float:
    """This function will return about how wide words are set, in sizes of their font: Chinese characters are square."""
    return sum(map(_width, words))


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return WIDE
    return CAPITAL if character.isupper() else NARROW


def cut(words: str, width: float) -> str:
    """This function will return words that are at most `width` font sizes wide, with an ellipsis where they were cut."""
    if width_of(words) <= width:
        return words
    kept = ""
    for character in words:
        if width_of(kept + character + CUT) > width:
            break
        kept += character
    return kept.rstrip() + CUT


def wrapped(words: str, width: float, most: int) -> list[str]:
    """This function will return words as at most `most` lines, none wider than `width` font sizes.

    Lines break at blanks, and between any two Chinese characters; a word without a place to break is broken anywhere.
    """
    lines, left = [""], _pieces(words)
    while left:
        piece = left.pop(0)
        if width_of((lines[-1] + piece).strip()) <= width:
            lines[-1] += piece
        elif lines[-1].strip():
            lines.append("")
            left.insert(0, piece.lstrip())
        else:
            left[:0] = list(piece)
    lines = [line.strip() for line in lines if line.strip()]
    return lines if len(lines) <= most else [*lines[: most - 1], cut(_rest(lines[most - 1 :]), width)]


def _rest(lines: Sequence[str]) -> str:
    return " ".join(lines)


def _pieces(words: str) -> list[str]:
    """Words with the blank before them; each Chinese character by itself, a closing mark with what it closes."""
    pieces: list[str] = []
    for character in " ".join(words.split()):
        is_wide = _width(character) == WIDE
        if pieces and is_wide and unicodedata.category(character).startswith("P"):
            pieces[-1] += character
        elif not pieces or is_wide or character == " " or _width(pieces[-1][-1]) == WIDE:
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces
