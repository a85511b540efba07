"""Points of single actions as they are shown: rounded so that they add up to what the shown score rises by."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from assessment.scoring.figures import displayed
from assessment.scoring.scorecard import HUNDRED, NodeScore
from recommendations.plan.speaker import Speaker
from recommendations.rules.roadmap.result import Stage


def portions_of(stages: Iterable[Stage], now: NodeScore, speaker: Speaker) -> dict[str, Decimal]:
    """This function will return the points of each stage by action: what the shown score so far rises by."""
    display, score = speaker.document.display, now.score or Fraction(0)
    portions, before = {}, displayed(score * now.scale / HUNDRED, display)
    for stage in stages:
        then = displayed((score + stage.points_so_far) * now.scale / HUNDRED, display)
        portions[stage.action], before = then - before, then
    return portions
