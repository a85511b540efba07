"""What a plan comes to: how much is done, what it costs, what it promises as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from recommendations.plan.item_rows import gain_text, is_of, money
from recommendations.plan.models import ItemStatus, Plan, PlanItem
from recommendations.plan.plan_reach import reach_text
from recommendations.plan.planning import OPEN, estimated_cost
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.rules.document import Action


@dataclass(frozen=True, slots=True)
class Promise:
    """The score that the answers make once all of `item_count` items are done: scored as a whole, nothing added up.

    `left_out_count` counts items about which this round can say nothing.
    """

    gain: str
    now: str
    then: str
    item_count: int
    left_out_count: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Amounts in words; "" where there is nothing to say, all of them where nobody has entered any. `over` takes the place of `left` once more is spent.

    `reaches` says which level the plan reaches. `budget_yuan` and `spent_yuan` are the numbers behind the words, None where nobody has entered any.
    """

    done_count: int
    item_count: int
    overdue_count: int
    declined_count: int
    budget: str
    spent: str
    left: str
    over: str
    without_budget_count: int
    estimated_count: int
    year_budget: str
    year_left: str
    year_over: str
    promise: Promise | None
    reaches: str = ""
    budget_yuan: int | None = None
    spent_yuan: int | None = None


def totals_of(plan: Plan, items: Sequence[PlanItem], current: Round, overdue_count: int, locale: str) -> Totals:
    """This function will return the totals of a plan; what was decided against counts only with what it has cost."""
    wanted = wanted_items(items)
    has_money = any(item.budget is not None or item.spent is not None for item in items)
    budget = sum(item.budget or 0 for item in wanted)
    spent = sum(item.spent or 0 for item in items)
    return Totals(
        done_count=sum(1 for item in wanted if item.status == ItemStatus.DONE),
        item_count=len(wanted),
        overdue_count=overdue_count,
        declined_count=len(items) - len(wanted),
        budget=money(budget, locale) if has_money else "",
        spent=money(spent, locale) if has_money else "",
        left=money(budget - spent, locale) if has_money and spent <= budget else "",
        over=money(spent - budget, locale) if spent > budget else "",
        without_budget_count=sum(1 for item in wanted if item.budget is None),
        estimated_count=sum(1 for item in wanted if is_estimate(item, current)),
        year_budget=money(plan.budget, locale),
        year_left="" if plan.budget is None or budget > plan.budget else money(plan.budget - budget, locale),
        year_over="" if plan.budget is None or budget <= plan.budget else money(budget - plan.budget, locale),
        promise=promise_of_all(wanted, current),
        reaches=reach_of_all(wanted, current, locale),
        budget_yuan=budget if has_money else None,
        spent_yuan=spent if has_money else None,
    )


def wanted_items(items: Sequence[PlanItem]) -> list[PlanItem]:
    """This function will return the items that nobody decided against."""
    return [item for item in items if item.status != ItemStatus.DECLINED]


def is_estimate(item: PlanItem, current: Round) -> bool:
    """This function will say whether an item's budget is the estimated cost of its action, as it was filled in."""
    action = current.actions.get(item.action_key)
    return action is not None and bool(item.budget) and item.budget == estimated_cost(current, action)


def promise_of_all(items: Sequence[PlanItem], current: Round) -> Promise | None:
    """This function will return what open items, and those done since this round, make together; None for nothing.

    What was done in an earlier round is in this round's answers already.
    """
    shown = current.scorecard.overall.shown
    relevant, known = _counted(items, current)
    if shown is None or not known:
        return None
    gain = current.gains(current.changes(known)).get(current.scorecard.root, Fraction(0))
    return Promise(
        gain=gain_text(gain, current),
        now=_score(shown, current),
        then=_score(shown + gain, current),
        item_count=len(known),
        left_out_count=len(relevant) - len(known),
    )


def reach_of_all(items: Sequence[PlanItem], current: Round, locale: str) -> str:
    """This function will return which level the same items reach together, "" where there is nothing to say."""
    _relevant, known = _counted(items, current)
    if current.scorecard.overall.shown is None or not known:
        return ""
    return reach_text(known, current, locale)


def _counted(items: Sequence[PlanItem], current: Round) -> tuple[list[PlanItem], list[Action]]:
    """The items that still change answers, and the actions of those that this round knows."""
    relevant = [item for item in items if item.action_key and (item.status in OPEN or is_of(item, current))]
    return relevant, [current.actions[item.action_key] for item in relevant if item.action_key in current.actions]


def _score(share: Fraction, current: Round) -> str:
    return Speaker(current.scorer.document, "").points(current.scorecard.overall, share)
