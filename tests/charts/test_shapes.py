"""The other charts, and what all charts have in common."""

import re
from xml.etree import ElementTree

import pytest

from recommendations.charts.bars import contribution_bar, score_bar
from recommendations.charts.matrix import Point, effect_matrix
from recommendations.charts.quarters import Sector, quarters
from recommendations.charts.radar import Spoke, radar
from recommendations.charts.scale import Step, level_scale
from recommendations.charts.split import Fill, Part, split_bar
from recommendations.charts.svg import number
from recommendations.charts.timeline import Bar, Look, Span, timeline
from recommendations.charts.trend import Course, Place, spark, trend

SVG = "{http://www.w3.org/2000/svg}"
STEPS = [Step("0", 0, 20), Step("1", 20, 40), Step("2", 40, 60, is_current=True), Step("3", 60, 80), Step("4", 80, 100)]
SECTORS = [
    Sector("80.0", 80.0, 80.0, 1),
    Sector("20.0", 20.0, 45.0, 2),
    Sector(None, None, None, 3),
    Sector("0.0", 0.0, 0.0, 4),
]
POINTS = [Point("1", 0, 2.1, 1), Point("2", 0, 2.1, 2), Point("3", 5, 0.0, 3)]
BANDS = ["Own time only", "Under 10,000 yuan", "10,000–50,000 yuan", "50,000–200,000 yuan", "More", "Most"]
CHARTS = {
    "score": score_bar("t", score=1.0, low=0.5, high=3.0, bounds=[20], hue=1),
    "contribution": contribution_bar("t", gained=1.0, open_=2.0, scale=4.0),
    "scale": level_scale("t", STEPS, score=46.3, low=46.3, high=52.0),
    "quarters": quarters("t", SECTORS, bounds=[0, 20, 40, 60, 80]),
    "radar": radar("t", [Spoke("Cost", "30.0", 30.0, 30.0, 40.0, 1)] * 4, bounds=[20]) or "",
    "timeline": timeline(
        "t", [Span("1", "2")], [Bar("1", "x", 0.0, 50.0, 1, Look.UNDER_WAY)], legend=[(Look.DONE, "d")]
    ),
    "split": split_bar("t", [Part("You", "CNY 5", 100.0, Fill.STRIPED)]),
    "trend": trend("t", ["1", "2"], [Course("x", [Place(3.0, 3.0, 9.0, "3"), Place(5.0)])], bounds=[20]),
    "spark": spark("t", Course("x", [Place(3.0, 3.0, 9.0, "3"), Place(5.0)])),
    "matrix": effect_matrix("t", POINTS, BANDS, axis="Points"),
}


@pytest.mark.parametrize("svg", CHARTS.values(), ids=CHARTS)
def test_chart_is_a_named_image_without_inline_style(svg: str) -> None:
    root = ElementTree.fromstring(svg)
    assert (root.tag, root.attrib["role"], root[0].tag, root[0].text) == (f"{SVG}svg", "img", f"{SVG}title", "t")
    assert not re.search(r"\s(style|on\w+)=|<style|<script|href", svg)


@pytest.mark.parametrize("svg", CHARTS.values(), ids=CHARTS)
def test_every_text_of_a_chart_names_its_font(svg: str) -> None:
    texts = list(ElementTree.fromstring(svg).iter(f"{SVG}text"))
    assert [text for text in texts if "font-family" not in text.attrib or "font-size" not in text.attrib] == []


@pytest.mark.parametrize("character", ["\x00", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_forbids_is_left_out(character: str) -> None:
    words = f"a{character}b"
    svg = timeline(words, [Span(words, words)], [Bar("1", words, 0.0, 50.0, 1, beside=words)])
    clean = timeline("ab", [Span("ab", "ab")], [Bar("1", "ab", 0.0, 50.0, 1, beside="ab")])
    assert svg.count("ab") == clean.count("ab")
    assert ElementTree.fromstring(svg)[0].text == "ab"
    assert character not in svg


def test_scale_marks_the_current_level_and_points_at_the_score() -> None:
    root = ElementTree.fromstring(CHARTS["scale"])
    fills = [part.attrib["fill"] for part in root.iter(f"{SVG}rect")]
    assert (fills[2], fills.count("#0b4f6c"), root.find(f"{SVG}circle").attrib["cx"]) == ("#0b4f6c", 1, "46.3%")  # type: ignore[union-attr]


def test_scale_without_score_has_no_pointer() -> None:
    assert ElementTree.fromstring(level_scale("t", STEPS, score=None, low=None, high=None)).find(f"{SVG}circle") is None


def test_quarters_draw_a_sector_for_each_score_above_zero_and_one_more_for_an_interval() -> None:
    root = ElementTree.fromstring(CHARTS["quarters"])
    assert [path.attrib["fill"] for path in root.iter(f"{SVG}path")] == ["#1d6fb8", "#6d4bb3", "#6d4bb3"]
    assert [text.text for text in root.iter(f"{SVG}text")] == ["80.0", "20.0", "–", "0.0"]


def test_quarters_of_one_barrier_are_drawn() -> None:
    assert quarters("t", [Sector("50.0", 50.0, 50.0, 1)]).count("<path") == 1


def test_dots_of_the_matrix_do_not_cover_each_other() -> None:
    dots = [
        (float(c.attrib["cx"]), float(c.attrib["cy"]))
        for c in ElementTree.fromstring(CHARTS["matrix"]).iter(f"{SVG}circle")
    ]
    assert (len(set(dots)), abs(dots[0][0] - dots[1][0]) >= 17) == (3, True)


def test_matrix_without_actions_is_drawn() -> None:
    assert "<circle" not in effect_matrix("t", [], BANDS, axis="Points")


@pytest.mark.parametrize(("value", "written"), [(1.0, "1"), (0.5, "0.5"), (12.345, "12.35"), (-0.001, "0")])
def test_coordinate_is_short(value: float, written: str) -> None:
    assert number(value) == written
