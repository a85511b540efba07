"""The levels: which is reached, which comes next, and what is missing to it, in points and in words."""

from fractions import Fraction

from django.utils.translation import gettext, ngettext

from assessment.scoring.conditions import All, Condition
from assessment.scoring.document import Level
from assessment.scoring.evaluate import evaluate
from assessment.scoring.explain import explain_condition
from assessment.scoring.fact_catalogue import facts_of
from recommendations.report.content.kinds import GateState, Standing
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import plain, points
from recommendations.report.content.schema import GatePart, Ladder, Rung

STATES = {True: GateState.HOLDS, False: GateState.FAILS, None: GateState.OPEN}


def ladder_of(material: Material) -> Ladder:
    reached = material.scorecard.level
    rungs = tuple(_rung(material, index) for index in range(len(material.bank.levels)))
    current = next((rung for rung in rungs if rung.standing is Standing.CURRENT), None)
    following = next((rung for rung in rungs if rung.standing is Standing.NEXT), None)
    gates = _gates(material, reached.next_key)
    return Ladder(
        current=current,
        next=following,
        headline=_headline(material, current),
        distance=_distance(material, following, gates),
        points_missing=_missing_points(material),
        gates=gates,
        rungs=rungs,
    )


def _missing_points(material: Material) -> str | None:
    missing = material.scorecard.level.points_to_next
    return None if missing is None or missing <= 0 else points(missing)


def _rung(material: Material, index: int) -> Rung:
    levels, level = material.bank.levels, material.bank.levels[index]
    return Rung(
        key=level.key,
        title=material.say(level.title),
        description=material.say(level.description),
        number=str(index),
        lower=plain(level.lower),
        upper=plain(levels[index + 1].lower) if index + 1 < len(levels) else "100",
        standing=_standing(material, index, level),
    )


def _standing(material: Material, index: int, level: Level) -> Standing:
    reached = material.scorecard.level
    if level.key == reached.key:
        return Standing.CURRENT
    if level.key == reached.next_key:
        return Standing.NEXT
    return Standing.REACHED if reached.index is not None and index < reached.index else Standing.ABOVE


def _gates(material: Material, key: str | None) -> tuple[GatePart, ...]:
    level = next((level for level in material.bank.levels if level.key == key), None)
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
        return gettext("No level can be given yet")
    return gettext("Level %(number)s: %(title)s") % {"number": current.number, "title": current.title}


def _distance(material: Material, following: Rung | None, gates: tuple[GatePart, ...]) -> str:
    if material.scorecard.overall.shown is None:
        return gettext("Too little is answered to name a level. Answer what is open and submit again.")
    if following is None:
        return gettext("This is the highest level.")
    needs = [part for part in (_points_needed(material.scorecard.level.points_to_next), _gates_needed(gates)) if part]
    target = {"number": following.number, "title": following.title}
    if not needs:
        return (
            gettext("Nothing is missing to level %(number)s, %(title)s, but an answer that is not known yet.") % target
        )
    joined = gettext(" and ").join(needs)
    return gettext("To level %(number)s, %(title)s: %(needs)s.") % {**target, "needs": joined}


def _points_needed(missing: Fraction | None) -> str:
    if missing is None or missing <= 0:
        return ""
    return gettext("%(points)s points") % {"points": points(missing)}


def _gates_needed(gates: tuple[GatePart, ...]) -> str:
    unmet = [gate for gate in gates if gate.state is not GateState.HOLDS]
    if not unmet:
        return ""
    return ngettext("%(count)d condition", "%(count)d conditions", len(unmet)) % {"count": len(unmet)}
