"""Item analysis as rows of words and figures, for the page and for the terminal alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.scoring.document import BankDocument, Node, Question
from assessment.scoring.item_analysis import (
    SHOWN_FROM,
    GroupStatistics,
    ItemAnalysis,
    ItemStatistics,
    home_of,
)
from assessment.scoring.item_analysis_alpha import Missing, Reliability
from assessment.scoring.item_analysis_notes import Note, item_notes
from assessment.scoring.texts import localise
from assessment.scoring.walk import nodes, questions_by_key
from recommendations.desk.figures import NO_FIGURE, shown_coefficient, shown_part, shown_range
from recommendations.desk.item_words import note_words, too_few_words


@dataclass(frozen=True, slots=True)
class AlphaLine:
    """One node with one way to handle missing answers. `n` is behind the figures, which are shown if it is large enough."""

    n: int
    is_shown: bool
    alpha: str
    interval: str


@dataclass(frozen=True, slots=True)
class NodeLine:
    """`item_count` such as "7", or "8 / 10" where some questions were answered too seldom to be in the figures."""

    title: str
    item_count: str
    listwise: AlphaLine
    pairwise: AlphaLine


@dataclass(frozen=True, slots=True)
class ItemLine:
    key: str
    text: str
    n: int
    coverage: str
    mean: str
    deviation: str
    floor: str
    ceiling: str
    unknown: str
    item_total: str
    alpha_if_deleted: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Questions that are read together, under the node that holds them; `alpha` is None where they are too few."""

    title: str
    alpha: AlphaLine | None
    items: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True)
class ItemPage:
    nodes: tuple[NodeLine, ...]
    blocks: tuple[Block, ...]


class _Writer:
    def __init__(self, document: BankDocument, analysis: ItemAnalysis, missing: Missing, locale: str) -> None:
        self._analysis, self._missing, self._locale = analysis, missing, locale
        self._titles: Mapping[str, Node] = {node.key: node for _, node in nodes(document)}
        self._questions: Mapping[str, Question] = questions_by_key(document)

    def page(self) -> ItemPage:
        return ItemPage(tuple(self._node_line(group) for group in self._analysis.groups), tuple(self._blocks()))

    def _title(self, group: GroupStatistics) -> str:
        node = self._titles[group.group.node]
        return localise(node.title, self._locale) or node.key

    def _node_line(self, group: GroupStatistics) -> NodeLine:
        lines = {missing: _alpha_line(group.by[missing]) for missing in Missing}
        return NodeLine(self._title(group), _counted(group), lines[Missing.LISTWISE], lines[Missing.PAIRWISE])

    def _blocks(self) -> Iterator[Block]:
        """In the order of the tree; questions that no two of them stand together come last."""
        homes = {item.item.key: home_of(item.item.key, self._analysis.groups) for item in self._analysis.items}
        for group in [*self._analysis.groups, None]:
            own = [item for item in self._analysis.items if homes[item.item.key] is group]
            if own:
                yield self._block(group, own)

    def _block(self, group: GroupStatistics | None, items: list[ItemStatistics]) -> Block:
        if group is None:
            return Block("", None, tuple(self._item_line(item, None, None) for item in items))
        found = group.by[self._missing]
        is_shown = found.fewest >= SHOWN_FROM
        totals = dict(zip(group.items, found.item_total, strict=True)) if is_shown else {}
        without = dict(zip(group.items, found.alpha_if_deleted, strict=True)) if is_shown else {}
        lines = (self._item_line(item, totals.get(item.item.key), without.get(item.item.key)) for item in items)
        return Block(self._title(group), _alpha_line(found), tuple(lines))

    def _item_line(self, item: ItemStatistics, item_total: float | None, alpha: float | None) -> ItemLine:
        question = self._questions[item.item.question]
        is_shown, is_asked = item.n >= SHOWN_FROM, item.asked >= SHOWN_FROM
        return ItemLine(
            key=question.key,
            text=localise(question.short, self._locale) or localise(question.text, self._locale),
            n=item.n,
            coverage=shown_part(item.coverage) if is_asked else NO_FIGURE,
            mean=shown_coefficient(item.mean) if is_shown else NO_FIGURE,
            deviation=shown_coefficient(item.deviation) if is_shown else NO_FIGURE,
            floor=shown_part(item.floor) if is_shown else NO_FIGURE,
            ceiling=shown_part(item.ceiling) if is_shown else NO_FIGURE,
            unknown=shown_part(item.unknown_share) if is_asked else NO_FIGURE,
            item_total=shown_coefficient(item_total),
            alpha_if_deleted=shown_coefficient(alpha),
            notes=_notes(item, item_total),
        )


def item_page(document: BankDocument, analysis: ItemAnalysis, missing: Missing, locale: str) -> ItemPage:
    """This function will return all rows of the item analysis; figures of fewer than 30 respondents are left out."""
    return _Writer(document, analysis, missing, locale).page()


def _counted(group: GroupStatistics) -> str:
    studied, all_ = len(group.items), len(group.group.items)
    return str(all_) if studied == all_ else f"{studied} / {all_}"


def _notes(item: ItemStatistics, item_total: float | None) -> tuple[str, ...]:
    found = note_words(note for note in item_notes(item, item_total) if _rests_on(note, item) >= SHOWN_FROM)
    return found if item.n >= SHOWN_FROM else (*found, too_few_words())


def _rests_on(note: Note, item: ItemStatistics) -> int:
    """How many respondents are behind a note: who left a question open is seen among all who were asked."""
    return item.asked if note in (Note.UNKNOWN, Note.SKIPPED) else item.n


def _alpha_line(found: Reliability) -> AlphaLine:
    if found.fewest < SHOWN_FROM:
        return AlphaLine(found.fewest, False, NO_FIGURE, NO_FIGURE)
    return AlphaLine(found.fewest, True, shown_coefficient(found.alpha), shown_range(found.low, found.high))
