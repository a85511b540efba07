"""Charts as pictures, for office files: PNG, drawn with our own fonts and nothing else of the machine."""

import re

import resvg_py
from django.conf import settings

from recommendations.charts.svg import FONT

FONT_FILES = sorted(str(path) for path in (settings.BASE_DIR / "static" / "fonts").glob("*.ttf"))
# Charts that stretch are drawn as wide as a line of text; the picture is finer by the width that is asked for.
STRETCHED = 680
# The renderer takes any of the fonts for what the first one lacks, whatever its weight: Chinese text asks for its own.
CHINESE = re.compile(rf'font-family="{FONT}"([^>]*>[^<]*[\u2e80-\uffef])')
STRETCHES = re.compile(r'(<svg\b[^>]*?) width="100%" height="(\d+)"')


def png_of(svg: str, width: int) -> bytes:
    """This function will return a chart as a PNG of `width` pixels on white; the same chart, the same bytes.

    Raises ValueError for text that is no SVG.
    """
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=_in_chinese(_sized(svg)),
            width=width,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=FONT_FILES,
            font_family="Noto Sans",
            sans_serif_family="Noto Sans",
        )
    )


def _sized(svg: str) -> str:
    """What takes the width of its column on a page gets one of its own."""
    return STRETCHES.sub(rf'\1 width="{STRETCHED}" height="\2" viewBox="0 0 {STRETCHED} \2"', svg, count=1)


def _in_chinese(svg: str) -> str:
    return CHINESE.sub(r'font-family="Noto Sans SC, Noto Sans"\1', svg)
