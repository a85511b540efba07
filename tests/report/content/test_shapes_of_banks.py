"""Banks of every shape: scales, ladders, targets, second readings, no overall score, no parts, many parts, deep trees."""

from recommendations.report.content.kinds import GateState
from recommendations.report.digest import digest_of
from tests.report.banks import content_on
from tests.report.content.shapes import ALL, content_of, leaf


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


def test_no_number_stands_in_two_levels() -> None:
    spans = [rung.span for rung in content_on("eurostat-dii", "published_7_points").ladder.rungs]
    assert spans == ["0 to below 4", "4 to below 7", "7 to below 10", "10 to 12"]
    chinese = [rung.span for rung in content_on("eurostat-dii", "published_7_points", "zh-hans").ladder.rungs]
    assert chinese == ["0 至不满 4", "4 至不满 7", "7 至不满 10", "10 至 12"]
