"""What publishers settle about a bank as a whole."""

from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.editing.actions import locked
from assessment.bank.models import Bank


class Event(StrEnum):
    RETIRED = "bank.retired"
    BROUGHT_BACK = "bank.brought_back"
    SECOND_PERSON = "bank.second_person"


@transaction.atomic
def settle_second_person(*, bank: Bank, is_needed: bool, by: User) -> None:
    """This function will settle whether a second person must release the bank."""
    bank = locked(bank)
    if bank.needs_second_person != is_needed:
        bank.needs_second_person = is_needed
        bank.save(update_fields=["needs_second_person"])
        _record(Event.SECOND_PERSON, bank, by, {"is_needed": is_needed})


@transaction.atomic
def retire_bank(*, bank: Bank, by: User) -> None:
    """This function will offer the bank to nobody new. What was begun with it goes on, and every result stays."""
    bank = locked(bank)
    if bank.retired_at is None:
        bank.retired_at = timezone.now()
        bank.save(update_fields=["retired_at"])
        _record(Event.RETIRED, bank, by)


@transaction.atomic
def bring_bank_back(*, bank: Bank, by: User) -> None:
    """This function will offer a retired bank again."""
    bank = locked(bank)
    if bank.retired_at is not None:
        bank.retired_at = None
        bank.save(update_fields=["retired_at"])
        _record(Event.BROUGHT_BACK, bank, by)


def _record(event: Event, bank: Bank, by: User, details: dict[str, bool] | None = None) -> None:
    record_event(event=event, object_type="bank", object_id=bank.slug, actor=by, details=details)
