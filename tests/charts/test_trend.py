from recommendations.charts.trend import Course, Place, spark, trend
from tests.charts.shapes import HOSTILE, parts_of, texts_of

ROUNDS = ["2024", "2025", "2026"]
KNOWN = Course("Overall", [Place(0.0, 0.0, 50.0, "0.0"), Place(50.0, 50.0, 50.0, "50.0"), Place(100.0, shown="100.0")])
WITHHELD = Course("Overall", [Place(0.0, shown="0.0"), Place(None, 20.0, 70.0, "–"), Place(100.0, shown="100.0")])


def test_scores_stand_at_their_place_from_round_to_round() -> None:
    svg = trend("t", ROUNDS, [KNOWN])
    assert [(dot["cx"], dot["cy"]) for dot in parts_of(svg, "circle")] == [("99", "204"), ("229", "111"), ("359", "18")]
    assert [line["points"] for line in parts_of(svg, "polyline")] == ["99,204 229,111 359,18"]


def test_the_interval_is_a_band_between_the_rounds_that_know_one() -> None:
    svg = trend("t", ROUNDS, [KNOWN])
    assert [area["points"] for area in parts_of(svg, "polygon")] == ["99,204 99,111 229,111 229,111"]
    ranges = [line for line in parts_of(svg, "line") if line.get("stroke-width") == "5"]
    assert [(line["x1"], line["y1"], line["y2"]) for line in ranges] == [("99", "204", "111")]


def test_a_withheld_score_is_a_gap_with_its_range() -> None:
    svg = trend("t", ROUNDS, [WITHHELD])
    assert (parts_of(svg, "polyline"), len(parts_of(svg, "circle"))) == ([], 2)
    ranges = [line for line in parts_of(svg, "line") if line.get("stroke-width") == "5"]
    assert [(line["x1"], line["y1"], line["y2"]) for line in ranges] == [("229", "166.8", "73.8")]


def test_levels_are_dashed_lines_with_their_numbers_on_the_scale_of_the_score() -> None:
    svg = trend("t", ROUNDS, [KNOWN], bounds=[0.0, 40.0, 100.0], full="5")
    assert [(line["y1"], line["stroke-dasharray"]) for line in parts_of(svg, "line") if "stroke-dasharray" in line] == [
        ("129.6", "2 3")
    ]
    assert texts_of(svg)[:3] == ["0", "2", "5"]


def test_several_courses_are_told_apart_by_dashes_and_numbers() -> None:
    svg = trend("t", ROUNDS, [KNOWN, Course("Cost", KNOWN.places, 1), Course("People", KNOWN.places, 4)])
    assert [line.get("stroke-dasharray", "") for line in parts_of(svg, "polyline")] == ["", "6 3", "2 3"]
    assert [words for words in texts_of(svg) if words in "123"] == ["1", "2", "3"]


def test_one_round_is_one_dot() -> None:
    svg = trend("t", ["2024"], [Course("Overall", [Place(50.0, shown="50.0")])])
    assert (len(parts_of(svg, "circle")), parts_of(svg, "polyline")) == (1, [])


def test_a_course_is_drawn_small_with_its_gaps() -> None:
    svg = spark("Overall", Course("Overall", [*KNOWN.places, Place(None, 0.0, 100.0), Place(25.0)], 2))
    assert [line["points"] for line in parts_of(svg, "polyline")] == ["12,44 36,24 60,4"]
    assert (len(parts_of(svg, "circle")), parts_of(svg, "svg")[0]["width"]) == (4, "120")


def test_hostile_words_stay_words() -> None:
    svg = trend(HOSTILE, [HOSTILE], [Course(HOSTILE, [Place(50.0, shown=HOSTILE)])])
    assert ("<script" in svg, "<b>" in svg) == (False, False)
