"""What the form of a node would do, before anything is saved."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language

from assessment.bank.editing.flat import Data
from assessment.bank.faults import DocumentError
from assessment.scoring.document import BankDocument
from recommendations.studio.drafts import Draft
from recommendations.studio.measure.shares import MeasureRow, NodeRow, measure_shares, node_shares


@dataclass(frozen=True, slots=True)
class Effect:
    """The nodes that are looked at, those beside and above the edited one, and what it measures."""

    nodes: list[NodeRow]
    measures: list[MeasureRow]

    @property
    def is_changed(self) -> bool:
        moved = [row.of_whole.is_changed or row.reachable.is_changed for row in self.nodes]
        return any(moved) or any(row.of_whole.is_changed or row.points.is_changed for row in self.measures)


def effect_of(draft: Draft, key: str, changed: Data | None = None) -> Effect | None:
    """This function will return what `changed` data do around a node, None where they cannot be stored or scored."""
    before: BankDocument = draft.document
    after = before
    if changed is not None:
        try:
            after = draft.craft.document(copy.deepcopy(changed), draft.copy.slug)
        except DocumentError:
            return None
    locale = get_language() or ""
    rows = node_shares(before, after, locale)
    return Effect(list(_around(rows, key)), measure_shares(before, after, key, locale)) if rows else None


def _around(rows: list[NodeRow], key: str) -> Iterator[NodeRow]:
    parents = {row.node.key: row.node.parent for row in rows}
    above: set[str | None] = {key}
    here: str | None = key
    while here is not None:
        above.add(here)
        here = parents.get(here)
    for row in rows:
        if row.node.depth <= 1 or row.node.key in above or row.node.parent == parents.get(key):
            yield row
