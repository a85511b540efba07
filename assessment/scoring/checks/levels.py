"""Levels and ladders: one level for every score of every node that uses them, in ascending order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from assessment.scoring import walk
from assessment.scoring.check_conditions import comparisons_of
from assessment.scoring.conditions import Condition, Operator
from assessment.scoring.cuts import Cut, between, span
from assessment.scoring.document import Aggregate, BankDocument, Level, Node
from assessment.scoring.figures import shown_scale
from assessment.scoring.findings import Finding, error, warning
from assessment.scoring.scales import Scales

BOTTOM = Cut.before(0)


@dataclass(frozen=True, slots=True)
class Staircase:
    """Levels with the place where they stand and the nodes whose score they divide."""

    place: str
    levels: Sequence[Level]
    nodes: tuple[Node, ...]
    is_ladder: bool

    @property
    def climbers(self) -> tuple[Node, ...]:
        """The nodes that may get up the levels: one without a score meets no bound, only gates of its own ladder."""
        is_bounded = any(start_of(level) is not None for level in self.levels)
        scoreless = () if self.is_ladder and not is_bounded else (Aggregate.NONE,)
        return tuple(node for node in self.nodes if node.aggregate not in scoreless)


def staircases(document: BankDocument) -> Iterator[Staircase]:
    """This function will yield the bank's levels and every ladder. The bank's own are those of the root, which may leave
    them for a ladder; all other nodes take them in proportion, whatever their scale."""
    nodes = [node for _, node in walk.nodes(document)]
    if document.levels:
        root = (document.tree,) if document.tree.ladder is None else ()
        yield Staircase("levels", document.levels, root, is_ladder=False)
    for ladder in document.ladders:
        users = tuple(node for node in nodes if node.ladder == ladder.key)
        yield Staircase(f"ladders.{ladder.key}.levels", ladder.levels, users, is_ladder=True)


def check_levels(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for scores in no level or in two, for levels out of order or out of reach, and
    for ladders that are missing or idle."""
    scales = Scales(document).full
    for staircase in staircases(document):
        yield from _first(staircase)
        for number, level in enumerate(staircase.levels):
            yield from _bounds(f"{staircase.place}.{level.key}", level, is_first=number == 0)
        yield from _order(staircase)
        yield from _seams(staircase)
        for node in staircase.nodes:
            yield from _on_scale(staircase, node, scales[node.key])
            if staircase.is_ladder and node not in staircase.climbers:
                message = f"the node {node.key} has no score of its own, so it meets no bound"
                mend = f"give the levels gates and no bounds, or {node.key} an aggregate"
                yield error(staircase.place.removesuffix(".levels"), message, mend)
    yield from _ladders(document)


def start_of(level: Level) -> Cut | None:
    """This function will return where a level begins; None where only a gate leads to it."""
    if level.above is not None:
        return Cut.behind(level.above)
    return None if level.lower is None else Cut.before(level.lower)


def end_of(level: Level) -> Cut | None:
    """This function will return where a level says that it ends; None where it leaves that to the next one."""
    if level.upto is not None:
        return Cut.behind(level.upto)
    return None if level.below is None else Cut.before(level.below)


def _field(level: Level) -> str:
    return "lower" if level.above is None else "above"


def _first(staircase: Staircase) -> Iterator[Finding]:
    first = staircase.levels[0]
    place, start = f"{staircase.place}.{first.key}", start_of(first)
    if start is not None and start > BOTTOM:
        mend = "let the first level begin at lower: 0, if every score is to have a level"
        yield warning(f"{place}.{_field(first)}", f"no level holds {span(BOTTOM, start)}", mend)
    if first.gate is not None and not _only_waits(first.gate):
        message = "whoever fails the gate of the first level reaches no level at all"
        yield warning(f"{place}.gate", message, "remove the gate of the first level")


def _only_waits(gate: Condition) -> bool:
    """A first level may wait until something is known at all: until then there is no level to speak of."""
    return all(test.op is Operator.KNOWN for test in comparisons_of(gate))


def _bounds(place: str, level: Level, is_first: bool) -> Iterator[Finding]:
    if level.lower is not None and level.above is not None:
        yield error(place, "both lower and above say where the level begins", "keep one of the two")
    if level.upto is not None and level.below is not None:
        yield error(place, "both upto and below say where the level ends", "keep one of the two")
    start, end = start_of(level), end_of(level)
    if start is None and level.gate is None and not is_first:
        message = "neither a bound nor a gate leads to the level, so the level before it is never the last one reached"
        yield error(place, message, "give it lower, above or a gate")
    if end is not None and end <= (start or BOTTOM):
        yield error(place, "the level ends before it begins", "exchange its bounds")


def _order(staircase: Staircase) -> Iterator[Finding]:
    """Two levels may begin at the same score if a gate tells them apart."""
    bounded = [(level, start) for level in staircase.levels if (start := start_of(level)) is not None]
    for (before, low), (level, high) in pairwise(bounded):
        if high < low or (high == low and level.gate is None):
            message = (
                f"level {level.key} begins at {shown_scale(high.at)}, "
                f"level {before.key} before it at {shown_scale(low.at)}"
            )
            place = f"{staircase.place}.{level.key}.{_field(level)}"
            yield error(place, message, "order the levels by ascending lower bounds")


def _seams(staircase: Staircase) -> Iterator[Finding]:
    """Where a level says that it ends, the next one with a bound has to begin."""
    ended = [level for level in staircase.levels if start_of(level) is not None or end_of(level) is not None]
    for level, following in pairwise(ended):
        end, start = end_of(level), start_of(following)
        if end is None or start is None or end == start:
            continue
        place = f"{staircase.place}.{following.key}.{_field(following)}"
        if end < start:
            message = f"no level holds {_scores(end, start)}"
        else:
            message = f"{level.key} and {following.key} both hold {_scores(start, end)}"
        yield error(place, message, f"begin where {level.key} ends: {_begin(end)}")


def _scores(low: Cut, high: Cut) -> str:
    example = "" if low.at == high.at else f", for example {shown_scale(between(low, high))}"
    return f"{span(low, high)}{example}"


def _begin(cut: Cut) -> str:
    return f"{'above' if cut.after else 'lower'}: {shown_scale(cut.at)}"


def _on_scale(staircase: Staircase, node: Node, scale: Fraction) -> Iterator[Finding]:
    top = Cut.behind(scale)
    mend = f"write bounds on the scale of the node, 0 to {shown_scale(scale)}"
    for level in staircase.levels:
        start = start_of(level)
        if start is not None and start >= top:
            message = f"nobody reaches the level: it begins at {shown_scale(start.at)}" + (
                f", the scale of the node {node.key} ends at {shown_scale(scale)}"
            )
            yield error(f"{staircase.place}.{level.key}.{_field(level)}", message, mend)
    last = staircase.levels[-1]
    end = end_of(last)
    place = f"{staircase.place}.{last.key}.{'upto' if last.below is None else 'below'}"
    if end is not None and end < top:
        yield error(place, f"no level holds {span(end, top)} of the node {node.key}", "let the last level reach it")
    elif end is not None and end > top:
        message = (
            f"the last level ends at {shown_scale(end.at)}, the scale of the node {node.key} at {shown_scale(scale)}"
        )
        yield warning(place, message, mend)


def _ladders(document: BankDocument) -> Iterator[Finding]:
    known = {ladder.key for ladder in document.ladders}
    named: set[str] = set()
    for place, node in walk.nodes(document):
        if node.ladder is None:
            continue
        named.add(node.ladder)
        if node.ladder not in known:
            mend = f"use one of: {', '.join(sorted(known))}" if known else "write it under ladders"
            yield error(f"{place}.ladder", f"there is no ladder {node.ladder}", mend)
    for key in sorted(known - named):
        yield warning(f"ladders.{key}", "no node uses the ladder", "name it as the ladder of a node, or remove it")
