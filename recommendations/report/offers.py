"""Services, cases and public measures of the catalogue, as they are shown beside an action."""

from collections.abc import Iterable, Mapping

from assessment.scoring.texts import localise
from recommendations.catalogue import models
from recommendations.catalogue.contact.access import can_be_asked
from recommendations.catalogue.eligibility import Eligibility
from recommendations.catalogue.fit_cases import LikeCase as FoundCase
from recommendations.catalogue.pages_offering import name_of
from recommendations.catalogue.queries import CategoryMatches, Match
from recommendations.catalogue.wording import terms_text, valid_until_text
from recommendations.plan.overlay.folding import Overlaid
from recommendations.report.content.action_schema import Category, PublicMeasure, Service
from recommendations.report.content.case_schema import LikeCase
from recommendations.report.content.kinds import Fit

MOST_SHOWN = 5
FITS = {Eligibility.YES: Fit.YES, Eligibility.MAYBE: Fit.MAYBE}


def categories_in(found: Mapping[str, CategoryMatches], locale: str) -> dict[str, Category]:
    """This function will return the categories with their services, in `locale`, which is the active language."""
    return {key: _category(matches, locale) for key, matches in found.items()}


def _category(found: CategoryMatches, locale: str) -> Category:
    """The first few services; all of them are counted, samples apart."""
    samples = sum(1 for match in found.matches if match.offering.provider.is_sample)
    return Category(
        key=found.category.key,
        title=localise(found.category.title, locale),
        description=localise(found.category.description, locale),
        services=tuple(_service(match, locale) for match in found.matches[:MOST_SHOWN]),
        real_count=len(found.matches) - samples,
        sample_count=samples,
        more=max(0, len(found.matches) - MOST_SHOWN),
    )


def _service(match: Match, locale: str) -> Service:
    offering = match.offering
    return Service(
        title=localise(offering.title, locale),
        provider=localise(offering.provider.name, locale),
        terms=terms_text(offering, locale),
        fit=FITS[match.eligibility],
        reason=match.reason,
        valid_until=valid_until_text(offering),
        source=localise(offering.source, locale),
        is_sample=offering.provider.is_sample,
        name=name_of(offering),
        provider_key=offering.provider.key,
        key=offering.key,
        can_be_asked=can_be_asked(offering),
    )


def chosen_in(
    found: Mapping[str, CategoryMatches], items: Iterable[Overlaid], locale: str
) -> dict[str, dict[str, tuple[Service, ...]]]:
    """This function will return the services that a workspace chose and that are still on offer, by item and category.

    In the order of choosing, in `locale`, which is the active language.
    """
    named = {name_of(match.offering): (key, match) for key, each in found.items() for match in each.matches}
    chosen: dict[str, dict[str, tuple[Service, ...]]] = {}
    for item in items:
        for key, match in (named[name] for name in item.offerings if name in named):
            service = _service(match, locale).model_copy(update={"is_chosen": True})
            of_item = chosen.setdefault(item.key, {})
            of_item[key] = (*of_item.get(key, ()), service)
    return chosen


def cases_in(found: Iterable[FoundCase], locale: str) -> tuple[LikeCase, ...]:
    """This function will return cases alike with what they have in common, in `locale`, the active language."""
    return tuple(
        LikeCase(
            provider_key=case.offering.provider.key,
            key=case.offering.key,
            title=localise(case.offering.title, locale),
            provider=localise(case.offering.provider.name, locale),
            summary=localise(case.offering.summary, locale),
            outcome=localise(case.offering.outcome, locale),
            alike=case.alike,
            is_sample=case.offering.provider.is_sample,
        )
        for case in found
    )


def measures_in(found: Mapping[str, models.PublicMeasure], locale: str) -> dict[str, PublicMeasure]:
    return {key: _measure(measure, locale) for key, measure in found.items()}


def _measure(measure: models.PublicMeasure, locale: str) -> PublicMeasure:
    return PublicMeasure(
        key=measure.key,
        title=localise(measure.title, locale),
        description=localise(measure.how, locale),
        source="; ".join(localise(source["text"], locale) for source in measure.sources),
        url=_first_address(source.get("url", "") for source in measure.sources),
    )


def _first_address(addresses: Iterable[str]) -> str:
    return next((address for address in addresses if address), "")
