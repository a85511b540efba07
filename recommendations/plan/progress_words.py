"""Scores, changes and verdicts of the progress page in words and digits."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext

from assessment.scoring.document import Display
from assessment.scoring.figures import displayed, shown_points
from assessment.scoring.scorecard import NodeScore, Scorecard
from assessment.scoring.trend import Change, Turn
from recommendations.plan.progress_promises import Verdict

NONE = "–"


@dataclass(frozen=True, slots=True)
class ShownScore:
    """`span` is the interval, '' where it is closed."""

    score: str
    span: str


@dataclass(frozen=True, slots=True)
class ShownChange:
    """`way` is up, down, level, or none where nothing can be said; `span` is '' where the change is known exactly."""

    points: str
    way: str
    span: str


def shown_score(node: NodeScore | None, display: Display) -> ShownScore:
    """This function will return a score on its own scale, with its interval where that is open."""
    if node is None:
        return ShownScore(NONE, "")
    is_open = node.low != node.high and node.low is not None
    low, high = (shown_points(node.on_scale(end), display) for end in (node.low, node.high))
    return ShownScore(shown_points(node.points, display), f"{low}–{high}" if is_open and low != high else "")


def shown_change(change: Change, display: Display) -> ShownChange:
    """This function will return a difference in points with its sign, and between which it lies."""
    span = ""
    if change.low is not None and change.high is not None and change.is_interval:
        ends = {"low": signed(change.low, display), "high": signed(change.high, display)}
        span = gettext("between %(low)s and %(high)s") % ends if ends["low"] != ends["high"] else ""
    if change.points is None:
        return ShownChange(NONE, "none", span)
    return ShownChange(signed(change.points, display), _way(change.points, display), span)


def shown_difference(before: NodeScore, after: NodeScore, change: Change, display: Display) -> ShownChange:
    """This function will return a change as a reader gets it by subtracting the scores that stand beside it.

    The range is that of the change, moved along: what is unknown in both rounds is the same unknown.
    """
    if change.points is None or change.low is None or change.high is None:
        return shown_change(change, display)
    first, last = (Fraction(displayed(node.points or Fraction(0), display)) for node in (before, after))
    aside = last - first - change.points
    return shown_change(Change(last - first, change.low + aside, change.high + aside), display)


def signed(points: Fraction, display: Display) -> str:
    """This function will return a difference with its sign; one that rounds to nothing is ±0."""
    written = shown_points(abs(points), display)
    if not Fraction(written):
        return "±0"
    return f"−{written}" if points < 0 else f"+{written}"


def _way(points: Fraction, display: Display) -> str:
    if not Fraction(shown_points(abs(points), display)):
        return "level"
    return "up" if points > 0 else "down"


def overall_sentence(before: Scorecard, after: Scorecard, change: Change, display: Display) -> str:
    """This function will return what became of the whole, in one sentence; '' where it has no number."""
    one, other = before.overall, after.overall
    if change.points is None:
        return (
            "" if one.score is None else gettext("Too little is known in one of the rounds to say how the whole moved.")
        )
    numbers = {"before": shown_points(one.points, display), "after": shown_points(other.points, display)}
    match shown_difference(one, other, change, display).way:
        case "up":
            return gettext("The score rose from %(before)s to %(after)s.") % numbers
        case "down":
            return gettext("The score fell from %(before)s to %(after)s.") % numbers
        case _:
            return gettext("The score is as it was: %(after)s.") % numbers


def turn_words(turn: Turn) -> str:
    """This function will return how an answer changed."""
    return {
        Turn.BETTER: gettext("better"),
        Turn.WORSE: gettext("worse"),
        Turn.SAME: gettext("worth the same"),
        Turn.NEWLY_KNOWN: gettext("newly known"),
        Turn.NO_LONGER_KNOWN: gettext("no longer known"),
    }[turn]


def verdict_words(verdict: Verdict) -> str:
    """This function will return what became of an item of the plan."""
    return {
        Verdict.MORE: gettext("brought more than was expected"),
        Verdict.ABOUT: gettext("brought about what was expected"),
        Verdict.LESS: gettext("brought less than was expected"),
        Verdict.NOT_MOVED: gettext("done, but its answers have not moved"),
        Verdict.NOT_DONE: gettext("not done, and its answers have not moved"),
        Verdict.DECLINED: gettext("decided against, and its answers have not moved"),
        Verdict.DECLINED_MOVED: gettext("decided against, and yet its answers have moved"),
        Verdict.DONE_LATER: gettext("done only after this round"),
        Verdict.MOVED_ANYWAY: gettext("moved although not done"),
        Verdict.NOT_COMPARABLE: gettext("cannot be measured: its questions were not asked alike in both rounds"),
        Verdict.NO_PROMISE: gettext("an item of your own: no effect was calculated for it"),
    }[verdict]
