"""What comes after something else where both are done: in ranks, ways and roadmaps, and never as a condition."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from recommendations.report.content.proposal import side_by_side
from recommendations.rules.check import check_playbook
from recommendations.rules.document import Action, Weeks
from recommendations.rules.next_level.result import Work
from recommendations.rules.ranking import Ranking
from recommendations.rules.roadmap.choose import Task, choose
from recommendations.rules.roadmap.options import Limits, Option
from tests.rules.samples import action, playbook, rule, sample_bank
from tests.rules.test_ranking import BANDS, COSTS, recommended

KEYS = "ABCDEF"


def actions_of(follows: dict[str, list[str]], requires: dict[str, list[str]] | None = None) -> dict[str, Action]:
    keys = sorted({*follows, *(requires or {}), *(key for each in follows.values() for key in each)})
    return {
        key: Action.model_validate(
            action(key, cost_band="some", follows=follows.get(key, []), requires=(requires or {}).get(key, []))
        )
        for key in keys
    }


def ranks(follows: dict[str, list[str]], effects: dict[str, int]) -> list[tuple[str, tuple[str, ...]]]:
    ranking = Ranking(actions_of(follows), COSTS, BANDS)
    return [(one.action, one.after) for one in ranking.ranked([recommended(key, effects[key]) for key in effects])]


def test_what_is_followed_ranks_before_and_is_named() -> None:
    assert ranks({"A": ["B"], "C": []}, {"A": 9, "B": 1, "C": 5}) == [("B", ()), ("A", ("B",)), ("C", ())]


def test_what_is_followed_but_not_recommended_is_not_asked_for() -> None:
    assert ranks({"A": ["B"]}, {"A": 9}) == [("A", ())]


def test_what_comes_before_another_named_one_is_not_named_again() -> None:
    follows = {"A": ["B", "C"], "B": ["C"]}
    assert ranks(follows, {"A": 9, "B": 5, "C": 1}) == [("C", ()), ("B", ("C",)), ("A", ("B",))]


def test_circle_of_followers_is_a_fault() -> None:
    people = [{"node": "people", "levels": 1, "up_to": 4}]
    document = playbook(
        [action("A", follows=["B"], raises=people), action("B", requires=["A"], raises=people)],
        [rule("a", "A"), rule("b", "B")],
    )
    assert [(found.place, found.message) for found in check_playbook(document, sample_bank())] == [
        ("actions.A.follows", "the action comes after itself")
    ]


def test_followed_action_must_exist() -> None:
    people = [{"node": "people", "levels": 1, "up_to": 4}]
    document = playbook([action("A", follows=["Z"], raises=people)], [rule("a", "A")])
    assert [(found.place, found.message) for found in check_playbook(document, sample_bank())] == [
        ("actions.A.follows", "there is no action Z")
    ]


def option(key: str, days: int, gain: int, follows: str = "", requires: str = "") -> Option:
    return Option(
        key,
        days=Fraction(days),
        requires=frozenset(requires),
        follows=frozenset(follows),
        gains={key: Fraction(gain)},
    )


def quarters(*options: Option, days: int) -> dict[str, int]:
    return dict(choose(Task(options, Limits(Fraction(0), Fraction(days)))).quarters)


def test_roadmap_puts_what_is_followed_first() -> None:
    big, small = option("A", 10, 9, follows="B"), option("B", 10, 1)
    assert quarters(big, small, days=10) == {"B": 1, "A": 2}
    assert list(quarters(big, small, days=20)) == ["B", "A"]


def test_roadmap_lets_go_of_the_order_rather_than_of_points() -> None:
    """B takes all four quarters, so that A could not come after it."""
    long = Option("B", days=Fraction(40), quarters=4, gains={"B": Fraction(1)})
    soon = Option("A", days=Fraction(5), quarters=2, follows=frozenset("B"), gains={"A": Fraction(9)})
    assert quarters(soon, long, days=20) == {"A": 1, "B": 1}


def test_circle_of_followers_does_not_keep_the_roadmap_from_ending() -> None:
    one, other = option("A", 5, 2, follows="B"), option("B", 5, 1, follows="A")
    assert quarters(one, other, days=5) == {"A": 1, "B": 2}


FOLLOWS = st.dictionaries(st.sampled_from(KEYS), st.sets(st.sampled_from(KEYS)).map("".join), max_size=6)


@given(FOLLOWS, st.lists(st.integers(1, 9), min_size=6, max_size=6), st.integers(4, 20))
def test_following_never_changes_what_is_chosen(follows: dict[str, str], gains: list[int], days: int) -> None:
    plain = [option(key, 2 + number, gains[number]) for number, key in enumerate(KEYS)]
    ordered = [option(key, 2 + number, gains[number], follows.get(key, "")) for number, key in enumerate(KEYS)]
    limits = Limits(Fraction(0), Fraction(days))
    with_order, without = choose(Task(tuple(ordered), limits)), choose(Task(tuple(plain), limits))
    assert (with_order.keys, with_order.points, with_order.is_proven) == (
        without.keys,
        without.points,
        without.is_proven,
    )


def test_proposal_begins_with_what_is_followed() -> None:
    actions = {
        key: each.model_copy(update={"weeks": Weeks(minimum=1, maximum=4)})
        for key, each in actions_of({"A": ["B"]}).items()
    }
    works = [Work(key, Fraction(0), 5, Fraction(1)) for key in ("B", "A")]
    placed = side_by_side(works, actions, {"A": 1}, days_per_week=Fraction(60, 13))
    assert [(each.work.action, each.start) for each in placed] == [("B", 0), ("A", 4)]
