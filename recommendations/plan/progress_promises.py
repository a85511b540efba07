"""What actions of the plan promised, beside what the answers to their questions have moved since."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from django.db.models import Q

from assessment.scoring.trend import NO_CHANGE_KNOWN, Change, Turn, changed_answers, measured_change
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.progress_rounds import Comparison

# An editorial choice, said on the page: within a fifth of what was expected, or within half a point.
NEAR_SHARE = Fraction(1, 5)
NEAR_POINTS = Fraction(1, 2)


class Verdict(StrEnum):
    MORE = "more"
    ABOUT = "about"
    LESS = "less"
    NOT_MOVED = "not_moved"
    NOT_DONE = "not_done"
    DECLINED = "declined"
    DECLINED_MOVED = "declined_moved"
    DONE_LATER = "done_later"
    MOVED_ANYWAY = "moved_anyway"
    NOT_COMPARABLE = "not_comparable"
    NO_PROMISE = "no_promise"


# Of what was not done by the later round, and has not moved.
UNMOVED = {ItemStatus.DECLINED: Verdict.DECLINED, ItemStatus.DONE: Verdict.DONE_LATER}


@dataclass(frozen=True, slots=True)
class Part:
    """Promised and measured points of one node, on its own scale."""

    node: str
    promised: Fraction
    measured: Change


@dataclass(frozen=True, slots=True)
class Outcome:
    """One item of the plan. `whole` is the overall score, `part` where most was promised; None without a promise.

    Of its `questions` those `compared` were asked alike in both rounds; of these `shared` belong to other items as well
    and `newly_known` were not known before, so that a part of the points may be knowing better.
    """

    item: PlanItem
    is_done: bool
    whole: Part | None
    part: Part | None
    questions: tuple[str, ...]
    compared: tuple[str, ...]
    shared: int
    newly_known: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Outcomes:
    """`done` is what the questions of everything that was done moved together, by one calculation."""

    outcomes: tuple[Outcome, ...]
    done: Change
    done_count: int


def outcomes_of(pair: Comparison) -> Outcomes:
    """This function will return what became of the plan between two rounds. One query."""
    items = _items(pair)
    asked = {item.pk: _questions(item) for item in items}
    learnt = {key for key, turn in changed_answers(pair.scorer, pair.compared) if turn is Turn.NEWLY_KNOWN}
    found = tuple(_outcome(pair, item, asked, learnt) for item in items)
    done = [each for each in found if each.is_done and each.compared]
    together = {key for each in done for key in each.compared}
    root = pair.scorer.index.tree.root.key
    joint = measured_change(pair.scorer, pair.compared, together, root) if done else NO_CHANGE_KNOWN
    return Outcomes(found, joint, len(done))


def _items(pair: Comparison) -> Sequence[PlanItem]:
    """Decided on after the earlier round was submitted first, or before it and done since."""
    first, last = pair.first, pair.last
    bank = last.result.release.bank_id
    since = Q(created_at__gte=first.submitted.began_at) | Q(done_on__gt=first.day)
    of_bank = Q(advice_run__isnull=True) | Q(advice_run__result__release__bank=bank)
    items = PlanItem.objects.filter(
        since, of_bank, plan__enterprise=last.result.assessment.enterprise_id, created_at__lt=last.result.submitted_at
    )
    return list(items.order_by("created_at", "pk"))


def _questions(item: PlanItem) -> tuple[str, ...]:
    return tuple(item.promised.get("changes", ()))


def _outcome(
    pair: Comparison, item: PlanItem, asked: Mapping[int, tuple[str, ...]], learnt: Collection[str]
) -> Outcome:
    own = asked[item.pk]
    compared = tuple(key for key in pair.compared.questions if key in own)
    others = {key for pk, keys in asked.items() if pk != item.pk for key in keys}
    is_done = _was_done(pair, item)
    root, effects = pair.scorer.index.tree.root.key, item.promised.get("effects", {})
    whole = _part(pair, item.promised.get("effect", "0"), compared, root) if item.promised else None
    most = _most_promised(pair, effects)
    return Outcome(
        item=item,
        is_done=is_done,
        whole=whole,
        part=_part(pair, effects[most], compared, most) if most else None,
        questions=own,
        compared=compared,
        shared=sum(key in others for key in compared),
        newly_known=sum(key in learnt for key in compared),
        verdict=_verdict(item, is_done, whole, bool(compared)),
    )


def _was_done(pair: Comparison, item: PlanItem) -> bool:
    """What was ticked off after the later round is not in its answers yet."""
    return item.status == ItemStatus.DONE and item.done_on is not None and item.done_on <= pair.last.day


def _part(pair: Comparison, promise: str, compared: Sequence[str], node: str) -> Part:
    """A promise is written on 0–100, whatever the node's own scale."""
    promised, score = Fraction(promise), pair.compared.cards[0].nodes[node]
    return Part(
        node, score.on_scale(promised) or Fraction(0), measured_change(pair.scorer, pair.compared, compared, node)
    )


def _most_promised(pair: Comparison, effects: Mapping[str, str]) -> str | None:
    parts = [child.key for child in pair.scorer.document.tree.children if child.key in effects]
    return max(parts, key=lambda key: Fraction(effects[key]), default=None)


def _verdict(item: PlanItem, is_done: bool, whole: Part | None, is_comparable: bool) -> Verdict:
    if whole is None:
        return Verdict.NO_PROMISE
    measured = whole.measured.points
    if not is_comparable or measured is None:
        return Verdict.NOT_COMPARABLE
    if not is_done:
        if measured and item.status == ItemStatus.DECLINED:
            return Verdict.DECLINED_MOVED
        if measured > 0:
            return Verdict.MOVED_ANYWAY
        return UNMOVED.get(ItemStatus(item.status), Verdict.NOT_DONE)
    return Verdict.NOT_MOVED if measured <= 0 else _against(whole.promised, measured)


def _against(promised: Fraction, measured: Fraction) -> Verdict:
    if abs(measured - promised) <= max(NEAR_POINTS, NEAR_SHARE * promised):
        return Verdict.ABOUT
    return Verdict.MORE if measured > promised else Verdict.LESS
