"""The level that a plan reaches, or what it leaves missing to the next one."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext

from assessment.bank.climb import Climb, climb_of
from assessment.scoring.conditions import All
from assessment.scoring.evaluate import evaluate
from assessment.scoring.explain import explain_condition
from assessment.scoring.facts import Lookup
from assessment.scoring.scorecard import Scope
from recommendations.plan.roadmap.near import near_miss
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.rules.document import Action


def reach_text(actions: Iterable[Action], current: Round, locale: str) -> str:
    """This function will return which level the answers make once all of `actions` are done, in the active language.

    Where it stays as it is, with what is missing to the next one; "" where there are no levels or none above.
    """
    changed = {change.question: change.after for change in current.changes(actions)}
    then, speaker = current.case.rescored(changed), Speaker(current.scorer.document, locale)
    climb = climb_of(current.scorer.document, then, then.root)
    if climb is None or climb.is_withheld:
        return ""
    was, becomes = speaker.level(current.scorecard.overall), speaker.level(then.overall)
    if becomes != was:
        return gettext("Once all of it is done, the level becomes “%(level)s”.") % {"level": becomes}
    if climb.following is None:
        return ""
    facts = current.scorer.facts({**current.answers, **changed}, Scope(current.result.scope), then)
    missing = gettext("; ").join(_missing(climb, facts.get, speaker))
    said = {"level": was, "next": speaker.say(climb.following.title), "missing": missing or "–"}
    if was:
        return gettext("The level stays “%(level)s”. Still missing to “%(next)s”: %(missing)s.") % said
    return gettext("No level is reached yet. Still missing to “%(next)s”: %(missing)s.") % said


def _missing(climb: Climb, lookup: Lookup, speaker: Speaker) -> Iterator[str]:
    """Points, and the conditions that do not hold, or of which nobody knows."""
    document, following = speaker.document, climb.following
    if climb.missing is not None and following is not None:
        points = {"points": speaker.points(climb.node, climb.reached.points_to_next)}
        more = (
            gettext("a little more than %(points)s points")
            if following.above is not None
            else gettext("%(points)s more points")
        )
        yield near_miss(climb.node, speaker).rstrip(".。") or more % points
    gate = None if following is None else following.gate
    for part in () if gate is None else gate.all if isinstance(gate, All) else (gate,):
        if evaluate(part, lookup) is not True:
            yield explain_condition(part, document, speaker.locale)
