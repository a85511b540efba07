"""A score before and after, of the whole and of its parts, ready to be shown."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext

from assessment.scoring.figures import shown_points, shown_share
from assessment.scoring.scorecard import NodeScore, Scorecard, Status
from recommendations.plan.speaker import Speaker

ZERO = Fraction(0)
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Move:
    """One node before and after. `at_…` are places on a bar from 0 to 100; `gain` is "" where nothing moves.

    `is_scored`: a number is given at all, or would be with enough answers.
    """

    title: str
    hue: int
    before: str
    after: str
    gain: str
    is_worse: bool
    at_before: str
    at_after: str
    level_before: str
    level_after: str
    note: str
    is_scored: bool

    @property
    def has_moved(self) -> bool:
        """Whether a reader sees anything move."""
        return (self.before, self.level_before) != (self.after, self.level_after)


def move_of(was: Scorecard, then: Scorecard, key: str, title: str, hue: int, speaker: Speaker) -> Move:
    """This function will return how one node moves."""
    before, after = was.nodes[key], then.nodes[key]
    is_shown = before.shown is not None and after.shown is not None
    rise = speaker.rise(before, after) if is_shown else NOTHING
    return Move(
        title=title,
        hue=hue,
        before=speaker.points(before, before.shown),
        after=speaker.points(after, after.shown),
        gain=speaker.signed(rise) if rise else "",
        is_worse=rise < 0,
        at_before=shown_points(before.shown or ZERO),
        at_after=shown_points(after.shown or ZERO),
        level_before=speaker.level(before),
        level_after=speaker.level(after),
        note=_note(after, speaker),
        is_scored=Status.UNSCORED not in (before.status, after.status),
    )


def _note(node: NodeScore, speaker: Speaker) -> str:
    """What is not certain about a score."""
    if node.status is Status.NOT_ASSESSED:
        return gettext("Nothing here applies, so it is not assessed.")
    if node.status is Status.NOT_ENOUGH_ANSWERS:
        return gettext("Not enough answers for a number: %(given)s of what applies is answered.") % {
            "given": shown_share(node.coverage)
        }
    if node.low is None or node.low == node.high:
        return ""
    return gettext("Between %(low)s and %(high)s, depending on what is not known yet.") % {
        "low": speaker.points(node, node.low),
        "high": speaker.points(node, node.high),
    }


def overall_move(was: Scorecard, then: Scorecard, speaker: Speaker) -> Move:
    """This function will return how the whole moves."""
    return move_of(was, then, was.root, speaker.say(speaker.document.tree.title), 0, speaker)


def part_moves(was: Scorecard, then: Scorecard, speaker: Speaker) -> tuple[Move, ...]:
    """This function will return how each part of the whole moves, as far as it is assessed before or after."""
    parts = speaker.parts(was, then)
    return tuple(move_of(was, then, node.key, speaker.say(node.title), hue, speaker) for hue, node in parts)
