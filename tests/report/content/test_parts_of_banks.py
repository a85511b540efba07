"""Parts and questions of banks of other shapes: what is drawn, told apart, withheld and passed over."""

from fractions import Fraction

import pytest
from django.utils.translation import override

from recommendations.report.content.build import build_content
from recommendations.report.content.numbers import percentage, share_percentage, with_unit
from tests.frameworks.level_competence import level_competence
from tests.report.banks import asked, content_on, material_on
from tests.report.content.shapes import ALL, content_of, leaf


@pytest.mark.parametrize(("count", "drawn"), [(2, False), (3, True), (8, True), (9, False)])
def test_sectors_are_drawn_for_three_to_eight_parts(count: int, drawn: bool) -> None:
    content = content_of({"children": [leaf(key) for key in "abcdefghij"[:count]]}, ALL)
    assert (content.has_quarters, len({part.hue for part in content.barriers})) == (drawn, min(count, 8))


def test_deep_tree_is_indented_and_complete_in_the_annex() -> None:
    deepest = leaf("a")
    for name in ("n5", "n4", "n3", "n2", "n1"):
        deepest = {"key": name, "title": {"en": name}, "children": [deepest]}
    content = content_of({"children": [deepest, leaf("b")]}, ALL)
    assert [(row.title, row.depth) for row in content.barriers[0].indicators] == [("n2", 0), ("n3", 1)]
    assert [(row.title, row.depth) for row in content.figures] == [
        ("Root", 0),
        ("n1", 1),
        ("n2", 2),
        ("n3", 3),
        ("n4", 4),
        ("n5", 5),
        ("Node a", 6),
        ("Node b", 1),
    ]


def test_equal_parts_have_no_lowest() -> None:
    content = content_of({"children": [leaf("a"), leaf("b")]}, ALL)
    assert (content.summary.weakest, [part.is_lowest for part in content.barriers]) == ("", [False, False])


def test_only_the_bank_of_barriers_speaks_of_barriers() -> None:
    content = content_on("eurostat-dii", "published_7_points")
    words = " ".join(content.words.model_dump().values())
    assert ("barrier" in words.lower(), content.words.heading) == (False, "The areas")


def test_long_keys_of_questions_are_not_printed() -> None:
    assert (content_on("vda_isa").shows_keys, content_on("two_tracks").shows_keys) == (True, False)


def test_nearly_the_target_is_not_the_target() -> None:
    assert [percentage(Fraction(value)) for value in ("99.9", "100", "66.7", "0")] == ["99 %", "100 %", "67 %", "0 %"]


def test_scale_is_said_where_numbers_have_others_than_the_whole() -> None:
    shown = {
        name: content_on(name).has_scales for name in ("eurostat-dii", "two_tracks", "iso33020", "iso33020_ordinal")
    }
    assert shown == {"eurostat-dii": True, "two_tracks": False, "iso33020": False, "iso33020_ordinal": True}
    assert content_on("iso33020").words.score.startswith("From 0 to 100.")


def test_what_is_only_read_apart_is_no_part_of_the_whole() -> None:
    document = level_competence()
    content = build_content(material_on(asked(document, "confident")))
    assert [part.figure.key for part in content.barriers] == ["software", "team"]
    assert content.readings is not None
    assert [(row.title, row.score, row.cells[0][1]) for row in content.readings.rows[:3]] == [
        ("Overall", "2.7", "–"),
        ("Sure", "–", "3.3"),
        ("Sure of software", "–", "3.0"),
    ]


def test_withheld_parts_keep_their_interval_and_are_not_passed_over_in_silence() -> None:
    measures = {"a": [{"question": key, "weight": 1} for key in "abc"]}
    parts = [{"key": "n_a", "title": {"en": "Node a"}, "measures": measures["a"]}, leaf("d"), leaf("e")]
    content = content_of({"children": parts}, {"a": "p2", "d": "p0", "e": "p1"}, minimum_coverage="0.5")
    withheld = content.barriers[0].figure
    assert (withheld.score, withheld.low, withheld.high, withheld.coverage) == (None, "33.3", "100.0", "33 %")
    assert (withheld.is_interval, withheld.at, withheld.at_low, withheld.at_high) == (True, None, "33.3", "100.0")
    assert withheld.sentence == (
        "Not enough answers for a number: 33 % of what applies is answered, 50 % is needed."
        " It lies between 33.3 and 100.0."
    )
    assert (content.summary.weakest, content.summary.strongest) == (
        "Of the areas with enough answers, Node d is the lowest: 0.0 of 100.",
        "Of these, Node e is the highest: 50.0 of 100.",
    )
    assert [part.is_lowest for part in content.barriers] == [False, False, False]


def test_one_part_with_a_number_is_neither_lowest_nor_highest() -> None:
    content = content_of({"children": [leaf("a"), leaf("b")]}, {"a": "p1"}, minimum_coverage="0.5")
    assert [part.figure.score for part in content.barriers] == ["50.0", None]
    assert (content.summary.weakest, content.summary.strongest) == ("", "")


def test_question_that_feeds_two_nodes_names_the_node_each_time() -> None:
    both = {"key": "both", "title": {"en": "Both"}, "aggregate": "none"}
    second = {"key": "n_b", "title": {"en": "Node b"}, "measures": [{"question": key, "weight": 1} for key in "ab"]}
    content = content_of({"children": [both | {"children": [leaf("a"), second]}, leaf("c")]}, ALL)
    rows = [(row.short, row.gained) for row in content.barriers[0].contributions]
    assert rows == [("How far is a? (Node a)", "50.0"), ("How far is a? (Node b)", "25.0"), ("How far is b?", "25.0")]
    judged = content.barriers[0]
    assert (judged.holds_back, judged.carries) == ((), ())  # half of everything


def test_percentages_are_written_in_one_way_in_each_language() -> None:
    with override("zh-hans"):
        shown = [percentage(Fraction("66.7")), share_percentage(Fraction(2, 3)), with_unit("57.7", "%")]
        assert (shown, with_unit("3", "台")) == (["67%", "67%", "57.7%"], "3 台")
    assert [share_percentage(Fraction(2, 3)), with_unit("57.7", "%")] == ["67 %", "57.7 %"]
