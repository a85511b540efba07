"""The actions that can be supposed as done, each with what it would add to what is supposed already."""

from dataclasses import dataclass

from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.plan.what_if.outcome import Outcome
from recommendations.plan.what_if.supposed import Supposed


@dataclass(frozen=True, slots=True)
class Tick:
    """One action that can be supposed as done. `effect` is "" once it is ticked, and where no score is shown."""

    key: str
    title: str
    effect: str
    is_ticked: bool


def ticks_of(current: Round, supposed: Supposed, outcome: Outcome, speaker: Speaker) -> tuple[Tick, ...]:
    """This function will return what is ticked, and what is advised for the supposed answers.

    In the order of the submitted advice, so that nothing jumps; then what is advised only now.
    """
    overall, advised = outcome.after.overall, outcome.advised_after
    offered = {**outcome.advised_before, **advised, **dict.fromkeys(supposed.actions)}
    has_score = overall.shown is not None
    return tuple(
        Tick(
            key=key,
            title=speaker.say(current.actions[key].title),
            effect=speaker.gain(overall, advised[key].effect) if has_score and not is_ticked else "",
            is_ticked=is_ticked,
        )
        for key in offered
        if (is_ticked := key in supposed.actions) or key in advised
    )
