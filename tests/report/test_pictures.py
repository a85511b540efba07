"""Charts as pictures for office files: their size, their fonts, and what a hostile label does to them."""

import hashlib
import struct
from io import BytesIO

import pytest
from PIL import Image

from recommendations.charts.bars import score_bar
from recommendations.charts.radar import Spoke, radar
from recommendations.charts.split import Fill, Part, split_bar
from recommendations.charts.svg import label, picture
from recommendations.report import pictures
from recommendations.report.pictures import png_of
from tests.charts.shapes import HOSTILE

SHAPE = radar("t", [Spoke("Cost", "30.0", 30.0, 30.0, 40.0, 1)] * 4) or ""


def size_of(png: bytes) -> tuple[int, ...]:
    return struct.unpack(">II", png[16:24])


def words(text: str, **look: str) -> str:
    return picture("t", [label(4, 20, text, 16, **look)], viewBox="0 0 200 30")


def darkness(png: bytes) -> int:
    """How much ink there is: the sum of what every pixel lacks to white."""
    return sum((255 - value) * count for value, count in enumerate(Image.open(BytesIO(png)).convert("L").histogram()))


@pytest.mark.parametrize(
    ("svg", "size"),
    [(SHAPE, (880, 660)), (score_bar("t", score=30.0), (880, 29)), (score_bar("t", score=None), (880, 29))],
)
def test_a_picture_is_a_png_as_wide_as_asked(svg: str, size: tuple[int, int]) -> None:
    png = png_of(svg, 880)
    assert (png[:8], size_of(png)) == (b"\x89PNG\r\n\x1a\n", size)


def test_what_stretches_on_a_page_is_drawn_over_the_whole_width() -> None:
    image = Image.open(BytesIO(png_of(split_bar("t", [Part("You", "5", 50.0, Fill.SOLID)], with_names=False), 680)))
    colours = [image.convert("RGB").getpixel((x, 12)) for x in (2, 338, 342, 678)]
    assert colours == [(11, 79, 108), (11, 79, 108), (255, 255, 255), (255, 255, 255)]


def test_the_same_chart_is_the_same_picture() -> None:
    assert len({hashlib.sha256(png_of(SHAPE, 600)).hexdigest() for _ in range(3)}) == 1


def test_chinese_text_is_drawn_with_our_own_font(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = {text: png_of(words(text), 400) for text in ("成本与投资", "技术与设施", "安全与信任")}
    assert len(set(drawn.values())) == 3
    monkeypatch.setattr(pictures, "FONT_FILES", [path for path in pictures.FONT_FILES if "SC" not in path])
    for text, png in drawn.items():
        assert png_of(words(text), 400) != png


def test_chinese_text_is_regular_unless_it_is_meant_to_be_bold() -> None:
    plain, bold = (darkness(png_of(words("成本与投资", **look), 400)) for look in ({}, {"font_weight": "bold"}))
    assert bold > plain * 1.1


def test_hostile_labels_are_drawn_as_words() -> None:
    svg = radar(HOSTILE, [Spoke(HOSTILE, HOSTILE, 30.0, 30.0, 40.0, 1)] * 4) or ""
    assert size_of(png_of(svg, 440)) == (440, 330)


@pytest.mark.parametrize("nothing", ["", "no picture", "<svg", "<html></html>"])
def test_what_is_no_drawing_is_refused(nothing: str) -> None:
    with pytest.raises(ValueError):
        png_of(nothing, 100)
