"""Points as this room's pages show them."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from assessment.scoring.score import Scorer
from recommendations.plan.moves import overall_move, part_moves
from recommendations.plan.roadmap.portions import portions_of
from recommendations.plan.speaker import Speaker
from recommendations.rules.roadmap.result import Stage
from tests.rules.samples import LOW, answered, sample_bank

SPEAKER = Speaker(sample_bank(), "en")
NOW = Scorer(SPEAKER.document).score(LOW)


def scored(points: str) -> Fraction:
    return Fraction(Decimal(points))


@pytest.mark.parametrize(
    ("before", "after", "said"), [("41.96", "45.94", "+3.9"), ("45.94", "41.96", "−3.9"), ("10.01", "10.04", "+0.0")]
)
def test_rise_is_what_a_reader_gets_by_subtracting(before: str, after: str, said: str) -> None:
    was, then = (replace(NOW.overall, score=scored(points)) for points in (before, after))
    assert SPEAKER.signed(SPEAKER.rise(was, then)) == said


def test_shown_points_of_stages_add_up_to_the_shown_rise() -> None:
    now = replace(NOW.overall, score=scored("41.96"))
    thirds = [Fraction(number, 3) for number in range(1, 11)]
    stages = [
        Stage(f"a{number}", 1, 1, Fraction(0), Fraction(0), Fraction(1, 3), Fraction(0), so_far)
        for number, so_far in enumerate(thirds)
    ]
    portions = portions_of(stages, now, SPEAKER)
    then = replace(now, score=scored("41.96") + thirds[-1])
    assert sum(portions.values()) == SPEAKER.rise(now, then) == Decimal("3.3")
    assert set(portions.values()) == {Decimal("0.3"), Decimal("0.4")}


def test_moves_say_before_after_and_level() -> None:
    then = Scorer(SPEAKER.document).score({**LOW, **answered(skill="a4", lead="yes")})
    whole = overall_move(NOW, then, SPEAKER)
    assert (whole.title, whole.before, whole.after, whole.gain, whole.is_worse) == (
        "All",
        "14.3",
        "42.9",
        "+28.6",
        False,
    )
    assert (whole.level_before, whole.level_after, whole.is_scored) == ("Level 0", "Level 2", True)
    parts = part_moves(NOW, then, SPEAKER)
    assert [(part.title, part.hue, part.has_moved) for part in parts] == [("Machines", 1, False), ("People", 2, True)]


def test_what_is_not_known_is_said_beside_the_score() -> None:
    then = Scorer(SPEAKER.document).score({**LOW, **answered(skill=None)})
    assert overall_move(NOW, then, SPEAKER).note == "Between 14.3 and 28.6, depending on what is not known yet."
    nothing = Scorer(SPEAKER.document).score({})
    note = overall_move(NOW, nothing, SPEAKER).note
    assert note == "Not enough answers for a number: 0 % of what applies is answered."


def test_every_node_has_the_hue_of_its_part() -> None:
    assert SPEAKER.hues == {"machines": (1, "Machines"), "people": (2, "People")}
