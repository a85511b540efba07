"""A level that is missed so narrowly that the shown score looks as if it were reached."""

from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext

from assessment.scoring.figures import displayed, rounded
from assessment.scoring.scorecard import NodeScore
from recommendations.plan.speaker import Speaker

MOST_DECIMALS = 9


def near_miss(node: NodeScore, speaker: Speaker) -> str:
    """This function will return how much is missing to the next level where rounding hides it, "" elsewhere."""
    ladder = speaker.ladders[node.key]
    above = 0 if node.level is None else node.level + 1
    if node.points is None or node.shown is None or above >= len(ladder):
        return ""
    level = ladder[above]
    written = level.lower if level.lower is not None else level.above
    if written is None:
        return ""
    bound = Fraction(written)
    shown = displayed(node.points, speaker.document.display)
    if node.points >= bound or Fraction(shown) < bound:
        return ""
    exact = _told_apart(node.points, bound, speaker.document.display.decimals)
    values = {"exact": exact, "short": rounded(bound - Fraction(exact), -exact.as_tuple().exponent)}  # type: ignore[operator]
    told = gettext("More exactly %(exact)s: %(short)s points short of “%(level)s”.")
    return told % (values | {"level": speaker.say(level.title)})


def _told_apart(points: Fraction, bound: Fraction, decimals: int) -> Decimal:
    """With as few digits as tell it from the bound."""
    tries = (rounded(points, more) for more in range(decimals + 1, MOST_DECIMALS + 1))
    return next((one for one in tries if Fraction(one) < bound), rounded(points, MOST_DECIMALS))
