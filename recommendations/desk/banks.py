"""The banks that can be looked at: those with a release, the one in use first asked for."""

from dataclasses import dataclass

from assessment.bank.models import Bank, Release
from assessment.responses.start_page import DEFAULT_BANK
from assessment.scoring.texts import localise


@dataclass(frozen=True, slots=True)
class BankChoice:
    slug: str
    title: str


def released_banks(locale: str) -> tuple[BankChoice, ...]:
    """This function will return every bank that has a release, by slug. One query."""
    rows = Bank.objects.filter(releases__isnull=False).order_by("slug").distinct().values_list("slug", "title")
    return tuple(BankChoice(slug, localise(title, locale) or slug) for slug, title in rows)


def chosen_bank(banks: tuple[BankChoice, ...], slug: str) -> BankChoice | None:
    """This function will return the bank with this slug; for an empty slug the one in use, else the first there is."""
    if slug:
        return next((bank for bank in banks if bank.slug == slug), None)
    return next((bank for bank in banks if bank.slug == DEFAULT_BANK), banks[0] if banks else None)


def newest_release(current: Release, major: int | None) -> Release:
    """This function will return the last release of one major version of the same bank; for none, `current` itself.

    Raises Release.DoesNotExist.
    """
    if major in (None, current.major):
        return current
    found = Release.objects.filter(bank=current.bank_id, major=major).newest_first().defer("document").first()
    if found is None:
        raise Release.DoesNotExist
    return found
