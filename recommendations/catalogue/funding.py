"""Who pays for one action, or for many: lines with prices in, a view with all its words out.

    from recommendations.catalogue.funding_lines import line_of_action, line_of_offering, line_of_price
    from recommendations.catalogue.funding_queries import schemes_for

    matches = schemes_for(facts.get, on=today, bank=bank, locale=locale)
    line = line_of_action(key=action.key, title=title, low=band.minimum, high=band.maximum, categories=action.categories)
    view = money_view([line], matches, on=today, locale=locale)

Show it with {% include "catalogue/money.html" with money=view %}.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext, pgettext

from assessment.scoring.figures import rounded, shown_number
from recommendations.catalogue.funding_amounts import MoneyAmounts, YuanRange, amounts_of, yuan_range
from recommendations.catalogue.funding_lines import CostLine
from recommendations.catalogue.funding_names import Names
from recommendations.catalogue.funding_queries import SchemeMatch, rule_of
from recommendations.catalogue.funding_remarks import Remarks
from recommendations.catalogue.funding_wording import assumption_texts
from recommendations.catalogue.models import Payer
from recommendations.catalogue.scheme_view import SchemeView, scheme_view
from recommendations.catalogue.wording import amount_text
from recommendations.rules.money import MoneySplit, Parts
from recommendations.rules.money_assumptions import assumptions_of
from recommendations.rules.money_split import is_carried, is_meant, split_money


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """The parts of one line in words; "" for all of them, and no `amounts`, where the price is not known.

    `remarks` say why less support stands here than the line could have by itself.
    """

    key: str
    title: str
    price: str
    enterprise: str
    provider: str
    support: str
    amounts: MoneyAmounts | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of the bar in hundredths of its length, as text."""

    kind: str
    start: str
    length: str


@dataclass(frozen=True, slots=True)
class MoneyView:
    """Who pays, in one language. `headline` says it in a sentence; `schemes` may carry a part, `beside` never do."""

    headline: str
    price: str
    enterprise: str
    provider: str
    support: str
    support_title: str
    amounts: MoneyAmounts
    lines: tuple[MoneyLine, ...]
    bar: tuple[BarPart, ...]
    schemes: tuple[SchemeView, ...]
    beside: tuple[SchemeView, ...]
    assumptions: tuple[str, ...]


def money_view(lines: Sequence[CostLine], matches: Iterable[SchemeMatch], *, on: date, locale: str) -> MoneyView:
    """This function will return who pays for `lines`, in the active language. No query.

    `matches` come from `schemes_for`; schemes that are not open to the enterprise are left out. Each line's key must
    stand once. What costs nothing has no line beside what costs something.
    """
    items = [line.item for line in lines]
    rules = {match.scheme.key: (match, rule_of(match, on)) for match in matches if match.is_open}
    meant = {key: pair for key, pair in rules.items() if any(is_meant(item, pair[1]) for item in items)}
    rules = {key: pair for key, pair in meant.items() if any(is_carried(item, pair[1]) for item in items)}
    split = split_money(items, [rule for _match, rule in rules.values()])
    assumed = assumptions_of(items, [rule for _match, rule in meant.values()], split)
    names = Names({line.item.key: line for line in lines}, {key: match.scheme for key, (match, _) in meant.items()})
    remarks = Remarks([rule for _match, rule in meant.values()], split, assumed, names, locale)
    shown = [line for line in lines if not line.item.is_free] or lines
    amounts = amounts_of(split.total, split.items.values())
    carrying = [_scheme(match, split, on, locale) for match, rule in rules.values() if rule.carries]
    return MoneyView(
        headline=_headline(split, bool(carrying), locale),
        price=_amount(amounts.price, locale, gettext("Own time only")),
        enterprise=_amount(amounts.enterprise, locale),
        provider=_amount(amounts.provider, locale),
        support=_amount(amounts.support, locale),
        support_title=_support_title([rules[key][0] for key in split.carried]),
        amounts=amounts,
        lines=tuple(_line(line, split.items.get(line.item.key), remarks.on(line.item), locale) for line in shown),
        bar=_bar(split.total),
        schemes=tuple(sorted(carrying, key=lambda shown: not shown.carries)),
        beside=tuple(_scheme(match, split, on, locale) for match, rule in rules.values() if not rule.carries),
        assumptions=assumption_texts(assumed, names, locale),
    )


def _scheme(match: SchemeMatch, split: MoneySplit, on: date, locale: str) -> SchemeView:
    carried = split.carried.get(match.scheme.key)
    return scheme_view(match, on, locale, carries=_amount(yuan_range(carried), locale) if carried else "")


def _amount(amount: YuanRange, locale: str, nothing: str = "") -> str:
    if amount.high == 0:
        return nothing or pgettext("amount", "nothing")
    return amount_text(amount.low, amount.high, locale)


def _headline(split: MoneySplit, has_uncounted: bool, locale: str) -> str:
    total = split.total
    if not split.items:
        return gettext("The price is not known yet.")
    if not total.price.high:
        return gettext("Nothing has to be bought: it takes your own time only.")
    said = {
        "price": _amount(yuan_range(total.price, total.open_upwards), locale),
        "enterprise": _amount(yuan_range(total.enterprise, total.open_upwards), locale),
    }
    if total.support.high > total.support.low:
        return _between(split, said["price"], locale)
    if total.support.high:
        return gettext("The price is %(price)s; you pay %(enterprise)s after the support counted here.") % said
    if total.provider.high:
        return gettext("The price is %(price)s; you pay %(enterprise)s after the provider's discount.") % said
    if has_uncounted:
        return gettext("You pay %(price)s; schemes named here may carry a part, but none could be counted.") % said
    return gettext("You pay all of it: %(price)s. No scheme known here carries a part.") % said


def _between(split: MoneySplit, price: str, locale: str) -> str:
    """The least and the most the enterprise pays, and on what that depends."""
    total = split.total
    least, most = (rounded(amount, 0) for amount in (total.enterprise.low, total.enterprise.high))
    said = {
        "price": price,
        "least": amount_text(least, least, locale),
        "most": amount_text(most, None if total.open_upwards else most, locale),
    }
    if not total.price.low and not total.open_upwards:
        text = gettext("The price is %(price)s; you pay at most %(most)s, less if support counted here is granted.")
    elif total.open_upwards:
        text = gettext("The price is %(price)s; you pay at least %(least)s if all support counted here is granted.")
    else:
        text = gettext(
            "The price is %(price)s; you pay at least %(least)s if all support counted here is granted, at most %(most)s."
        )
    return text % said


def _support_title(carrying: Sequence[SchemeMatch]) -> str:
    payers = {match.scheme.payer for match in carrying}
    if payers == {Payer.PRIVATE}:
        return gettext("Private support")
    return gettext("Public and private support") if Payer.PRIVATE in payers else gettext("Public support")


def _line(line: CostLine, parts: Parts | None, remarks: tuple[str, ...], locale: str) -> MoneyLine:
    if parts is None:
        return MoneyLine(line.item.key, line.title, gettext("not known"), "", "", "")
    amounts = amounts_of(parts, [parts])
    return MoneyLine(
        line.item.key,
        line.title,
        _amount(amounts.price, locale, gettext("Own time only")),
        _amount(amounts.enterprise, locale),
        _amount(amounts.provider, locale),
        _amount(amounts.support, locale),
        amounts,
        remarks,
    )


def _bar(total: Parts) -> tuple[BarPart, ...]:
    """The upper price with all possible support, parts of nothing left out."""
    corner, start, parts = total.high_all, Fraction(0), []
    amounts = {"enterprise": corner.enterprise, "provider": corner.provider, "support": corner.support}
    for kind, amount in amounts.items():
        if amount:
            length = amount * 100 / corner.price
            parts.append(BarPart(kind, shown_number(start, 2), shown_number(length, 2)))
            start += length
    return tuple(parts)
