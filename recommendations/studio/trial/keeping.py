"""Answers of the bench become a worked example of the working copy, with the figures that came out."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from assessment.bank.editing.flat import Data
from assessment.scoring.answers import plain
from assessment.scoring.figures import rounded
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import NodeScore, Status
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import bank_draft
from recommendations.studio.trial.sides import Side
from recommendations.studio.trial.written import written

DECIMALS = 4
TOLERANCE = "0.00005"  # half of the last digit that is written
PREFIX = "tried_"


def keep_as_example(workshop: Workshop, side: Side, base: int | None) -> str:
    """This function will add the answers of `side` as a worked example and return its key; `base` as in `bank_draft`.

    What it expects is what the engine gave, and it says so: nobody has calculated it by hand yet. Raises what saving a
    working copy raises.
    """
    draft = bank_draft(workshop, base)
    examples = draft.data.setdefault("examples", [])
    number = _next_number(example["key"] for example in bank_draft(workshop).data.get("examples", []))
    examples.append(_example(side, f"{PREFIX}{number}", number, draft.locales))
    draft.save(by=workshop.person)
    return f"{PREFIX}{number}"


def _next_number(keys: Iterable[str]) -> int:
    numbers = [int(key.removeprefix(PREFIX)) for key in keys if _is_numbered(key)]
    return max(numbers, default=0) + 1


def _is_numbered(key: str) -> bool:
    rest = key.removeprefix(PREFIX)
    return rest != key and rest.isascii() and rest.isdecimal()


def _example(side: Side, key: str, number: int, locales: Iterable[str]) -> Data:
    title, working = {}, {}
    for locale in locales:
        with override(locale):
            title[locale] = _("Tried out, number %(number)d") % {"number": number}
            working[locale] = _("Calculated by the engine, not by hand: verify every figure before you rely on it.")
    return {
        "key": key,
        "title": title,
        "working": working,
        "scope": side.scope.value,
        "answers": {question: written(answer) for question, answer in side.answers.items()},
        "expect": {node.key: _expectation(node, side) for node in side.card.nodes.values()},
        "tolerance": TOLERANCE,
    }


def _expectation(node: NodeScore, side: Side) -> Data:
    figures: dict[str, Any] = {"status": node.status.value}
    if node.status is Status.SCORED:
        exact = {"score": node.score, "low": node.low, "high": node.high}
        figures |= {name: _number(value) for name, value in exact.items() if value is not None}
    if node.coverage is not None:
        figures["coverage"] = _number(node.coverage)
    index = side.card.level.index if node.key == side.card.root else node.level
    if index is not None:
        figures["level"] = ladders_of(side.document)[node.key][index].key
    return figures


def _number(value: Fraction) -> str:
    return plain(rounded(value, DECIMALS))
