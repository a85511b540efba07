"""Who pays for each recommended action, as it is shown beside it."""

from collections.abc import Iterable, Mapping
from datetime import date

from assessment.scoring.document import BankDocument
from assessment.scoring.facts import Lookup
from assessment.scoring.texts import localise
from recommendations.catalogue.funding import MoneyView, money_view
from recommendations.catalogue.funding_amounts import MoneyAmounts, YuanRange
from recommendations.catalogue.funding_lines import begun_on, line_of_action
from recommendations.catalogue.funding_queries import schemes_for
from recommendations.catalogue.scheme_view import SchemeView
from recommendations.report.content.exact_schema import Amount, Amounts
from recommendations.report.content.money_schema import Money, MoneyLine, PlanMoney, Support
from recommendations.rules.document import Action, CostBand


def money_of(
    actions: Iterable[Action],
    bands: Iterable[CostBand],
    lookup: Lookup,
    bank: BankDocument,
    on: date,
    locale: str,
    begins: Mapping[str, date],
) -> dict[str, Money]:
    """This function will return who pays for each action that costs money, by its key, in the active language.

    Each is looked at by itself: a cap that several share counts for all of them together. `begins` are the days on which
    actions will begin, where they are planned. Two queries.
    """
    matches = schemes_for(lookup, on=on, bank=bank, locale=locale)
    by_key = {band.key: band for band in bands}
    found = {}
    for action in actions:
        band = by_key[action.cost_band]
        if band.maximum == 0:
            continue
        line = line_of_action(
            key=action.key,
            title=localise(action.title, locale),
            low=band.minimum,
            high=band.maximum,
            categories=action.categories,
        )
        line = begun_on(line, begins.get(action.key))
        found[action.key] = _money(money_view([line], matches, on=on, locale=locale))
    return found


def plan_money_of(view: MoneyView | None) -> PlanMoney | None:
    """This function will return who pays for all that a plan leaves open, None where nothing is open."""
    if view is None:
        return None
    lines = tuple(
        MoneyLine(
            title=line.title,
            price=line.price,
            enterprise=line.enterprise,
            provider=line.provider,
            support=line.support,
            amounts=None if line.amounts is None else _amounts(line.amounts),
            remarks=line.remarks,
        )
        for line in view.lines
    )
    return PlanMoney(**dict(_money(view)), lines=lines)


def _money(view: MoneyView) -> Money:
    return Money(
        headline=view.headline,
        price=view.price,
        enterprise=view.enterprise,
        provider=view.provider,
        support=view.support,
        support_title=view.support_title,
        schemes=tuple(_support(scheme) for scheme in (*view.schemes, *view.beside)),
        assumptions=view.assumptions,
        amounts=_amounts(view.amounts),
    )


def _amounts(given: MoneyAmounts) -> Amounts:
    return Amounts(
        price=_amount(given.price),
        enterprise=_amount(given.enterprise),
        provider=_amount(given.provider),
        support=_amount(given.support),
    )


def _amount(given: YuanRange) -> Amount:
    return Amount(low=f"{given.low:f}", high="" if given.high is None else f"{given.high:f}")


def _support(scheme: SchemeView) -> Support:
    return Support(
        key=scheme.key,
        title=scheme.title,
        terms=" · ".join(part for part in (scheme.form, scheme.terms) if part),
        qualify=scheme.qualify,
        flags=tuple(flag.text for flag in scheme.flags),
        is_sample=scheme.is_sample,
    )
