"""Draws look like chance and are none."""

from assessment.scoring.draws import Draws


def test_same_name_gives_the_same_draws_and_another_name_others() -> None:
    first, again, other = Draws("a"), Draws("a"), Draws("b")
    drawn = [first.share() for _ in range(100)]
    assert drawn == [again.share() for _ in range(100)]
    assert drawn != [other.share() for _ in range(100)]


def test_first_draws_are_what_the_hash_says() -> None:
    draws = Draws("four-barriers 0")
    assert [draws.below(1000) for _ in range(5)] == [736, 604, 414, 901, 6]


def test_shares_spread_evenly_from_0_to_1() -> None:
    draws = Draws("spread")
    shares = [draws.share() for _ in range(10_000)]
    tenths = [sum(1 for share in shares if int(share * 10) == tenth) for tenth in range(10)]
    assert min(shares) >= 0 and max(shares) < 1
    assert sum(tenths) == 10_000 and all(900 < count < 1100 for count in tenths)


def test_chance_pick_and_below_keep_to_what_they_are_given() -> None:
    draws = Draws("keep")
    assert {draws.pick("abc") for _ in range(100)} == set("abc")
    assert {draws.below(3) for _ in range(100)} == {0, 1, 2}
    assert [draws.chance(0), draws.chance(1)] == [False, True]
