from recommendations.charts.timeline import Bar, Look, Span, timeline
from tests.charts.shapes import HOSTILE, parts_of, texts_of

SPANS = [Span("Quarter 1", "CNY 30,000"), Span("Quarter 2"), Span("Quarter 3"), Span("Quarter 4")]
LONG = Bar("1", "Connect machines", 0.0, 25.0, 1, beside="CNY 30,000")


def bars_of(svg: str) -> list[dict[str, str]]:
    return [box for box in parts_of(svg, "rect") if "rx" in box]


def test_a_bar_stands_where_its_time_is_with_its_number_in_it() -> None:
    svg = timeline("t", SPANS, [LONG])
    (bar,) = bars_of(svg)
    assert (bar["x"], bar["width"], bar["fill"]) == ("0%", "25%", "#1d6fb8")
    assert texts_of(svg)[-3:] == ["1  Connect machines", "1", "CNY 30,000"]
    assert [text["x"] for text in parts_of(svg, "text")][-2:] == ["12.5%", "26.5%"]


def test_a_short_bar_has_its_number_beside_it() -> None:
    svg = timeline("t", SPANS, [Bar("7", "Back up", 25.0, 3.0, 2, beside="CNY 900")])
    assert texts_of(svg)[-1] == "7 · CNY 900"
    assert parts_of(svg, "text")[-1]["x"] == "29.5%"


def test_at_the_end_of_the_line_words_stand_before_the_bar() -> None:
    svg = timeline("t", SPANS, [Bar("7", "Back up", 90.0, 10.0, 2, beside="CNY 900")])
    text = parts_of(svg, "text")[-1]
    assert (text["x"], text["text-anchor"]) == ("88.5%", "end")


def test_beside_a_bar_as_long_as_the_line_words_stand_after_its_title() -> None:
    """A title that is too long gives way to them."""
    svg = timeline("t", SPANS, [Bar("7", "Back up", 5.0, 95.0, 2, beside="CNY 900")])
    assert ">7  Back up · CNY 900</text>" in svg
    assert svg.count("CNY 900") == 1
    long = timeline("t", SPANS, [Bar("7", "Back up " * 20, 5.0, 95.0, 2, beside="CNY 900")])
    assert "… · CNY 900</text>" in long


def test_status_is_told_by_fill_and_stripes_not_by_colour() -> None:
    ahead, under_way, done = (
        timeline("t", SPANS, [Bar("1", "x", 0.0, 9.0, 1, look)]) for look in (Look.AHEAD, Look.UNDER_WAY, Look.DONE)
    )
    assert [bars_of(svg)[0]["fill"] for svg in (ahead, under_way, done)] == ["#1d6fb8", "#ffffff", "#ffffff"]
    stripes = [[line for line in parts_of(svg, "line") if "stroke-width" in line] for svg in (ahead, under_way, done)]
    assert [len(found) for found in stripes] == [0, 10, 0]
    assert [stripe["x1"] for stripe in stripes[1]][:3] == ["0.45%", "1.35%", "2.25%"]


def test_what_has_one_day_is_a_dot() -> None:
    svg = timeline("t", SPANS, [Bar("1", "x", 40.0, 0.0, 3), Bar("2", "y", 60.0, 0.0, 3, Look.DONE)])
    assert [(dot["cx"], dot["fill"]) for dot in parts_of(svg, "circle")] == [("40%", "#8f6000"), ("60%", "#ffffff")]


def test_columns_have_their_budget_below_their_title() -> None:
    svg = timeline("t", SPANS, [])
    assert texts_of(svg) == ["Quarter 1", "CNY 30,000", "Quarter 2", "Quarter 3", "Quarter 4"]
    assert [text["x"] for text in parts_of(svg, "text")] == ["12.5%", "12.5%", "37.5%", "62.5%", "87.5%"]


def test_twenty_five_rows_are_drawn_and_what_is_more_is_said() -> None:
    bars = [Bar(str(number), "x", 0.0, 25.0, 1) for number in range(1, 31)]
    svg = timeline("t", SPANS, bars, more="5 more stand in the table.")
    assert (len(bars_of(svg)), texts_of(svg)[-1]) == (25, "5 more stand in the table.")
    assert "5 more" not in timeline("t", SPANS, bars[:25], more="5 more stand in the table.")


def test_every_row_makes_it_as_much_higher() -> None:
    heights = [int(parts_of(timeline("t", SPANS, [LONG] * rows), "svg")[0]["height"]) for rows in (1, 2, 25)]
    assert (heights[1] - heights[0], heights[2] - heights[0]) == (34, 24 * 34)


def test_a_long_title_is_cut_and_hostile_words_stay_words() -> None:
    svg = timeline("t", [Span(HOSTILE, HOSTILE)], [Bar("1", HOSTILE + "很长的标题" * 20, 0.0, 9.0, 1, beside=HOSTILE)])
    assert ("<script" in svg, "<b>" in svg) == (False, False)
    assert [words[-1] for words in texts_of(svg) if words.startswith("1  ")] == ["…"]
