"""Banks of every shape: scales, ladders, targets, second readings, no overall score, no parts, many parts, deep trees."""

from fractions import Fraction
from typing import Any

import pytest

from assessment.scoring.answers import read_answer
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from recommendations.report.content.build import build_content
from recommendations.report.content.kinds import GateState
from recommendations.report.content.numbers import percentage
from recommendations.report.content.schema import ReportContent
from recommendations.report.digest import digest_of
from tests.frameworks.level_competence import level_competence
from tests.report.banks import Asked, asked, content_on, material_on

Json = dict[str, Any]
BARE = {
    "format": "fourfold-bank/1",
    "slug": "bare",
    "locales": ["en"],
    "title": {"en": "Bare"},
    "sections": [
        {
            "key": "all",
            "title": {"en": "All"},
            "questions": [
                {
                    "key": key,
                    "kind": "single",
                    "text": {"en": f"How far is {key}?"},
                    "options": [
                        {"key": f"p{points}", "label": {"en": str(points)}, "points": points} for points in (0, 1, 2)
                    ],
                }
                for key in "abcdefghij"
            ],
        }
    ],
}


def leaf(key: str, **more: object) -> Json:
    return {"key": f"n_{key}", "title": {"en": f"Node {key}"}, "measures": [{"question": key, "weight": 1}]} | more


def content_of(tree: Json, chosen: dict[str, str], **more: object) -> ReportContent:
    document = BankDocument.model_validate(BARE | {"tree": {"key": "root", "title": {"en": "Root"}} | tree} | more)
    scorer = Scorer(document)
    answers = {key: read_answer(scorer.index.questions[key], raw) for key, raw in chosen.items()}
    return build_content(material_on(Asked(scorer, answers)))


ALL = dict.fromkeys("abcdefghij", "p1")


def test_numbers_stand_on_the_scale_of_their_node_and_charts_on_shares() -> None:
    content = content_on("eurostat-dii", "published_7_points")
    assert (content.overall.score, content.overall.of_scale, content.overall.at) == ("7", "of 12", "58.3")
    parts = [(part.figure.score, part.figure.scale, part.figure.at) for part in content.barriers[:3]]
    assert parts == [("2", "2", "100.0"), ("1", "2", "50.0"), ("2", "4", "50.0")]
    first = content.summary.top_open[0]
    assert (first.gained, first.open, first.at_gained, first.at_open) == ("1", "1", "8.3", "8.3")


def test_levels_are_places_on_the_scale_of_the_whole() -> None:
    ladder = content_on("eurostat-dii", "published_7_points").ladder
    assert ladder.headline == "Level reached: High"
    assert [(rung.lower, rung.at_lower, rung.at_upper) for rung in ladder.rungs] == [
        ("0", "0.0", "33.3"),
        ("4", "33.3", "58.3"),
        ("7", "58.3", "83.3"),
        ("10", "83.3", "100.0"),
    ]
    assert (ladder.distance, ladder.goal) == (
        "To the next level, Very high: 3 points.",
        "3 points to an overall score of 10",
    )


def test_part_of_weight_nothing_is_another_view_and_never_lowest_or_highest() -> None:
    content = content_on("eurostat-dii", "published_7_points")
    assert [(part.figure.key, part.is_counted) for part in content.barriers if not part.is_counted] == [
        ("basic_level", False)
    ]
    assert content.summary.weakest == "Selling online is your lowest area: 0 of 2."


OPEN_LEVELS = [
    {"key": "n", "title": {"en": "Not"}, "lower": 0},
    {"key": "p", "title": {"en": "Partly"}, "above": 15},
    {"key": "l", "title": {"en": "Largely"}, "above": 50},
    {"key": "f", "title": {"en": "Fully"}, "lower": 90},
]


def test_open_bounds_are_said_in_words() -> None:
    content = content_of({"children": [leaf("a"), leaf("b")]}, ALL, levels=OPEN_LEVELS)
    assert [rung.span for rung in content.ladder.rungs] == [
        "up to 15",
        "more than 15, up to 50",
        "more than 50, below 90",
        "90 to 100",
    ]
    # exactly 50 is still “Partly”: the next level begins above it
    assert (content.ladder.headline, content.ladder.goal) == (
        "Level reached: Partly",
        "more than 0.0 points, to an overall score above 50",
    )


def test_published_upper_bound_is_shown_as_it_is_written() -> None:
    levels = [
        {"key": "low", "title": {"en": "Low"}, "lower": 0, "upto": 1},
        {"key": "high", "title": {"en": "High"}, "lower": 2, "upto": 4},
    ]
    tree = {"aggregate": "sum", "children": [leaf("a", aggregate="sum"), leaf("b", aggregate="sum")]}
    assert [rung.span for rung in content_of(tree, ALL, levels=levels).ladder.rungs] == ["0 to 1", "2 to 4"]


def test_levels_by_condition_alone_have_no_place_on_a_scale() -> None:
    content = content_on("iso33020", "held_back")
    ladder = content.ladder
    assert (ladder.is_scale, {rung.lower for rung in ladder.rungs}, {rung.span for rung in ladder.rungs}) == (
        False,
        {None},
        {""},
    )
    assert (content.is_profile, ladder.headline, ladder.distance, ladder.goal) == (
        True,
        "Level reached: 3 Established",
        "To the next level, 4 Predictable: 1 condition.",
        "",
    )
    assert [gate.text for gate in ladder.gates if gate.state is GateState.FAILS] == [
        "The level of Process definition is at least “Fully achieved” (you: “Largely achieved”)"
    ]


def test_profile_has_no_overall_score_and_leads_with_its_parts() -> None:
    content = content_on("iso33020_ordinal")
    assert (content.is_profile, content.overall.score, content.ladder.headline, content.ladder.rungs) == (
        True,
        None,
        "Your profile",
        (),
    )
    assert (content.summary.weakest, content.summary.strongest, content.has_quarters) == ("", "", False)
    assert [(part.figure.status, part.figure.level) for part in content.barriers] == [("unscored", "1 Performed")] * 2
    below = [(row.title, row.score, row.scale, row.level) for row in content.barriers[0].indicators]
    assert below == [
        ("Process performance", "2.3", "3", "Largely achieved"),
        ("Performance management", "1.5", "3", "Largely achieved"),
    ]
    # without a number of its own a part lists what its questions give to the parts below
    assert [row.worth for row in content.barriers[0].contributions] == ["1.0", "1.0", "1.0", "1.5", "1.5"]


def test_digest_of_a_profile_says_no_score() -> None:
    lines = digest_of(content_on("iso33020_ordinal")).splitlines()
    assert lines[1] == "Your profile (Indicative, not an official rating)"
    assert lines[4:6] == [
        "         Requirements analysis  1 Performed",
        "         To the next level, 2 Managed: 1 condition.",
    ]
    assert lines[7] == "      2.3 of 3  Process performance  Largely achieved"


def test_every_node_with_a_ladder_of_its_own_names_its_level_from_it() -> None:
    content = content_on("impuls-index", "published_one_of_a_kind_sme")
    assert content.shows_levels
    assert content.barriers[2].figure.level == "Level 2: intermediate"
    # bounds 1 to 5 on the part's scale of 5, and 2 and 3 on the 5.005 of the whole
    assert content.barriers[2].figure.bounds == ("0", "20", "40", "60", "80", "100")
    assert content.overall.bounds == ("0", "39.96", "59.9401")


def test_targets_give_gap_and_percent() -> None:
    content = content_on("vda_isa", "half_way")
    people = content.barriers[1].figure.target
    assert people is not None
    assert (people.points, people.gap, people.percent, people.is_reached, people.at) == (
        "3",
        "1.00",
        "67 %",
        False,
        "100.0",
    )
    reached = content.barriers[0].figure.target
    assert reached is not None
    assert (reached.gap, reached.percent, reached.is_reached) == ("", "100 %", True)
    staff = next(figure for figure in content.figures if figure.key == "c21")
    assert (staff.score, staff.scale, staff.at, staff.target and staff.target.at) == ("4.00", "5", "80.0", "60.0")


def test_readings_stand_beside_the_score_of_every_node() -> None:
    table = content_on("two_tracks", "mixed").readings
    assert table is not None
    assert table.columns == ("Implementation", "Documentation")
    rows = [(row.title, row.depth, row.score, [cell for _title, cell in row.cells]) for row in table.rows[:3]]
    assert rows == [
        ("Overall", 0, "2.98", ["4.03", "1.93"]),
        ("Govern", 1, "3.17", ["4.67", "1.67"]),
        ("Policy", 2, "2.50", ["4.00", "1.00"]),
    ]


def test_bank_without_levels_has_a_result_and_no_ladder() -> None:
    content = content_of({"children": [leaf("a"), leaf("b"), leaf("c")]}, ALL)
    assert (content.ladder.headline, content.ladder.distance, content.ladder.rungs) == ("Your result", "", ())
    assert content_of({"children": [leaf("a"), leaf("b")]}, {}).ladder.headline == "No score can be given yet"


def test_root_with_measures_of_its_own_is_read_question_by_question() -> None:
    tree = {"measures": [{"question": key, "weight": 1} for key in "abc"], "children": [leaf("d")]}
    whole = content_of(tree, ALL).whole
    assert whole is not None
    assert [row.key for row in whole.contributions] == ["a", "b", "c"]
    alone = content_of({"measures": tree["measures"]}, ALL)
    assert (alone.barriers, alone.summary.weakest, alone.has_quarters, alone.whole is not None) == ((), "", False, True)


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
    assert [(row.short, row.open) for row in content.barriers[0].holds_back] == [
        ("How far is a? (Node a)", "50.0"),
        ("How far is a? (Node b)", "25.0"),
        ("How far is b?", "25.0"),
    ]


def test_most_open_questions_hold_back_whatever_they_give() -> None:
    measures = [{"question": "a", "weight": 8}, {"question": "b", "weight": 1}, {"question": "c", "weight": 1}]
    part = {"key": "part", "title": {"en": "Part"}, "measures": measures}
    content = content_of({"children": [part]}, {"a": "p1", "b": "p0", "c": "p2"})
    (barrier,) = content.barriers
    assert [(row.key, row.gained, row.open) for row in barrier.holds_back] == [
        ("a", "40.0", "40.0"),
        ("b", "0.0", "10.0"),
    ]
    assert [(row.key, row.gained) for row in barrier.carries] == [("a", "40.0"), ("c", "10.0")]
    assert [row.key for row in content.summary.top_open] == ["a", "b"]


def test_no_number_stands_in_two_levels() -> None:
    spans = [rung.span for rung in content_on("eurostat-dii", "published_7_points").ladder.rungs]
    assert spans == ["0 to below 4", "4 to below 7", "7 to below 10", "10 to 12"]
    chinese = [rung.span for rung in content_on("eurostat-dii", "published_7_points", "zh-hans").ladder.rungs]
    assert chinese == ["0 至不满 4", "4 至不满 7", "7 至不满 10", "10 至 12"]
