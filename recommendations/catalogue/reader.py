"""Texts of the catalogue in one reader's language, and the words of the banks that its conditions ask about."""

from collections.abc import Iterable, Mapping

from django.utils.translation import get_language_info, gettext

from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.scoring.document import BankDocument
from assessment.scoring.document.size import Size
from assessment.scoring.explain import explain_condition
from assessment.scoring.fact_catalogue import Fact, facts_of
from assessment.scoring.texts import Text, localise
from recommendations.catalogue.eligibility import CONDITION, SIZE
from recommendations.catalogue.models import Offering


class Reader:
    """Speaks one language, which is the active one; asks for each bank's release once."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._banks: dict[str, BankDocument | None] = {}
        self._facts: dict[str, Mapping[str, Fact]] = {}

    def say(self, text: Text) -> str:
        return localise(text, self.locale)

    def bank(self, slug: str) -> BankDocument | None:
        """This function will return the document of the bank's current release, None if it has none."""
        if slug not in self._banks:
            release = current_release(slug)
            self._banks[slug] = document_of(release.pk) if release else None
        return self._banks[slug]

    def options(self, fact: str, slug: str) -> dict[str, str]:
        """This function will return how the options of a choice in the bank's profile are called, by key."""
        known, bank = self._known(slug), self.bank(slug)
        titles = known[fact].options if fact in known else {}
        order = largest_first(bank.size) if fact == SIZE and bank is not None and bank.size is not None else titles
        return {key: self.say(titles[key]) for key in order}

    def options_of_all(self, fact: str, slugs: Iterable[str]) -> dict[str, str]:
        """This function will return the options that any of these banks has."""
        return {key: title for slug in slugs for key, title in self.options(fact, slug).items()}

    def listed(self, fact: str, keys: Iterable[str], slug: str) -> str:
        """This function will return the names of these options in one line; an option that is gone by its key."""
        options = self.options(fact, slug)
        return self.joined(options.get(key, key) for key in keys)

    def joined(self, names: Iterable[str]) -> str:
        return gettext("; ").join(names)

    def further_conditions(self, offering: Offering) -> str:
        """This function will return what an offering asks beside size, sector and region, "" for nothing."""
        slug = offering.category.bank_slug
        bank = self.bank(slug)
        if offering.eligible_if is None or bank is None:
            return ""
        asked = CONDITION.validate_python(offering.eligible_if)
        return explain_condition(asked, bank, self.locale, catalogue=self._known(slug))

    def _known(self, slug: str) -> Mapping[str, Fact]:
        if slug not in self._facts:
            bank = self.bank(slug)
            self._facts[slug] = facts_of(bank) if bank else {}
        return self._facts[slug]


def language_name(code: str) -> str:
    """This function will return how a language is called in the active language; one that is not known by its code."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def largest_first(size: Size) -> list[str]:
    """This function will return the size classes from the largest to the smallest, by the thresholds of the bank.

    Stored documents do not keep the order of names; thresholds say it. Ties go by key.
    """
    needed = {
        one.size: (one.employees or 0, one.revenue or 0)
        for rule in sorted(size.rules, key=lambda rule: not rule.sectors)
        for one in rule.classes
    }
    nothing = (-1, -1)
    return sorted(
        size.labels, key=lambda key: (key == size.smallest, [-number for number in needed.get(key, nothing)], key)
    )
