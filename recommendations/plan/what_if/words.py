"""The outcome of a supposition in words: before and after, part by part, action by action."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from django.utils.translation import gettext, ngettext

from assessment.bank.bounds import bound_of
from assessment.bank.climb import Climb, Demand, climb_of, demands_of
from assessment.scoring.figures import shown_points, shown_share
from assessment.scoring.scorecard import NodeScore, Status
from recommendations.plan.speaker import Speaker
from recommendations.plan.what_if.outcome import Outcome

ZERO = Fraction(0)
STATES = {True: "holds", False: "fails", None: "open"}


@dataclass(frozen=True, slots=True)
class Move:
    """One node before and after. `at_…` are places on a bar from 0 to 100; `gain` is "" where nothing moves."""

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


@dataclass(frozen=True, slots=True)
class Gate:
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class NextLevel:
    """What the next level asks for, as things are supposed; `line` stands alone where there is none."""

    line: str
    met: str
    gates: tuple[Gate, ...]


def move_of(outcome: Outcome, key: str, title: str, hue: int, speaker: Speaker) -> Move:
    """This function will return how one node moves."""
    before, after = outcome.before.nodes[key], outcome.after.nodes[key]
    gain = None if before.shown is None or after.shown is None else after.shown - before.shown
    return Move(
        title=title,
        hue=hue,
        before=speaker.points(before, before.shown),
        after=speaker.points(after, after.shown),
        gain=speaker.gain(after, gain) if gain else "",
        is_worse=gain is not None and gain < 0,
        at_before=shown_points(before.shown or ZERO),
        at_after=shown_points(after.shown or ZERO),
        level_before=speaker.level(before),
        level_after=speaker.level(after),
        note=_note(after, speaker),
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


def next_level(outcome: Outcome, speaker: Speaker) -> NextLevel | None:
    """This function will return what is missing to the level after the supposed one; None without levels."""
    climb = climb_of(speaker.document, outcome.after, outcome.after.root)
    if climb is None:
        return None
    if climb.following is None:
        line = gettext("Too little is answered to name a level.")
        return NextLevel(line if climb.is_withheld else gettext("This is the highest level."), "", ())
    demands = demands_of(climb.following, speaker.document, speaker.locale, outcome.facts.get)
    gates = tuple(Gate(each.text, STATES[each.holds]) for each in (*_bound(climb, speaker), *demands))
    line = gettext("What the next level, %(title)s, asks for:") % {"title": speaker.say(climb.following.title)}
    counts = {"met": sum(1 for gate in gates if gate.state == STATES[True]), "all": len(gates)}
    return NextLevel(line, gettext("%(met)d of %(all)d met") % counts, gates)


def _bound(climb: Climb, speaker: Speaker) -> Iterable[Demand]:
    if climb.following is None or climb.next_index is None or bound_of(climb.following) is None:
        return
    values = {"span": climb.next_span, "points": speaker.points(climb.node, climb.node.shown)}
    text = gettext("A score of %(span)s (you: %(points)s)") % values
    yield Demand(text, climb.reached.checks[climb.next_index].bound_holds)


def summary(overall: Move, appeared: int, vanished: int) -> str:
    """This function will return the outcome in one or two sentences, to be read aloud."""
    if not overall.gain:
        said = [gettext("The score stays at %(score)s.") % {"score": overall.after}]
    else:
        values = {"before": overall.before, "after": overall.after, "gain": overall.gain}
        said = [gettext("Score %(before)s → %(after)s (%(gain)s).") % values]
    if overall.level_after and overall.level_after != overall.level_before:
        said.append(gettext("Level: %(title)s.") % {"title": overall.level_after})
    if appeared:
        said.append(ngettext("%(count)d new action.", "%(count)d new actions.", appeared) % {"count": appeared})
    if vanished:
        gone = ngettext("%(count)d action falls away.", "%(count)d actions fall away.", vanished)
        said.append(gone % {"count": vanished})
    return reduce(_followed, said)


def _followed(said: str, more: str) -> str:
    """Between sentences stands a space, but not in every language."""
    return gettext("%(said)s %(more)s") % {"said": said, "more": more}
