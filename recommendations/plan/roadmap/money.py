"""Who pays for the roadmap: the enterprise, the provider, and whoever may support it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.figures import rounded
from recommendations.catalogue.funding import MoneyView, money_view
from recommendations.catalogue.funding_lines import CostLine, begun_on, line_of_action, line_of_price
from recommendations.catalogue.funding_queries import schemes_for
from recommendations.plan.planning import QUARTER, estimated_cost
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.rules.roadmap.begun import Begun
from recommendations.rules.roadmap.result import Stage

ZERO = Fraction(0)

Begins = Mapping[str, Begun]


@dataclass(frozen=True, slots=True)
class Span:
    """What something may cost in yuan; `high` None = open upwards."""

    low: Fraction
    high: Fraction | None

    def __add__(self, other: "Span") -> "Span":
        high = None if self.high is None or other.high is None else self.high + other.high
        return Span(self.low + other.low, high)

    @property
    def is_known(self) -> bool:
        return self.low == self.high


def span_of(action: str, current: Round, begun: Begins) -> Span:
    """This function will return what an action may cost: what is set aside for it once begun, else its cost band."""
    state = begun.get(action)
    if state is not None and state.is_done:
        return Span(ZERO, ZERO)
    if state is not None and state.cost is not None:
        return Span(state.cost, state.cost)
    bands = current.playbook.cost_bands if current.playbook else ()
    band = next(band for band in bands if band.key == current.actions[action].cost_band)
    return Span(Fraction(band.minimum), None if band.maximum is None else Fraction(band.maximum))


def roadmap_money(
    stages: Iterable[Stage], current: Round, begun: Begins, speaker: Speaker, on: date
) -> MoneyView | None:
    """This function will return who pays for the actions that cost money, in their order, if the roadmap begins `on` a day.

    None where nothing has to be bought. Two queries, whatever is chosen.
    """
    lines = [
        begun_on(_line(stage.action, current, begun, speaker), _first_day(stage, begun, on))
        for stage in stages
        if span_of(stage.action, current, begun).high != 0
    ]
    matches = schemes_for(current.case.lookup, on=on, bank=current.scorer.document, locale=speaker.locale)
    return money_view(lines, matches, on=on, locale=speaker.locale) if lines else None


def _first_day(stage: Stage, begun: Begins, on: date) -> date | None:
    return None if stage.action in begun else on + (stage.quarter - 1) * QUARTER


def _line(key: str, current: Round, begun: Begins, speaker: Speaker) -> CostLine:
    action, span = current.actions[key], span_of(key, current, begun)
    title, low = speaker.say(action.title), _whole(span.low)
    if key in begun and begun[key].cost not in (None, estimated_cost(current, action)):
        return line_of_price(key=key, title=title, price=low, categories=action.categories)
    high = None if span.high is None else _whole(span.high)
    return line_of_action(key=key, title=title, low=low, high=high, categories=action.categories)


def _whole(yuan: Fraction) -> Decimal:
    return rounded(yuan, 0)
