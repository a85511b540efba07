"""The kinds of questions by name, and which parts of a question each kind has."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessment.scoring.checks.shapes import WITH_NUMBERS, WITH_OPTIONS
from assessment.scoring.document import Kind

NAMES = {
    Kind.SINGLE: _("one of several options"),
    Kind.MULTI: _("several options to tick"),
    Kind.YES_NO: _("yes or no"),
    Kind.LIKERT: _("steps along a scale"),
    Kind.PERCENT: _("percentage"),
    Kind.NUMBER: pgettext_lazy("kind of question", "number"),
    Kind.TABLE: _("table of rows"),
    Kind.TEXT: _("free text, not scored"),
}

# Part of the form → the kinds that have it.
PARTS = {
    "options": WITH_OPTIONS,
    "exclusive": frozenset({Kind.MULTI, Kind.TABLE}),
    "rows": frozenset({Kind.TABLE}),
    "steps": frozenset({Kind.MULTI, Kind.TABLE}),
    "numbers": WITH_NUMBERS,
    "ratio": frozenset({Kind.PERCENT}),
    "worth": WITH_NUMBERS | WITH_OPTIONS,
}


def parts_of(kind: Kind) -> frozenset[str]:
    """This function will return the names of the parts that a question of this kind has."""
    return frozenset(part for part, kinds in PARTS.items() if kind in kinds)


def kind_of(word: str) -> Kind:
    """This function will return the kind that a word names, or the first one."""
    return Kind(word) if word in set(Kind) else Kind.SINGLE
