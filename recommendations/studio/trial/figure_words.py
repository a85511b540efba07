"""The figures of worked examples in words: what each is called, and what it says."""

from fractions import Fraction

from django.utils.translation import pgettext, pgettext_lazy

from assessment.scoring.document import BankDocument
from assessment.scoring.figures import shown_number
from assessment.scoring.ladders import ladders_of
from assessment.scoring.texts import localise
from assessment.scoring.worked_examples import Figure
from recommendations.studio.measure.words import WORDS_OF_VALUES

DECIMALS = 4
FIGURES = {
    "score": pgettext_lazy("figure", "score"),
    "low": pgettext_lazy("figure", "lower end"),
    "high": pgettext_lazy("figure", "upper end"),
    "points": pgettext_lazy("figure", "points"),
    "shown": pgettext_lazy("figure", "points as shown"),
    "coverage": pgettext_lazy("figure", "answered share"),
    "status": pgettext_lazy("figure", "status"),
    "level": pgettext_lazy("figure", "level"),
    "percent_of_target": pgettext_lazy("figure", "percent of the target"),
    "progress": pgettext_lazy("figure", "progress"),
}


class FigureWords:
    """Says the figures of one bank in one language."""

    def __init__(self, document: BankDocument, locale: str) -> None:
        self._readings = {each.key: localise(each.title, locale) or each.key for each in document.readings}
        self._levels = {
            (node, level.key): localise(level.title, locale) or level.key
            for node, levels in ladders_of(document).items()
            for level in levels
        }

    def name(self, what: str) -> str:
        """This function will return what a figure is called; `what` is that of a `Comparison`."""
        if what in FIGURES:
            return str(FIGURES[what])
        key = what.partition(".")[2]
        return pgettext("figure", "points in the reading %(reading)s") % {"reading": self._readings.get(key, key)}

    def said(self, node: str, what: str, figure: Figure) -> str:
        """This function will return a figure of a node: digits, the words of a status, or the title of a level."""
        if figure is None:
            return "–"
        if isinstance(figure, Fraction):
            return shown_number(figure, DECIMALS)
        if what == "level":
            return self._levels.get((node, figure), figure)
        return str(WORDS_OF_VALUES.get((what, figure), figure))
