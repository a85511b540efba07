"""The figures that worked examples expect, beside those that the working copy gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import pgettext, pgettext_lazy

from assessment.scoring import walk
from assessment.scoring.figures import shown_number
from assessment.scoring.texts import localise
from assessment.scoring.worked_examples import Comparison, Figure
from recommendations.studio.places import page_of
from recommendations.studio.trial.copies import Copies

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


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """One expected figure; `address` leads to the form of its example."""

    example: str
    address: str
    node: str
    figure: str
    expected: str
    actual: str
    agrees: bool


def example_rows(copies: Copies, comparisons: Iterable[Comparison], locale: str) -> tuple[ExampleRow, ...]:
    """This function will return one row for each expected figure, those that differ first."""
    titles = {example.key: localise(example.title, locale) or example.key for example in copies.bank.examples}
    nodes = {node.key: localise(node.title, locale) or node.key for _, node in walk.nodes(copies.bank)}
    rows = [
        ExampleRow(
            example=titles[each.example],
            address=page_of(copies.slug, f"examples.{each.example}.expect.{each.node}"),
            node=nodes[each.node],
            figure=_figure_name(each.what),
            expected=_written(each.expected),
            actual=_written(each.actual),
            agrees=each.agrees,
        )
        for each in comparisons
    ]
    return tuple(sorted(rows, key=lambda row: row.agrees))


def _figure_name(what: str) -> str:
    if what in FIGURES:
        return str(FIGURES[what])
    return pgettext("figure", "points in the reading %(reading)s") % {"reading": what.partition(".")[2]}


def _written(figure: Figure) -> str:
    if figure is None:
        return "–"
    return shown_number(figure, DECIMALS) if isinstance(figure, Fraction) else figure
