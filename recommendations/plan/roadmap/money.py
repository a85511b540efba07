"""Who pays for the roadmap: the enterprise, the provider, and whoever may support it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.figures import rounded
from recommendations.catalogue.funding import MoneyView, money_view
from recommendations.catalogue.funding_lines import line_of_action
from recommendations.catalogue.funding_queries import schemes_for
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.rules.roadmap.begun import Begun

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


def roadmap_money(keys: Iterable[str], current: Round, begun: Begins, speaker: Speaker, on: date) -> MoneyView | None:
    """This function will return who pays for these actions that cost money, in their order.

    None where nothing has to be bought. Two queries, whatever is chosen.
    """
    spans = {key: span_of(key, current, begun) for key in keys}
    lines = [
        line_of_action(
            key=key,
            title=speaker.say(current.actions[key].title),
            low=_whole(span.low),
            high=None if span.high is None else _whole(span.high),
            categories=current.actions[key].categories,
        )
        for key, span in spans.items()
        if span.high != 0
    ]
    matches = schemes_for(current.case.lookup, on=on, bank=current.scorer.document, locale=speaker.locale)
    return money_view(lines, matches, on=on, locale=speaker.locale) if lines else None


def _whole(yuan: Fraction) -> Decimal:
    return rounded(yuan, 0)
