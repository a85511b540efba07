"""Promised against measured, by hand: the sample bank has `machines` of three questions and `people` of four."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.utils.timezone import localdate

from assessment.responses.actions import Opened
from assessment.responses.models import Assessment
from recommendations.plan.models import AdviceRun, ItemStatus
from recommendations.plan.progress_promises import Outcome, Verdict, outcomes_of
from recommendations.plan.progress_rounds import Comparison, compare_rounds, taken_rounds
from recommendations.playbook.models import PlaybookRelease
from tests.plan.rounds import BEGUN, BETWEEN, answered, day_of, follow, plan_item, promise, submit_as

AFTER = BEGUN + timedelta(days=3)
KNOWN = {
    "has_plant": answered("yes"),
    "staff": answered("20"),
    "steps": answered("a0"),
    "tools": answered(["none"]),
    "share": answered("5"),
    "delay": answered("30"),
    "grid": answered({"north": "bad", "south": "bad"}),
    "skill": answered("a0"),
    "lead": answered("no"),
}


@pytest.fixture
def first(playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]) -> Assessment:
    return submit_as(answered_assessment(KNOWN), 1)


def pair_of(assessment: Assessment) -> Comparison:
    return compare_rounds(taken_rounds(assessment)[-2:])


def outcome(first: Assessment, changed: dict[str, Any], **item: Any) -> Outcome:
    """What becomes of one item when these answers change in the second round."""
    plan_item(first, item.pop("created_at", AFTER), **item)
    second = follow(first, 2, **changed).assessment
    (found,) = outcomes_of(pair_of(second)).outcomes
    return found


# Full credit of one question in seven: 100/7 points. `machines` has three of them: 100/3 of its own.
SEVENTH = Fraction(100, 7)


@pytest.mark.parametrize(
    ("promised", "answer", "status", "verdict"),
    [
        ("100/7", "a4", ItemStatus.DONE, Verdict.ABOUT),
        ("12", "a4", ItemStatus.DONE, Verdict.ABOUT),
        ("10", "a4", ItemStatus.DONE, Verdict.MORE),
        ("18", "a4", ItemStatus.DONE, Verdict.LESS),
        ("17", "a4", ItemStatus.DONE, Verdict.ABOUT),
        ("5", "a0", ItemStatus.DONE, Verdict.NOT_MOVED),
        ("5", "a0", ItemStatus.PLANNED, Verdict.NOT_DONE),
        ("5", "a0", ItemStatus.DOING, Verdict.NOT_DONE),
        ("5", "a0", ItemStatus.DECLINED, Verdict.DECLINED),
        ("5", "a2", ItemStatus.DECLINED, Verdict.DECLINED_MOVED),
        ("5", "a2", ItemStatus.PLANNED, Verdict.MOVED_ANYWAY),
    ],
)
def test_verdict_by_hand(first: Assessment, promised: str, answer: str, status: ItemStatus, verdict: Verdict) -> None:
    because = {"declined_because": "No money"} if status == ItemStatus.DECLINED else {}
    found = outcome(first, {"steps": answered(answer)}, status=status, promised=promise(promised, "steps"), **because)
    assert found.verdict is verdict


def test_the_measured_effect_is_that_of_its_own_questions_only(first: Assessment) -> None:
    changed = {"steps": answered("a4"), "skill": answered("a4"), "lead": answered("yes")}
    item = {"status": ItemStatus.DONE, "promised": promise("10", "steps", "tools", machines="30", people="1")}
    found = outcome(first, changed, **item)
    assert found.whole is not None and found.part is not None
    assert (found.whole.promised, found.whole.measured.points) == (10, SEVENTH)
    assert (found.part.node, found.part.promised) == ("machines", 30)
    assert found.part.measured.points == Fraction(100, 3)
    assert (found.questions, found.compared, found.shared) == (("steps", "tools"), ("steps", "tools"), 0)


def test_questions_that_were_not_asked_alike_measure_nothing(first: Assessment) -> None:
    changed = {"has_plant": answered("no")}
    found = outcome(first, changed, status=ItemStatus.DONE, promised=promise("10", "steps"))
    assert (found.compared, found.verdict) == ((), Verdict.NOT_COMPARABLE)


def test_an_item_of_ones_own_has_no_promise(first: Assessment) -> None:
    found = outcome(first, {}, status=ItemStatus.DONE)
    assert (found.whole, found.part, found.verdict) == (None, None, Verdict.NO_PROMISE)


def test_what_was_ticked_off_after_the_round_is_not_in_its_answers(first: Assessment) -> None:
    later = localdate(day_of(2)) + timedelta(days=1)
    found = outcome(first, {}, status=ItemStatus.DONE, done_on=later, promised=promise("5", "steps"))
    assert (found.is_done, found.verdict) == (False, Verdict.DONE_LATER)


def test_shared_questions_count_once_in_what_all_did(first: Assessment) -> None:
    done = {"status": ItemStatus.DONE}
    plan_item(first, AFTER, promised=promise("10", "steps", "tools"), **done)
    plan_item(first, AFTER, promised=promise("10", "steps", "skill"), **done)
    plan_item(first, AFTER, promised=promise("10", "lead"))
    changed = {"steps": answered("a4"), "skill": answered("a4"), "lead": answered("yes")}
    found = outcomes_of(pair_of(follow(first, 2, **changed).assessment))
    assert [each.shared for each in found.outcomes] == [1, 1, 0]
    measured = [each.whole.measured.points for each in found.outcomes if each.whole]
    assert measured == [SEVENTH, 2 * SEVENTH, SEVENTH]
    assert (found.done.points, found.done_count) == (2 * SEVENTH, 2)


def test_only_what_was_decided_between_the_rounds_is_held_against_them(
    first: Assessment, answered_assessment: Callable[..., Opened]
) -> None:
    rival: Opened = answered_assessment(KNOWN)
    titles = {
        "too early": BEGUN - timedelta(days=1),
        "between": AFTER,
        "too late": BEGUN + 2 * BETWEEN,
    }
    for title, at in titles.items():
        plan_item(first, at, title={"en": title})
    plan_item(
        first,
        BEGUN - timedelta(days=1),
        title={"en": "early, done since"},
        status=ItemStatus.DONE,
        done_on=date(2026, 4, 2),
    )
    plan_item(rival.assessment, AFTER, title={"en": "of a rival"})
    second = follow(first, 2).assessment
    run = AdviceRun.objects.get(result__assessment=first)
    plan_item(first, AFTER, title={"en": "of this advice"}, advice_run=run, action_key="A")
    found = outcomes_of(pair_of(second)).outcomes
    assert [each.item.title["en"] for each in found] == ["early, done since", "between", "of this advice"]


def test_the_scale_of_the_node_is_that_of_the_promise(first: Assessment) -> None:
    second = follow(first, 2, steps=answered("a4")).assessment
    plan_item(first, AFTER, status=ItemStatus.DONE, promised=promise("1/3", "steps"))
    (found,) = outcomes_of(pair_of(second)).outcomes
    assert found.whole is not None
    assert found.whole.promised == Fraction(1, 3)
