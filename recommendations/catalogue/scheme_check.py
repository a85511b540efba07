"""What is wrong with the funding schemes of a catalogue file, and what deserves a second look."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from assessment.bank.faults import Fault, KeyPath, key_path, shown
from assessment.scoring.check_conditions import Standing, check_condition
from assessment.scoring.conditions import Condition
from assessment.scoring.document import BankDocument
from assessment.scoring.fact_catalogue import Fact, Family, facts_of
from recommendations.catalogue.check import Known, unknown_keys
from recommendations.catalogue.document import CatalogueDocument, Scheme
from recommendations.catalogue.eligibility import REGION, SECTOR, SIZE
from recommendations.catalogue.models import SchemeForm

SCHEME = Standing("a scheme", frozenset({Family.PROFILE}))
CARRYING = frozenset({SchemeForm.GRANT.value, SchemeForm.VOUCHER.value})


def check_schemes(document: CatalogueDocument, bank: BankDocument, known: Known) -> list[Fault]:
    """This function will return every fault of the schemes of `document`, each with its place."""
    facts = facts_of(bank) if document.schemes else {}
    return [
        fault
        for index, scheme in enumerate(document.schemes)
        for fault in faults_of_scheme(("schemes", index), scheme, facts, known, is_sample=document.sample)
    ]


def faults_of_scheme(
    place: KeyPath, scheme: Scheme, facts: Mapping[str, Fact], known: Known, *, is_sample: bool = False
) -> Iterator[Fault]:
    """This function will yield what is wrong with one scheme beside its bank's `facts` and what is `known`."""
    yield from unknown_keys((*place, "categories"), scheme.categories, known.categories)
    for name, fact in (("sizes", SIZE), ("sectors", SECTOR), ("regions", REGION)):
        options = facts[fact].options if fact in facts else {}
        yield from unknown_keys((*place, name), getattr(scheme, name), options)
    if scheme.eligible_if is not None:
        yield from condition_faults(scheme.eligible_if, facts, key_path((*place, "eligible_if")))
    if scheme.valid_until is not None and scheme.valid_until < scheme.valid_from:
        yield Fault(key_path((*place, "valid_until")), _("the scheme ends before it begins"))
    if (is_sample or scheme.sample) and scheme.key in known.real_schemes:
        message = _("%(key)s is a real scheme and cannot become a sample") % {"key": shown(scheme.key)}
        yield Fault(key_path((*place, "key")), message)


def condition_faults(condition: Condition, facts: Mapping[str, Fact], place: str) -> Iterator[Fault]:
    """This function will yield what is wrong with whom a scheme is for, each with its place below `place`."""
    for finding in check_condition(condition, facts, SCHEME, place):
        yield Fault(finding.place, f"{finding.message}; {finding.mend}")


def doubtful_schemes(document: CatalogueDocument) -> list[Fault]:
    """This function will return what may be meant as it is, but leaves a reader without an answer."""
    return [
        Fault(key_path(("schemes", index)), message)
        for index, scheme in enumerate(document.schemes)
        for message in _doubts(scheme)
    ]


def _doubts(scheme: Scheme) -> Iterator[str]:
    if scheme.form in CARRYING and scheme.rate_percent is None and scheme.cap is None:
        yield _("neither a rate nor a cap: no amount can be shown")
    if scheme.place and not scheme.regions:
        yield _("a place without its region: enterprises everywhere are told of it")
    if not scheme.checks and scheme.rate_percent is not None and not scheme.place:
        yield _("nothing to check with the office: its support will count as certain wherever the profile fits")
    if scheme.verified_on is None:
        yield _("nobody has verified it")
