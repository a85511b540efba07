"""Points of single actions as they are shown: rounded so that they add up to the rounded points of them all."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.figures import displayed
from recommendations.plan.speaker import Speaker
from recommendations.rules.roadmap.result import Stage

ZERO = Decimal(0)


def portions_of(stages: Iterable[Stage], scale: Fraction, speaker: Speaker) -> dict[str, Decimal]:
    """This function will return the points of each stage by action: what the rounded sum so far rises by.

    `scale` is what full marks of the whole are called.
    """
    portions, before = {}, ZERO
    for stage in stages:
        so_far = displayed(stage.points_so_far * scale / 100, speaker.document.display)
        portions[stage.action], before = so_far - before, so_far
    return portions


def written(portions: Mapping[str, Decimal], actions: Iterable[str]) -> str:
    """This function will return the points of some actions together, with their sign."""
    total = sum((portions[action] for action in actions), ZERO)
    return f"−{-total:f}" if total < 0 else f"+{total:f}"
