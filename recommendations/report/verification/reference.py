"""Number and code as people type, paste and scan them."""

import re
import unicodedata
from dataclasses import dataclass

from recommendations.report.verification.address import CODE_LETTERS, code_of

LONGEST = 400  # characters of what is typed or stands in an address; more is no reference
FINGERPRINT_LETTERS = 64  # of SHA-256
_NOTHING = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\u2010-\u2015\u2043\u2212\u30fc_.-]+")
_NUMBER = re.compile(r"FF([0-9]{8})([0-9A-F]{8})(?:/+([0-9A-F]+))?")
_CODE = re.compile(r"[0-9A-F]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """A number such as FF-20261122-3A9C71B0 and a code of 16 small hexadecimal letters. Each is "" where none was read."""

    number: str = ""
    code: str = ""


def read_reference(number: str, code: str = "") -> Reference:
    """This function will return what was meant: with blanks, dashes of any kind, small, capital or full-width letters.

    `number` may be the whole address of the page, with the code in it; what is typed as `code` counts instead of that,
    also where it is none. For `code` the whole fingerprint does too.
    """
    found = _NUMBER.search(_plain(number))
    if found is None:
        return Reference("", read_code(code))
    day, letters, beside = found.groups()
    whole = f"FF-{day}-{letters}"
    return Reference(whole, read_code(code if _plain(code) else beside or "", letters))


def read_code(typed: str, number_letters: str = "") -> str:
    """This function will return the code in what was typed, or "". A whole fingerprint begins with the number's letters."""
    plain = _plain(typed)
    if not _CODE.fullmatch(plain):
        return ""
    if len(plain) == FINGERPRINT_LETTERS and plain.startswith(number_letters):
        return code_of(plain)
    return plain.lower() if len(plain) == CODE_LETTERS else ""


def _plain(typed: str) -> str:
    return _NOTHING.sub("", unicodedata.normalize("NFKC", typed[:LONGEST])).upper()
