"""Who pays for what is planned: the enterprise, the provider, and whoever may support it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assessment.scoring.texts import localise
from recommendations.catalogue.funding import MoneyView, money_view
from recommendations.catalogue.funding_lines import CostLine, begun_on, line_of_action, line_of_offering, line_of_price
from recommendations.catalogue.funding_queries import schemes_for
from recommendations.catalogue.price_basis import PriceBasis, is_paid_once, price_basis
from recommendations.catalogue.wording import price_text
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.plan_totals import is_estimate
from recommendations.plan.planning import OPEN, QUARTER
from recommendations.plan.rounds import Round


def plan_money(
    items: Sequence[PlanItem], current: Round, on: date, locale: str, *, begins_on: date | None
) -> MoneyView | None:
    """This function will return who pays for the open items, in the active language; None where nothing is open.

    What is done is paid for. `begins_on` is the first day of the first quarter. Two queries.
    """
    open_items = [item for item in items if item.status in OPEN]
    lines = [begun_on(_line(item, current, locale), first_day(item, begins_on)) for item in open_items]
    if not lines:
        return None
    matches = schemes_for(current.case.lookup, on=on, bank=current.scorer.document, locale=locale)
    return money_view(lines, matches, on=on, locale=locale)


def first_day(item: PlanItem, begins_on: date | None) -> date | None:
    """This function will return the day on which an item will begin, None where that is open or it has begun."""
    if item.status != ItemStatus.PLANNED or not item.quarter or begins_on is None:
        return None
    try:
        return begins_on + (item.quarter - 1) * QUARTER
    except OverflowError:
        return date.max


def _line(item: PlanItem, current: Round, locale: str) -> CostLine:
    """The published price of the chosen service, else the budget that was entered, else the action's cost band.

    A price by time or by head is never that of the whole; one per piece stands back behind a budget.
    """
    offering = item.offering
    if offering is None:
        return _own_line(item, current, locale)
    basis = price_basis(offering)
    if basis is PriceBasis.WHOLE or (is_paid_once(offering) and not _is_entered(item, current)):
        action = current.actions.get(item.action_key)
        line = line_of_offering(
            key=str(item.public_id),
            title=localise(item.title, locale),
            offering=offering,
            categories=action.categories if action else [],
            locale=locale,
        )
        return line if line.item.low is not None else _own_line(item, current, locale)
    left_out = price_text(offering, locale) if offering.price_minimum is not None else ""
    return replace(_own_line(item, current, locale), left_out=left_out)


def _is_entered(item: PlanItem, current: Round) -> bool:
    return item.budget is not None and not is_estimate(item, current)


def _own_line(item: PlanItem, current: Round, locale: str) -> CostLine:
    """The budget that people entered, else the action's cost band."""
    key, title = str(item.public_id), localise(item.title, locale)
    action = current.actions.get(item.action_key)
    categories = action.categories if action else []
    if action is not None and current.playbook is not None and not _is_entered(item, current):
        band = next(band for band in current.playbook.cost_bands if band.key == action.cost_band)
        return line_of_action(
            key=key,
            title=title,
            low=band.minimum,
            high=band.maximum,
            categories=categories,
        )
    return line_of_price(key=key, title=title, price=item.budget, categories=categories)
