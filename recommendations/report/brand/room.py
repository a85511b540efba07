"""How much text the cover and the foot of a page hold, measured with the fonts that the report is printed in."""

from functools import lru_cache
from pathlib import Path
from unicodedata import east_asian_width

from PIL import ImageFont

FONTS = Path(__file__).resolve().parents[3] / "static" / "fonts"
EM = 1000
POINTS_OF_A_MM = 72 / 25.4
# As in templates/report/print/styles: .cover-text, and @bottom-left at 80 % of 170 mm.
COVER_LINES = 3
COVER_WIDTH = 162 * POINTS_OF_A_MM / 9.5 * EM
FOOTER_WIDTH = 136 * POINTS_OF_A_MM / 7.5 * EM


def cover_lines(text: str) -> int:
    """This function will return how many lines a text takes on the cover."""
    return sum(_lines(line, COVER_WIDTH) for line in text.splitlines())


def footer_share(text: str) -> float:
    """This function will return how much of the one line at the foot of a page a text takes; above 1 it is too long."""
    return _width(text) / FOOTER_WIDTH


def _lines(text: str, width: float) -> int:
    """Lines break at spaces and around Chinese characters, as they do in print; a longer word is broken anywhere."""
    lines, used = 1, 0.0
    for piece in _pieces(text):
        wide = _width(piece)
        if used + _width(piece.rstrip()) <= width:
            used += wide
            continue
        lines += 1 if used else 0
        lines += int(wide // width)
        used = wide % width
    return lines


def _pieces(text: str) -> list[str]:
    pieces = [""]
    for letter in text:
        if _is_wide(letter):
            pieces += [letter, ""]
        else:
            pieces[-1] += letter
            pieces += [""] if letter == " " else []
    return [piece for piece in pieces if piece]


def _width(text: str) -> float:
    wide = sum(1 for letter in text if _is_wide(letter))
    rest = "".join(letter for letter in text if not _is_wide(letter))
    return wide * EM + max(font.getlength(rest) for font in _fonts())


def _is_wide(letter: str) -> bool:
    return east_asian_width(letter) in "WF"


@lru_cache(maxsize=1)
def _fonts() -> tuple[ImageFont.FreeTypeFont, ...]:
    names = ("NotoSans-Regular-Latin.ttf", "NotoSansSC-Regular-GBK.ttf")
    return tuple(ImageFont.truetype(FONTS / name, EM, layout_engine=ImageFont.Layout.BASIC) for name in names)
