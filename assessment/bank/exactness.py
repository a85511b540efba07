"""Which numbers of a document the database keeps exactly."""

from decimal import Decimal

from django.utils.translation import gettext as _
from pydantic import BaseModel

from assessment.bank.faults import Fault, KeyPath, Placing, key_path
from assessment.bank.models.fields import MOST_DECIMALS, MOST_DIGITS


def number_faults(document: BaseModel, place: Placing = key_path) -> list[Fault]:
    """This function will return a fault for each number that a column would round or that would fill the memory."""
    message = _("has more than %(digits)d digits or %(decimals)d decimals") % {
        "digits": MOST_DIGITS,
        "decimals": MOST_DECIMALS,
    }
    return [Fault(place(path), message) for path in _oversized(document.model_dump(by_alias=True), ())]


def is_storable(number: Decimal) -> bool:
    """This function will say whether `number` has at most 15 digits, 12 of them decimals, written without exponent."""
    if not -MOST_DECIMALS <= number.adjusted() < MOST_DIGITS:
        return False
    _sign, digits, exponent = number.normalize().as_tuple()
    return len(digits) <= MOST_DIGITS and int(exponent) >= -MOST_DECIMALS


def _oversized(value: object, path: KeyPath) -> list[KeyPath]:
    if isinstance(value, dict):
        return [found for key, part in value.items() for found in _oversized(part, (*path, key))]
    if isinstance(value, list):
        return [found for index, part in enumerate(value) for found in _oversized(part, (*path, index))]
    number = Decimal(repr(value)) if isinstance(value, float) else value
    return [path] if isinstance(number, Decimal) and not is_storable(number) else []
