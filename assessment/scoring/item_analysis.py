"""How the questions of a bank behave: each item by itself, and the items of each node together.

A missing answer is missing here, although scoring counts it as 0: scoring asks what an enterprise can show, so not
knowing must not pay; item analysis asks what the answers have in common, and an invented 0 would be a pattern of its
own that raises every correlation. What does not apply, or was not asked, is left out of both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.scoring.item_analysis_alpha import Missing, Reliability, reliability
from assessment.scoring.item_analysis_columns import Column, Gap

# Below this no figure is shown. Correlations of fewer respondents say little: with 30, the 95 % interval around 0.3
# still reaches from below 0 to about 0.6 (Fisher's z, standard error 1/√27).
SHOWN_FROM = 30
ENOUGH_ITEMS = 3  # of two items, each correlates with the other alike: that tells nothing about either
NO_CREDIT = 0.0


@dataclass(frozen=True, slots=True)
class StudiedItem:
    """One question where it is measured; `best` is the highest credit that it can give, so that it may show a ceiling."""

    key: str
    question: str
    best: float = 1.0


@dataclass(frozen=True, slots=True)
class Group:
    """A node and the keys of the items below it, at any depth, in the order of asking."""

    node: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """`asked` counts those to whom the question applied, `n` those who answered it; shares run from 0 to 1."""

    item: StudiedItem
    asked: int
    n: int
    unknown: int
    mean: float | None
    deviation: float | None
    floor: float | None
    ceiling: float | None

    @property
    def coverage(self) -> float | None:
        return self._share(self.n)

    @property
    def unknown_share(self) -> float | None:
        return self._share(self.unknown)

    @property
    def skipped_share(self) -> float | None:
        return self._share(self.asked - self.n - self.unknown)

    def _share(self, count: int) -> float | None:
        return count / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class GroupStatistics:
    """`items` are those of the group that enough respondents answered; `by` their figures, missing answers handled so."""

    group: Group
    items: tuple[str, ...]
    by: Mapping[Missing, Reliability]


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """`n` respondents; `items` in the order of asking, `groups` (of two or more items) in the order of the tree."""

    n: int
    items: tuple[ItemStatistics, ...]
    groups: tuple[GroupStatistics, ...]


def analyse(
    n: int,
    items: Sequence[StudiedItem],
    columns: Mapping[str, Column],
    groups: Sequence[Group],
    fewest: int = SHOWN_FROM,
) -> ItemAnalysis:
    """This function will return the figures of all items and groups; `columns` by item, each over the same `n` rows.

    An item that fewer than `fewest` respondents answered stays out of its groups: one question that hardly anybody was
    asked would leave all others without respondents in common.
    """
    answered = {key for key, column in columns.items() if column.n >= fewest}
    studied = [(group, tuple(key for key in group.items if key in answered)) for group in groups]
    return ItemAnalysis(
        n,
        tuple(item_statistics(item, columns[item.key]) for item in items),
        tuple(_group_statistics(group, own, columns) for group, own in studied if len(own) > 1),
    )


def item_statistics(item: StudiedItem, column: Column) -> ItemStatistics:
    """This function will return the figures of one item by itself."""
    unknown, unanswered = column.count(Gap.UNKNOWN), column.count(Gap.UNANSWERED)
    return ItemStatistics(
        item=item,
        asked=column.n + unknown + unanswered,
        n=column.n,
        unknown=unknown,
        mean=column.mean,
        deviation=column.deviation,
        floor=column.share_of(NO_CREDIT),
        ceiling=column.share_of(item.best),
    )


def _group_statistics(group: Group, items: tuple[str, ...], columns: Mapping[str, Column]) -> GroupStatistics:
    own = [columns[key] for key in items]
    return GroupStatistics(group, items, {missing: reliability(own, missing) for missing in Missing})


def home_of(item: str, groups: Sequence[GroupStatistics]) -> GroupStatistics | None:
    """This function will return the group in which an item is read: the smallest with enough items, else any with two.

    Without one the item stands alone, and None is returned.
    """
    around = [group for group in groups if item in group.group.items]
    enough = [group for group in around if len(group.items) >= ENOUGH_ITEMS]
    return min(enough or around, key=lambda group: len(group.items), default=None)
