"""What keepers do with one press: suspend, bring back, verify, remove."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from assessment.accounts.models import User
from recommendations.catalogue.actions import record_edit
from recommendations.catalogue.models import Category, FundingScheme, Offering, Provider, Term
from recommendations.catalogue.scheme_actions import record_scheme_edit
from recommendations.studio.catalogue.events import Event, record
from recommendations.studio.catalogue.references import (
    Use,
    category_uses,
    offering_uses,
    provider_uses,
    scheme_uses,
    term_uses,
)

AnyRow = Offering | Provider | FundingScheme | Category | Term


class StillUsed(Exception):
    """Something refers to what should be removed."""

    def __init__(self, uses: Sequence[Use]) -> None:
        self.uses = tuple(uses)
        super().__init__("still used")


@dataclass(frozen=True, slots=True)
class Removal:
    """How one sort of row is removed: what keeps it, what the record calls it."""

    uses: Callable[[Any], list[Use]]
    event: Event
    name: Callable[[Any], str]


REMOVALS: dict[type, Removal] = {
    Offering: Removal(offering_uses, Event.OFFERING_REMOVED, lambda row: f"{row.provider.key}/{row.key}"),
    Provider: Removal(provider_uses, Event.PROVIDER_REMOVED, lambda row: row.key),
    FundingScheme: Removal(scheme_uses, Event.SCHEME_REMOVED, lambda row: row.key),
    Category: Removal(category_uses, Event.CATEGORY_REMOVED, lambda row: row.key),
    Term: Removal(term_uses, Event.TERM_REMOVED, lambda row: f"{row.vocabulary}/{row.key}"),
}


@transaction.atomic
def set_suspended(*, row: Offering | FundingScheme, suspended: bool, by: User) -> None:
    """This function will take an offering or a scheme off the list, or bring it back."""
    if row.suspended == suspended:
        return
    row.suspended = suspended
    row.save(update_fields=["suspended"])
    _record(row, "suspended", by)


@transaction.atomic
def set_verified(*, row: Offering | FundingScheme, on: date, by: User) -> None:
    """This function will note that somebody has verified an offering or a scheme on a day."""
    row.verified_on = on
    row.save(update_fields=["verified_on"])
    _record(row, "verified_on", by)


def uses_of(row: AnyRow) -> list[Use]:
    """This function will return what refers to a row, so that it stays."""
    return REMOVALS[type(row)].uses(row)


@transaction.atomic
def remove(*, row: AnyRow, by: User) -> None:
    """This function will remove a row that nothing refers to. Raises StillUsed."""
    locked = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    removal = REMOVALS[type(row)]
    if uses := removal.uses(locked):
        raise StillUsed(uses)
    record(removal.event, removal.name(row), by)
    row.delete()


def _record(row: Offering | FundingScheme, field: str, by: User) -> None:
    if isinstance(row, Offering):
        record_edit(offering=row, fields=[field], by=by)
    else:
        record_scheme_edit(scheme=row, fields=[field], by=by)
