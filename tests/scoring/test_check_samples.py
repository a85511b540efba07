"""What no proof finds: questions, levels and messages that thousands of generated answers never bring up."""

from collections.abc import Iterator

from assessment.scoring.check import Severity, check_bank
from assessment.scoring.checks.sampled import check_samples
from assessment.scoring.document import BankDocument
from assessment.scoring.evaluate import compile_condition
from assessment.scoring.samples import AnswerSet, answer_sets
from assessment.scoring.watch import Seen, watch
from tests.scoring.banks import FIVE_LEVELS, Fields, condition, fact, level, node, single, text, yes_no
from tests.scoring.checking import Q, ladder, rung, sound

AB = (single("A"), single("B"))


def doubts(document: BankDocument, count: int = 300) -> list[tuple[str, str]]:
    assert [each for each in check_bank(document) if each.severity is Severity.ERROR] == []
    found = list(check_samples(document, count))
    assert all(each.severity is Severity.WARNING and each.mend for each in found)
    return [(each.place, each.message) for each in found]


def message(tree: Fields) -> list[Fields]:
    return [{"key": "c", "when": tree, "message": text("C"), "questions": ["A"]}]


def both(*parts: Fields) -> Fields:
    return {"all": list(parts)}


def test_nothing_is_said_about_what_comes_out_both_ways() -> None:
    shown = yes_no("C", visible_if=fact("answer.A", "is", "full"))
    document = sound(*AB, shown, levels=FIVE_LEVELS, consistency=message(fact("node.all", "lt", 10)))
    assert doubts(document) == []


def test_question_that_is_never_asked() -> None:
    hidden = both(fact("answer.A", "is", "full"), fact("unknown.A", "is", "yes"))
    assert doubts(sound(*AB, yes_no("C", visible_if=hidden))) == [
        (f"{Q}C.visible_if", "in 300 generated sets of answers the question was never asked")
    ]


def test_question_that_is_always_asked() -> None:
    always = {"any": [fact("unknown.A", "is", "no"), fact("unknown.A", "is", "yes")]}
    document = sound(*AB, yes_no("C", visible_if={"any": [always, fact("answer.B", "is", "full")]}))
    assert (f"{Q}C.visible_if", "in 300 generated sets of answers the condition never hid the question") in doubts(
        document
    )


def test_message_that_never_appears_because_of_how_the_score_is_made() -> None:
    left = node("left", measures={"A": 1})
    tree = node("all", left, node("right", measures={"B": 1}))
    never = both(fact("answer.A", "is", "none"), fact("node.left", "gt", 50))
    assert doubts(sound(*AB, tree=tree, consistency=message(never)), 1234) == [
        ("consistency.c.when", "in 1,234 generated sets of answers the message never appeared")
    ]
    always = {"any": [fact("answer.A", "in", ["none", "low"]), fact("node.left", "gte", 50)]}
    assert doubts(sound(*AB, tree=tree, consistency=message(always))) == [
        ("consistency.c.when", "in 300 generated sets of answers the message appeared whenever it could be told")
    ]


def test_level_that_nobody_reaches_and_level_that_nobody_stays_below() -> None:
    tree = node("all", node("left", measures={"A": 1}), node("right", measures={"B": 1}))
    steep = level("high", 90, fact("answer.A", "is", "half"))
    assert doubts(sound(*AB, tree=tree, levels=[level("low", 0), steep])) == [
        ("levels.high", "in 300 generated sets of answers all never reached the level")
    ]
    flat = rung("high", lower=0, gate=fact("coverage.left", "known"))
    laddered = node("all", node("in", node("left", measures={"A": 1}), ladder="own"), node("right", measures={"B": 1}))
    assert doubts(sound(*AB, tree=laddered, ladders=[ladder("own", rung("low"), flat)])) == [
        ("ladders.own.levels.high", "in 300 generated sets of answers in always got as far as this level")
    ]


def test_levels_of_a_node_without_a_score_are_not_asked_for() -> None:
    tree = node("all", node("left", measures={"A": 1}), node("right", measures={"B": 1}), aggregate="none")
    assert doubts(sound(*AB, tree=tree, levels=FIVE_LEVELS)) == []
    never = rung("high", gate=both(fact("node.left", "gt", 90), fact("answer.A", "is", "none")))
    by_gate = sound(*AB, tree=tree | {"ladder": "own"}, ladders=[ladder("own", rung("low"), never)])
    assert doubts(by_gate) == [
        ("ladders.own.levels.high", "in 300 generated sets of answers all never reached the level")
    ]


def test_watching_stops_once_everything_was_seen_both_ways() -> None:
    document = sound(*AB)
    sets, looked_at = answer_sets(document), 0

    def counted() -> Iterator[AnswerSet]:
        nonlocal looked_at
        for each in sets:
            looked_at += 1
            yield each

    rules = {"low": compile_condition(condition(fact("node.all", "lt", 50)))}
    assert watch(document, rules, counted()) == Seen(frozenset(), frozenset())
    assert looked_at == 2  # everything at its best, everything at its worst


def test_what_can_never_be_told_has_neither_held_nor_failed() -> None:
    document = sound(*AB)
    open_ = {"open": compile_condition(condition(fact("answer.A", "is", "full")))}
    nothing = [each for each in answer_sets(document, 5) if not each.answers]
    assert watch(document, open_, nothing) == Seen(frozenset({"open"}), frozenset())
