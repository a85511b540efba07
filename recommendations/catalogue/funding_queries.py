"""Funding schemes for an enterprise and for everybody."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from assessment.scoring.document import BankDocument
from assessment.scoring.facts import Lookup
from recommendations.catalogue.eligibility import Eligibility, Judge
from recommendations.catalogue.models import FundingScheme, SchemeForm
from recommendations.catalogue.scheme_days import is_verified_lately
from recommendations.catalogue.scheme_rows import readable
from recommendations.catalogue.wording import YUAN
from recommendations.rules.money import Scheme

BEST_FIRST = (Eligibility.YES, Eligibility.MAYBE, Eligibility.NO)
CARRYING = (SchemeForm.GRANT, SchemeForm.VOUCHER)
HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class SchemeMatch:
    """A running scheme, whether the profile fits it, and why. Nobody but the office can say yes."""

    scheme: FundingScheme
    categories: frozenset[str]
    eligibility: Eligibility
    reason: str

    @property
    def is_open(self) -> bool:
        return self.eligibility is not Eligibility.NO


def schemes_for(lookup: Lookup, *, on: date, bank: BankDocument, locale: str) -> tuple[SchemeMatch, ...]:
    """This function will return the schemes that run on a day, judged for one enterprise. Two queries.

    `lookup` is `Facts.get` of the enterprise's answers to `bank`. Those that fit come first, then those that end
    first, then by key. Expired, suspended and not yet valid ones never appear.
    """
    judge = Judge(bank, lookup, locale)
    running = FundingScheme.objects.on_offer(on).filter(bank_slug=bank.slug)
    matches = [_match(scheme, judge) for scheme in readable(running.order_by("key").prefetch_related("categories"))]
    return tuple(sorted(matches, key=_place))


def _match(scheme: FundingScheme, judge: Judge) -> SchemeMatch:
    judgement = judge.judge(scheme)
    categories = frozenset(category.key for category in scheme.categories.all())
    return SchemeMatch(scheme, categories, judgement.eligibility, judgement.reason)


def _place(match: SchemeMatch) -> tuple[int, date, str]:
    return BEST_FIRST.index(match.eligibility), match.scheme.valid_until or date.max, match.scheme.key


def rule_of(match: SchemeMatch, on: date) -> Scheme:
    """This function will return a matched scheme as the exact rule that splits prices.

    It is certain only where the profile fits, nothing is left to check with the office, and somebody verified it
    within a year. Amounts in other currencies are not converted: they count as not known. A scheme for one `place` is
    not counted: the questionnaire does not ask for it.
    """
    scheme = match.scheme
    in_yuan = scheme.currency == YUAN
    return Scheme(
        key=scheme.key,
        rate=None if scheme.rate_percent is None or not in_yuan else Fraction(scheme.rate_percent) / HUNDRED,
        cap=None if scheme.cap is None or not in_yuan else Fraction(scheme.cap),
        eligible=Fraction(scheme.eligible_percent) / HUNDRED,
        categories=match.categories,
        stacks=scheme.stacks,
        stacked=None if scheme.stacked_percent is None else Fraction(scheme.stacked_percent) / HUNDRED,
        certain=match.eligibility is Eligibility.YES and not scheme.checks and is_verified_lately(scheme, on),
        carries=scheme.form in CARRYING,
        is_local=bool(scheme.place),
        until=scheme.valid_until,
    )


def scheme_rows() -> list[FundingScheme]:
    """This function will return every scheme with its categories, by key. Two queries."""
    return readable(FundingScheme.objects.order_by("key").prefetch_related("categories"))


def scheme_with_categories(key: str) -> FundingScheme | None:
    """This function will return a scheme with its categories, or None. Two queries."""
    return next(iter(readable(FundingScheme.objects.filter(key=key).prefetch_related("categories"))), None)
