from recommendations.charts.split import Fill, Part, split_bar
from tests.charts.shapes import HOSTILE, parts_of, texts_of

PARTS = [
    Part("You", "CNY 60,000", 60.0, Fill.SOLID),
    Part("Provider's discount", "CNY 12,000", 12.0, Fill.STRIPED),
    Part("Public support", "CNY 28,000", 28.0, Fill.OPEN),
]


def test_parts_stand_side_by_side_and_fill_the_bar() -> None:
    boxes = [box for box in parts_of(split_bar("t", PARTS), "rect") if box["y"] == "1"]
    assert [(box["x"], box["width"]) for box in boxes] == [("0%", "60%"), ("60%", "12%"), ("72%", "28%")]


def test_parts_are_told_apart_by_their_fill() -> None:
    svg = split_bar("t", PARTS)
    boxes = [box for box in parts_of(svg, "rect") if box["y"] == "1"]
    assert [(box["fill"], "stroke" in box) for box in boxes] == [
        ("#0b4f6c", False),
        ("#ffffff", True),
        ("#ffffff", True),
    ]
    stripes = [line["x1"] for line in parts_of(svg, "line") if line["y1"] == "1"]
    assert (len(stripes), stripes[0], stripes[-1]) == (10, "60.6%", "71.4%")


def test_every_part_is_named_with_its_amount() -> None:
    assert texts_of(split_bar("t", PARTS)) == [words for part in PARTS for words in (part.title, part.amount)]


def test_one_payer_fills_the_bar() -> None:
    (box, _sample) = parts_of(split_bar("t", [Part("You", "CNY 5", 100.0, Fill.SOLID)]), "rect")
    assert (box["x"], box["width"]) == ("0%", "100%")


def test_hostile_names_are_words() -> None:
    svg = split_bar(HOSTILE, [Part(HOSTILE, HOSTILE, 100.0, Fill.OPEN)])
    assert ("<script" in svg, texts_of(svg)) == (False, [HOSTILE, HOSTILE])
