"""Services and public measures of the catalogue, as they are shown beside an action."""

from collections.abc import Iterable, Mapping

from assessment.scoring.texts import localise
from recommendations.catalogue import models
from recommendations.catalogue.eligibility import Eligibility
from recommendations.catalogue.queries import CategoryMatches, Match
from recommendations.catalogue.wording import terms_text, valid_until_text
from recommendations.report.content.kinds import Fit
from recommendations.report.content.schema import Category, PublicMeasure, Service

FITS = {Eligibility.YES: Fit.YES, Eligibility.MAYBE: Fit.MAYBE}


def categories_in(found: Mapping[str, CategoryMatches], locale: str) -> dict[str, Category]:
    """This function will return the categories with their services, in `locale`, which is the active language."""
    return {key: _category(matches, locale) for key, matches in found.items()}


def _category(found: CategoryMatches, locale: str) -> Category:
    return Category(
        key=found.category.key,
        title=localise(found.category.title, locale),
        description=localise(found.category.description, locale),
        services=tuple(_service(match, locale) for match in found.matches),
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
