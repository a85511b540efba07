"""The same tree read from some questions only: two tracks and their combination, and confidence beside the score."""

from fractions import Fraction

from assessment.scoring.freeze import freeze_scorecard, thaw_scorecard
from assessment.scoring.scorecard import Status
from tests.scoring.banks import bank, node, pointed, score, yes_no

FIVE = {f"l{level}": level for level in range(1, 6)}
TRACKS = [
    {"key": "done", "title": {"en": "Done"}},
    {"key": "written", "title": {"en": "Written"}},
    {"key": "sure", "title": {"en": "Sure"}, "counts": False},
]


def two_tracks() -> object:
    asked = [
        pointed(f"{key}{reading[0]}", FIVE, reading=reading) for key in "AB" for reading in ("done", "written", "sure")
    ]
    nodes = [node(key.lower(), measures={f"{key}{letter}": 1 for letter in "dws"}, scale=5, weight=1) for key in "AB"]
    return bank(*asked, tree=node("all", *nodes), readings=TRACKS)


def test_tracks_combine_and_confidence_stays_outside() -> None:
    card = score(two_tracks(), Ad="l5", Aw="l1", As="l2", Bd="l3", Bw="l1", Bs="l4")  # type: ignore[arg-type]
    assert [card.nodes[key].points for key in ("a", "b", "all")] == [3, 2, Fraction(5, 2)]
    assert [card.readings["done"][key].points for key in ("a", "b", "all")] == [5, 3, 4]
    assert [card.readings["written"][key].points for key in ("a", "b", "all")] == [1, 1, 1]
    assert card.readings["sure"]["all"].points == 3


def test_unknown_counts_nothing_in_a_reading_as_well() -> None:
    card = score(two_tracks(), Ad="l5", Aw="l5", Bd="l5", Bw="l5", As="l5", Bs="unknown")  # type: ignore[arg-type]
    assert card.overall.coverage == 1
    assert (card.readings["sure"]["all"].low, card.readings["sure"]["all"].high) == (50, 100)
    assert card.readings["sure"]["all"].status is Status.NOT_ENOUGH_ANSWERS


def test_readings_are_frozen_with_the_scorecard() -> None:
    card = score(two_tracks(), Ad="l5", Aw="l1", As="l2", Bd="l3")  # type: ignore[arg-type]
    assert thaw_scorecard(freeze_scorecard(card)) == card


def test_scorecards_frozen_before_there_were_scales_are_read_as_100() -> None:
    frozen = freeze_scorecard(score(bank(yes_no("A")), A="yes"))
    del frozen["readings"]
    for each in frozen["nodes"]:
        del each["exact"]["scale"], each["exact"]["target"]
    card = thaw_scorecard(frozen)
    assert (card.overall.points, card.overall.scale, card.overall.target, card.readings) == (100, 100, None, {})
