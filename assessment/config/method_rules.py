"""The rules of a bank in sentences: what does not apply, what is not known, how numbers are written, second readings."""

from collections.abc import Iterator
from fractions import Fraction

from django.utils.translation import gettext, ngettext

from assessment.scoring.document import BankDocument, NotApplicable, Reading, Rounding
from assessment.scoring.figures import shown_share
from assessment.scoring.texts import localise


def rules_of(document: BankDocument, locale: str) -> tuple[str, ...]:
    """This function will return the rules by which answers become numbers, in sentences of the active language."""
    return tuple(_rules(document, locale))


def _rules(document: BankDocument, locale: str) -> Iterator[str]:
    yield _not_applicable(document.not_applicable)
    yield gettext("What is not known or not answered counts nothing and opens a range up to what it could be worth.")
    if document.minimum_coverage:
        yield gettext("A score is shown once %(share)s of what applies is answered.") % {
            "share": shown_share(Fraction(document.minimum_coverage))
        }
    yield _display(document)
    for reading in document.readings:
        yield _reading(reading, locale)


def _not_applicable(rule: NotApplicable) -> str:
    words = {
        NotApplicable.EXCLUDED: gettext("What does not apply leaves the score; the rest shares its weight."),
        NotApplicable.ZERO: gettext("What does not apply counts as nothing reached."),
        NotApplicable.FULL: gettext("What does not apply counts as fully reached."),
        NotApplicable.TARGET: gettext("What does not apply counts as its target."),
    }
    return words[rule]


def _display(document: BankDocument) -> str:
    decimals = document.display.decimals
    if document.display.rounding is Rounding.TRUNCATE:
        said = ngettext(
            "Points are cut off after %(count)d decimal; levels are told by the exact score.",
            "Points are cut off after %(count)d decimals; levels are told by the exact score.",
            decimals,
        )
    else:
        said = ngettext(
            "Points are rounded to %(count)d decimal; levels are told by the exact score.",
            "Points are rounded to %(count)d decimals; levels are told by the exact score.",
            decimals,
        )
    return said % {"count": decimals}


def _reading(reading: Reading, locale: str) -> str:
    title = localise(reading.title, locale)
    if reading.counts:
        return gettext("Second reading “%(title)s”: the same parts from some of the questions.") % {"title": title}
    return gettext("Second reading “%(title)s”: its questions count in no other score.") % {"title": title}
