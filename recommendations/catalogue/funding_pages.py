"""The public pages of funding schemes: prepared text in the reader's language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from assessment.scoring.explain import explain_condition
from recommendations.catalogue.eligibility import CONDITION, REGION, SECTOR, SIZE
from recommendations.catalogue.models import FundingScheme
from recommendations.catalogue.pages import SourceLine
from recommendations.catalogue.reader import Reader
from recommendations.catalogue.scheme_days import SchemeState, state_of
from recommendations.catalogue.scheme_wording import (
    Flag,
    checks_of,
    combining_text,
    counted_text,
    flags_of,
    terms_of_scheme,
)

ASKED = {"region": REGION, "sector": SECTOR, "size": SIZE}


@dataclass(frozen=True, slots=True)
class SchemeCard:
    key: str
    title: str
    summary: str
    granted_by: str
    form: str
    is_sample: bool
    regions: str
    terms: str
    valid_until: str
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class FundingList:
    """Each part is ordered by its end, samples last; `waiting` are suspended or not open yet."""

    running: tuple[SchemeCard, ...]
    waiting: tuple[SchemeCard, ...]
    ended: tuple[SchemeCard, ...]
    has_samples: bool


@dataclass(frozen=True, slots=True)
class Fact:
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SchemePage:
    card: SchemeCard
    is_running: bool
    facts: tuple[Fact, ...]
    checks: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    verified_on: str
    url: str


def choices_of(schemes: Iterable[FundingScheme], reader: Reader) -> dict[str, dict[str, str]]:
    """This function will return what the banks of `schemes` call their regions, sectors and sizes, by filter."""
    slugs = sorted({scheme.bank_slug for scheme in schemes})
    return {name: reader.options_of_all(fact, slugs) for name, fact in ASKED.items()}


def funding_list(schemes: Iterable[FundingScheme], wanted: Mapping[str, str], reader: Reader, on: date) -> FundingList:
    """This function will return the cards of the schemes that pass the filters, by what they are on that day."""
    passing = sorted((scheme for scheme in schemes if _passes(scheme, wanted)), key=_place)
    by_state: dict[SchemeState, list[SchemeCard]] = {state: [] for state in SchemeState}
    for scheme in passing:
        by_state[state_of(scheme, on)].append(card_of(scheme, reader, on))
    return FundingList(
        running=tuple(by_state[SchemeState.RUNNING]),
        waiting=(*by_state[SchemeState.LATER], *by_state[SchemeState.PAUSED]),
        ended=tuple(by_state[SchemeState.ENDED]),
        has_samples=any(scheme.is_sample for scheme in passing),
    )


def _passes(scheme: FundingScheme, wanted: Mapping[str, str]) -> bool:
    """A scheme that names no region, sector or size is for all of them."""
    listed: dict[str, Sequence[str]] = {"region": scheme.regions, "sector": scheme.sectors, "size": scheme.sizes}
    fits = all(not keys or name not in wanted or wanted[name] in keys for name, keys in listed.items())
    return fits and wanted.get("form", scheme.form) == scheme.form


def _place(scheme: FundingScheme) -> tuple[bool, date, str]:
    return scheme.is_sample, scheme.valid_until or date.max, scheme.key


def card_of(scheme: FundingScheme, reader: Reader, on: date) -> SchemeCard:
    """This function will return what a list says about a scheme."""
    return SchemeCard(
        key=scheme.key,
        title=reader.say(scheme.title),
        summary=reader.say(scheme.summary),
        granted_by=reader.say(scheme.granted_by),
        form=scheme.get_form_display(),
        is_sample=scheme.is_sample,
        regions=_regions(scheme, reader),
        terms=terms_of_scheme(scheme, reader.locale),
        valid_until=date_format(scheme.valid_until) if scheme.valid_until else gettext("no end known"),
        flags=flags_of(scheme, on),
    )


def scheme_page(scheme: FundingScheme, reader: Reader, on: date) -> SchemePage:
    """This function will return everything that is known about a scheme from `scheme_with_categories`."""
    return SchemePage(
        card=card_of(scheme, reader, on),
        is_running=state_of(scheme, on) is SchemeState.RUNNING,
        facts=tuple(Fact(title, text) for title, text in _facts(scheme, reader) if text),
        checks=checks_of(scheme, reader.locale),
        sources=tuple(
            SourceLine(reader.say(source["text"]), source["date"], source.get("url", "")) for source in scheme.sources
        ),
        verified_on=date_format(scheme.verified_on) if scheme.verified_on else "",
        url=scheme.url,
    )


def _facts(scheme: FundingScheme, reader: Reader) -> list[tuple[str, str]]:
    slug = scheme.bank_slug
    ends = date_format(scheme.valid_until) if scheme.valid_until else gettext("no end known")
    return [
        (gettext("Granted by"), reader.say(scheme.granted_by)),
        (gettext("Whose money"), scheme.get_payer_display()),
        (gettext("Form of help"), scheme.get_form_display()),
        (gettext("Amount"), terms_of_scheme(scheme, reader.locale)),
        (gettext("Costs that count"), counted_text(scheme, reader.locale) or gettext("not said")),
        (gettext("Kinds of help"), _kinds(scheme, reader) or gettext("every kind")),
        (gettext("Region"), _regions(scheme, reader)),
        (gettext("Sector"), reader.listed(SECTOR, scheme.sectors, slug) or gettext("every sector")),
        (gettext("Size class"), reader.listed(SIZE, scheme.sizes, slug) or gettext("every size")),
        (gettext("Further conditions"), _further(scheme, reader)),
        (gettext("Combining"), combining_text(scheme, reader.locale)),
        (gettext("Valid"), gettext("%(start)s to %(end)s") % {"start": date_format(scheme.valid_from), "end": ends}),
    ]


def _regions(scheme: FundingScheme, reader: Reader) -> str:
    regions = reader.listed(REGION, scheme.regions, scheme.bank_slug) or gettext("every region")
    said = {"regions": regions, "place": reader.say(scheme.place)}
    return gettext("%(regions)s, only in %(place)s") % said if scheme.place else regions


def _kinds(scheme: FundingScheme, reader: Reader) -> str:
    return reader.joined(reader.say(category.title) for category in scheme.categories.all())


def _further(scheme: FundingScheme, reader: Reader) -> str:
    bank = reader.bank(scheme.bank_slug)
    if scheme.eligible_if is None or bank is None:
        return ""
    return explain_condition(CONDITION.validate_python(scheme.eligible_if), bank, reader.locale)
