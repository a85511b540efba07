"""What one written scalar means: true, false, null and numbers as in JSON; everything else is text."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from assessment.scoring.texts import UNSTORABLE

Scalar = str | int | float | bool | None

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
LONGEST_NUMBER = 40
CONSTANTS: dict[str, Scalar] = {"": None, "null": None, "true": True, "false": False}


def resolve(written: str) -> Scalar:
    """This function will return the value of an unquoted scalar, or raise ValueError for a number it cannot keep.

    `yes`, `no`, `010`, `2024-01-01` and `.inf` are texts: they mean one thing to one reader and another to the next.
    """
    if written in CONSTANTS:
        return CONSTANTS[written]
    number = NUMBER.fullmatch(written)
    if number is None:
        return written
    if len(written) > LONGEST_NUMBER:
        raise ValueError(_("is a number of more than %(count)d characters") % {"count": LONGEST_NUMBER})
    if number.group(1) is None and number.group(2) is None:
        return int(written)
    value = float(written)
    if Decimal(repr(value)) != Decimal(written):
        raise ValueError(_("has more digits than can be kept exactly"))
    return value


def unstorable_in(text: str) -> str | None:
    """This function will return a message if `text` holds what no database, XML or PDF can store, else None."""
    found = UNSTORABLE.search(text)
    return unstorable_message(found.group()) if found else None


def unstorable_message(character: str) -> str:
    return _("contains the character %(code)s, which cannot be stored") % {"code": f"U+{ord(character):04X}"}
