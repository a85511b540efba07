"""How many results reached which level: overall and on each part, each by the levels that it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from assessment.bank.models import Release
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.responses.models import Result
from assessment.scoring.document import Aggregate, BankDocument, Level, Node
from assessment.scoring.ladders import ladders_of
from assessment.scoring.texts import localise
from assessment.scoring.walk import nodes

FEWEST_SHOWN = 5  # below this a distribution would tell about single enterprises


@dataclass(frozen=True, slots=True)
class Line:
    """How many results reached one level, by column."""

    level: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LevelTable:
    """The nodes that share one ladder. The whole has an empty title; `without` counts who reached no level."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    without: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Distribution:
    """Of the results of one major version; without tables where there are too few to show, or no levels."""

    version: str
    result_count: int
    has_levels: bool
    tables: tuple[LevelTable, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """A node, where it stands in a frozen scorecard, and its levels."""

    node: Node
    place: int
    ladder: tuple[Level, ...]

    def at_level(self, number: int) -> Q:
        """The level of the whole is kept apart: it is in the scorecard with how it was decided."""
        return Q(**{f"scorecard__nodes__{self.place}__level" if self.place else "scorecard__level__index": number})


def distribution(slug: str, locale: str) -> Distribution | None:
    """This function will return the levels of all results of a bank's current major version, or None without a release.

    Minor releases have the same tree, so a node stands at the same place in all these scorecards. Two queries.
    """
    release = current_release(slug)
    if release is None:
        return None
    columns = _columns(document_of(release.pk))
    found = _level_counts(release, columns)
    tables: tuple[LevelTable, ...] = ()
    if found["all"] >= FEWEST_SHOWN:
        tables = tuple(_table(found, group, locale) for group in _by_ladder(columns))
    return Distribution(f"{release.major}.x", found["all"], bool(columns), tables)


def _columns(document: BankDocument) -> list[_Column]:
    """The whole and its parts, as far as they have levels; a scorecard keeps its nodes in the order of the tree."""
    ladders = reachable_levels(document)
    shown = {document.tree.key, *(child.key for child in document.tree.children)}
    found = [_Column(node, place, ladders[node.key]) for place, (_, node) in enumerate(nodes(document))]
    return [column for column in found if column.node.key in shown and column.ladder]


def reachable_levels(document: BankDocument) -> Mapping[str, tuple[Level, ...]]:
    """This function will return the levels that each node can reach, by key.

    A node without a number of its own can only reach those of a ladder of its own, by their gates.
    """
    unscored = {node.key for _, node in nodes(document) if node.aggregate is Aggregate.NONE and node.ladder is None}
    return {key: () if key in unscored else levels for key, levels in ladders_of(document).items()}


def _by_ladder(columns: Sequence[_Column]) -> list[list[_Column]]:
    groups: dict[tuple[str, ...], list[_Column]] = {}
    for column in columns:
        groups.setdefault(tuple(level.key for level in column.ladder), []).append(column)
    return list(groups.values())


def _level_counts(release: Release, columns: Sequence[_Column]) -> Mapping[str, int]:
    counted = {"all": Count("pk")}
    for column in columns:
        for number in range(len(column.ladder)):
            counted[_name(column, number)] = Count("pk", filter=column.at_level(number))
    results = Result.objects.counting().filter(release__bank=release.bank_id, release__major=release.major)
    return results.aggregate(**counted)


def _name(column: _Column, number: int) -> str:
    return f"node_{column.place}_{number}"


def _table(found: Mapping[str, int], columns: Sequence[_Column], locale: str) -> LevelTable:
    lines = tuple(
        Line(localise(level.title, locale), tuple(found[_name(column, number)] for column in columns))
        for number, level in enumerate(columns[0].ladder)
    )
    titles = tuple(localise(column.node.title, locale) if column.place else "" for column in columns)
    reached = [sum(line.counts[place] for line in lines) for place in range(len(columns))]
    return LevelTable(titles, lines, tuple(found["all"] - count for count in reached))
