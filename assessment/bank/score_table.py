"""A scorecard as a plain table for the terminal, and as JSON for scripts."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from assessment.scoring.document import BankDocument, Node
from assessment.scoring.figures import shown_points, shown_share
from assessment.scoring.freeze import freeze_scorecard
from assessment.scoring.scorecard import NodeScore, Scorecard, Status
from assessment.scoring.texts import localise

GAP = "  "


def score_table(document: BankDocument, card: Scorecard, locale: str) -> str:
    """This function will return one line for each node: score, interval, coverage and level, the root first."""
    head = [_("Node"), _("Score"), _("Range"), _("Coverage"), _("Level")]
    rows = [
        [f"{GAP * depth}{localise(node.title, locale)}", *_figures(document, card.nodes[node.key], locale)]
        for depth, node in _nodes(document.tree, 0)
    ]
    levels = list(_level_lines(document, card, locale))
    return "\n".join([*_aligned([head, *rows]), *([""] if levels else []), *levels])


def score_json(document: BankDocument, card: Scorecard, locale: str) -> dict[str, Any]:
    """This function will return the frozen scorecard with level keys and the gates that failed, in words of `locale`."""
    frozen = freeze_scorecard(card)
    frozen["level"]["failed_gates"] = [
        {"level": check.level, "holds": check.gate_holds, "gate": _gate_text(document, check.level, locale)}
        for check in card.level.checks
        if check.gate_holds is not True
    ]
    for node in frozen["nodes"]:
        node["level"] = None if node["level"] is None else document.levels[node["level"]].key
    return frozen


def _nodes(node: Node, depth: int) -> Iterator[tuple[int, Node]]:
    yield depth, node
    for child in node.children:
        yield from _nodes(child, depth + 1)


def _figures(document: BankDocument, node: NodeScore, locale: str) -> list[str]:
    if node.status is Status.NOT_ASSESSED:
        return [_("not assessed"), "–", "–", "–"]
    score = shown_points(node.shown) if node.status is Status.SCORED else _("not enough answers")
    level = "–" if node.level is None else localise(document.levels[node.level].title, locale)
    return [score, f"{shown_points(node.low)}–{shown_points(node.high)}", shown_share(node.coverage), level]


def _level_lines(document: BankDocument, card: Scorecard, locale: str) -> Iterator[str]:
    titles = {level.key: localise(level.title, locale) for level in document.levels}
    if card.level.key is not None:
        yield _("Level reached: %(level)s") % {"level": titles[card.level.key]}
    for check in card.level.checks:
        if check.bound_holds and check.gate_holds is not True:
            values = {"level": titles[check.level], "gate": _gate_text(document, check.level, locale)}
            yield _("Held back from %(level)s: %(gate)s") % values


def _gate_text(document: BankDocument, key: str, locale: str) -> str:
    return next(localise(level.gate_text, locale) for level in document.levels if level.key == key)


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [GAP.join(_padded(row, widths)).rstrip() for row in rows]


def _padded(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Words stand left, figures right."""
    for index, (cell, width) in enumerate(zip(row, widths, strict=True)):
        space = " " * (width - _width(cell))
        yield cell + space if index in (0, len(row) - 1) else space + cell


def _width(text: str) -> int:
    """Chinese characters take two columns of a terminal."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
