"""The next level of a part with a ladder of its own: what it asks for, and what of it is missing."""

from django.utils.translation import gettext

from assessment.bank.bounds import bound_of
from assessment.bank.climb import Climb
from assessment.scoring.document import Level
from assessment.scoring.scorecard import Status
from recommendations.report.content.ladder import STATES, distance_to, gates_of
from recommendations.report.content.material import Material
from recommendations.report.content.score_schema import GatePart, Step


def step_of(material: Material, key: str) -> Step | None:
    """This function will return what a node below the root lacks to the next level of its own ladder, or None."""
    climb = material.climb_of(key)
    if climb is None or key == material.scorecard.root or climb.node.status is Status.NOT_ASSESSED:
        return None
    has_gates = any(level.gate is not None for level in climb.levels)
    if climb.following is None:
        return Step(line=_no_next(climb)) if has_gates else None
    if climb.following.gate is None:
        return Step(line=_by_points(material, climb, climb.following))
    gates = gates_of(material, climb.following)
    title = material.say(climb.following.title)
    return Step(
        line=distance_to(material, climb, title, gates),
        rule=material.say(climb.following.gate_text),
        parts=(*_bound_part(material, climb, climb.following), *gates),
    )


def _no_next(climb: Climb) -> str:
    if climb.is_withheld:
        return gettext("Too little is answered to name a level.")
    return gettext("This is the highest level.")


def _by_points(material: Material, climb: Climb, following: Level) -> str:
    return gettext("To %(title)s: %(span)s.") % {"title": material.say(following.title), "span": climb.next_span}


def _bound_part(material: Material, climb: Climb, following: Level) -> tuple[GatePart, ...]:
    """A level that writes no bound asks for no score."""
    points = climb.node.shown
    if bound_of(following) is None or points is None or climb.next_index is None:
        return ()
    values = {"span": climb.next_span, "points": material.points(climb.node.key, points)}
    holds = climb.reached.checks[climb.next_index].bound_holds
    return (GatePart(text=gettext("A score of %(span)s (you: %(points)s)") % values, state=STATES[holds]),)
