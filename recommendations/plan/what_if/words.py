"""The outcome of a supposition in words: what the next level then asks for, and all of it in a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from django.utils.translation import gettext, ngettext

from assessment.bank.bounds import bound_of
from assessment.bank.climb import Climb, Demand, climb_of, demands_of
from assessment.scoring.figures import shown_points
from recommendations.plan.moves import Move
from recommendations.plan.speaker import Speaker
from recommendations.plan.what_if.advice_moves import AdviceMoves
from recommendations.plan.what_if.outcome import Outcome

NO_SCORE = shown_points(None)
STATES = {True: "holds", False: "fails", None: "open"}


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


def in_short(overall: Move, parts: Iterable[Move]) -> str:
    """This function will return the outcome in as few words as there can be."""
    if not overall.is_scored:
        return _parts_moved(parts)
    score = overall.after if overall.before == overall.after else f"{overall.before} → {overall.after}"
    return gettext("Score: %(score)s") % {"score": score}


def summary(overall: Move, parts: Iterable[Move], advice: AdviceMoves) -> str:
    """This function will return the outcome in one or two sentences, to be read aloud."""
    said = [_score_moved(overall) if overall.is_scored else _parts_moved(parts)]
    if overall.level_after and overall.level_after != overall.level_before:
        said.append(gettext("Level: %(title)s.") % {"title": overall.level_after})
    if count := len(advice.appeared):
        said.append(ngettext("%(count)d new action.", "%(count)d new actions.", count) % {"count": count})
    if count := len(advice.vanished):
        gone = ngettext("%(count)d action falls away.", "%(count)d actions fall away.", count)
        said.append(gone % {"count": count})
    return reduce(_followed, said)


def _score_moved(overall: Move) -> str:
    if overall.after == NO_SCORE:
        return gettext("Too little is answered to give a score.")
    if overall.before == overall.after:
        return gettext("The score stays at %(score)s.") % {"score": overall.after}
    if overall.before == NO_SCORE:
        return gettext("A score can be given: %(score)s.") % {"score": overall.after}
    values = {"before": overall.before, "after": overall.after, "gain": overall.gain}
    return gettext("Score %(before)s → %(after)s (%(gain)s).") % values


def _parts_moved(parts: Iterable[Move]) -> str:
    count = sum(1 for part in parts if part.has_moved)
    if not count:
        return gettext("No part changes.")
    return ngettext("%(count)d part changes.", "%(count)d parts change.", count) % {"count": count}


def _followed(said: str, more: str) -> str:
    """Between sentences stands a space, but not in every language."""
    return gettext("%(said)s %(more)s") % {"said": said, "more": more}
