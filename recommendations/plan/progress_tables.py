"""The tables of scores on the progress page: compared, over all rounds, and as stated at the time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from assessment.responses.bank_words import marked
from assessment.responses.models import ScopeChoice
from assessment.responses.review import Review
from assessment.scoring.document import Level, Node
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import NodeScore, Status
from assessment.scoring.texts import localise
from assessment.scoring.trend import counted_questions, moves, questions_below
from recommendations.charts.trend import Course, Place, spark
from recommendations.plan.progress_rounds import Comparison, TakenRound
from recommendations.plan.progress_words import ShownChange, ShownScore, shown_difference, shown_score, signed

HUES = 8
MOVES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Move:
    """What one question moved in its part."""

    question: SafeString
    points: str


@dataclass(frozen=True, slots=True)
class Head:
    """A column: two rounds may be of one day, so each has its number as well."""

    number: int
    day: date


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One part, or the whole (`hue` 0). `scores` oldest first, under `heads`; `common` of `asked` questions were compared."""

    title: str
    hue: int
    heads: tuple[Head, ...]
    scores: tuple[ShownScore, ...]
    change: ShownChange
    common: int
    asked: int
    course: SafeString
    moves: tuple[Move, ...]

    @property
    def headed(self) -> list[tuple[Head, ShownScore]]:
        return list(zip(self.heads, self.scores, strict=True))


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """`common` of `asked`: the questions compared, of those that count in the last round."""

    heads: tuple[Head, ...]
    rows: tuple[ScoreRow, ...]
    common: int
    asked: int


@dataclass(frozen=True, slots=True)
class StatedRow:
    """What the result of one round said when it was submitted; `parts` are the same in every row."""

    number: int
    day: date
    scope: str
    version: str
    level: SafeString | str
    overall: ShownScore
    parts: tuple[tuple[SafeString, ShownScore], ...]
    corrections: int
    review: Review | None


class Tables:
    """The tables of one comparison, in one language."""

    def __init__(self, comparison: Comparison, locale: str) -> None:
        self._comparison, self._locale = comparison, locale
        self._display = comparison.scorer.document.display
        self._counted = frozenset(counted_questions(comparison.scorer.index))

    @cached_property
    def nodes(self) -> list[tuple[int, Node]]:
        """The whole and its parts, each with its hue; without those that nothing compared says anything of."""
        tree = self._comparison.scorer.document.tree
        children = [(place % HUES + 1, child) for place, child in enumerate(tree.children)]
        return [each for each in [(0, tree), *children] if self._is_scored(each[1].key)]

    def _is_scored(self, key: str) -> bool:
        nodes = [card.nodes[key] for card in self._comparison.compared.cards]
        return all(node.status not in (Status.NOT_ASSESSED, Status.UNSCORED) for node in nodes)

    def table(self) -> ScoreTable:
        """This function will return every part with its scores, what changed, and what moved it most."""
        rows = tuple(self._row(hue, node) for hue, node in self.nodes)
        compared = self._comparison.compared
        asked = sum(compared.rounds[-1].applies(key) for key in self._counted)
        return ScoreTable(self._heads, rows, len(compared.questions), asked)

    @cached_property
    def _heads(self) -> tuple[Head, ...]:
        return tuple(Head(each.number, each.day) for each in self._comparison.taken)

    @cached_property
    def _below(self) -> Mapping[str, frozenset[str]]:
        return questions_below(self._comparison.scorer)

    def _row(self, hue: int, node: Node) -> ScoreRow:
        compared, below = self._comparison.compared, self._below[node.key] & self._counted
        scores = [card.nodes[node.key] for card in compared.cards]
        return ScoreRow(
            title=self.title(hue, node),
            hue=hue,
            heads=self._heads,
            scores=tuple(shown_score(score, self._display) for score in scores),
            change=shown_difference(scores[0], scores[-1], compared.change(node.key), self._display),
            common=len(below.intersection(compared.questions)),
            asked=sum(compared.rounds[-1].applies(key) for key in below),
            course=self._course(hue, node, scores),
            moves=() if hue == 0 else self._moves(node.key),
        )

    def _course(self, hue: int, node: Node, scores: Sequence[NodeScore]) -> SafeString:
        """Safe, because the room of the charts wrote every character of it and escaped every word."""
        title = gettext("Overall") if hue == 0 else localise(node.title, self._locale)
        numbers = " → ".join(shown_score(score, self._display).score for score in scores)
        return mark_safe(spark(f"{title}: {numbers}", Course(title, [_place(score) for score in scores], hue)))

    def title(self, hue: int, node: Node) -> str:
        """This function will return what a node is called; the root is the whole."""
        return gettext("Overall") if hue == 0 else marked(node.title, self._locale)

    def _moves(self, node: str) -> tuple[Move, ...]:
        questions = self._comparison.scorer.index.questions
        found = moves(self._comparison.compared, node)[:MOVES_SHOWN]
        return tuple(
            Move(marked(questions[key].short or questions[key].text, self._locale), signed(points, self._display))
            for key, points in found
        )


def _place(score: NodeScore) -> Place:
    shown, low, high = (None if end is None else float(end) for end in (score.shown, score.low, score.high))
    return Place(shown, low, high)


def stated_rows(taken: Sequence[TakenRound], parts: Sequence[Node], locale: str) -> list[StatedRow]:
    """This function will return what each round stated when it was submitted, of the whole and of `parts`."""
    return [_stated(each, parts, locale) for each in taken]


def _stated(taken: TakenRound, parts: Sequence[Node], locale: str) -> StatedRow:
    card, document = taken.stated, taken.scorer.document
    return StatedRow(
        number=taken.number,
        day=taken.day,
        scope=str(ScopeChoice(taken.result.scope).label),
        version=taken.result.release.version,
        level=_level(card.level.key, ladders_of(document)[card.root], locale),
        overall=shown_score(card.overall, document.display),
        parts=tuple(
            (marked(node.title, locale), shown_score(card.nodes.get(node.key), document.display)) for node in parts
        ),
        corrections=taken.submitted.corrections,
        review=taken.submitted.review,
    )


def _level(key: str | None, levels: Sequence[Level], locale: str) -> SafeString | str:
    return next((marked(level.title, locale) for level in levels if level.key == key), "–")
