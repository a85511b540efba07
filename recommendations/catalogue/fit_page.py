"""The page of services for one enterprise: the search, judged, with the actions that each helps and cases alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext

from assessment.scoring.document import BankDocument
from assessment.scoring.facts import Lookup
from recommendations.catalogue.contact.access import can_be_asked
from recommendations.catalogue.eligibility import Eligibility, Judge
from recommendations.catalogue.fit import Fitting, find_fitting
from recommendations.catalogue.fit_cases import cases_like
from recommendations.catalogue.forms import FitForm
from recommendations.catalogue.models import Offering, OfferingKind
from recommendations.catalogue.pages_offering import NAMED_AT_ONCE, OfferingCard, card_of
from recommendations.catalogue.reader import Reader
from recommendations.catalogue.search import cards_of
from recommendations.catalogue.search_page import Chip, Pages, address_with, chips_of, pages_of


@dataclass(frozen=True, slots=True)
class Helped:
    """A recommended action of the enterprise, by its key and in its language."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class FitCard:
    """`fit` is the word for `is_yes`, `is_no` or neither; `helps` are the most pressing actions of those that this helps."""

    card: OfferingCard
    fit: str
    is_yes: bool
    is_no: bool
    reason: str
    helps: tuple[Helped, ...]
    helps_more: int
    can_be_asked: bool


@dataclass(frozen=True, slots=True)
class CaseCard:
    card: OfferingCard
    alike: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FitPage:
    """`fits` choose between the three answers; `every_fit` shows what fits or may fit."""

    cards: tuple[FitCard, ...]
    cases: tuple[CaseCard, ...]
    every_kind: Chip
    chips: tuple[Chip, ...]
    every_fit: Chip
    fits: tuple[Chip, ...]
    pages: Pages
    has_samples: bool


@dataclass(frozen=True)
class Enterprise:
    """Whom the page is for. `helps` are the recommended actions by category, the most pressing first."""

    lookup: Lookup
    bank: BankDocument
    helps: Mapping[str, tuple[Helped, ...]]


def fit_page(enterprise: Enterprise, form: FitForm, query: QueryDict, reader: Reader, on: date) -> FitPage:
    """This function will return a page of what the form asks for, judged. Four queries, however much there is."""
    wanted, shown = form.wanted(), form.shown()
    judge = Judge(enterprise.bank, enterprise.lookup, reader.locale)
    fitting = find_fitting(
        wanted, shown, enterprise.lookup, first=enterprise.helps, bank=enterprise.bank.slug, on=on, locale=reader.locale
    )
    form.count("category", fitting.found.by_category)
    pages = pages_of(len(fitting.found.pks), query)
    offerings = cards_of(fitting.found.page(pages.number))
    cards = tuple(_card(offering, enterprise, judge, reader, on) for offering in offerings)
    cases = _cases(enterprise, reader, on) if pages.number == 1 and wanted.kind != OfferingKind.CASE else ()
    return FitPage(
        cards=cards,
        cases=cases,
        every_kind=_every_kind(fitting, wanted.kind, query),
        chips=chips_of(fitting.found, wanted, query),
        every_fit=_every_fit(fitting, form, query),
        fits=_fits(fitting, form, query),
        pages=pages,
        has_samples=any(card.is_sample for card in (*(each.card for each in cards), *(each.card for each in cases))),
    )


def _card(offering: Offering, enterprise: Enterprise, judge: Judge, reader: Reader, on: date) -> FitCard:
    judgement = judge.judge(offering)
    helps = enterprise.helps.get(offering.category.key, ())
    return FitCard(
        card=card_of(offering, reader, on),
        fit=str(judgement.eligibility.label),
        is_yes=judgement.eligibility is Eligibility.YES,
        is_no=judgement.eligibility is Eligibility.NO,
        reason=judgement.reason,
        helps=helps[:NAMED_AT_ONCE],
        helps_more=max(0, len(helps) - NAMED_AT_ONCE),
        can_be_asked=can_be_asked(offering) and judgement.eligibility is not Eligibility.NO,
    )


def _cases(enterprise: Enterprise, reader: Reader, on: date) -> tuple[CaseCard, ...]:
    alike = cases_like(enterprise.lookup, bank=enterprise.bank, on=on, locale=reader.locale)
    return tuple(CaseCard(card_of(each.offering, reader, on), each.alike) for each in alike)


def _every_kind(fitting: Fitting, kind: str, query: QueryDict) -> Chip:
    counts = fitting.found.by_kind
    title = gettext("all but cases")
    return Chip(title, counts.total() - counts[OfferingKind.CASE], address_with(query, kind=""), not kind)


def _every_fit(fitting: Fitting, form: FitForm, query: QueryDict) -> Chip:
    count = fitting.by_fit[Eligibility.YES] + fitting.by_fit[Eligibility.MAYBE]
    return Chip(gettext("fits or may fit"), count, address_with(query, fit=""), not form.chosen_fit)


def _fits(fitting: Fitting, form: FitForm, query: QueryDict) -> tuple[Chip, ...]:
    return tuple(
        Chip(str(fit.label), fitting.by_fit[fit], address_with(query, fit=fit), form.chosen_fit == fit)
        for fit in Eligibility
    )
