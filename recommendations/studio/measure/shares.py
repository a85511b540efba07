"""What a change does: points and shares before and after it, exact inside and ready to be shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assessment.scoring import walk
from assessment.scoring.document import BankDocument, Node, Question
from assessment.scoring.figures import rounded, shown_points
from assessment.scoring.texts import localise
from recommendations.studio.measure.weighing import Reach, Weighing, weighing_of

NONE = "–"
NOTHING = Reach(None, None)


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure before and after a change; None = there is no such figure. The texts are rounded, once."""

    before: Fraction | None
    after: Fraction | None
    before_text: str
    after_text: str

    @property
    def is_changed(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the tree, as a table shows it: `depth` 0 is the whole, 1 a barrier."""

    key: str
    title: str
    depth: int
    parent: str | None

    @property
    def is_whole(self) -> bool:
        return self.depth == 0

    @property
    def is_barrier(self) -> bool:
        return self.depth == 1


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What one question can bring in one node at most, and its share of all questions that are asked there."""

    node: Place
    points: Moved
    share: Moved


@dataclass(frozen=True, slots=True)
class NodeRow:
    """One node: its shares of what is above it, what its full marks are called, and how many points can be reached."""

    node: Place
    of_parent: Moved
    of_whole: Moved
    full: Moved
    reachable: Moved


def question_shares(before: BankDocument, after: BankDocument, question_key: str, locale: str) -> list[ShareRow]:
    """This function will return a row for the whole, for every barrier, and for each node that the question feeds.

    The rows stand in the order of the tree. Shares are those of all questions asked: what is hidden, or does not
    apply, leaves the measure, and the others then weigh more. A bank that cannot be scored gives no rows.
    """
    old, new = _both(before, after)
    if new is None:
        return []
    rows = []
    for place in _places(after, locale):
        if place.depth <= 1 or new.feeds(place.key, question_key) or _fed(old, place.key, question_key):
            was = old.reach(place.key, question_key) if old else NOTHING
            now = new.reach(place.key, question_key)
            points = _points(was.points, now.points, before, after)
            rows.append(ShareRow(place, points, _shares(was.share, now.share)))
    return rows


def node_shares(before: BankDocument, after: BankDocument, locale: str) -> list[NodeRow]:
    """This function will return a row for each node of `after`, in the order of the tree; none if it has no scores."""
    old, new = _both(before, after)
    if new is None:
        return []
    return [_node_row(old, new, place, before, after) for place in _places(after, locale)]


def _node_row(old: Weighing | None, new: Weighing, place: Place, before: BankDocument, after: BankDocument) -> NodeRow:
    key = place.key
    was = old if old is not None and key in old.best else None
    return NodeRow(
        place,
        _shares(was.of_parent.get(key) if was else None, new.of_parent.get(key)),
        _shares(was.of_whole[key] if was else None, new.of_whole[key]),
        _points(was.best[key].scale if was else None, new.best[key].scale, before, after),
        _points(was.reachable(key) if was else None, new.reachable(key), before, after),
    )


def share_text(share: Fraction | None) -> str:
    """This function will return a share of one in percent with at most one decimal, "–" for none."""
    if share is None:
        return NONE
    text = format(rounded(share * 100, 1), "f")
    return f"{text.removesuffix('.0')} %"


def _fed(weighing: Weighing | None, node: str, question: str) -> bool:
    return weighing is not None and weighing.feeds(node, question)


def _shares(before: Fraction | None, after: Fraction | None) -> Moved:
    return Moved(before, after, share_text(before), share_text(after))


def _points(before: Fraction | None, after: Fraction | None, old: BankDocument, new: BankDocument) -> Moved:
    return Moved(before, after, shown_points(before, old.display), shown_points(after, new.display))


def _places(document: BankDocument, locale: str) -> Iterator[Place]:
    yield from _below(document.tree, None, 0, locale)


def _below(node: Node, parent: str | None, depth: int, locale: str) -> Iterator[Place]:
    yield Place(node.key, localise(node.title, locale), depth, parent)
    for child in node.children:
        yield from _below(child, node.key, depth + 1, locale)


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A question that a node measures: its share there and of the whole, and the points that it brings to the whole."""

    question: str
    title: str
    of_node: Moved
    of_whole: Moved
    points: Moved


def measure_shares(before: BankDocument, after: BankDocument, node_key: str, locale: str) -> list[MeasureRow]:
    """This function will return a row for each question that a node of `after` measures, in its order."""
    old, new = _both(before, after)
    measured = [node for _, node in walk.nodes(after) if node.key == node_key]
    if new is None or not measured:
        return []
    questions = walk.questions_by_key(after)
    return [
        _measure_row(old, new, (before, after), node_key, questions[measure.question], locale)
        for measure in measured[0].measures
    ]


def _measure_row(
    old: Weighing | None,
    new: Weighing,
    documents: tuple[BankDocument, BankDocument],
    node: str,
    question: Question,
    locale: str,
) -> MeasureRow:
    before, after = documents
    key, here = question.key, old is not None and node in old.best
    was_whole = old.reach(before.tree.key, key) if old else NOTHING
    whole = new.reach(after.tree.key, key)
    was = old.of_measure(node, key) if old is not None and here else None
    title = localise(question.short or question.text, locale)
    return MeasureRow(
        key,
        title,
        _shares(was, new.of_measure(node, key)),
        _shares(was_whole.share, whole.share),
        _points(was_whole.points, whole.points, before, after),
    )


def _both(before: BankDocument, after: BankDocument) -> tuple[Weighing | None, Weighing | None]:
    """What both weigh; the work is done once where they are the same."""
    new = weighing_of(after)
    return (new if before is after else weighing_of(before)), new
