"""The levels: which is reached, which comes next, and what is missing to it, in points and in words."""

from fractions import Fraction

from django.utils.translation import gettext, ngettext

from assessment.scoring.conditions import All, Condition
from assessment.scoring.document import Level
from assessment.scoring.evaluate import evaluate
from assessment.scoring.explain import explain_condition
from assessment.scoring.fact_catalogue import facts_of
from assessment.scoring.scorecard import Status
from recommendations.report.content.bounds import bound_of, is_bounded, span
from recommendations.report.content.kinds import GateState, Standing
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import place, plain, points
from recommendations.report.content.score_schema import GatePart, Ladder, Rung
from recommendations.report.content.terms import is_about_barriers

STATES = {True: GateState.HOLDS, False: GateState.FAILS, None: GateState.OPEN}


def ladder_of(material: Material) -> Ladder:
    """This function will return the levels of the whole; without rungs if it has none, or none that it could reach."""
    if not _may_be_reached(material):
        return _no_ladder(material)
    reached = material.scorecard.level
    rungs = tuple(_rung(material, index) for index in range(len(_levels(material))))
    current = next((rung for rung in rungs if rung.standing is Standing.CURRENT), None)
    following = next((rung for rung in rungs if rung.standing is Standing.NEXT), None)
    gates = _gates(material, reached.next_key)
    return Ladder(
        current=current,
        next=following,
        headline=_headline(material, current),
        distance=_distance(material, following, gates),
        goal=_goal(material),
        gates=gates,
        rungs=rungs,
        is_scale=is_bounded(_levels(material)),
    )


def _levels(material: Material) -> tuple[Level, ...]:
    return material.ladders[material.scorecard.root]


def _may_be_reached(material: Material) -> bool:
    """A whole without a number reaches levels by their conditions alone."""
    levels = _levels(material)
    return bool(levels) and (not _is_profile(material) or not any(bound_of(level) for level in levels))


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


def _rung(material: Material, index: int) -> Rung:
    levels, scale = _levels(material), material.overall.scale
    level, lower = levels[index], bound_of(levels[index])
    return Rung(
        key=level.key,
        title=material.say(level.title),
        description=material.say(level.description),
        number=str(index) if is_about_barriers(material.bank) else "",
        lower=None if lower is None else plain(lower),
        span=span(levels, index, scale),
        at_lower=_place(lower if lower is not None or index else Fraction(0), scale),
        at_upper=_place(bound_of(levels[index + 1]) if index + 1 < len(levels) else scale, scale),
        standing=_standing(material, index, level),
    )


def _place(points: Fraction | None, scale: Fraction) -> str | None:
    return None if points is None else place(points * 100 / scale)


def _standing(material: Material, index: int, level: Level) -> Standing:
    reached = material.scorecard.level
    if level.key == reached.key:
        return Standing.CURRENT
    if level.key == reached.next_key:
        return Standing.NEXT
    return Standing.REACHED if reached.index is not None and index < reached.index else Standing.ABOVE


def _next_level(material: Material) -> Level | None:
    return next((level for level in _levels(material) if level.key == material.scorecard.level.next_key), None)


def _gates(material: Material, key: str | None) -> tuple[GatePart, ...]:
    level = next((level for level in _levels(material) if level.key == key), None)
    if level is None or level.gate is None:
        return ()
    catalogue = facts_of(material.bank)
    return tuple(
        GatePart(
            text=explain_condition(part, material.bank, material.locale, material.facts.get, catalogue),
            state=STATES[evaluate(part, material.facts.get)],
        )
        for part in _parts(level.gate)
    )


def _parts(gate: Condition) -> list[Condition]:
    return list(gate.all) if isinstance(gate, All) else [gate]


def _headline(material: Material, current: Rung | None) -> str:
    if current is None:
        return gettext("No level can be given yet") if _is_withheld(material) else gettext("No level reached")
    if not current.number:
        return gettext("Level reached: %(title)s") % {"title": current.title}
    return gettext("Level %(number)s: %(title)s") % {"number": current.number, "title": current.title}


def _distance(material: Material, following: Rung | None, gates: tuple[GatePart, ...]) -> str:
    if _is_withheld(material):
        return gettext("Too little is answered to name a level. Answer what is open and submit again.")
    if following is None:
        return gettext("This is the highest level.")
    needs = [part for part in (_points_needed(material), _gates_needed(gates)) if part]
    target = {"number": following.number, "title": following.title}
    if not needs:
        return _only_an_answer(following) % target
    joined = gettext(" and ").join(needs)
    return _to_level(following) % {**target, "needs": joined}


def _is_withheld(material: Material) -> bool:
    return material.overall.shown is None and not _is_profile(material)


def _to_level(following: Rung) -> str:
    if following.number:
        return gettext("To level %(number)s, %(title)s: %(needs)s.")
    return gettext("To the next level, %(title)s: %(needs)s.")


def _only_an_answer(following: Rung) -> str:
    if following.number:
        return gettext("Nothing is missing to level %(number)s, %(title)s, but an answer that is not known yet.")
    return gettext("Nothing is missing to the next level, %(title)s, but an answer that is not known yet.")


def _missing(material: Material) -> Fraction | None:
    """Points of the whole's own scale. 0 is missing something where the next level begins above its bound."""
    following = _next_level(material)
    missing = material.overall.on_scale(material.scorecard.level.points_to_next)
    if missing is None or following is None or bound_of(following) is None:
        return None
    return missing if missing > 0 or (following.above is not None and _stands_at(material, following.above)) else None


def _stands_at(material: Material, bound: object) -> bool:
    return material.overall.points == Fraction(str(bound))


def _points_needed(material: Material) -> str:
    missing = _missing(material)
    if missing is None:
        return ""
    following = _next_level(material)
    written = {"points": points(missing, material.bank.display)}
    if following is not None and following.above is not None:
        return gettext("more than %(points)s points") % written
    return gettext("%(points)s points") % written


def _goal(material: Material) -> str:
    """What is missing in points and to which score; "" where nothing is."""
    missing, following = _missing(material), _next_level(material)
    if missing is None or following is None:
        return ""
    bound = bound_of(following) or Fraction(0)
    values = {"points": points(missing, material.bank.display), "lower": plain(bound)}
    if following.above is not None:
        return gettext("more than %(points)s points, to an overall score above %(lower)s") % values
    return gettext("%(points)s points to an overall score of %(lower)s") % values


def _gates_needed(gates: tuple[GatePart, ...]) -> str:
    unmet = [gate for gate in gates if gate.state is not GateState.HOLDS]
    if not unmet:
        return ""
    return ngettext("%(count)d condition", "%(count)d conditions", len(unmet)) % {"count": len(unmet)}
