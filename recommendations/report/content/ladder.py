"""The levels: which is reached, which comes next, and what is missing to it, in points and in words."""

from fractions import Fraction

from django.utils.translation import gettext, ngettext

from assessment.bank.bounds import bound_of, is_bounded
from assessment.bank.climb import Climb, demands_of
from assessment.scoring.document import Level
from assessment.scoring.scorecard import Scope, Status
from recommendations.report.content.kinds import GateState, Standing
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import place, plain, points
from recommendations.report.content.score_schema import GatePart, Ladder, Rung
from recommendations.report.content.terms import is_about_barriers

STATES = {True: GateState.HOLDS, False: GateState.FAILS, None: GateState.OPEN}


def ladder_of(material: Material) -> Ladder:
    """This function will return the levels of the whole; without rungs if it has none, or none that it could reach."""
    climb = material.climb_of(material.scorecard.root)
    if climb is None or not _may_be_reached(material, climb):
        return _no_ladder(material)
    rungs = tuple(_rung(material, climb, index) for index in range(len(climb.levels)))
    current = next((rung for rung in rungs if rung.standing is Standing.CURRENT), None)
    following = next((rung for rung in rungs if rung.standing is Standing.NEXT), None)
    gates = gates_of(material, climb.following)
    return Ladder(
        current=current,
        next=following,
        headline=_headline(material, current),
        distance=_distance(material, climb, following, gates),
        goal=_goal(material, climb),
        held_back=_held_back(material, climb),
        gates=gates,
        rungs=rungs,
        is_scale=is_bounded(climb.levels),
    )


def _may_be_reached(material: Material, climb: Climb) -> bool:
    """A whole without a number reaches levels by their conditions alone."""
    return not _is_profile(material) or not any(bound_of(level) for level in climb.levels)


def _is_profile(material: Material) -> bool:
    return material.overall.status is Status.UNSCORED


def _no_ladder(material: Material) -> Ladder:
    return Ladder(
        current=None,
        next=None,
        headline=_headline_without_levels(material),
        distance="",
        goal="",
        gates=(),
        rungs=(),
        is_scale=False,
    )


def _headline_without_levels(material: Material) -> str:
    if _is_profile(material):
        return gettext("Your profile")
    if material.overall.shown is None:
        return gettext("No score can be given yet")
    return gettext("Your result")


def _rung(material: Material, climb: Climb, index: int) -> Rung:
    levels, scale = climb.levels, climb.node.scale
    level, lower = levels[index], bound_of(levels[index])
    return Rung(
        key=level.key,
        title=material.say(level.title),
        description=material.say(level.description),
        number=str(index) if is_about_barriers(material.bank) else "",
        lower=None if lower is None else plain(lower),
        span=climb.span_of(index),
        at_lower=_place(lower if lower is not None or index else Fraction(0), scale),
        at_upper=_place(bound_of(levels[index + 1]) if index + 1 < len(levels) else scale, scale),
        standing=_standing(climb, index, level),
    )


def _place(points: Fraction | None, scale: Fraction) -> str | None:
    return None if points is None else place(points * 100 / scale)


def _standing(climb: Climb, index: int, level: Level) -> Standing:
    reached = climb.reached
    if level.key == reached.key:
        return Standing.CURRENT
    if level.key == reached.next_key:
        return Standing.NEXT
    return Standing.REACHED if reached.index is not None and index < reached.index else Standing.ABOVE


def gates_of(material: Material, level: Level | None) -> tuple[GatePart, ...]:
    """This function will return the single conditions of a level's gate, each with the own value and its state.

    In a quick scan they are provisional: questions that were not asked may decide otherwise.
    """
    demands = demands_of(level, material.bank, material.locale, material.facts.get, material.catalogue)
    said = gettext("Provisional: %(condition)s") if material.scorecard.scope is Scope.QUICK else "%(condition)s"
    return tuple(GatePart(text=said % {"condition": demand.text}, state=STATES[demand.holds]) for demand in demands)


def _headline(material: Material, current: Rung | None) -> str:
    if current is None:
        return gettext("No level can be given yet") if _is_withheld(material) else gettext("No level reached")
    if not current.number:
        return gettext("Level reached: %(title)s") % {"title": current.title}
    return gettext("Level %(number)s: %(title)s") % {"number": current.number, "title": current.title}


def _distance(material: Material, climb: Climb, following: Rung | None, gates: tuple[GatePart, ...]) -> str:
    if _is_withheld(material):
        return gettext("Too little is answered to name a level. Answer what is open and submit again.")
    if following is None:
        return gettext("This is the highest level.")
    return distance_to(material, climb, following.title, gates, following.number)


def distance_to(material: Material, climb: Climb, title: str, gates: tuple[GatePart, ...], number: str = "") -> str:
    """This function will say how many points and conditions are missing to the next level, which `title` names."""
    needs = [part for part in (_points_needed(material, climb), _gates_needed(gates)) if part]
    target = {"number": number, "title": title}
    if not needs:
        return _only_an_answer(number) % target
    joined = gettext(" and ").join(needs)
    return _to_level(number) % {**target, "needs": joined}


def _is_withheld(material: Material) -> bool:
    return material.overall.shown is None and not _is_profile(material)


def _to_level(number: str) -> str:
    if number:
        return gettext("To level %(number)s, %(title)s: %(needs)s.")
    return gettext("To the next level, %(title)s: %(needs)s.")


def _only_an_answer(number: str) -> str:
    if number:
        return gettext("Nothing is missing to level %(number)s, %(title)s, but an answer that is not known yet.")
    return gettext("Nothing is missing to the next level, %(title)s, but an answer that is not known yet.")


def _points_needed(material: Material, climb: Climb) -> str:
    missing, following = climb.missing, climb.following
    if missing is None:
        return ""
    written = {"points": points(missing, material.bank.display)}
    if following is not None and following.above is not None:
        return gettext("more than %(points)s points") % written
    return gettext("%(points)s points") % written


def _goal(material: Material, climb: Climb) -> str:
    """What is missing in points and to which score; "" where nothing is."""
    missing, following = climb.missing, climb.following
    if missing is None or following is None:
        return ""
    bound = bound_of(following) or Fraction(0)
    values = {"points": points(missing, material.bank.display), "lower": plain(bound)}
    if following.above is not None:
        return gettext("more than %(points)s points, to an overall score above %(lower)s") % values
    return gettext("%(points)s points to an overall score of %(lower)s") % values


def _held_back(material: Material, climb: Climb) -> str:
    """A reader who sees 41 points and a level that ends at 40 must not look for the reason."""
    reached = -1 if climb.reached.index is None else climb.reached.index
    enough = [index for index, check in enumerate(climb.reached.checks) if check.bound_holds and index > reached]
    if not enough or not is_bounded(climb.levels):
        return ""
    said = gettext("The score would be enough for “%(title)s”; a condition is still missing.")
    return said % {"title": material.say(climb.levels[enough[-1]].title)}


def _gates_needed(gates: tuple[GatePart, ...]) -> str:
    unmet = [gate for gate in gates if gate.state is not GateState.HOLDS]
    if not unmet:
        return ""
    return ngettext("%(count)d condition", "%(count)d conditions", len(unmet)) % {"count": len(unmet)}
