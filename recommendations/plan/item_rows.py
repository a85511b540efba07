"""An item in words, as page, workbook and calendar show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from assessment.scoring.figures import json_points, shown_gain
from assessment.scoring.texts import localise
from recommendations.catalogue.wording import amount_text
from recommendations.plan.items import is_removable
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.planning import OPEN
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker

DAY_FORMATS = {"en": "j F Y", "zh-hans": "Y年n月j日"}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """`promised` is "" where nothing was; `is_earlier`: its action was advised in an earlier round."""

    item: PlanItem
    public_id: UUID
    version: int
    title: str
    status: str
    status_label: str
    due: str
    done: str
    budget: str
    spent: str
    promised: str
    offering: str
    provider: str
    is_sample: bool
    is_open: bool
    is_overdue: bool
    is_earlier: bool
    is_removable: bool


def item_rows(items: Sequence[PlanItem], current: Round, today: date, locale: str) -> list[ItemRow]:
    """This function will return `items` in words, in their order, in `locale`, which is the active language."""
    return [item_row(item, current, today, locale) for item in items]


def item_row(item: PlanItem, current: Round, today: date, locale: str) -> ItemRow:
    """This function will return one item in words, in `locale`, which is the active language."""
    offering, status = item.offering, ItemStatus(item.status)
    return ItemRow(
        item=item,
        public_id=item.public_id,
        version=item.version,
        title=localise(item.title, locale),
        status=status.value,
        status_label=str(status.label),
        due=day(item.due_on),
        done=day(item.done_on),
        budget=budget_text(item.budget, locale),
        spent=money(item.spent, locale),
        promised=promised_text(item, current),
        offering="" if offering is None else localise(offering.title, locale),
        provider="" if offering is None else localise(offering.provider.name, locale),
        is_sample=offering is not None and offering.provider.is_sample,
        is_open=status in OPEN,
        is_overdue=is_overdue(item, today),
        is_earlier=bool(item.action_key) and not is_of(item, current),
        is_removable=is_removable(item),
    )


def is_overdue(item: PlanItem, today: date) -> bool:
    """This function will say whether an open item should have been done before `today`."""
    return item.status in OPEN and item.due_on is not None and item.due_on < today


def is_of(item: PlanItem, current: Round) -> bool:
    """This function will say whether an item was taken up from the advice of this very round."""
    return current.run is not None and item.advice_run_id == current.run.pk


def promised_effect(item: PlanItem) -> Fraction:
    """This function will return the points that were promised for the overall score, on 0–100; 0 for none."""
    return Fraction(item.promised.get("effect", 0))


def promised_text(item: PlanItem, current: Round) -> str:
    """This function will return the promised points with their sign, "" for none; those of this round on its scale."""
    effect = promised_effect(item)
    if not effect:
        return ""
    return gain_text(effect, current) if is_of(item, current) else shown_gain(effect)


def promised_number(item: PlanItem) -> float | None:
    """This function will return the promised points, on 0–100, as the number that shows their digits; None for none."""
    return json_points(promised_effect(item)) if item.promised else None


def gain_text(gain: Fraction, current: Round) -> str:
    """This function will return points of 0–100 as points on the scale of the whole, with their sign."""
    return Speaker(current.scorer.document, "").gain(current.scorecard.overall, gain)


def day(value: date | None) -> str:
    """This function will return a day in words in the active language, "" for none."""
    if value is None:
        return ""
    return date_format(value, DAY_FORMATS.get(get_language() or "en", DAY_FORMATS["en"]))


def budget_text(yuan: int | None, locale: str) -> str:
    """This function will return a budget in words: what is to cost nothing takes the own time of people."""
    return gettext("Own time only") if yuan == 0 else money(yuan, locale)


def money(yuan: int | None, locale: str) -> str:
    """This function will return an amount in whole yuan in words, "" where none is given."""
    return "" if yuan is None else amount_text(Decimal(yuan), Decimal(yuan), locale)
