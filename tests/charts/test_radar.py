from collections.abc import Sequence

import pytest

from recommendations.charts.radar import Spoke, radar
from tests.charts.shapes import HOSTILE, parts_of, texts_of

SPOKES = [
    Spoke("Cost", "50.0", 50.0, 50.0, 50.0, 1),
    Spoke("Technology", "100.0", 100.0, 100.0, 100.0, 2),
    Spoke("Security", "0.0", 0.0, 0.0, 25.0, 3),
    Spoke("People", "25.0", 25.0, 25.0, 25.0, 4),
]


def drawn(*spokes: Spoke, bounds: Sequence[float] = ()) -> str:
    svg = radar("t", spokes, bounds=bounds)
    assert svg is not None
    return svg


def test_scores_stand_clockwise_from_the_top() -> None:
    dots = [(dot["cx"], dot["cy"], dot["fill"]) for dot in parts_of(drawn(*SPOKES), "circle")]
    assert dots == [
        ("220", "107", "#1d6fb8"),
        ("332", "163", "#6d4bb3"),
        ("220", "163", "#8f6000"),
        ("192", "163", "#0f766e"),
    ]


def test_the_outline_is_closed_and_the_interval_a_band_around_it() -> None:
    edge, band, outline = parts_of(drawn(*SPOKES), "path")
    assert edge["d"] == "M220 51L332 163L220 275L108 163Z"
    assert outline["d"] == "M220 107L332 163L220 163L192 163Z"
    assert band["d"] == "M220 107L332 163L220 191L192 163ZM192 163L220 163L332 163L220 107Z"
    assert (band["fill-rule"], band["stroke-dasharray"]) == ("evenodd", "3 3")


def test_without_an_interval_there_is_no_band() -> None:
    known = [SPOKES[0], SPOKES[1], SPOKES[3]]
    assert len(parts_of(drawn(*known), "path")) == 2


def test_levels_are_rings_with_their_bounds() -> None:
    svg = drawn(*SPOKES, bounds=[0.0, 50.0, 100.0])
    assert parts_of(svg, "path")[1]["d"] == "M220 107L276 163L220 219L164 163Z"
    assert texts_of(svg)[0] == "50"


def test_a_withheld_score_interrupts_the_outline_and_shows_what_it_lies_between() -> None:
    svg = drawn(*SPOKES[:3], Spoke("People", None, None, 20.0, 60.0, 4))
    dashes = [line for line in parts_of(svg, "line") if line["stroke"] == "#0b4f6c"]
    assert [(line["x1"], line["y1"], line["x2"], line["y2"]) for line in dashes] == [
        ("220", "107", "332", "163"),
        ("332", "163", "220", "163"),
    ]
    assert (len(parts_of(svg, "circle")), texts_of(svg)[-1]) == (3, "–")


def test_where_an_end_is_not_known_only_the_other_spokes_show_theirs() -> None:
    svg = drawn(*SPOKES[:3], Spoke("People", None, None, None, None, 4))
    wide = [line for line in parts_of(svg, "line") if line.get("stroke-width") == "6"]
    assert [(line["x1"], line["y1"], line["x2"], line["y2"]) for line in wide][-1] == ("220", "163", "220", "191")


@pytest.mark.parametrize("count", [0, 1, 2, 11])
def test_fewer_than_three_and_more_than_ten_make_no_shape(count: int) -> None:
    assert radar("t", [SPOKES[0]] * count) is None


@pytest.mark.parametrize("count", range(3, 11))
def test_long_chinese_titles_stay_inside(count: int) -> None:
    title = "数据质量与治理能力建设情况以及供应链协同水平"
    svg = drawn(*[Spoke(title, "50.0", 50.0, 50.0, 60.0, 1)] * count)
    for text, words in zip(parts_of(svg, "text"), texts_of(svg), strict=True):
        x, width = float(text["x"]), len(words) * 11 if not words[0].isdigit() else 30
        left = x - {"start": 0, "middle": width / 2, "end": width}[text["text-anchor"]]
        assert (left >= 0, left + width <= 440, 0 <= float(text["y"]) <= 330) == (True, True, True)


def test_hostile_titles_are_words() -> None:
    svg = drawn(*[Spoke(HOSTILE, HOSTILE, 50.0, 50.0, 60.0, 1)] * 3)
    assert ("<script" in svg, "<b>" in svg, HOSTILE in texts_of(svg)) == (False, False, True)
