"""Which column of the schema a header names, and in which language."""

import difflib
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessment.bank.xlsx.columns import Column, words_of
from assessment.bank.xlsx.sheets import Sheet

LOCALE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Field:
    """A column as it stands in a workbook; `locale` only where it is a text."""

    column: Column
    locale: str | None = None

    @property
    def name(self) -> str:
        return f"{self.column.name} {self.locale}" if self.locale else self.column.name


def field_named(header: str, sheet: Sheet, first_locale: str) -> Field | None:
    """This function will return what `header` names in `sheet`; a text without a language is in `first_locale`."""
    words = words_of(header)
    found = [column for column in sheet.columns if column.words == words[: len(column.words)]]
    for column in sorted(found, key=lambda column: -len(column.words)):
        rest = "-".join(words[len(column.words) :])
        if not rest:
            return Field(column, first_locale if column.is_text else None)
        if column.is_text and LOCALE.fullmatch(rest):
            return Field(column, rest)
    return None


def unknown_header(header: str, sheet: Sheet) -> str:
    """This function will return what to say about a header that names nothing."""
    names = [column.name for column in sheet.columns]
    near = difflib.get_close_matches(" ".join(words_of(header)).replace(" ", "_"), names, n=1)
    if near:
        return _("is not known here; did you mean %(key)s?") % {"key": near[0]}
    return _("is not known here; known are %(keys)s") % {"keys": ", ".join(sorted(names))}
