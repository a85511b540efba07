"""The regions that a bank's profile knows, by key, for headings and filters."""

from collections.abc import Mapping

from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.scoring.fact_catalogue import facts_of
from assessment.scoring.texts import localise
from recommendations.catalogue.eligibility import REGION

REGION_QUESTION = REGION.removeprefix("profile.")


def region_titles(slug: str, locale: str) -> Mapping[str, str]:
    """This function will return the titles of the regions that a bank asks for, by key; none if it does not ask."""
    release = current_release(slug)
    if release is None:
        return {}
    facts = facts_of(document_of(release.pk), {REGION})
    if REGION not in facts:
        return {}
    return {key: localise(title, locale) for key, title in facts[REGION].options.items()}
