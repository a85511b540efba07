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
    portions, before = {}, shown_after(Fraction(0), now, speaker)
    for stage in stages:
        then = shown_after(stage.points_so_far, now, speaker)
        portions[stage.action], before = then - before, then
    return portions


def shown_after(gain: Fraction, now: NodeScore, speaker: Speaker) -> Decimal:
    """This function will return the score that is shown once so many points are gained, given on 0–100."""
    score = (now.score or Fraction(0)) + gain
    return displayed(score * now.scale / HUNDRED, speaker.document.display)
