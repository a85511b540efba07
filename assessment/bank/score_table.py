"""A scorecard as a plain table for the terminal."""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from django.utils.translation import gettext as _

from assessment.bank.climb import climb_of, demands_of
from assessment.bank.score_json import change_since, failed_gates, level_of
from assessment.bank.terminal_table import GAP, aligned
from assessment.scoring.document import BankDocument, Level, Node
from assessment.scoring.facts import Lookup
from assessment.scoring.figures import rounded, shown_points, shown_scale, shown_share
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import HUNDRED, NodeScore, Scorecard, Status
from assessment.scoring.texts import localise

NOTHING = "–"
Column = tuple[str, dict[str, str]]


def score_table(
    document: BankDocument,
    card: Scorecard,
    locale: str,
    baseline: Scorecard | None = None,
    facts: Lookup | None = None,
) -> str:
    """This function will return one line for each node, the root first: score, interval, coverage and level.

    Scores are points of the node's own scale. Columns for full marks, targets, changes since `baseline` and second
    readings stand there only where the bank has them. Below stand the conditions that hold a node back, each by itself
    if `facts` (`Facts.get`) are given.
    """
    extras = list(_extra_columns(document, card, locale, baseline))
    head = [_("Node"), _("Score"), *(title for title, _cells in extras), _("Range"), _("Coverage"), _("Level")]
    rows = [
        _row(document, card, node, depth, [cells.get(node.key, NOTHING) for _title, cells in extras], locale)
        for depth, node in _nodes(document.tree, 0)
    ]
    levels = [*_level_lines(document, card, locale), *_node_lines(document, card, locale, facts)]
    return "\n".join([*aligned([head, *rows]), *([""] if levels else []), *levels])


def _row(
    document: BankDocument, card: Scorecard, node: Node, depth: int, extras: Sequence[str], locale: str
) -> list[str]:
    score, *others = _figures(document, card, node.key, locale)
    return [f"{GAP * depth}{localise(node.title, locale)}", score, *extras, *others]


def _extra_columns(
    document: BankDocument, card: Scorecard, locale: str, baseline: Scorecard | None
) -> Iterator[Column]:
    nodes = card.nodes.values()
    if any(node.scale != HUNDRED for node in nodes):
        yield _("Of"), {node.key: shown_scale(node.scale) for node in nodes if node.status is not Status.UNSCORED}
    for reading in document.readings:
        if reading.key in card.readings:
            scores = card.readings[reading.key]
            cells = {key: shown_points(score.points, document.display) for key, score in scores.items()}
            yield localise(reading.title, locale), cells
    yield from _target_columns(document, nodes)
    if baseline is not None:
        yield from _columns_since(document, nodes, baseline)


def _columns_since(document: BankDocument, nodes: Collection[NodeScore], baseline: Scorecard) -> Iterator[Column]:
    """Progress is a way to a target; without one there are only the points of then and now."""
    before = {node.key: baseline.nodes[node.key] for node in nodes}
    yield _("Earlier score"), {key: shown_points(score.points, document.display) for key, score in before.items()}
    yield _("Change since then"), {node.key: _change(document, change_since(node, before[node.key])) for node in nodes}
    aimed = [node for node in nodes if node.target is not None]
    if aimed:
        yield _("Progress"), {node.key: _percent(node.progress_since(before[node.key])) for node in aimed}


def _change(document: BankDocument, points: Fraction | None) -> str:
    """With its sign; a loss that rounds to nothing is none."""
    if points is None:
        return NOTHING
    written = shown_points(abs(points), document.display)
    return f"−{written}" if points < 0 and Fraction(written) else f"+{written}"


def _target_columns(document: BankDocument, nodes: Collection[NodeScore]) -> Iterator[Column]:
    aimed = [node for node in nodes if node.target is not None]
    if aimed:
        yield _("Target"), {node.key: shown_scale(node.target) for node in aimed if node.target is not None}
        yield _("To target"), {node.key: shown_points(node.target_gap, document.display) for node in aimed}
        yield _("Of target"), {node.key: _percent(node.percent_of_target) for node in aimed}


def _percent(value: Fraction | None) -> str:
    """What is nearly reached is not reached: 100 % stands for nothing less."""
    if value is None:
        return NOTHING
    return "99 %" if 99 < value < 100 else f"{rounded(value, 0):f} %"


def _nodes(node: Node, depth: int) -> Iterator[tuple[int, Node]]:
    yield depth, node
    for child in node.children:
        yield from _nodes(child, depth + 1)


def _figures(document: BankDocument, card: Scorecard, key: str, locale: str) -> list[str]:
    node, named = card.nodes[key], _level_cell(document, card, key, locale)
    if node.status is Status.NOT_ASSESSED:
        return [_("not assessed"), NOTHING, NOTHING, NOTHING]
    if node.status is Status.UNSCORED:
        return [_("its parts only"), NOTHING, shown_share(node.coverage), named]
    score = _points(document, node, node.shown) if node.status is Status.SCORED else _("not enough answers")
    span = f"{_points(document, node, node.low)}–{_points(document, node, node.high)}"
    return [score, span, shown_share(node.coverage), named]


def _points(document: BankDocument, node: NodeScore, score: Fraction | None) -> str:
    return shown_points(node.on_scale(score), document.display)


def _level_cell(document: BankDocument, card: Scorecard, key: str, locale: str) -> str:
    """The level reached and, on a ladder of its own, the next one with its bounds: "Low → High: 2 to 4"."""
    level, climb = level_of(document, card, key), climb_of(document, card, key)
    named = NOTHING if level is None else localise(level.title, locale)
    if key == card.root or climb is None or climb.following is None:
        return named
    joint = ": " if climb.next_span else ""
    return f"{named} → {localise(climb.following.title, locale)}{joint}{climb.next_span}"


def _node_lines(document: BankDocument, card: Scorecard, locale: str, facts: Lookup | None) -> Iterator[str]:
    """For every node below the root whose next level asks for conditions: which of them are missing."""
    for _depth, node in _nodes(document.tree, 0):
        climb = climb_of(document, card, node.key)
        following = None if climb is None or node.key == card.root else climb.following
        if following is not None and following.gate is not None:
            yield from _held_back(document, node, following, locale, facts)


def _held_back(
    document: BankDocument, node: Node, following: Level, locale: str, facts: Lookup | None
) -> Iterator[str]:
    title, level, gate = (localise(text, locale) for text in (node.title, following.title, following.gate_text))
    yield _("%(node)s, to %(level)s: %(gate)s") % {"node": title, "level": level, "gate": gate or _("conditions")}
    for demand in () if facts is None else demands_of(following, document, locale, facts):
        states = {True: _("met"), False: _("missing"), None: _("not known")}
        yield f"{GAP}{states[demand.holds]}: {demand.text}"


def _level_lines(document: BankDocument, card: Scorecard, locale: str) -> Iterator[str]:
    titles = {level.key: localise(level.title, locale) for level in ladders_of(document)[card.root]}
    if card.level.key is not None:
        yield _("Level reached: %(level)s") % {"level": titles[card.level.key]}
    bounds = {check.level: check.bound_holds for check in card.level.checks}
    for failed in failed_gates(document, card, locale, card.root):
        if bounds[failed["level"]]:
            values = {"level": titles[failed["level"]], "gate": failed["gate"]}
            yield _("Held back from %(level)s: %(gate)s") % values
