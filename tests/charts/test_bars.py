from xml.etree import ElementTree

from recommendations.charts.bars import PLAIN, SLIM, Mark, contribution_bar, score_bar

SVG = "{http://www.w3.org/2000/svg}"


def rectangles(svg: str) -> list[dict[str, str]]:
    return [dict(element.attrib) for element in ElementTree.fromstring(svg).iter(f"{SVG}rect")]


def test_score_bar_is_as_long_as_the_score_and_reaches_to_the_upper_bound() -> None:
    track, interval, bar = rectangles(score_bar("Cost: 38.2 of 100", score=38.2, low=38.2, high=50.0, hue=3))
    assert (track["width"], bar["width"], bar["fill"]) == ("100%", "38.2%", "#8f6000")
    assert (interval["x"], interval["width"]) == ("37.7%", "12.3%")


def test_score_bar_without_score_is_an_empty_track() -> None:
    assert [part["width"] for part in rectangles(score_bar("Nothing", score=None))] == ["100%"]


def test_score_bar_of_a_withheld_score_shows_what_it_lies_between() -> None:
    _track, interval = rectangles(score_bar("Cost", score=None, low=20.0, high=70.0))
    assert (interval["x"], interval["width"], interval["fill-opacity"]) == ("20%", "50%", "0.28")


def test_score_bar_of_zero_has_no_bar() -> None:
    assert [part["width"] for part in rectangles(score_bar("Zero", score=0.0, low=0.0, high=0.0))] == ["100%"]


def test_score_bar_marks_levels_inside_the_scale_only() -> None:
    lines = ElementTree.fromstring(score_bar("x", score=1.0, bounds=[0, 20, 100])).iter(f"{SVG}line")
    assert [line.attrib["x1"] for line in lines] == ["20%"]


def test_reference_mark_of_a_target_is_dashed() -> None:
    svg = score_bar("x", score=30.0, marks=[Mark(55.3), Mark(68.0, is_target=True)])
    lines = list(ElementTree.fromstring(svg).iter(f"{SVG}line"))
    assert [(line.attrib["x1"], "stroke-dasharray" in line.attrib) for line in lines] == [
        ("55.3%", False),
        ("68%", True),
    ]


def test_contribution_bar_shows_gained_within_worth() -> None:
    whole, gained = rectangles(contribution_bar("x", gained=1.0, open_=3.0, scale=8.0, hue=1))
    assert (whole["width"], gained["width"]) == ("50%", "12.5%")


def test_contribution_bar_on_a_scale_of_nothing_is_drawn() -> None:
    assert [part["width"] for part in rectangles(contribution_bar("x", gained=0.0, open_=0.0, scale=0.0))] == ["0%"]


def test_title_is_the_accessible_name_and_is_escaped() -> None:
    svg = score_bar('<b>"A" & B</b>', score=1.0)
    assert ElementTree.fromstring(svg).findtext(f"{SVG}title") == '<b>"A" & B</b>'
    assert "<b>" not in svg


def test_slim_bar_is_lower_and_as_long() -> None:
    plain, slim = (rectangles(score_bar("x", score=30.0, size=size))[1] for size in (PLAIN, SLIM))
    assert (plain["height"], slim["height"], slim["width"]) == ("14", "8", plain["width"])
