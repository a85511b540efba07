"""Charts and logos as pictures. What a chart shows in words stands in its own title."""

import base64
import re
from html import unescape

from recommendations.report.formats.word.blocks import Block, Paragraph, Picture
from recommendations.report.formats.word.measures import TEXT_WIDTH
from recommendations.report.pictures import png_of

PIXELS_PER_MM = 6.0  # 150 dots an inch on paper
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def chart(svg: str, width: float = TEXT_WIDTH) -> Picture:
    """This function will return a chart `width` mm wide."""
    found = TITLE.search(svg)
    words = unescape(found[1]) if found else ""
    return Picture(png_of(svg, round(width * PIXELS_PER_MM)), width, words)


def chart_blocks(svg: str, width: float = TEXT_WIDTH) -> list[Block]:
    """This function will return a chart that stays with what follows, its data; nothing where none was drawn."""
    return [Paragraph(chart(svg, width), keeps_next=True)] if svg else []


def logo_of(address: str, name: str, most_wide: float, most_high: float) -> Picture | None:
    """This function will return the logo at a data address, within so many mm; None for ''."""
    if not address:
        return None
    png = base64.b64decode(address.partition(",")[2])
    wide, high = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    return Picture(png, min(most_wide, most_high * wide / high), name)
