"""What a question and a node weigh: exact, by hand where it can be reckoned, and as the scorer says."""

from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from recommendations.studio.measure.shares import node_shares, question_shares, share_text
from recommendations.studio.measure.weighing import weighing_of
from tests.scoring.banks import Fields, bank, fact, level, multi, node, pointed, question, single, yes_no


def two_barriers(**changes: Any) -> BankDocument:
    """Left weighs 1 and holds A (3) and B (1); right weighs 1 and holds C alone."""
    left = {"measures": {"A": 3, "B": 1}, "weight": 1} | changes
    tree = node("all", node("left", **left), node("right", measures={"C": 2}, weight=1))
    return bank(single("A"), single("B"), single("C"), tree=tree)


def rows(before: BankDocument, after: BankDocument, question: str) -> list[tuple[object, ...]]:
    return [
        (
            row.node.title,
            row.points.before_text,
            row.points.after_text,
            row.share.before_text,
            row.share.after_text,
        )
        for row in question_shares(before, after, question, "en")
    ]


def test_question_is_shown_in_the_whole_in_every_barrier_and_where_it_is_measured() -> None:
    after = two_barriers(measures={"A": 1, "B": 1})
    assert rows(two_barriers(), after, "A") == [
        ("All", "37.5", "25.0", "37.5 %", "25 %"),
        ("Left", "75.0", "50.0", "75 %", "50 %"),
        ("Right", "0.0", "0.0", "0 %", "0 %"),
    ]


def test_credit_changes_the_points_and_not_the_share() -> None:
    before, tree = two_barriers(), two_barriers().tree
    poorer = bank(single("A", {"none": 0, "full": 0.5}), single("B"), single("C"), tree=tree.model_dump(mode="json"))
    assert rows(before, poorer, "A")[:2] == [
        ("All", "37.5", "18.8", "37.5 %", "37.5 %"),
        ("Left", "75.0", "37.5", "75 %", "75 %"),
    ]
    [whole, left, _right] = node_shares(before, poorer, "en")
    assert (left.reachable.before_text, left.reachable.after_text) == ("100.0", "62.5")
    assert (whole.reachable.after, whole.full.after_text) == (Fraction(325, 4), "100.0")


def test_weightless_barriers_weigh_what_stands_below_them() -> None:
    tree = node("all", node("left", measures={"A": 3}), node("right", measures={"B": 1, "C": 1}))
    document = bank(single("A"), single("B"), single("C"), tree=tree)
    shares = {row.node.key: (row.of_parent.after, row.of_whole.after) for row in node_shares(document, document, "en")}
    assert shares == {
        "all": (None, Fraction(1)),
        "left": (Fraction(3, 5), Fraction(3, 5)),
        "right": (Fraction(2, 5), Fraction(2, 5)),
    }


def test_new_node_has_nothing_before() -> None:
    before = bank(single("A"), single("B"), tree=node("all", node("left", measures={"A": 1, "B": 1})))
    after = bank(
        single("A"),
        single("B"),
        tree=node("all", node("left", measures={"A": 1}), node("new", measures={"B": 1})),
    )
    [_whole, _left, new] = node_shares(before, after, "en")
    assert (new.node.title, new.of_whole.before_text, new.of_whole.after_text) == ("New", "–", "50 %")
    assert rows(before, after, "B")[2] == ("New", "–", "100.0", "–", "100 %")


def test_sum_counts_points() -> None:
    tree = node("all", measures={"A": 1, "B": 2}, aggregate="sum")
    document = bank(pointed("A", {"no": 0, "yes": 3}), yes_no("B"), tree=tree)
    [row] = question_shares(document, document, "A", "en")
    assert (row.points.after, row.share.after) == (Fraction(3), Fraction(3, 5))
    [whole] = node_shares(document, document, "en")
    assert whole.full.after == Fraction(5)


def test_weakest_part_has_no_shares_but_all_hangs_on_each() -> None:
    tree = node("all", measures={"A": 1, "B": 1}, aggregate="min")
    document = bank(single("A"), single("B"), tree=tree)
    [row] = question_shares(document, document, "A", "en")
    assert (row.share.after_text, row.points.after) == ("–", Fraction(100))


def test_no_number_of_its_own_gives_neither() -> None:
    tree = node("all", node("left", measures={"A": 1}), aggregate="none")
    document = bank(single("A"), tree=tree)
    whole, left = question_shares(document, document, "A", "en")
    assert (whole.share.after, whole.points.after, left.share.after) == (None, None, Fraction(1))


def test_levels_that_are_passed_on_have_no_shares() -> None:
    left = node("left", measures={"A": 1}, weight=1, passes="level")
    tree = node("all", left, node("right", measures={"B": 1}, weight=1))
    gate = fact("node.nowhere", "gte", 5)
    document = bank(single("A"), single("B"), tree=tree, levels=[level("low", 0), level("high", 50, gate)])
    whole = question_shares(document, document, "A", "en")[0]
    assert (whole.share.after, whole.points.after) == (None, Fraction(50))


def test_reading_that_does_not_count_weighs_nothing() -> None:
    document = bank(
        single("A"),
        single("B", reading="sure"),
        readings=[{"key": "sure", "title": {"en": "Sure"}, "counts": False}],
    )
    [a], [b] = (question_shares(document, document, key, "en") for key in ("A", "B"))
    assert (a.share.after, b.share.after, b.points.after) == (Fraction(1), Fraction(0), Fraction(0))


def test_option_that_stands_alone_and_ticks_are_at_their_best() -> None:
    document = bank(multi("A", {"x": 1, "y": 2, "none": 0}, exclusive="none", maximum=4), single("B"))
    row = question_shares(document, document, "A", "en")[0]
    assert (row.share.after, row.points.after) == (Fraction(1, 2), Fraction(75, 2))


def test_bank_that_cannot_be_scored_gives_no_rows() -> None:
    broken = bank(question("A", "text"), single("B"))
    fine = bank(single("A"), single("B"))
    assert (weighing_of(broken), question_shares(fine, broken, "A", "en"), node_shares(fine, broken, "en")) == (
        None,
        [],
        [],
    )
    [row] = question_shares(broken, fine, "A", "en")
    assert (row.share.before_text, row.share.after_text) == ("–", "50 %")


def test_share_is_rounded_once() -> None:
    assert [share_text(Fraction(n, d)) for n, d in ((1, 3), (2, 3), (1, 2), (1, 2000))] == [
        "33.3 %",
        "66.7 %",
        "50 %",
        "0.1 %",
    ]


QUESTIONS = ("A", "B", "C", "D", "E")
weights = st.sampled_from([0, 0.5, 1, 2, 3, 7])


@st.composite
def mean_trees(draw: st.DrawFn) -> Fields:
    """Two or three barriers, one of them with a node below it, and every question measured once."""
    places = [draw(st.integers(0, 3)) for _ in QUESTIONS]
    held: list[dict[str, float]] = [{}, {}, {}, {}]
    for key, place in zip(QUESTIONS, places, strict=True):
        held[place][key] = draw(weights)
    deep = node("deep", measures=held[3], **draw(own_weight()))
    inner = node("inner", measures=held[2], **draw(own_weight()))
    first = node("first", inner, deep, **draw(own_weight()))
    second = node("second", measures=held[1], **draw(own_weight()))
    return node("all", first, second, measures=held[0])


def own_weight() -> st.SearchStrategy[dict[str, float]]:
    return st.one_of(st.just({}), weights.map(lambda weight: {"weight": weight}))


@settings(max_examples=150, deadline=None)
@given(mean_trees())
def test_shares_add_up_and_agree_with_the_scorer(tree: Fields) -> None:
    document = bank(*(single(key) for key in QUESTIONS), tree=tree)
    scorer = Scorer(document)
    shares: dict[str, list[Fraction]] = {}
    for key in QUESTIONS:
        answers = {each: Answer(AnswerState.ANSWERED, "full" if each == key else "none") for each in QUESTIONS}
        card = scorer.score(answers)
        for row in question_shares(document, document, key, "en"):
            score = card.nodes[row.node.key].score
            assert score == (None if row.share.after is None else row.share.after * 100)
            assert row.points.after == score
            shares.setdefault(row.node.key, []).append(row.share.after or Fraction(0))
    for key, found in shares.items():
        assert sum(found) == (0 if card.nodes[key].score is None else 1)
