"""Everything that makes the score, as one page lists it: the tree, levels, checks, readings, figures, examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from assessment.bank.editing.flat import Data
from assessment.scoring import walk
from assessment.scoring.answers import plain
from assessment.scoring.document import Aggregate, BankDocument, Level, Node
from assessment.scoring.texts import localise
from recommendations.studio.drafts import Draft
from recommendations.studio.measure.choices import said
from recommendations.studio.measure.families import THE_BANKS, Family, family_of
from recommendations.studio.measure.shares import NodeRow, node_shares, share_text
from recommendations.studio.measure.weighing import Weighing, weighing_of
from recommendations.studio.measure.words import WORDS_OF_VALUES

SHOWS: dict[str, str | Promise] = {
    "tree": pgettext_lazy("studio", "Tree"),
    "levels": _("Levels"),
    "checks": _("Contradictions"),
    "readings": _("Readings"),
    "lines": _("Reference figures"),
    "frameworks": _("Frameworks"),
    "examples": _("Worked examples"),
    "head": _("Head"),
}
LISTED = {
    "checks": ("consistency",),
    "readings": ("reading",),
    "lines": ("reference-line",),
    "frameworks": ("framework",),
    "examples": ("example",),
}


@dataclass(frozen=True, slots=True)
class MeasureLine:
    key: str
    title: str
    weight: str
    of_node: str
    has_worths: bool


@dataclass(frozen=True, slots=True)
class TreeLine:
    """One node as the outline shows it."""

    row: NodeRow
    how: Any
    weight: str
    ladder: str
    measures: list[MeasureLine]
    is_first: bool
    is_last: bool
    has_before: bool


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part of a list. `note` says in a few words what it holds."""

    key: str
    title: str
    note: str
    page: str
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class PartList:
    """A list with what can be done to it; `key` is that of the ladder, "" elsewhere."""

    family: Family
    title: Any
    lines: list[PartLine]
    add: str
    ladder: str = ""


def tree_lines(document: BankDocument) -> list[TreeLine]:
    """This function will return the nodes in reading order, with what they weigh; [] where there are no scores yet."""
    locale = get_language() or ""
    rows = {row.node.key: row for row in node_shares(document, document, locale)}
    weighing = weighing_of(document)
    if weighing is None or not rows:
        return []
    return list(_tree_lines(document.tree, [document.tree], 0, rows, weighing, document))


def _tree_lines(
    node: Node, siblings: list[Node], index: int, rows: dict[str, NodeRow], weighing: Weighing, document: BankDocument
) -> Iterator[TreeLine]:
    yield TreeLine(
        row=rows[node.key],
        how="" if node.aggregate is Aggregate.MEAN else WORDS_OF_VALUES["aggregate", node.aggregate.value],
        weight="" if node.weight is None else plain(node.weight),
        ladder=node.ladder or "",
        measures=_measure_lines(node, weighing, document),
        is_first=index == 0,
        is_last=index == len(siblings) - 1,
        has_before=index > 0,
    )
    for place, child in enumerate(node.children):
        yield from _tree_lines(child, list(node.children), place, rows, weighing, document)


def _measure_lines(node: Node, weighing: Weighing, document: BankDocument) -> list[MeasureLine]:
    questions = weighing.index.questions
    return [
        MeasureLine(
            measure.question,
            said(questions[measure.question].short or questions[measure.question].text),
            plain(measure.weight),
            share_text(weighing.of_measure(node.key, measure.question)),
            bool(measure.credits or measure.points),
        )
        for measure in node.measures
    ]


def plain_nodes(document: BankDocument) -> list[tuple[int, str, str]]:
    """This function will return depth, key and title of the nodes, for a bank that cannot be scored yet."""
    depths: dict[str, int] = {document.tree.key: 0}
    found = []
    for _place, node in walk.nodes(document):
        depths |= {child.key: depths[node.key] + 1 for child in node.children}
        found.append((depths[node.key], node.key, said(node.title)))
    return found


def part_lists(draft: Draft, slug: str, show: str) -> list[PartList]:
    """This function will return the lists of one part of the page."""
    if show == "levels":
        return list(_ladders(draft, slug))
    return [_part_list(family_of(name), draft.data, slug) for name in LISTED.get(show, ())]


def _ladders(draft: Draft, slug: str) -> Iterator[PartList]:
    document: BankDocument = draft.document
    named = [(THE_BANKS, document.levels), *[(ladder.key, ladder.levels) for ladder in document.ladders]]
    for key, levels in named:
        family = family_of("level", key)
        add = reverse("studio:level-add", kwargs={"bank_slug": slug, "ladder_key": key})
        notes = {level.key: _bounds(level) for level in levels}
        title = _("Levels of the bank") if key == THE_BANKS else key
        yield PartList(family, title, _lines(family, family.items(draft.data), slug, notes), add, key)


def _bounds(level: Level) -> str:
    bound = f"≥ {plain(level.lower)}" if level.lower is not None else ""
    if level.above is not None:
        bound = f"> {plain(level.above)}"
    return " · ".join([*filter(None, [bound]), *([str(_("with a gate"))] if level.gate is not None else [])])


def _part_list(family: Family, data: Data, slug: str) -> PartList:
    add = reverse("studio:part-add", kwargs={"bank_slug": slug, "family": family.name})
    return PartList(family, SHOWS[family.show], _lines(family, family.items(data), slug, {}), add)


def _lines(family: Family, items: list[Data], slug: str, notes: dict[str, str]) -> list[PartLine]:
    locale = get_language() or ""
    return [
        PartLine(
            item["key"],
            localise(item.get("title") or item.get("message") or {}, locale) or item["key"],
            notes.get(item["key"], ""),
            reverse(family.page, kwargs={"bank_slug": slug, **family.arguments(item["key"])}),
            index == 0,
            index == len(items) - 1,
        )
        for index, item in enumerate(items)
    ]
