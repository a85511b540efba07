"""The figures that worked examples expect, beside those that the working copy gives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.scoring import walk
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import localise
from assessment.scoring.worked_examples import Comparison
from recommendations.studio.places import page_of
from recommendations.studio.trial.figure_words import FigureWords


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """One expected figure; `address` leads to the form of its example, `key` is the key of that."""

    key: str
    example: str
    address: str
    node: str
    figure: str
    expected: str
    actual: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Differing:
    """An example with those of its figures that come out differently."""

    key: str
    title: str
    address: str
    rows: tuple[ExampleRow, ...]


def example_rows(
    slug: str, bank: BankDocument, comparisons: Iterable[Comparison], locale: str
) -> tuple[ExampleRow, ...]:
    """This function will return one row for each expected figure, those that differ first."""
    titles = {example.key: localise(example.title, locale) or example.key for example in bank.examples}
    nodes = {node.key: localise(node.title, locale) or node.key for _, node in walk.nodes(bank)}
    words = FigureWords(bank, locale)
    rows = [
        ExampleRow(
            key=each.example,
            example=titles[each.example],
            address=page_of(slug, f"examples.{each.example}.expect.{each.node}"),
            node=nodes[each.node],
            figure=words.name(each.what),
            expected=words.said(each.node, each.what, each.expected),
            actual=words.said(each.node, each.what, each.actual),
            agrees=each.agrees,
        )
        for each in comparisons
    ]
    return tuple(sorted(rows, key=lambda row: row.agrees))


def differing_examples(slug: str, rows: Sequence[ExampleRow]) -> tuple[Differing, ...]:
    """This function will return the examples of which a figure comes out differently, in their order."""
    found: dict[str, list[ExampleRow]] = {}
    for row in rows:
        if not row.agrees:
            found.setdefault(row.key, []).append(row)
    return tuple(
        Differing(key, listed[0].example, page_of(slug, f"examples.{key}"), tuple(listed))
        for key, listed in found.items()
    )
